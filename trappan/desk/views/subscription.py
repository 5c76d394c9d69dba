"""A colleague's meetings, or formal days, as a calendar feed: when, what and a link, and no person."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from trappan import database
from trappan.cases.models import Meeting
from trappan.desk.formal import KINDS
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff import operations
from trappan.staff.models import Subscription

FORMAL = "desk.follow_formal_days"
BACK, AHEAD = timedelta(days=14), timedelta(days=90)


@may("desk.follow_calendar")
def subscription(request: Request) -> HttpResponse:
    """Make the own address of the feed of meetings, shown once; or take it back."""
    return page_of(request, "desk:subscription", formal=False)


@may(FORMAL)
def formal_subscription(request: Request) -> HttpResponse:
    """Make the own address of the feed of formal days, shown once; or take it back."""
    if not reads_terms(request, ours=is_ours(request)):
        raise Http404
    return page_of(request, "desk:formal_subscription", formal=True)


def page_of(request: Request, page: str, *, formal: bool) -> HttpResponse:
    """Answer with the page of the own address, which tells what the feed holds."""
    made: list[str] = []
    known = own(request)
    acts = Acts(request, acts_of(request, known, made))
    if acts.carried_out():
        if not made:
            return redirect(page)
        known = own(request)
        acts = Acts(request, acts_of(request, known, made))  # as they are with the address that was just made
    address = request.build_absolute_uri(reverse("desk:feed", args=made)) if made else ""
    context = {"address": address, "known": known, "acts": acts, "formal": formal}
    return render(request, "desk/subscription.html", context)


def own(request: Request) -> Subscription | None:
    """Return one's own subscription; None where there is none."""
    return Subscription.objects.filter(membership_id=request.actor.membership_id, ended_at=None).first()


def acts_of(request: Request, known: Subscription | None, made: list[str]) -> list[Act]:
    """List what may be done with the own address; a new one is put in `made`, to be shown this once."""
    on = {"membership_id": request.actor.membership_id}
    make = _("Make a new address") if known else _("Make an address")
    return [
        Act("make", lambda **me: made.append(operations.subscribe(**me)), make, on=on, done=""),
        Act("end", operations.unsubscribe, _("Take it back"), on=on, done=""),
    ]


@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the feed to a calendar that knows the address; asked anew each time whether it still holds.

    No session: the address alone opens it, so it tells of nobody. An address that was taken back, or
    whose membership has ended, is answered as one that never was.
    """
    digest = operations.digest_of(token)
    reader = database.row("staff_subscriber", digest)
    if reader is None or not (has(reader, "desk.follow_calendar") or has(reader, FORMAL)):
        raise Http404
    content = calendar_of(request, digest, formal=has(reader, FORMAL))
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer


def calendar_of(request: HttpRequest, digest: str, *, formal: bool) -> bytes:
    """Write the own meetings around today, of whom none is protected, or the formal days that the reader's page has."""
    calendar = Calendar()
    calendar.add("prodid", "-//Trappan//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Trappan")
    moment = now()
    for one in formal_events(request, digest, moment) if formal else ():
        calendar.add_component(one)
    for meeting in database.rows("desk_feed", digest, moment - BACK, moment + AHEAD):
        event = Event()
        event.add("uid", f"meeting-{meeting.id}@trappan")
        event.add("dtstamp", moment)
        event.add("dtstart", meeting.starts_at)
        event.add("dtend", meeting.ends_at)
        how = Meeting.How(meeting.how).label
        event.add("summary", _("%(how)s, case %(number)s") % {"how": how, "number": meeting.number})
        event.add("url", request.build_absolute_uri(reverse("cases:meeting", args=[meeting.id])))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def formal_events(request: HttpRequest, digest: str, moment: datetime) -> Iterator[Event]:
    """Write each formal day as a whole day: what it is about, and of what."""
    for one in database.rows("desk_formal_feed", digest):
        words, page = KINDS[one.kind]
        event = Event()
        event.add("uid", f"{one.kind}-{one.row}@trappan")
        event.add("dtstamp", moment)
        event.add("dtstart", one.day)
        event.add("summary", f"{words}: {one.name}")
        event.add("url", request.build_absolute_uri(reverse(page, args=[one.id])))
        yield event
