"""Say how a day went."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Attendance, Placement, SeatUse, week_of_seat
from trappan.activities.operations.sentences import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def record_attendance(
    *, placement: Placement, day: date, today: date, mark: str, minutes: int | None = None
) -> Attendance:
    """Say how one day of a placement went. Saying it again corrects it.

    Present counts the whole scheduled time; partly takes minutes within it. Refused: a day to
    come, a day outside the placement, a weekday without a session.
    """
    if day > today:
        raise Refused(_("The day has not come yet."), "day")
    if not placement.covers(day):
        raise Refused(_("That day is outside the placement."), "day")
    parts = week_of_seat(list(SeatUse.objects.filter(seat=placement.seat))).on(day)
    scheduled = sum(part.minutes for part in parts)
    if not scheduled:
        raise Refused(_("There is no time in the schedule on that weekday."), "day")
    present = {Attendance.Mark.PRESENT: scheduled, Attendance.Mark.PARTLY: minutes or 0}
    counted = present.get(Attendance.Mark(mark), 0)
    if counted > scheduled:
        raise Refused(_("The minutes are more than the day's schedule holds."), "minutes")
    said = {"mark": mark, "minutes": counted}
    marked = Attendance.objects.filter(placement=placement, day=day)
    with refusing(NO):
        if not marked.update(**said):
            Attendance.objects.create(
                placement=placement,
                day=day,
                person_id=placement.person_id,
                unit_id=placement.unit_id,
                **said,
            )
    record(
        "activities.record_attendance", placement.person_id, scope=Scope.ACTIVITY,
        unit_id=placement.unit_id, day=day, mark=mark,
    )  # fmt: skip
    return marked.get()
