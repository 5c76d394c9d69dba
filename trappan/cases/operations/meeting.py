"""Book, move and cancel meetings, and say what became of them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Meeting
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def book_meeting(
    *,
    case: Case,
    by: Actor,
    starts_at: datetime,
    minutes: int,
    how: str,
    purpose: str,
    place: str = "",
    interpreter: str = "",
    moved_from: Meeting | None = None,
) -> Meeting:
    """Book a meeting between the colleague and the person; refused in the past or while in another."""
    refuse_closed(case)
    if starts_at <= now():
        raise Refused(_("A meeting is booked for a time to come."), "day")
    # Two of a colleague's own at the same moment stand in line; the second is told of the first.
    database.lock("cases.meeting", by.membership_id)
    with refusing(NO):
        meeting = Meeting.objects.create(
            person_id=case.person_id,
            case=case,
            colleague_id=by.membership_id,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=minutes),
            how=how,
            place=place,
            purpose=purpose,
            interpreter=interpreter,
            moved_from=moved_from,
        )
    record("cases.book_meeting", case.person_id, scope=Scope.PLAN, meeting=meeting.pk, starts_at=starts_at)
    return meeting


@transaction.atomic
def tell_meeting(*, meeting: Meeting, outcome: str) -> None:
    """Say that the person came or did not come, once the meeting has begun; or cancel it before."""
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if found.outcome and found.outcome not in ("came", "missed"):
        raise Refused(_("The meeting has been moved or cancelled."))
    if outcome in ("came", "missed") and found.starts_at > now():
        raise Refused(_("The meeting has not been held yet."), "outcome")
    if outcome == Meeting.Outcome.CANCELLED and found.starts_at <= now():
        raise Refused(_("The time has passed: say whether the person came."), "outcome")
    Meeting.objects.filter(pk=meeting.pk).update(outcome=outcome)
    record("cases.tell_meeting", meeting.person_id, scope=Scope.PLAN, meeting=meeting.pk, outcome=outcome)


@transaction.atomic
def move_meeting(*, meeting: Meeting, by: Actor, starts_at: datetime) -> Meeting:
    """Move a meeting to another time: the old one stays as moved, the new one says from where."""
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if found.outcome:
        raise Refused(_("Something has already been said of the meeting. Book a new one."))
    if found.colleague_id != by.membership_id:
        raise Refused(_("The meeting is a colleague's: ask them to move it, or book one of your own."))
    Meeting.objects.filter(pk=found.pk).update(outcome=Meeting.Outcome.MOVED)
    record("cases.move_meeting", found.person_id, scope=Scope.PLAN, meeting=found.pk)
    return book_meeting(
        case=found.case,
        by=by,
        starts_at=starts_at,
        how=found.how,
        place=found.place,
        minutes=round((found.ends_at - found.starts_at).total_seconds() / 60),
        purpose=found.purpose,
        interpreter=found.interpreter,
        moved_from=found,
    )
