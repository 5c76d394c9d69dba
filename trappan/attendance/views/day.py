"""The supervisor's day: the whole list in one form, sent once, also after the network has been gone."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.attendance import operations
from trappan.attendance.attended import day_at, unmarked_days
from trappan.attendance.forms.day import moment_in_address, read_day, read_marks, read_moment, read_rest, read_seen
from trappan.attendance.models import Attendance, AttendedTime
from trappan.attendance.operations import AWAY
from trappan.database.among import IsAmong
from trappan.history import once
from trappan.history.record import record
from trappan.partnerships.waiting import waiting_for
from trappan.placements import operations as placements
from trappan.placements.forms import NoticeForm
from trappan.placements.models import Notice, Placement, Session
from trappan.plans.models import Goal
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.schedules.clock import now
from trappan.schedules.week import minute_in_words
from trappan.secrecy.rights import Request, may, refuse_without
from trappan.secrecy.scopes import Role

MOST_KEY = 50  # characters of the key that the device looks for
MOST_WHY = 300  # characters of why a mark is changed
LONGEST_TOLD = 200  # signs of the address that tell whose marks were not taken
FILTERED = 16  # people, from which the list can be narrowed
TOLD = {Attendance.Mark.TOLD.value: "yes", Attendance.Mark.NOT_TOLD.value: "no"}
AHEAD = timedelta(days=14)  # of which today's list tells who does not come
LATE = (10, 20, 30)  # minutes after the start that are offered for somebody who came late


@dataclass
class Entry:
    """One of the list: the session, what stands chosen and typed, and whether a colleague marked otherwise.

    `new` is somebody who is still to be introduced, `has_told` one who has said that they do not come, and `word` what
    was said of the day beforehand; `late` are the times offered for somebody who came late, `now` the last of them
    where the session is going on; `look` and `icon` are how the mark is drawn.
    """

    row: AttendedTime
    has_told: bool
    word: str
    differs: bool
    new: bool
    goals: list[Goal]
    chosen: str
    told: str
    came: str
    left: str
    saw: str
    goal: str
    late: list[str]
    now: str
    look: str
    icon: str
    refused: str = ""

    @property
    def field(self) -> str:
        """Name the field of the times, at which a no about them stands."""
        return f"came-{self.row.placement_id}"

    @property
    def hours(self) -> str:
        """Return the hours of the day as 9–12; nothing where no schedule is known."""
        times = self.row.times
        return times.hours_in_words if times else ""

    @property
    def when(self) -> str:
        return _("When did %(name)s come?") % {"name": self.row.person.given_name}

    @property
    def whether(self) -> str:
        return _("Has %(name)s told you?") % {"name": self.row.person.given_name}

    @property
    def page(self) -> str:
        return _("%(name)s’s page") % {"name": self.row.person.given_name}


@dataclass(frozen=True)
class Receipt:
    """What one save marked, in numbers, and when; how it is named where it is taken back."""

    here: int
    part: int
    away: int
    at: datetime

    @property
    def name(self) -> str:
        return moment_in_address(self.at)

    @property
    def in_words(self) -> str:
        """Return the numbers as 22 here, 1 late or left early, 2 away."""
        numbers = (
            (self.here, ngettext("%(many)s here", "%(many)s here", self.here)),
            (self.part, ngettext("%(many)s late or left early", "%(many)s late or left early", self.part)),
            (self.away, ngettext("%(many)s away", "%(many)s away", self.away)),
        )
        return ", ".join(words % {"many": many} for many, words in numbers if many)


# How many people and orders wait for the site's answer, and whether its phones may keep the list: one question.
ABOUT_SITE = """
SELECT (SELECT count(*) FROM placements_proposals()) AS proposed,
  (SELECT count(*) FROM activities_creworder o JOIN activities_activity a ON a.id = o.activity_id
   WHERE a.unit_id = %s AND o.job_id IS NULL AND o.declined = '') AS ordered,
  EXISTS (SELECT FROM attendance_phonelist p WHERE p.unit_id = %s AND p.allowed) AS keeps_list
