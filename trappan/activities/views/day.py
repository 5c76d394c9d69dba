"""The supervisor's day."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.models import Attendance, AttendedTime, Session
from trappan.refusals import Refused
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
    held = [row for row in rows if row.state == Session.State.HELD]
    context = {
        "day": shown, "today": today, "rows": rows,
        "waiting": [row for row in held if not row.mark], "done": [row for row in held if row.mark],
        "neutral": [row for row in rows if row.state != Session.State.HELD],
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


def mark_all(request: Request, shown: date, rows: list[AttendedTime]) -> None:
    """Take one mark, or “all others are here” for those without one."""
    mark = request.POST.get("mark", "")
    if mark == "rest":
        free = [row for row in rows if not row.mark and row.state == Session.State.HELD]
        chosen, mark = free, Attendance.Mark.PRESENT
    else:
        wanted = request.POST.get("placement", "")
        chosen = [row for row in rows if str(row.placement_id) == wanted]
    if mark not in Attendance.Mark.values or not chosen:
        raise Refused(_("That mark could not be read. Load the page again and mark once more."))
    minutes = request.POST.get("minutes", "")
    if mark == Attendance.Mark.PARTLY and not minutes.isdecimal():
        raise Refused(_("Write how many minutes the person was here, as a number."))
    for row in chosen:
        operations.record_attendance(
            placement=row.placement,
            day=shown,
            by=request.actor,
            mark=mark,
            minutes=int(minutes) if mark == Attendance.Mark.PARTLY else None,
        )


def rows_of(request: Request, shown: date) -> list[AttendedTime]:
    """Return those expected at the site on a day, in order of name."""
    return list(
        AttendedTime.objects.filter(unit_id=request.actor.unit_id, day=shown)
        .select_related("person", "activity", "placement")
        .order_by("person__sort", "person_id", "starts_at")
    )
