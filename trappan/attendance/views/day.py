"""The supervisor's day: the whole list in one form, sent once, also after the network has been gone."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.models import Attendance, AttendedTime
from trappan.history import once
from trappan.history.record import record
from trappan.placements import operations as placements
from trappan.placements.forms import NoticeForm
from trappan.placements.models import Notice, Placement, Session
from trappan.placements.proposals import proposals
from trappan.plans.models import Goal
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may, refuse_without

AWAY = (Attendance.Mark.TOLD, Attendance.Mark.NOT_TOLD)


MOST_KEY = 50  # characters of the key that the device looks for
MOST = 500  # characters of what was seen
MOST_WHY = 300  # characters of why a mark is changed


@dataclass(frozen=True)
class Entry:
    """One of the list: the session, what stands chosen and typed, and whether a colleague marked otherwise.

    `new` is somebody who is still to be introduced.
    """

    row: AttendedTime
    told: bool
    differs: bool
    new: bool
    goals: list[Goal]
    chosen: str
    minutes: str
    saw: str
    goal: str


@may("attendance.see_day")
def day(request: Request) -> HttpResponse:
    """Show the list of the own site for a day, and take its marks all at once."""
    today = request.actor.today
    shown = min(read_day(request.GET.get("day", ""), today), today)
    refusal = ""
    paper = bool(request.GET.get("paper") or request.POST.get("paper"))
    if request.method == "POST":
        refuse_without(request, "attendance.record_attendance")
        try:
            conflicts = operations.mark_day(
                by=request.actor,
                day=shown,
                marks=read_marks(request),
                rest=read_rest(request),
                seen=read_seen(request),
                why=request.POST.get("why", "").replace("\0", "")[:MOST_WHY],
                from_paper=paper,
            )
        except Refused as refused:
            refusal = str(refused)
        else:
            return HttpResponseRedirect(answer(request, shown, conflicts))
    rows = rows_of(request, shown)
    expected = set(
        Notice.objects.filter(unit_id=request.actor.unit_id, day=shown).values_list("placement_id", flat=True)
    )
    differing = set(re.findall(r"\d+", request.GET.get("differs", "")))
    goals: dict[int, list[Goal]] = {}
    for goal in Goal.objects.open().filter(person__in=[row.person_id for row in rows]):
        goals.setdefault(goal.person_id, []).append(goal)
    typed = request.POST if refusal else QueryDict()
    new = operations.not_introduced([row.placement_id for row in rows], shown)
    listed = [
        Entry(
            row=row,
            told=row.placement_id in expected,
            differs=str(row.placement_id) in differing,
            new=row.placement_id in new,
            goals=goals.get(row.person_id, []),
            chosen=chosen(typed, row, row.placement_id in expected),
            minutes=typed.get(f"minutes-{row.placement_id}", ""),
            saw=typed.get(f"saw-{row.placement_id}", ""),
            goal=typed.get(f"goal-{row.placement_id}", ""),
        )
        for row in rows
        if row.state == Session.State.HELD
    ]
    record("attendance.see_day", unit_id=request.actor.unit_id, kind="read", day=shown, found=len(rows))
    context = {
        "day": shown,
        "today": today,
        "rows": rows,
        "refusal": refusal,
        "conflicts": [one for one in listed if one.differs],
        "waiting": [one for one in listed if not one.row.mark],
        "paper": paper,
        "rest": sum(not one.row.mark and not one.new and not one.told for one in listed),
        "why": typed.get("why", ""),
        "proposed": len(proposals()),
        "done": [one for one in listed if one.row.mark],
        "neutral": [row for row in rows if row.state != Session.State.HELD],
        "before": shown - timedelta(days=1),
        "after": shown + timedelta(days=1),
        "marks": [
            (Attendance.Mark.PRESENT.value, _("Here")),
            (Attendance.Mark.TOLD.value, _("Away, has told us")),
            (Attendance.Mark.NOT_TOLD.value, _("Away, has not told us")),
        ],
    }
    return render(request, "attendance/day.html", context, status=422 if refusal else 200)


def answer(request: Request, shown: date, conflicts: list[AttendedTime]) -> str:
    """Return where to go when marks are taken: it says which key they came under, and what differs."""
    if not conflicts:
        messages.success(request, _("Saved."))
    about = {"day": str(shown)}
    if sent := once.key_of(request)[:MOST_KEY]:
        about["sent"] = sent
    if conflicts:
        about["differs"] = ",".join(str(row.placement_id) for row in conflicts)
    return f"{request.path}?{urlencode(about)}"


@may("attendance.record_attendance")
def notice(request: Request) -> HttpResponse:
    """Note, as the site, that somebody will not come on a day to come."""
    today = request.actor.today
    expected = (
        Placement.objects.lasting(today)
        .filter(unit_id=request.actor.unit_id, agreed=True)
        .select_related("person", "activity")
        .order_by("person__sort")
    )
    form = NoticeForm(request.POST or None, day=today, placements=expected, initial={"day": today + timedelta(days=1)})
    if form.is_valid() and carry_out(form, placements.tell_beforehand, today=today, **form.cleaned_data):
        messages.success(request, _("Noted. It stands on that day's list."))
        return redirect("attendance:day")
    record("attendance.see_notice", unit_id=request.actor.unit_id, kind="read", found=len(expected))
    return render(request, "attendance/notice.html", {"form": form}, status=422 if form.errors else 200)


def chosen(typed: QueryDict, row: AttendedTime, told: bool) -> str:
    """Return the mark that stands chosen: what was typed before a refusal, what is saved, what was told."""
    if typed:
        return str(typed.get(f"mark-{row.placement_id}", ""))
    return row.mark or (Attendance.Mark.TOLD.value if told else "")


def read_day(text: str, today: date) -> date:
    """Read the day that the address names; anything else, or long ago, is today."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return day if day is not None and day.year >= 2000 else today


