"""Make a finished kartläggning for tests, through the operations."""

from typing import Any

from trappan.cases.models import Case
from trappan.cases.testing import consultant_of
from trappan.plans import operations
from trappan.plans.models import Mapping, Plan, PlanPart
from trappan.staff.testing import as_

FINISHED = {
    "own_words": "Jag vill laga mat.",
    "assessment": "Kan halva dagar.",
    "fastest_way": "Café.",
    "way_reason": "Har lagat mat åt många.",
}


def put_in_week(plan: Plan, *, kind: str, **about: Any) -> None:
    """Put something into the week of a draft, beside what is there, as whoever acts."""
    standing = operations.planned_in(PlanPart.objects.standing().filter(plan=plan))
    edition = Plan.objects.get(pk=plan.pk).edition
    operations.write_week(plan=plan, planned=[*standing, operations.Planned(kind, **about)], edition=edition)


def make_mapping(case: Case, **fields: Any) -> Mapping:
    """Finish a kartläggning for a case, as its consultant."""
    with as_(consultant_of(case)) as actor:
        return operations.map_person(
            case=case, held_on=actor.today, today=actor.today, finish=True, **{**FINISHED, **fields}
        )