"""


@may("attendance.see_day")
def day(request: Request) -> HttpResponse:
    """Show the list of the own site for a day, and take its marks all at once."""
    today = request.actor.today
    shown = min(read_day(request.GET.get("day", ""), today), today)
    refusal, field = "", ""
    paper = bool(request.GET.get("paper") or request.POST.get("paper"))
    if request.method == "POST":
        refuse_without(request, "attendance.record_attendance")
        try:
            conflicts, left_out = mark(request, shown, paper)
        except Refused as refused:
            refusal, field = str(refused), refused.field
        else:
            return HttpResponseRedirect(answer(request, shown, conflicts, left_out))
    rows = day_at(request.actor.unit_id, shown)
    said, said_ahead = said_beforehand(request.actor.unit_id, shown, today)
    listed = entries(request, shown, rows, said, request.POST if refusal else QueryDict())
    refused_at = next((one for one in listed if field == one.field), None)
    if refused_at:
        refused_at.refused = refusal
    differing = [one for one in listed if one.differs]
    waiting = [one for one in listed if not one.row.mark]
    (about,) = database.query(ABOUT_SITE, [request.actor.unit_id] * 2)
    record("attendance.see_day", unit_id=request.actor.unit_id, kind="read", day=shown, found=len(rows))
    context = {
        "day": shown,
        "today": today,
        "rows": rows,
        "refusal": refusal,
        "refused_at": refused_at,
        "receipt": None if refusal else receipt_of(request, shown, request.GET.get("saved", "")),
        "unmarked": [one for one in unmarked_days(request.actor.unit_id, today) if one[0] != shown],
        "conflicts": differing,
        "left_out": left_out_of(request, rows, listed),
        "more_left_out": int(more) if re.fullmatch(r"\d{1,3}", more := request.GET.get("more", ""), re.ASCII) else 0,
        "by": who_marked(differing),
        "waiting": waiting,
        "listed": len(listed),
        "marked": len(listed) - len(waiting),
        "narrows": len(listed) >= FILTERED,
        "several": len({row.activity_id for row in rows}) > 1,
        "paper": paper,
        "rest": sum(not one.new and not one.has_told for one in waiting),
        "why": request.POST.get("why", "") if refusal else "",
        "proposed": about.proposed,
        "ordered": about.ordered,
        "keeps_list": about.keeps_list,
        "agreed_to_do": waiting_for(request.actor) if request.actor.role == Role.SITE_LEADER else (),
        "done": [one for one in listed if one.row.mark and not one.differs],
        "said_ahead": said_ahead,
        "neutral": [row for row in rows if row.state != Session.State.HELD],
        "before": shown - timedelta(days=1),
        "after": shown + timedelta(days=1),
        "marks": buttons(),
    }
    return render(request, "attendance/day.html", context, status=422 if refusal else 200)


def said_beforehand(unit_id: int, shown: date, today: date) -> tuple[dict[int, Notice], list[Notice]]:
    """Return what was last said of each placement's day, and on today's list who does not come in the days ahead."""
    until = shown + AHEAD if shown == today else shown
    found = Notice.objects.filter(unit_id=unit_id, day__gte=shown, day__lte=until).select_related("person")
    said = list(found.defer("mandate_id").order_by("day", "person__sort", "pk"))
    of_day = {one.placement_id: one for one in sorted(said, key=lambda one: one.pk) if one.day == shown}
    return of_day, [one for one in said if one.day > shown and one.says == Notice.Says.ABSENT]


def buttons() -> list[tuple[str, str]]:
    """Return the three buttons of a row, each with what it sends."""
    return [(Attendance.Mark.PRESENT.value, _("Here")), (Attendance.Mark.PARTLY.value, _("Late")), (AWAY, _("Away"))]


def mark(request: Request, shown: date, paper: bool) -> tuple[list[AttendedTime], list[int]]:
    """Take the marks that were sent: what differs from a colleague's, and what a device kept and is taken no more."""
    sent = request.POST
    said: dict[str, Any] = {
        "by": request.actor,
        "day": shown,
        "marks": read_marks(sent),
        "rest": read_rest(sent),
        "why": sent.get("why", "").replace("\0", "")[:MOST_WHY],
        "from_paper": paper,
    }
    if sent.get("kept"):
        return operations.mark_kept(**said)
    return operations.mark_day(seen=read_seen(sent), **said), []


