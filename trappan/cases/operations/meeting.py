"""Book, move and cancel meetings, and say what became of them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Meeting
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.schedules.models import Day
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

FRIDAY = 4


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
    closed_day: bool = False,
    elsewhere: bool = False,
) -> Meeting:
    """Book a meeting between the colleague and the person; refused in the past or while in another.

    Warned of, and booked where that is meant all the same: a day on which we are closed (`closed_day`),
    and a time at which the person is in another meeting or expected at an activity (`elsewhere`).
    """
    refuse_closed(case)
    if starts_at <= now():
        raise Refused(_("A meeting is booked for a time to come."), "day")
    ends_at = starts_at + timedelta(minutes=minutes)
    if not closed_day:
        refuse_closed_day(starts_at)
    if not elsewhere:
        refuse_two_meetings(case.person_id, by, starts_at, ends_at)
    # Two of a colleague's own at the same moment stand in line; the second is told of the first.
    database.lock("cases.meeting", by.membership_id)
    with refusing(NO):
        meeting = Meeting.objects.create(
            person_id=case.person_id,
            case=case,
            colleague_id=by.membership_id,
            starts_at=starts_at,
            ends_at=ends_at,
            how=how,
            place=place,
            purpose=purpose,
            interpreter=interpreter,
            moved_from=moved_from,
            elsewhere=elsewhere,
        )
    record("cases.book_meeting", case.person_id, scope=Scope.PLAN, meeting=meeting.pk, starts_at=starts_at)
    return meeting


def refuse_closed_day(starts_at: datetime) -> None:
    """Warn of a meeting on a weekend, a public holiday or an eve."""
    day = Day.objects.filter(day=localtime(starts_at).date()).first()
    if day is not None and (day.weekday > FRIDAY or day.holiday or day.eve):
        raise Refused(
            _("That day is %(day)s, and we are closed. Choose another day, or meet on that day all the same.")
            % {"day": day.holiday or day.eve or date_format(day.day, "l")},
            "closed_day",
        )


def refuse_two_meetings(person_id: int, by: Actor, starts_at: datetime, ends_at: datetime) -> None:
    """Warn of a meeting while the person is in another one, with a colleague."""
    about = Meeting.objects.filter(person_id=person_id, outcome="", starts_at__lt=ends_at, ends_at__gt=starts_at)
    other = about.exclude(colleague_id=by.membership_id).select_related("colleague__colleague").first()
    if other is not None:
        raise Refused(
            _("The person has a meeting with %(name)s %(at)s. Choose another time, or book it all the same.")
            % {"name": other.colleague.colleague.name, "at": f"{localtime(other.starts_at):%H.%M}"},
            "elsewhere",
        )


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
    with refusing(NO):
        Meeting.objects.filter(pk=meeting.pk).update(outcome=outcome)
    record("cases.tell_meeting", meeting.person_id, scope=Scope.PLAN, meeting=meeting.pk, outcome=outcome)


@transaction.atomic
def keep_meeting(*, meeting: Meeting) -> None:
    """Keep a meeting to come though the person is expected somewhere else then: that is no longer warned of."""
    kept = Meeting.objects.filter(pk=meeting.pk, outcome="", starts_at__gt=now()).update(elsewhere=True)
    if not kept:
        raise Refused(_("Something has already been said of the meeting, or its time has passed."))
    record("cases.keep_meeting", meeting.person_id, scope=Scope.PLAN, meeting=meeting.pk)


def is_successor(meeting: Meeting, by: Actor) -> bool:
    """Tell whether a meeting is the colleague's to move: theirs now is the case that somebody else had.

    Whoever booked it has left, or sits in the case no longer.
    """
    case, before = meeting.case, meeting.colleague
    sits = (case.responsible_id, case.social_worker_id)
    gone = before.ends_on is not None and before.ends_on <= by.today
    return by.membership_id in sits and (gone or before.pk not in sits)


@transaction.atomic
def move_meeting(
    *, meeting: Meeting, by: Actor, starts_at: datetime, closed_day: bool = False, elsewhere: bool = False
) -> Meeting:
    """Move a meeting to another time: the old one stays as moved, the new one says from where."""
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    # Before what ends with the meeting, as whoever offers times (operations/meeting_offer.py).
    database.lock("cases.meeting", by.membership_id)
    if found.outcome:
        raise Refused(_("Something has already been said of the meeting. Book a new one."))
    if found.colleague_id != by.membership_id and not is_successor(found, by):
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
        closed_day=closed_day,
        elsewhere=elsewhere,
    )
