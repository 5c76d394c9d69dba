"""Say why a case stands still, and that it moves again."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Stall
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def stall(*, case: Case, reason: str, starts_on: date, today: date, note: str = "") -> Stall:
    """Say why the case waits, from a day on; the reason before it ends the same day.

    Refused: a day to come, before the case was opened, or before the reason that it follows.
    Sent twice it is said once.
    """
    refuse_closed(case)
    database.lock("cases.stall", case.pk)
    lasting = Stall.objects.select_for_update().filter(case=case, ends_on=None).first()
    if lasting is not None and (lasting.reason, lasting.note, lasting.starts_on) == (reason, note, starts_on):
        return lasting
    refuse_outside(
        starts_on,
        "starts_on",
        first=lasting.starts_on if lasting else case.opened_on,
        early=_("The present reason began later than that day. Choose a day after it.")
        if lasting
        else _("The case was not open yet on that day."),
        last=today,
        late=_("Choose the day from which it has waited: today or before."),
    )
    if lasting is not None:
        Stall.objects.filter(pk=lasting.pk).update(ends_on=starts_on)
    with refusing(NO):
        made = Stall.objects.create(case=case, person_id=case.person_id, reason=reason, note=note, starts_on=starts_on)
    record("cases.stall", case.person_id, scope=Scope.PLAN, reason=reason)
    return made


@transaction.atomic
def move_on(*, case: Case, ends_on: date, today: date) -> None:
    """Say that the case no longer waits for the reason that was given."""
    lasting = Stall.objects.filter(case=case, ends_on=None).first()
    refuse_outside(
        ends_on,
        "ends_on",
        first=lasting.starts_on if lasting else None,
        early=_("No reason has been given that lasted that day."),
        last=today,
        late=_("Choose the day on which it moved on: today or before."),
    )
    with refusing(NO):
        ended = Stall.objects.filter(Q(ends_on=None), case=case, starts_on__lte=ends_on).update(ends_on=ends_on)
    if not ended:
        raise Refused(_("No reason has been given that lasted that day."), "ends_on")
    record("cases.move_on", case.person_id, scope=Scope.PLAN)
