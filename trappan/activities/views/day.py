"""The supervisor's day."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.models import Attendance, Placement, SeatUse
from trappan.refusals import Refused
from trappan.schedules.week import Part
from trappan.secrecy.rights import Request, may


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
