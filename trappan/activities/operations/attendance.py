"""Say how a session went, pass a reason on, and find what an absence was."""

from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import (
    Attendance,
    AttendedTime,
    Finding,
    Placement,
    Session,
    ToldReason,
)
from trappan.activities.operations.sentences import NO
from trappan.history.record import record
from trappan.plans.models import Note
from trappan.refusals import Refused, refusing
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Role, Scope


@transaction.atomic
def record_attendance(
    *, placement: Placement, day: date, by: Actor, mark: str, minutes: int | None = None
) -> Attendance:
    """Say how one session of a placement went. Saying it again corrects it, and what stood is kept.

    Present counts the whole session; partly takes minutes within it. Refused: a day to come or
    outside the placement, a day without a session or one that is not held, and for a supervisor a
    day longer ago than the rules' window: a leader corrects that.
    """
    if day > by.today:
        raise Refused(_("The day has not come yet."), "day")
    if not placement.covers(day):
        raise Refused(_("That day is outside the placement."), "day")
    window = timedelta(days=rules_on(by.today).marking_days)
    if day < by.today - window and by.role != Role.SITE_LEADER:
        raise Refused(
            _("That day is longer ago than you mark. The leader of the site can correct it."), "day"
        )
    session = Session.objects.filter(placement=placement, day=day).first()
    if session is None:
        raise Refused(_("There is no time in the schedule on that day."), "day")
    if session.state != Session.State.HELD:
        raise Refused(_("The day is not held: nobody is marked."), "day")
    if mark == Attendance.Mark.PARTLY and not 0 < (minutes or 0) <= session.minutes:
        raise Refused(
            _("Write minutes between 1 and %(all)s, as long as the day is.")
            % {"all": session.minutes},
            "minutes",
        )
    present = {Attendance.Mark.PRESENT: session.minutes, Attendance.Mark.PARTLY: minutes or 0}
    said = {"mark": mark, "minutes": present.get(Attendance.Mark(mark), 0)}
    marked = Attendance.objects.filter(placement=placement, day=day)
    with refusing(NO):
        if not marked.update(**said):
            Attendance.objects.create(
                placement=placement, day=day, person_id=placement.person_id,
                unit_id=placement.unit_id, **said,
            )  # fmt: skip
    record(
        "activities.record_attendance", placement.person_id, scope=Scope.ACTIVITY,
        unit_id=placement.unit_id, day=day, mark=mark,
    )  # fmt: skip
    return marked.get()


@transaction.atomic
def tell_reason(*, placement: Placement, day: date, reason: str, note: str = "") -> None:
    """Pass on the reason for an absence as it was told; a site that passes it on cannot read it."""
    if not placement.covers(day):
        raise Refused(_("That day is outside the placement."), "day")
    # In SQL, since `create` asks for the new row's number, and a site may not read the row.
    values: list[Any] = [placement.pk, placement.person_id, placement.unit_id, day, reason, note]
    with refusing(NO), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {ToldReason._meta.db_table} (placement_id, person_id, unit_id, day, reason, note) "
            "VALUES (%s, %s, %s, %s, %s, %s)", values,
        )  # fmt: skip
    record(
        "activities.tell_reason", placement.person_id, scope=Scope.PLAN, unit_id=placement.unit_id,
        day=day,
    )  # fmt: skip


@transaction.atomic
def find(
    *,
    placement: Placement,
    day: date,
    kind: str,
    reason: str = "",
    conversation: Note | None = None,
) -> Finding:
    """Find, as municipal staff, that an absence had an acceptable reason, or none.

    None only after a conversation about absence with the person, noted in the journal. Refused
    where nobody was away. The latest finding of a day holds; earlier ones stay.
    """
    time = AttendedTime.objects.filter(placement=placement, day=day).first()
    if time is None or not time.undecided + time.excused + time.unexcused:
        raise Refused(_("The person was not marked away that day."), "day")
    if kind == Finding.Kind.EXCUSED and not reason:
        raise Refused(_("Choose the acceptable reason."), "reason")
    if kind == Finding.Kind.UNEXCUSED and conversation is None:
        raise Refused(
            _(
                "Talk with the person first, and note it in the journal as a conversation about absence."
            ),
            "conversation",
        )
    with refusing(NO):
        found = Finding.objects.create(
            placement=placement, person_id=placement.person_id, day=day, kind=kind, reason=reason,
            conversation=conversation,
        )  # fmt: skip
    record("activities.find", placement.person_id, scope=Scope.PLAN, day=day, kind_of=kind)
    return found