def read_marks(request: Request) -> list[operations.Mark]:
    """Read what is chosen in the list; minutes alone say that the person was here a part of it."""
    found = []
    for name, value in request.POST.items():
        kind, _dash, number = name.partition("-")
        if kind not in ("mark", "minutes") or not number.isdecimal() or len(number) > 18:
            continue
        minutes = request.POST.get(f"minutes-{number}", "").strip()
        if kind == "minutes" and (not minutes or f"mark-{number}" in request.POST):
            continue
        if minutes and not (minutes.isdecimal() and len(minutes) < 5):
            raise Refused(_("Write how many minutes the person was here, as a number."))
        if minutes and kind == "mark" and value in AWAY:
            raise Refused(_("Somebody who was absent has no minutes. Choose either."))
        found.append(
            operations.Mark(
                int(number),
                Attendance.Mark.PARTLY if minutes else str(value),
                int(minutes) if minutes else None,
                request.POST.get(f"seen-{number}", ""),
            )
        )
    return found


def read_rest(request: Request) -> set[int]:
    """Read whom *all others are here* concerns: those that this very page showed unmarked."""
    if not request.POST.get("rest"):
        return set()
    shown = (
        name.removeprefix("seen-") for name, value in request.POST.items() if name.startswith("seen-") and not value
    )
    return {int(number) for number in shown if number.isdecimal() and len(number) <= 18}


def read_seen(request: Request) -> list[operations.Seen]:
    """Read what was written of somebody; an empty field says nothing."""
    found = []
    for name, value in request.POST.items():
        kind, _dash, number = name.partition("-")
        text = str(value).replace("\0", "").replace("\r\n", "\n").strip()
        if kind == "saw" and number.isdecimal() and len(number) <= 18 and text:
            if len(text) > MOST:
                raise Refused(_("Write what you saw in at most %(most)s characters.") % {"most": MOST})
            goal = request.POST.get(f"goal-{number}", "")
            known = int(goal) if goal.isdecimal() and len(goal) <= 18 else None
            found.append(operations.Seen(int(number), text, known))
    return found


def rows_of(request: Request, shown: date) -> list[AttendedTime]:
    """Return those expected at the site on a day, in order of name."""
    return list(
        AttendedTime.objects.filter(unit_id=request.actor.unit_id, day=shown)
        .select_related("person", "activity", "placement")
        .order_by("person__sort", "person_id", "starts_at")
    )
