"""Make employers for tests, as a colleague of the employer team would."""

from datetime import date
from itertools import count
from typing import Any

from trappan.employers import operations
from trappan.employers.models import Conversation, Employer, PlaceQuestion, Workplace
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
