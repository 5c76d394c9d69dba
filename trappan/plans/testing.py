"""Make a finished kartläggning for tests, through the operations."""

from typing import Any

from trappan.cases.models import Case
from trappan.cases.testing import consultant_of
from trappan.plans import operations
from trappan.plans.models import Mapping
from trappan.staff.testing import as_

FINISHED = {
    "own_words": "Jag vill laga mat.",
    "assessment": "Kan halva dagar.",
    "fastest_way": "Café.",
    "way_reason": "Har lagat mat åt många.",
}


def make_mapping(case: Case, **fields: Any) -> Mapping:
    """Finish a kartläggning for a case, as its consultant."""
    with as_(consultant_of(case)) as actor:
        return operations.map_person(
            case=case, held_on=actor.today, today=actor.today, finish=True, **{**FINISHED, **fields}
        )
