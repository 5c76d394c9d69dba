"""Give one person other times on one day, and take that back."""

from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import SeatUse
from trappan.history.record import record
from trappan.placements.models import DayChange, Placement
from trappan.placements.operations.placement import OUTSIDE, refuse_overlap
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.letters import week_letter
from trappan.schedules.week import MINUTES_A_DAY, Part, Week
from trappan.secrecy.scopes import Scope


@transaction.atomic
def change_day(*, placement: Placement, day: date, today: date, part: Part | None = None) -> DayChange:
    """Agree on other times for one day to come, or that the person is not there (`part` None).

    Refused: a day that has passed or lies outside the placement, one without a session that is held, times
    without a free place, and times at which the person is somewhere else.
    """
    refuse_outside(
        day,
        "day",
        first=max(today, placement.starts_on),
        early=_("Other times are agreed beforehand. Choose today or a day to come.") if day < today else OUTSIDE,
        last=placement.last_on,
        late=OUTSIDE,
    )
    if part is not None and part.weekday != day.weekday():
        raise Refused(_("The times are for another weekday than the day."), "times")
    if part is not None:
        part = replace(part, weeks=week_letter(day))
        meant = Week((part,))
        refuse_overlap(placement.person_id, meant, day, day + timedelta(days=1), leaving=placement, field="times")
    start = part.start % MINUTES_A_DAY if part else None
    end = start + part.minutes if part and start is not None else None
    with refusing(NO):
        if part is not None:
            SeatUse.objects.create(
                activity_id=placement.activity_id,
                seat=placement.seat,
                starts_at=part.start,
                ends_at=part.end,
                weeks=part.weeks,
                starts_on=day,
                ends_on=day + timedelta(days=1),
                once=True,
            )
        made = DayChange.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            day=day,
            starts_at=start,
            ends_at=end,
        )
    record("placements.change_day", placement.person_id, scope=Scope.ACTIVITY, unit_id=placement.unit_id, day=day)
    return made


@transaction.atomic
def take_back_day(*, change: DayChange) -> None:
    """Take back other times on a day to come: it is as the week says, and the place held is free."""
    call("placements_take_back_day", change.pk, sentences=NO)
    record("placements.take_back_day", change.person_id, scope=Scope.ACTIVITY, unit_id=change.unit_id, day=change.day)
