"""Make initiatives for tests, as a head of unit and a consultant would."""

from datetime import date
from itertools import count
from typing import Any

from trappan.cases.models import Case
from trappan.cases.testing import consultant_of
from trappan.initiatives import operations
from trappan.initiatives.models import Initiative, Participation
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY

serial = count(1)


def make_initiative(head: Membership, **fields: Any) -> Initiative:
    """Make an initiative of this year for ten people, written down by a head of unit."""
    about: dict[str, Any] = {
        "name": f"Uppdraget {next(serial)}",
        "aim": "Arbete åt fler",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2027, 1, 1),
        "target": 10,
        "counts": "starts",
        "funding": "Kommunstyrelsens budget",
        **fields,
    }
    with as_(head) as actor:
        return operations.begin_initiative(by=actor, **about)


def put_in(case: Case, initiative: Initiative, starts_on: date = TODAY) -> Participation:
    """Let the case's consultant put the person in an initiative."""
    with as_(consultant_of(case)):
        return operations.put_in(case=case, initiative=initiative, starts_on=starts_on, today=TODAY)
