"""Offer times of a meeting to choose among, read what was answered, and withdraw the offer."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case, Meeting, MeetingOffer
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.meeting import is_successor, refuse_closed_day
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Overtaken, Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def offer_times(
    *,
    case: Case,
    by: Actor,
    starts: list[datetime],
    until: date,
    minutes: int,
    how: str,
    purpose: str,
    place: str = "",
    interpreter: str = "",
    meeting: Meeting | None = None,
    closed_day: bool = False,
) -> MeetingOffer:
    """Offer the person two to five times, of a new meeting or instead of one that is booked (`meeting`).

    What the colleague offered before ends. `until` is the day after the last day of answering. Refused at a time that
    has passed or where the colleague is in another meeting; warned of on a day on which we are closed (`closed_day`).
    """
    refuse_closed(case)
    if meeting is not None:
        # Before the line of bookings, as whoever moves it.
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    # In line with what one books, and offers, at the same moment (operations/meeting.py).
    database.lock("cases.meeting", by.membership_id)
    if len(starts) != len(set(starts)):
        raise Refused(_("The same time stands there twice."), "day_1")
    for number, moment in enumerate(starts, 1):
        if moment <= now():
            raise Refused(_("A meeting is booked for a time to come."), f"day_{number}")
        if not closed_day:
            refuse_closed_day(moment)
        refuse_taken(by, moment, minutes, f"day_{number}", meeting)
    if until <= by.today or until > localtime(max(starts)).date() + timedelta(days=1):
        raise Refused(_("Write a day from today to the last of the times."), "until")
    if meeting is not None:
        refuse_to_move(meeting, by)
    with refusing(NO):
        offer = MeetingOffer.objects.create(
            person_id=case.person_id,
            case=case,
            colleague_id=by.membership_id,
            starts=sorted(starts),
            until=until,
            minutes=minutes,
            how=how,
            place=place,
            purpose=purpose,
            interpreter=interpreter,
            meeting=meeting,
        )
    record("cases.offer_times", case.person_id, scope=Scope.PLAN, offer=offer.pk, times=len(starts))
    return offer


def refuse_to_move(meeting: Meeting, by: Actor) -> None:
    """Refuse to offer other times instead of a meeting that is over, or a colleague's."""
    if meeting.outcome or meeting.starts_at <= now():
        raise Refused(_("Something has already been said of the meeting, or its time has passed."))
    if meeting.colleague_id != by.membership_id and not is_successor(meeting, by):
        raise Refused(_("The meeting is a colleague's: ask them to move it, or book one of your own."))


def refuse_taken(by: Actor, starts_at: datetime, minutes: int, field: str, but: Meeting | None) -> None:
    """Refuse to offer a time at which the colleague is in another meeting."""
    ends_at = starts_at + timedelta(minutes=minutes)
    taken = Meeting.objects.filter(colleague_id=by.membership_id, starts_at__lt=ends_at, ends_at__gt=starts_at)
    if but is not None:
        taken = taken.exclude(pk=but.pk)
    if taken.exclude(outcome__in=["moved", "cancelled"]).exists():
        raise Refused(_("You are in another meeting then. Choose another time."), field)


@transaction.atomic
def read_answer(*, offer: MeetingOffer, edition: str) -> None:
    """Say that one has read what the person answered; refused where that is another answer than one saw (`edition`)."""
    found = MeetingOffer.objects.select_for_update().get(pk=offer.pk)
    if answer_of(found) != edition:
        raise Overtaken(_("The person has answered anew meanwhile. Read what stands there now."))
    if found.read_at is not None:
        return
    MeetingOffer.objects.filter(pk=offer.pk).update(read_at=now())
    record("cases.read_answer", offer.person_id, scope=Scope.PLAN, offer=offer.pk)


def answer_of(offer: MeetingOffer) -> str:
    """Return which answer an offer has, as a page that shows it sends back: when, and what is booked by it."""
    return f"{offer.answered_at:%Y%m%d%H%M%S.%f}-{offer.meeting_id or 0}" if offer.answered_at else ""


@transaction.atomic
def withdraw_offer(*, offer: MeetingOffer) -> None:
    """Take back times that are offered; a meeting that is booked stands."""
    if not MeetingOffer.objects.filter(pk=offer.pk, ended_at=None).update(ended_at=now()):
        raise Refused(_("The offer has ended already."))
    record("cases.withdraw_offer", offer.person_id, scope=Scope.PLAN, offer=offer.pk)
