"""Make a case with its colleagues for tests, through the operations."""

from typing import Any

from trappan.cases import operations
from trappan.cases.models import Case
from trappan.people.models import Person
from trappan.people.testing import make_person
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit


def make_case(
    *,
    social_worker: Membership | None = None,
    consultant: Membership | None = None,
    person: Person | None = None,
    **about: Any,
) -> Case:
    """Register somebody, open the case and assign it."""
    social_worker = social_worker or make_colleague("social_worker", make_unit("social_service"))
    consultant = consultant or make_colleague("consultant", make_unit("labour_market"))
    person = person or make_person(social_worker, **about)
    with as_(social_worker) as actor:
        case = operations.open_case(person=person, by=actor, unit=consultant.unit)
        operations.assign(case=case, to=consultant)
    case.refresh_from_db()
    return case


def consultant_of(case: Case) -> Membership:
    """Return the consultant who is responsible for a case."""
    if case.responsible is None:
        raise ValueError("the case has no consultant")
    return case.responsible


def social_worker_of(case: Case) -> Membership:
    """Return the social worker of a case."""
    if case.social_worker is None:
        raise ValueError("the case has no social worker")
    return case.social_worker
