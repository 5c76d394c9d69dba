"""Places, placing, ending, and the supervisor's day."""

import re
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import EndForm, PlacementForm
from trappan.activities.models import Activity, Attendance, Placement, SeatUse
from trappan.activities.places import rooms
from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.schedules.week import Part
from trappan.secrecy.rights import Request, may

PAGE = 50  # activities on a page


def open_activities(today: date) -> Any:
    """Return the activities that are open on a day, with their site and organisation."""
    return (
        Activity.objects.filter(Q(ends_on=None) | Q(ends_on__gt=today), starts_on__lte=today)
        .select_related("unit__organisation").order_by("unit__organisation__kind", "name", "pk")
    )  # fmt: skip


@may("activities.list_activities")
def activities(request: Request) -> HttpResponse:
    """Show where there is room, municipal and partner, and since when each is full."""
    listed = open_activities(request.actor.today)
    after = request.GET.get("after", "")
    last = Activity.objects.filter(pk=after).first() if re.fullmatch(r"\d{1,18}", after) else None
    if last is not None:
        kind = last.unit.organisation.kind
        same = Q(unit__organisation__kind=kind)
        listed = listed.filter(
            Q(unit__organisation__kind__gt=kind)
            | same & Q(name__gt=last.name)
            | same & Q(name=last.name, pk__gt=last.pk)
        )
    found = list(listed[: PAGE + 1])
    context = {
        "rooms": rooms(found[:PAGE], request.actor.today), "first_page": last is None,
        "following": found[PAGE - 1].pk if len(found) > PAGE else None,
    }  # fmt: skip
    return render(request, "activities/activities.html", context)


@may("activities.place")
def place(request: Request, person_id: int) -> HttpResponse:
    """Place a person: activity, days and times, from when."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    choices = open_activities(today)
    form = PlacementForm(
        request.POST or None, activities=choices, protected=person.is_protected,
        initial={"starts_on": today + timedelta(days=7 - today.weekday()), "activity": request.GET.get("activity")},
    )  # fmt: skip
    if form.is_valid() and carry_out(
        form, operations.place, person=person, today=today, **form.cleaned_data
    ):
        messages.success(request, _("Placed. The site sees name, aim and schedule, and no more."))
        return redirect("desk:person", person.pk)
    context = {"person": person, "form": form, "rooms": rooms(choices, today)}
    record("activities.see_place", person.pk, scope="plan", kind="read")
    return render(request, "activities/place.html", context, status=422 if form.errors else 200)


@may("activities.place")
def end(request: Request, placement_id: int) -> HttpResponse:
    """End a placement, after saying what happens and who gets to know."""
    placement = get_object_or_404(
        Placement.objects.select_related("person", "activity"), pk=placement_id
    )
    form = EndForm(
        request.POST or None, initial={"ends_on": request.actor.today + timedelta(days=1)}
    )
    if form.is_valid() and carry_out(
        form, operations.end_placement, placement=placement, **form.cleaned_data
    ):
        messages.success(request, _("The placement ends. The place is free from that day."))
        return redirect("desk:person", placement.person_id)
    context = {"placement": placement, "person": placement.person, "form": form}
    return render(request, "activities/end.html", context, status=422 if form.errors else 200)


@may("activities.see_day")
def day(request: Request) -> HttpResponse:
    """Show today's list of the own site, and take marks."""
    today = request.actor.today
    shown = min(read_day(request.GET.get("day", ""), today), today)
    rows = rows_of(request, shown)
    if request.method == "POST":
        try:
            mark_all(request, shown, rows)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect(f"{request.path}?day={shown}")
    waiting = [row for row in rows if row["attendance"] is None]
    context = {
        "day": shown, "today": today, "waiting": waiting,
        "done": [row for row in rows if row["attendance"] is not None], "rows": rows,
        "before": shown - timedelta(days=1), "after": shown + timedelta(days=1),
        "marks": [
            (Attendance.Mark.PRESENT.value, _("Here")), (Attendance.Mark.TOLD.value, _("Away, has told us")),
            (Attendance.Mark.NOT_TOLD.value, _("Away, has not told us")),
        ],
    }  # fmt: skip
    return render(request, "activities/day.html", context)


def read_day(text: str, today: date) -> date:
    """Read the day that the address names; anything else, or long ago, is today."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day is not None and day.year >= 2000 else today


def mark_all(request: Request, shown: date, rows: list[dict[str, Any]]) -> None:
    """Take one mark, or “all others are here” for those without one."""
    mark = request.POST.get("mark", "")
    if mark == "rest":
        chosen, mark = [row for row in rows if row["attendance"] is None], Attendance.Mark.PRESENT
    else:
        wanted = request.POST.get("placement", "")
        chosen = [row for row in rows if str(row["placement"].pk) == wanted]
    if mark not in Attendance.Mark.values or not chosen:
        raise Refused(_("That mark could not be read. Load the page again and mark once more."))
    minutes = request.POST.get("minutes", "")
    if mark == Attendance.Mark.PARTLY and not minutes.isdecimal():
        raise Refused(_("Write how many minutes the person was here, as a number."))
    for row in chosen:
        operations.record_attendance(
            placement=row["placement"],
            day=shown,
            today=request.actor.today,
            mark=mark,
            minutes=int(minutes) if mark == Attendance.Mark.PARTLY else None,
        )


def rows_of(request: Request, shown: date) -> list[dict[str, Any]]:
    """Return those expected at the site on a day, in order of name, with times and mark."""
    placements = list(
        Placement.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=shown), unit_id=request.actor.unit_id, starts_on__lte=shown
        ).select_related("person", "activity").order_by("person__sort")
    )  # fmt: skip
    starts = shown.weekday() * 24 * 60
    seats: dict[Any, list[Part]] = {}
    for use in SeatUse.objects.filter(
        seat__in=[placement.seat for placement in placements],
        starts_at__gte=starts, starts_at__lt=starts + 24 * 60,
    ):  # fmt: skip
        seats.setdefault(use.seat, []).append(Part(use.starts_at, use.ends_at))
    marks = {
        mark.placement_id: mark
        for mark in Attendance.objects.filter(unit_id=request.actor.unit_id, day=shown)
    }
    return [
        {
            "placement": placement, "person": placement.person, "parts": seats[placement.seat],
            "minutes": sum(part.minutes for part in seats[placement.seat]),
            "attendance": marks.get(placement.pk), "is_new": placement.starts_on == shown,
        }
        for placement in placements if placement.seat in seats
    ]  # fmt: skip


@may("activities.see_activity")
def activity(request: Request, activity_id: int) -> HttpResponse:
    """Show one activity: what is done there, how many places, how full."""
    found = get_object_or_404(Activity.objects.select_related("unit__organisation"), pk=activity_id)
    (room,) = rooms([found], request.actor.today)
    return render(request, "activities/activity.html", {"activity": found, "room": room})
