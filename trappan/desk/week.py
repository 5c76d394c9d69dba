"""The current week of a person: what is planned day by day, and how much of it the person was there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from trappan.attendance.models import Attendance
from trappan.database.written import place_of_day
from trappan.placements.models import Placement, Session
from trappan.plans.models import PlanPart
from trappan.plans.weekly import LOOKS
from trappan.schedules.week import Part, part_of

WIDTH = 240  # units of the bars' drawing
# How what goes on at a site is coloured, by what kind of activity it is.
SITES = {"language": "k-language", "ability": "k-ability", "job_search_conditions": "k-search"}
# Written out: putting the question together took longer than answering it.
SESSIONS = """(
SELECT jsonb_agg(jsonb_build_object(
  'day', s.day, 'starts_at', s.starts_at, 'ends_at', s.ends_at, 'minutes', s.minutes, 'state', s.state,
  'told', (SELECT jsonb_build_object('mark', t.mark, 'attended', t.attended, 'away',
      t.excused + t.unexcused + t.undecided, 'unmarked', t.unmarked)
    FROM attended_time t WHERE t.placement_id = s.placement_id AND t.day = s.day)
) ORDER BY s.day, s.starts_at)
FROM placements_session s WHERE s.placement_id = placements_placement.id AND s.day >= %s AND s.day < %s)"""


@dataclass
class Block:
    """A stretch of a day: hours, what it is, how it is coloured, and what became of it."""

    name: str
    look: str
    times: Part
    said: str = ""
    mark: str = ""


@dataclass
class Day:
    """A day of the week with its blocks, the earliest first."""

    day: date
    is_today: bool
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Line:
    """One part of the week in minutes: planned, there, away and not marked of what has been."""

    name: str
    look: str
    planned: int = 0
    attended: int = 0
    away: int = 0
    unmarked: int = 0


@dataclass(frozen=True)
class Segment:
    """A stretch of a bar, in units of the drawing."""

    x: str
    width: str
    look: str


@dataclass
class WeekShown:
    """The week as it is drawn and as it is told; bars only for those who may know of the attendance."""

    number: int
    days: list[Day]
    lines: list[Line]
    target: int | None

    def total(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)

    @property
    def planned(self) -> int:
        return self.total("planned")

    @property
    def attended(self) -> int:
        return self.total("attended")

    @property
    def unmarked(self) -> int:
        return self.total("unmarked")

    @property
    def been(self) -> int:
        """Return the minutes that have been and are marked: those that the attendance is told of."""
        return self.attended + self.total("away")

    @property
    def scale(self) -> int:
        """Return the minutes that a whole bar stands for: a fifth more than the most there is."""
        return max(self.planned, self.target or 0, self.been, 60) * 6 // 5

    def width(self, minutes: int) -> float:
        return minutes * WIDTH / self.scale

    @property
    def goal(self) -> str:
        return f"{self.width(self.target or 0):.1f}"

    def bar(self, *names: str) -> list[Segment]:
        """Lay the parts beside each other; what the person was away from is `missed`."""
        at, found = 0.0, []
        for line in self.lines:
            for name in names:
                if wide := self.width(getattr(line, name)):
                    look = "missed" if name == "away" else line.look
                    found.append(Segment(f"{at:.1f}", f"{max(wide - 1, 1):.1f}", look))
                    at += wide
        return found

    @property
    def planned_bar(self) -> list[Segment]:
        return self.bar("planned")

    @property
    def attended_bar(self) -> list[Segment]:
        return self.bar("attended", "away")


def week_of(
    placements: Sequence[Placement], parts: Sequence[dict[str, Any]], target: int | None, today: date
) -> WeekShown:
    """Gather this week: the sessions of the placements, and what else the plan holds.

    Where sessions are planned they say what is done at a site; until then the plan's own parts do, those of this week
    where they are every other. Kinds that the
    rules do not count are drawn in their day and not added.
    """
    monday = today - timedelta(days=today.weekday())
    days = [Day(monday + timedelta(days=at), monday + timedelta(days=at) == today) for at in range(7)]
    lines: dict[object, Line] = {}
    words = dict(Attendance.Mark.choices)
    at_sites = False
    for placement in placements:
        activity = placement.activity
        line = Line(activity.name, SITES.get(activity.kind, "k-work"))
        for one in getattr(placement, "this_week", None) or []:
            at_sites = True
            told, mark = one["told"] or {}, (one["told"] or {}).get("mark") or ""
            held = one["state"] == Session.State.HELD
            said = words.get(mark, "") if held else Session.State(one["state"]).label
            day = days[(date.fromisoformat(one["day"]) - monday).days]
            times = Part(one["starts_at"], one["ends_at"])
            day.blocks.append(Block(activity.name, line.look if held else "k-none", times, str(said), mark))
            if held:
                line.planned += one["minutes"]
            line.attended += told.get("attended") or 0
            line.away += told.get("away") or 0
            line.unmarked += told.get("unmarked") or 0
            lines[placement.pk] = line
    for part in parts:
        if (part["kind"] == PlanPart.Kind.ACTIVITY and at_sites) or not part["now"]:
            continue
        name, look = part["title"] or str(PlanPart.Kind(part["kind"]).label), LOOKS[part["kind"]]
        stretch = part_of(part["starts_at"], part["ends_at"])
        if not part["uncounted"]:
            lines.setdefault((name, look), Line(name, look)).planned += stretch.minutes if stretch else part["minutes"]
        if stretch is not None:
            days[stretch.weekday].blocks.append(Block(name, look, stretch))
    for day in days:
        day.blocks.sort(key=lambda block: block.times.start)
    shown = [day for at, day in enumerate(days) if at < 5 or day.blocks]
    return WeekShown(monday.isocalendar().week, shown, list(lines.values()), target)


def sessions_asked() -> RawSQL:
    """Ask for a placement's sessions from `monday` to `next_monday`, each with what `attended_time` says of it."""
    days = [place_of_day("monday"), place_of_day("next_monday")]
    return RawSQL(SESSIONS, days, JSONField())  # noqa: S611  # our own text; the two days are handed over apart from it