def left_out_of(request: Request, rows: list[AttendedTime], listed: list[Entry]) -> list[tuple[str, str]]:
    """Return whose marks, kept on a device, were not taken, each with why; by row number who is not on the list."""
    there = {row.placement_id: row for row in rows}
    entry = {one.row.placement_id: one for one in listed}
    found = []
    for number in sorted({int(one) for one in re.findall(r"\d{1,18}", request.GET.get("refused", "")[:LONGEST_TOLD])}):
        row = there.get(number)
        if row is None:
            found.append(
                (_("No. %(number)s") % {"number": number}, _("is not on this day’s list any more: moved or ended."))
            )
        elif row.state != Session.State.HELD:
            found.append((row.person.name, _("the day is not held: it was cancelled, closed or paused meanwhile.")))
        elif entry[number].new:
            found.append((row.person.name, _("has not been introduced yet. Note the introduction first.")))
        elif entry[number].has_told:
            found.append((row.person.name, _("has said that they do not come. Mark that they have told us.")))
        else:
            found.append((row.person.name, _("the mark or its time did not fit the day. Look, and mark once more.")))
    return found


def entries(
    request: Request, shown: date, rows: list[AttendedTime], beforehand: Mapping[int, Notice], typed: QueryDict
) -> list[Entry]:
    """Return the list of a day, each with what stands chosen: what was typed before a refusal, or what is saved."""
    held = [row for row in rows if row.state == Session.State.HELD]
    differing = set(re.findall(r"\d+", request.GET.get("differs", "")))
    goals: dict[int, list[Goal]] = {}
    for goal in Goal.objects.open().filter(IsAmong("person_id", [row.person_id for row in rows])):
        goals.setdefault(goal.person_id, []).append(goal)
    new = operations.not_introduced([row.placement_id for row in rows], shown)
    moment = localtime(now())
    minute = moment.hour * 60 + moment.minute if shown == request.actor.today else None
    found = []
    for row in held:
        number, notice = row.placement_id, beforehand.get(row.placement_id)
        has_told = notice is not None and notice.says == Notice.Says.ABSENT
        said, (times, going_on) = chosen(typed, row, has_told), late(row, minute)
        look, drawn = LOOKS.get(row.mark, ("", ""))
        found.append(
            Entry(
                row=row,
                has_told=has_told,
                word=said_in_words(notice) if notice else "",
                differs=str(number) in differing,
                new=number in new,
                goals=goals.get(row.person_id, []),
                chosen=said["mark"],
                told=said["told"],
                came=said["came"],
                left=said["left"],
                saw=typed.get(f"saw-{number}", ""),
                goal=typed.get(f"goal-{number}", ""),
                late=times,
                now=going_on,
                look=look,
                icon=drawn,
            )
        )
    return found


def said_in_words(notice: Notice) -> str:
    """Return what was said of a day beforehand, in words; whether the person said it stands with it."""
    if notice.said_by:
        return said_by_another(notice)
    if notice.says == Notice.Says.COMES:
        return _("says: comes")
    if notice.says == Notice.Says.ABSENT:
        return _("says so: not today") if notice.own else _("Has said: not today")
    if notice.minutes is None:
        return _("says: late")
    if notice.minutes > LATE[-1]:
        return _("says: late, more than %(minutes)s minutes") % {"minutes": LATE[-1]}
    return _("says: late, about %(minutes)s minutes") % {"minutes": notice.minutes}


def said_by_another(notice: Notice) -> str:
    """Return what a helper or guardian said of a day, and that it was not the person."""
    by = {"by": notice.get_said_by_display(), "minutes": LATE[-1] if notice.minutes is None else notice.minutes}
    if notice.says == Notice.Says.ABSENT:
        return _("said by %(by)s: not today") % by
    if notice.minutes is not None and notice.minutes <= LATE[-1]:
        return _("said by %(by)s: late, about %(minutes)s minutes") % by
    return _("said by %(by)s: late, more than %(minutes)s minutes") % {**by, "minutes": LATE[-1]}


LOOKS = {
    "present": ("here", "check"),
    "partly": ("time", "clock"),
    "absent_told": ("away", "dash"),
    "absent_not_told": ("away", "dash"),
}


