"""Write down what is wanting and what is done about it, and what came of that."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.insight.models import Improvement
from trappan.insight.operations.goal import refuse_taken_out
from trappan.insight.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor


@transaction.atomic
def log_improvement(*, by: Actor, today: date, found_on: date, **about: Any) -> Improvement:
    """Write down what is wanting, what is done about it, by whom and until when."""
    refuse_outside(found_on, "found_on", last=today, late=_("The day has not come yet."))
    refuse_taken_out(about.get("goal"), "goal")
    with refusing(NO):
        made = Improvement.objects.create(municipality_id=by.organisation_id, found_on=found_on, **about)
    record("insight.log_improvement", improvement=made.pk)
    return made


@transaction.atomic
def tell_improvement(*, improvement: Improvement, today: date, result: str, done_on: date) -> None:
    """Say what came of it, once."""
    refuse_outside(
        done_on,
        "done_on",
        first=improvement.found_on,
        early=_("It had not been found then."),
        last=today,
        late=_("The day has not come yet."),
    )
    with refusing(NO):
        if not Improvement.objects.filter(pk=improvement.pk, done_on=None).update(result=result, done_on=done_on):
            told = Improvement.objects.filter(pk=improvement.pk).exclude(done_on=None).exists()
            raise Refused(_("Somebody has told what came of it already.") if told else READS_ONLY)
    record("insight.tell_improvement", improvement=improvement.pk)
