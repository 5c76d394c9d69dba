"""Make projects for tests, as a leader, a consultant and the coordinators would."""

from datetime import date
from itertools import count
from typing import Any

from trappan.people.models import Person
from trappan.people.testing import make_person
from trappan.projects import operations
from trappan.projects.models import Municipality, Participation, Project
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY

serial = count(1)


def make_leader(owner: str = "Kommunförbundet") -> Membership:
    """Make somebody who leads the projects of a body that is no municipality."""
    return make_colleague("project_leader", make_unit("project", make_organisation(owner, kind="association")))


def make_project(leader: Membership, **fields: Any) -> Project:
    """Make a project of this year with a goal of 60 percent, written down by its leader."""
    about: dict[str, Any] = {
        "name": f"Tillsammans {next(serial)}",
        "aim": "Arbete åt fler",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2027, 1, 1),
        "goal_basis_points": 6000,
        **fields,
    }
    with as_(leader) as actor:
        return operations.begin_project(by=actor, **about)


def join(leader: Membership, project: Project, municipality: str, women: int = 10, men: int = 10) -> Membership:
    """Let a municipality take part; return its coordinator."""
    coordinator = make_colleague("project_coordinator", make_unit("project", make_organisation(municipality)))
    with as_(leader):
        operations.add_municipality(project=project, unit=coordinator.unit, planned_women=women, planned_men=men)
    return coordinator


def own_of(coordinator: Membership, project: Project) -> Municipality:
    """Return the municipality of a project that a coordinator's unit coordinates."""
    return Municipality.objects.get(project=project, unit=coordinator.unit)


def known_to(coordinator: Membership, person: Person | None = None, **fields: Any) -> Person:
    """Let a coordinator in about a person, by a consultant of the own municipality who works with the person."""
    organisation = coordinator.unit.organisation
    consultant = make_colleague("consultant", make_unit("labour_market", organisation))
    if person is None:
        person = make_person(make_colleague("social_worker", make_unit("social_service", organisation)), **fields)
    # The owner's: how a consultant comes to work with somebody is the room of cases'.
    person.grants.create(
        **{"membership" if person.is_protected else "unit": consultant if person.is_protected else consultant.unit},
        scope="plan",
        basis="assignment",
        given_by=consultant,
    )
    with as_(consultant):
        operations.let_in(person=person, coordinator=coordinator)
    return person


def take_part(
    coordinator: Membership, project: Project, person: Person | None = None, starts_on: date = TODAY, **fields: Any
) -> Participation:
    """Let a coordinator write down that a person takes part."""
    known = known_to(coordinator, person)
    with as_(coordinator):
        return operations.add_participant(
            municipality=own_of(coordinator, project), person=known, starts_on=starts_on, today=TODAY, **fields
        )


def end(
    coordinator: Membership, participation: Participation, result: str = "work", ends_on: date = TODAY
) -> Participation:
    """Let a coordinator write down what came of it."""
    with as_(coordinator):
        operations.end_participation(participation=participation, ends_on=ends_on, result=result, today=TODAY)
    return participation


def say_what_goes_on(leader: Membership, project: Project) -> None:
    """Let a leader say of a project and each of its sub-initiatives that it ends, without which nobody finishes it."""
    with as_(leader):
        for one in (None, *project.sub_initiatives.all()):
            operations.go_on(project=project, sub_initiative=one, what="Gruppen", goes_on=False)