def chosen(typed: QueryDict, row: AttendedTime, has_told: bool) -> dict[str, str]:
    """Return what stands chosen: what was typed before a refusal, what is saved, what was told beforehand."""
    number = row.placement_id
    if typed:
        of_times = [one for one in typed.getlist(f"came-{number}") if one.strip()]
        said = {name: typed.get(f"{name}-{number}", "") for name in ("mark", "told", "left")}
        return {**said, "came": of_times[-1] if of_times else ""}
    mark = row.mark or (Attendance.Mark.TOLD.value if has_told else "")
    came, left = ("" if at is None else minute_in_words(at) for at in (row.came_at, row.left_at))
    return {"mark": AWAY if mark in TOLD else mark, "told": TOLD.get(mark, ""), "came": came, "left": left}


def late(row: AttendedTime, minute: int | None) -> tuple[list[str], str]:
    """Return the times offered for somebody who came late: soon after the start, and now where it is going on.

    `minute` is the minute of the day; None of a day that has passed.
    """
    first, last = row.starts_at or 0, row.ends_at or 0
    going_on = minute is not None and first < minute < last
    return late_times(first, last, minute), minute_in_words(minute) if minute is not None and going_on else ""


def late_times(first: int, last: int, before: int | None = None) -> list[str]:
    """Return the times soon after the start that are offered, within the hours and before a minute of the day."""
    times = [first + after for after in LATE if first + after < last]
    return [minute_in_words(at) for at in times if before is None or at < before]


def who_marked(differing: Sequence[Entry]) -> list[str]:
    """Return the names of the colleagues who marked these meanwhile."""
    if not differing:
        return []
    found = Attendance.objects.filter(placement__in=[one.row.placement_id for one in differing])
    of_day = found.filter(day=differing[0].row.day).select_related("author__colleague")
    return sorted({one.author.colleague.name for one in of_day if one.author})


def receipt_of(request: Request, shown: date, saved: str) -> Receipt | None:
    """Return what stands of the marks that whoever asks saved at one moment; nothing where none does."""
    moment = read_moment(saved)
    if moment is None:
        return None
    marks = Attendance.objects.filter(
        unit_id=request.actor.unit_id, day=shown, author=request.actor.membership_id, at=moment
    )
    many = Counter(LOOKS[mark][0] for mark in marks.values_list("mark", flat=True))
    return Receipt(many["here"], many["time"], many["away"], moment) if many else None


def answer(request: Request, shown: date, conflicts: list[AttendedTime], left_out: list[int]) -> str:
    """Return where to go when marks are taken: under which key they came, when, what differs, what was not taken."""
    saved = moment_in_address(now())
    about = {"day": str(shown)}
    if receipt_of(request, shown, saved):
        about["saved"] = saved
    elif not conflicts and not left_out:
        messages.success(request, _("Saved."))
    if sent := once.key_of(request)[:MOST_KEY]:
        about["sent"] = sent
    if conflicts:
        about["differs"] = ",".join(str(row.placement_id) for row in conflicts)
    if left_out:
        # Whole numbers only: a cut one would be somebody else's. How many did not fit is told beside.
        fits = next(many for many in range(len(left_out), 0, -1) if len(joined(left_out[:many])) <= LONGEST_TOLD)
        about["refused"] = joined(left_out[:fits])
        if fits < len(left_out):
            about["more"] = str(len(left_out) - fits)
    return f"{request.path}?{urlencode(about)}"


def joined(numbers: Sequence[int]) -> str:
    """Write row numbers as an address tells them."""
    return ",".join(str(number) for number in numbers)


@may("attendance.record_attendance")
def undo(request: Request) -> HttpResponse:
    """Take back the marks of the latest save, from its receipt."""
    day = read_day(request.POST.get("day", ""), request.actor.today)
    moment = read_moment(request.POST.get("saved", ""))
    if request.method == "POST" and moment is not None:
        try:
            many = operations.undo_marks(by=request.actor, day=day, at=moment)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            said = ngettext("One mark is taken back.", "%(many)s marks are taken back.", many)
            messages.success(request, said % {"many": many})
    return redirect(f"{reverse('attendance:day')}?day={day}")


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
