"""Ask for an extract, decide it, and withdraw it: two persons, never one."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.insight.extract.columns import dictionary
from trappan.insight.models import Extract
from trappan.insight.operations.refusals import NO
from trappan.refusals import call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor


@transaction.atomic
def ask_extract(*, by: Actor, columns: list[str], ends_on: date, **about: Any) -> Extract:
    """Ask for an extract of some columns of some months, for a project, open until a day; another decides it.

    The data dictionary is what the columns are called now. Refused: a last day that is over.
    """
    refuse_outside(day_before(ends_on), "ends_on", first=by.today, early=_("That day is over."))
    with refusing(NO):
        made = Extract.objects.create(
            municipality_id=by.organisation_id, columns=columns, ends_on=ends_on, words=dictionary(columns), **about
        )
    record("insight.ask_extract", extract=made.pk)
    return made


@transaction.atomic
def decide_extract(*, extract: Extract, outcome: str, reason: str) -> None:
    """Grant or refuse an extract, once, with the reason; granted, the worker makes the file.

    Refused: by whoever asked for it, in whatever membership, and where its last day is over.
    """
    call("insight_decide_extract", extract.pk, outcome, reason, sentences=NO)
    record("insight.decide_extract", extract=extract.pk, outcome=outcome)


@transaction.atomic
def withdraw_extract(*, extract: Extract, reason: str) -> None:
    """Withdraw an extract that was granted: nobody opens its file any more, and the worker takes it away."""
    call("insight_withdraw_extract", extract.pk, reason, sentences=NO)
    record("insight.withdraw_extract", extract=extract.pk)
