"""A unit in numbers, for its head: own unit only, by number and never by a person's name, as the night counted it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan import database
from trappan.initiatives.models import Landmark, landmarks_between
from trappan.schedules.months import month_of, months_after, next_month
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor

MONTHS = 12
# What an open case waits for, in the order of the way; `placed` waits for nothing.
STAGES = {
    "unassigned": pgettext_lazy("waits for", "A consultant"),
    "unmapped": pgettext_lazy("waits for", "Kartläggning"),
    "unplanned": pgettext_lazy("waits for", "A plan"),
    "waiting": pgettext_lazy("waits for", "A place"),
    "next": pgettext_lazy("waits for", "The next place"),
}
# The parts that every case is in one of: what a consultant's bar shows, and the figures at the top.
GROUPS = {"placed": ("placed",), "seeking": ("waiting", "next"), "unplanned": ("unmapped", "unplanned")}
GROUP_WORDS = {"placed": _("in activity"), "seeking": _("look for a place"), "unplanned": _("no plan yet")}
# What came and went, each by the figure that counts it. What went out is told apart by type too, and never added up:
# work, studies, a step closer.
MOVES = {"in": "cases_opened", "out": "cases_closed"}
TYPES = {"work": "exits_work", "studies": "exits_studies", "closer": "exits_closer"}
FIGURES = MOVES | TYPES
# Of work and studies: what nobody has checked after a month.
UNCHECKED = "unchecked"
WAYS = {
    "in": _("Opened"),
    "out": pgettext_lazy("cases", "Closed"),
    "work": _("To work"),
    "studies": _("To studies"),
    "closer": _("Internship or municipal employment"),
    UNCHECKED: _("To work or studies, not checked yet"),
}
WIDTH = 240  # of a bar, in the drawing's own measure
STANDING = """
SELECT responsible_id, responsible, stage, GROUPING(responsible_id) = 1 AS everybody, count(*) AS cases,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY %(today)s::date - since) AS half, max(%(today)s::date - since) AS longest
FROM insight_own_cases() GROUP BY GROUPING SETS ((responsible_id, responsible, stage), (stage))
"""
# One question: what came and went and how it ended, by the figures, and which months these are built of.
FLOW = """
SELECT m.month::date AS first, COALESCE(e.opened, 0) AS opened, COALESCE(e.closed, 0) AS closed,
  COALESCE(e.work, 0) AS work, COALESCE(e.studies, 0) AS studies, COALESCE(e.closer, 0) AS closer,
  COALESCE(e.unchecked, 0) AS unchecked, b.cutoff
FROM generate_series(%(first)s::timestamp, %(last)s::timestamp, interval '1 month') m (month)
LEFT JOIN (SELECT month, count(*) FILTER (WHERE indicator = %(in)s) AS opened,
    count(*) FILTER (WHERE indicator = %(out)s) AS closed, count(*) FILTER (WHERE indicator = %(work)s) AS work,
    count(*) FILTER (WHERE indicator = %(studies)s) AS studies,
    count(*) FILTER (WHERE indicator = %(closer)s) AS closer,
    count(*) FILTER (WHERE indicator IN (%(work)s, %(studies)s) AND held IS NULL) AS unchecked
  FROM insight_own_unit(%(figures)s, %(first)s, %(until)s) GROUP BY 1) e
  ON e.month = m.month
LEFT JOIN insight_built_months(%(first)s, %(until)s) b ON b.month = m.month
ORDER BY 1
"""


@dataclass
class Bar:
    """A stretch of a bar: where it begins and how long it is, in the drawing's own measure."""

    color: str
    x: float
    width: float


@dataclass
class Consultant:
    """A consultant, or nobody (`key` None), with the open cases of the unit by part."""

    key: int | None
    name: str
    away_until: date | None = None
    placed: int = 0
    seeking: int = 0
    unplanned: int = 0
    unassigned: int = 0
    bars: list[Bar] = field(default_factory=list)

    @property
    def cases(self) -> int:
        return self.placed + self.seeking + self.unplanned + self.unassigned


@dataclass
class Wait:
    """What is waited for: how many cases now, within how many days half of them, and the longest."""

    stage: str
    words: str
    cases: int = 0
    half: int = 0
    longest: int = 0
    bar: float = 0


@dataclass
class Month:
    """A month of the unit by the figures: cases opened, closed, and how they ended.

    Of work and studies also those not checked yet. `cutoff` says up to when the figures' sources were read; a month
    that is not built yet has none, and nothing is known of it.
    """

    first: date
    opened: int = 0
    closed: int = 0
    work: int = 0
    studies: int = 0
    closer: int = 0
    unchecked: int = 0
    cutoff: datetime | None = None


@dataclass
class Columns:
    """A drawing of the months: lines to read by, and two columns a month."""

    width: int
    lines: list[tuple[float, int]]
    columns: list[dict[str, Any]]


