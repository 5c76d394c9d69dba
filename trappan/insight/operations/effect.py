"""Write down what an agreement is to bring about, and what an evaluation of it said."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.insight.models import EffectGoal, EffectResult
from trappan.insight.operations.refusals import NO, TAKEN_OUT
from trappan.partnerships.models import Agreement
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside


@transaction.atomic
def set_effect_goal(*, agreement: Agreement, **about: Any) -> EffectGoal:
    """Write down an effect that an agreement is to have.

    Refused: an evaluation before the agreement begins, a baseline without its day, the same goal twice.
    """
    refuse_outside(
        about["evaluate_on"],
        "evaluate_on",
        first=agreement.starts_on,
        early=_("The agreement has not begun by then. Choose a later day."),
    )
    with refusing(NO):
        goal = EffectGoal.objects.create(agreement=agreement, **about)
    record("insight.set_effect_goal", agreement=agreement.pk, goal=goal.pk)
    return goal


@transaction.atomic
def take_out_effect_goal(*, goal: EffectGoal, today: date) -> None:
    """Take out a goal that was written down wrongly; one that has been evaluated stands."""
    with refusing(NO):
        if not EffectGoal.objects.filter(pk=goal.pk, taken_out_on=None).update(taken_out_on=today):
            refuse_gone(goal)
    record("insight.take_out_effect_goal", agreement=goal.agreement_id, goal=goal.pk)


@transaction.atomic
def evaluate_effect(
    *, goal: EffectGoal, as_of: date, today: date, value: Decimal | None, text: str, evaluated_by: str
) -> EffectResult:
    """Write what an evaluation said of a goal as of a day, and who evaluated.

    Refused: a day to come or before the agreement, a goal that is taken out, a value of what nobody has defined.
    """
    refuse_outside(
        as_of,
        "as_of",
        first=goal.agreement.starts_on,
        early=_("The agreement had not begun then."),
        last=today,
        late=_("The day has not come yet."),
    )
    if not EffectGoal.objects.filter(pk=goal.pk, taken_out_on=None).exists():
        refuse_gone(goal)
    with refusing(NO):
        result = EffectResult.objects.create(goal=goal, as_of=as_of, value=value, text=text, evaluated_by=evaluated_by)
    record("insight.evaluate_effect", agreement=goal.agreement_id, goal=goal.pk, as_of=as_of)
    return result


def refuse_gone(goal: EffectGoal) -> None:
    """Refuse what cannot be written of a goal: it is taken out, or only read."""
    if EffectGoal.objects.filter(pk=goal.pk).exclude(taken_out_on=None).exists():
        raise Refused(TAKEN_OUT)
    raise Refused(READS_ONLY)
