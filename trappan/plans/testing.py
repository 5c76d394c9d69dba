"""Make a finished kartläggning and a decided plan for tests, through the operations."""

from collections.abc import Iterable
from datetime import timedelta
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


def make_plan(case: Case, *, parts: Iterable[dict[str, Any]] = (), goals: Iterable[str] = ()) -> Plan:
    """Decide a plan for a case, after its kartläggning, as its consultant; goals are due in sixty days."""
    make_mapping(case)
    with as_(consultant_of(case)) as actor:
        today = actor.today
        plan = operations.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=90),
        )
        for part in parts:
            put_in_week(plan, **part)
        for title in goals:
            operations.set_goal(plan=plan, today=today, title=title, due_on=today + timedelta(days=60))
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        plan.refresh_from_db()
        operations.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        plan.refresh_from_db()
        operations.decide_plan(plan=plan, by=actor)
    return plan
