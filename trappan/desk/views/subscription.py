"""A colleague's meetings as a calendar feed: time, kind, case number and a link, and no person."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from trappan import database
from trappan.cases.models import Meeting
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff import operations
from trappan.staff.models import Subscription

BACK, AHEAD = timedelta(days=14), timedelta(days=90)


@may("desk.follow_calendar")
def subscription(request: Request) -> HttpResponse:
    """Make the own address of the feed, shown once; or take it back."""
    made: list[str] = []
    known = own(request)
    acts = Acts(request, acts_of(request, known, made))
    if acts.carried_out():
        if not made:
            return redirect("desk:subscription")
        known = own(request)
        acts = Acts(request, acts_of(request, known, made))  # as they are with the address that was just made
    address = request.build_absolute_uri(reverse("desk:feed", args=made)) if made else ""
    return render(request, "desk/subscription.html", {"address": address, "known": known, "acts": acts})


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
    if reader is None or not has(reader, "desk.follow_calendar"):
        raise Http404
    content = calendar_of(request, digest)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer


def calendar_of(request: HttpRequest, digest: str) -> bytes:
    """Write the own meetings around today; those of protected persons are in no feed."""
    calendar = Calendar()
    calendar.add("prodid", "-//Trappan//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Trappan")
    moment = now()
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
