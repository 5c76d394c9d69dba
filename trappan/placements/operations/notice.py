"""Note that somebody will not come on a day, and pass on the reason for an absence."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.placements.models import Notice, Placement, Session, ToldReason
from trappan.placements.operations.placement import OUTSIDE, refuse_outside_placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def tell_beforehand(*, placement: Placement, day: date, today: date, reason: str = "", note: str = "") -> None:
    """Note that somebody will not come on a day, before they are missed; the reason is passed on."""
    refuse_outside(
        day,
        "day",
        first=today,
        early=_("That day has passed: it is marked, not told beforehand."),
        last=placement.last_on,
        late=OUTSIDE,
    )
    if not Session.objects.filter(placement=placement, day=day, state=Session.State.HELD).exists():
        raise Refused(_("There is no time in the schedule on that day."), "day")
    with refusing(NO):
        Notice.objects.create(placement=placement, person_id=placement.person_id, unit_id=placement.unit_id, day=day)
    if reason:
        tell_reason(placement=placement, day=day, reason=reason, note=note)
    record("placements.tell_beforehand", placement.person_id, scope=Scope.ACTIVITY, unit_id=placement.unit_id, day=day)


@transaction.atomic
def tell_reason(*, placement: Placement, day: date, reason: str, note: str = "") -> None:
    """Pass on the reason for an absence as it was told; a site that passes it on cannot read it."""
    refuse_outside_placement(placement, day, "day")
    # In SQL, since `create` asks for the new row's number, and a site may not read the row.
    values: list[Any] = [placement.pk, placement.person_id, placement.unit_id, day, reason, note]
    with refusing(NO):
        database.execute(
            f"INSERT INTO {ToldReason._meta.db_table} (placement_id, person_id, unit_id, day, reason, note) "
            "VALUES (%s, %s, %s, %s, %s, %s)",
            values,
        )
    record("placements.tell_reason", placement.person_id, scope=Scope.PLAN, unit_id=placement.unit_id, day=day)