@dataclass
class UnitFigures:
    """Everything that a head's start page counts."""

    consultants: list[Consultant]
    waits: list[Wait]
    months: list[Month]
    wide: Columns
    narrow: Columns
    marks: list[Landmark]

    def total(self, name: str) -> int:
        return sum(getattr(one, name) for one in self.consultants)

    @property
    def cases(self) -> int:
        return self.total("cases")

    @property
    def placed(self) -> int:
        return self.total("placed")

    @property
    def seeking(self) -> int:
        return self.total("seeking")

    @property
    def unplanned(self) -> int:
        return self.total("unplanned")

    @property
    def unassigned(self) -> int:
        return self.total("unassigned")

    @property
    def waiting(self) -> int:
        return sum(one.cases for one in self.waits)

    @property
    def opened(self) -> int:
        return sum(one.opened for one in self.months)

    @property
    def closed(self) -> int:
        return sum(one.closed for one in self.months)

    @property
    def work(self) -> int:
        return sum(one.work for one in self.months)

    @property
    def studies(self) -> int:
        return sum(one.studies for one in self.months)

    @property
    def closer(self) -> int:
        return sum(one.closer for one in self.months)

    @property
    def unchecked(self) -> int:
        return sum(one.unchecked for one in self.months)

    @property
    def cutoff(self) -> datetime | None:
        """Return up to when the figures were read last; None where no month is built.

        Each night looks at every month, and builds those that have moved.
        """
        return max((one.cutoff for one in self.months if one.cutoff), default=None)

    @property
    def is_built(self) -> bool:
        """Tell whether every month is known."""
        return all(one.cutoff for one in self.months)

    @property
    def counted_at(self) -> datetime | None:
        """Return when open cases were counted; None where the night has not counted this month yet."""
        return self.months[-1].cutoff


def unit_figures(actor: Actor, members: Sequence[Any]) -> UnitFigures:
    """Count the head's own unit, in two questions however many cases it has; `members` are its memberships."""
    consultants = {
        one.pk: Consultant(one.pk, one.colleague.name, day_before(one.away_until) if one.away_until else None)
        for one in members
        if one.unit_id == actor.unit_id and one.role == "consultant" and one.confirmed_at and one.covers(actor.today)
    }
    nobody = Consultant(None, "")
    waits = {stage: Wait(stage, str(words)) for stage, words in STAGES.items()}
    of_stage = {stage: group for group, stages in GROUPS.items() for stage in stages}
    for one in database.query(STANDING, {"today": actor.today}):
        if not one.everybody:
            has = nobody
            if one.responsible_id:
                has = consultants.setdefault(one.responsible_id, Consultant(one.responsible_id, one.responsible))
            group = of_stage.get(one.stage, "unassigned")
            setattr(has, group, getattr(has, group) + one.cases)
        elif one.stage in waits:
            found = waits[one.stage]
            found.cases, found.half, found.longest = one.cases, one.half, one.longest
    named = sorted(consultants.values(), key=lambda one: (one.name, one.key))
    listed = [*named, *([nobody] if nobody.cases else [])]
    draw_bars(listed, list(waits.values()))
    months = flow(actor.today)
    marks = list(landmarks_between(months[0].first, actor.today))
    return UnitFigures(listed, list(waits.values()), months, drawn(months, 560), drawn(months, 340), marks)


def flow(today: date) -> list[Month]:
    """Return the last twelve months up to today, each with what came and went; the last is not over."""
    last = month_of(today)
    span = {"first": months_after(last, 1 - MONTHS), "last": last, "until": next_month(last)}
    return [
        Month(one.first, one.opened, one.closed, one.work, one.studies, one.closer, one.unchecked, one.cutoff)
        for one in database.query(FLOW, {**span, **FIGURES, "figures": [*FIGURES.values()]})
    ]


def draw_bars(consultants: Sequence[Consultant], waits: Sequence[Wait]) -> None:
    """Give every bar its length; all bars of a table have one scale."""
    most = max([one.cases for one in consultants], default=0) or 1
    for one in consultants:
        x = 0.0
        parts = (
            ("c-bar", one.placed),
            ("c-bar-2", one.seeking),
            ("c-bar-3", one.unplanned),
            ("c-bar-4", one.unassigned),
        )
        for color, cases in parts:
            if cases:
                width = WIDTH * cases / most
                one.bars.append(Bar(color, round(x, 1), round(width, 1)))
                x += width
    most = max([one.cases for one in waits], default=0) or 1
    for wait in waits:
        wait.bar = round(WIDTH * wait.cases / most, 1)


HEIGHT, LEFT = 176, 34  # where the columns stand, and where the first begins


def drawn(months: Sequence[Month], width: int) -> Columns:
    """Draw the months on a canvas of a width: the same numbers, closer together on a narrow one."""
    most = max([max(one.opened, one.closed) for one in months], default=0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**9) if most <= 4 * step)
    top = step * max(1, -(-most // step))
    room = (width - LEFT) / len(months)
    column = round(room * 0.36, 1)
    columns = []
    for at, one in enumerate(months):
        x = LEFT + at * room + room * 0.12
        opened, closed = (round((HEIGHT - 16) * cases / top, 1) for cases in (one.opened, one.closed))
        columns.append(
            {
                "month": one.first,
                "named": width > 400 or at % 3 == 2,
                "middle": round(x + column, 1),
                "column": column,
                "opened": {"x": round(x, 1), "y": HEIGHT - opened, "height": opened},
                "closed": {"x": round(x + column + 1, 1), "y": HEIGHT - closed, "height": closed},
            }
        )
    lines = [(round(HEIGHT - (HEIGHT - 16) * value / top, 1), value) for value in range(0, top + 1, step)]
    return Columns(width, lines, columns)
