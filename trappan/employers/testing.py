"""Make employers for tests, as a colleague of the employer team would."""

from datetime import date
from itertools import count
from typing import Any

from trappan.employers import operations
from trappan.employers.models import Conversation, Employer, Opening, PlaceQuestion, Workplace
from trappan.schedules.week import read_week
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

serial = count(1)
NUMBER, OTHER_NUMBER = "402000-4612", "412000-1351"  # invented: no organisation has a number that begins with 4


def make_officer(municipality: str = "Provkommunen") -> Membership:
    """Make a colleague of a municipality's employer team."""
    return make_colleague("employer_officer", make_unit("employer_team", make_organisation(municipality)))


def make_employer(officer: Membership, **fields: Any) -> Employer:
    """Make an employer, written down by an officer."""
    about: dict[str, Any] = {"name": f"Påhittade Köket {next(serial)}", "kind": "company", **fields}
    with as_(officer) as actor:
        return operations.make_employer(by=actor, **about)


def make_opening(officer: Membership, *, employer: Employer | None = None, week: str = "", **fields: Any) -> Opening:
    """Make an opening as an officer, at a workplace of the employer (a new one unless given), from today.

    `week` as it is written: `mån 9-12, tor 9-12 A`; without hours it is 30 hours a week, Monday to Friday.
    """
    employer = employer or make_employer(officer)
    with as_(officer) as actor:
        if "workplace" not in fields:
            fields["workplace"] = operations.make_workplace(employer=employer, name=f"Storgatan {next(serial)}")
        if week:
            fields["week"] = read_week(week)
        elif "weekly_minutes" not in fields:
            fields |= {"weekly_minutes": 30 * 60, "weekdays": range(5)}
        about = {"title": f"Köksbiträde {next(serial)}", "kind": "job", "places": 1, "starts_on": actor.today}
        return operations.make_opening(employer=employer, **{**about, **fields})


def say(actor: Actor, employer: Employer, **fields: Any) -> Conversation:
    """Write down a conversation of today as the one who acts."""
    about = {"held_on": actor.today, "way": "phone", "text": "Ringde om hösten", **fields}
    return operations.converse(employer=employer, by=actor, **about)


def make_coordinator(municipality: str = "Provkommunen") -> Membership:
    """Make a colleague who coordinates the places of a municipality's own departments."""
    return make_colleague("place_coordinator", make_unit("employer_team", make_organisation(municipality)))


def make_department(officer: Membership, site: Unit | None = None, **fields: Any) -> Workplace:
    """Make an own department with a workplace, at a site where its manager signs in if one is given."""
    made = make_employer(officer, **{"kind": "department", **fields})
    with as_(officer):
        return operations.make_workplace(employer=made, name=f"Avdelning {next(serial)}", unit=site)


def ask(coordinator: Membership, half: date, workplace: Workplace) -> PlaceQuestion:
    """Ask every own department about a half-year; return the question to a workplace."""
    with as_(coordinator) as actor:
        operations.ask_places(half=half, today=actor.today)
        return PlaceQuestion.objects.get(workplace=workplace, half=half)
