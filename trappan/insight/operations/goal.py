"""Set goals, say how they are counted, and write what became of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.insight.models import Goal, GoalResult
from trappan.insight.operations.refusals import NO, TAKEN_OUT
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor

CHANGES = ("definition", "indicator", "responsible", "decided")


def refuse_taken_out(goal: Goal | None, field: str = "") -> None:
    """Refuse where a goal is taken out."""
    if goal is not None and Goal.objects.filter(pk=goal.pk).exclude(taken_out_on=None).exists():
        raise Refused(TAKEN_OUT, field)


@transaction.atomic
def set_goal(*, by: Actor, under: Goal | None = None, **about: Any) -> Goal:
    """Write down a goal, `under` another of the same term where it serves that one."""
    refuse_taken_out(under, "under")
    with refusing(NO):
        goal = Goal.objects.create(municipality_id=by.organisation_id, under=under, **about)
    record("insight.set_goal", goal=goal.pk)
    return goal


@transaction.atomic
def change_goal(*, goal: Goal, edition: str, **values: Any) -> None:
    """Say how a goal is counted, or who answers for it; refused where somebody has saved since, or taken it out.

    How it is counted stands from the first value on.
    """
    lock_edition(goal, CHANGES, edition)
    with refusing(NO):
        if not Goal.objects.filter(pk=goal.pk, taken_out_on=None).update(**values):
            refuse_taken_out(goal)
            raise Refused(READS_ONLY)
    record("insight.change_goal", goal=goal.pk)


@transaction.atomic
def take_out_goal(*, goal: Goal, today: date) -> None:
    """Take a goal out, which stands in the list no longer; one with others under it stays."""
    if Goal.objects.filter(under=goal, taken_out_on=None).exists():
        raise Refused(_("Other goals stand under this one. Take them out first."))
    if not Goal.objects.filter(pk=goal.pk, taken_out_on=None).update(taken_out_on=today):
        refuse_taken_out(goal)
        raise Refused(READS_ONLY)
    record("insight.take_out_goal", goal=goal.pk)


@transaction.atomic
def write_result(*, goal: Goal, as_of: date, today: date, value: Decimal | None, text: str) -> GoalResult:
    """Write what became of a goal as of a day; with a value only where somebody has said how it is counted.

    Refused where the goal is taken out.
    """
    refuse_taken_out(goal)
    refuse_outside(
        as_of,
        "as_of",
        first=date(goal.term.first, 1, 1),
        early=_("The goal's term had not begun then."),
        last=today,
        late=_("The day has not come yet."),
    )
    with refusing(NO):
        result = GoalResult.objects.create(goal=goal, as_of=as_of, value=value, text=text)
    record("insight.write_result", goal=goal.pk, as_of=as_of)
    return result
