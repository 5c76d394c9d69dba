"""The cells of weeks: counted of the weekly spine, gone over beside their month, and kept as cells of their Monday.

Told when each month that the week lies in is told, and until then of nobody; the worker's alone, since the control
knows a solver.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import ibis
from django.db.models import Max

from trappan import database
from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import MONTH, Figure, Key
from trappan.insight.disclosure.weeks import (
    ALL_OF_MONTH,
    MONTHLY,
    WEEK,
    WEEKLY,
    WeekRow,
    first_of_each,
    month_keys,
    numbers_of,
    publish_weeks,
)
from trappan.insight.indicators.counting import spine
from trappan.insight.indicators.measures import Measured, Part, Stood, cells_of, is_few_apart, part_of, said_of
from trappan.insight.indicators.telling import key_of, said, unique
from trappan.insight.indicators.weekly import COVERAGE, HOURS
from trappan.insight.indicators.weekly import WEEKLY as INDICATORS
from trappan.insight.models import Build, Cell, PersonWeek
from trappan.insight.role import counting
from trappan.schedules.weeks import months_within

NAMES = [one.name for one in INDICATORS]
Numbers = tuple[int, int]


@dataclass(frozen=True)
class Months:
    """What is told of months, beside which weeks are: what was shown and its numbers, and the latest of them."""

    shown: Mapping[Key, bool]
    numbers: Mapping[Key, Numbers]
    builds: Mapping[date, int]

    @property
    def last(self) -> date | None:
        """Return the latest month of which coverage is told; None where it is of none."""
        return max((key.month for key in self.shown if key.indicator == MONTHLY), default=None)

    def is_out(self, week: date) -> bool:
        """Tell whether each month that a week has a day in has been told."""
        return self.last is not None and max(months_within(week)) <= self.last


def sums(t: Any) -> Any:
    """Return the counts of each week and unit: who came, who should, and how many of either came in the month."""
    hit, of = COVERAGE.hit(t), t.should
    found = {"hits": hit.sum(), "of": of.sum(), "inner": (hit & t.in_month).sum(), "came": (of & t.in_month).sum()}
    for one in HOURS:
        found[one.name] = one.hit(t).sum()
        found[f"{one.name}_above"], found[f"{one.name}_below"] = (
            ask(t).sum(where=one.hit(t)) for ask in (one.above, one.below) if ask
        )
    return t.group_by(["week", "month", "unit_id"]).agg(**found)


@lru_cache(maxsize=1)
def question() -> str:
    """Return the same as PostgreSQL takes it, written once a process."""
    return str(ibis.to_sql(sums(spine(PersonWeek)), dialect="postgres"))


def prepare_weeks() -> int:
    """Write the cells of weeks that became others, and return of how many months any did."""
    with counting():
        database.lock("insight.weeks", 0)
        counted: dict[date, list[dict[str, Any]]] = defaultdict(list)
        for row in database.query(question()):
            counted[row.month].append(row._asdict())
        months = told_of(counted)
        return sum(write(month, rows, months) for month, rows in sorted(counted.items()))


def told_of(months: Iterable[date]) -> Months:
    """Read what is told of these months, and of those that their weeks go on into."""
    cells = Cell.objects.filter(indicator__in=[MONTHLY, ALL_OF_MONTH], period=MONTH, by__in=[[], ["unit"]])
    found = {key_of(one): one for one in cells}
    builds = Build.objects.filter(month__in=list(months)).values_list("month").annotate(Max("id"))
    return Months(
        {key: one.shown for key, one in found.items()},
        {key: (one.numerator, one.denominator or 0) for key, one in found.items()},
        dict(builds),
    )


def write(month: date, counts: list[dict[str, Any]], months: Months) -> bool:
    """Write the cells of a month's weeks, and tell whether any became another.

    Where what is told of the month is not what its weeks are counted of, or a figure of a week would be of few people
    more or fewer, all of its weeks stand as they were told, and are marked.
    """
    rows = [row_of(one) for one in counts if one["of"]]
    weeks = {one["week"] for one in counts}
    out = {week for week in weeks if months.is_out(week)}
    standing = {unique(one): one for one in Cell.objects.filter(indicator__in=NAMES, month__in=weeks)}
    if not out:
        return False
    cells = [*coverage(month, rows, out, standing.values(), months), *hours(counts, out, standing.values())]
    for one in cells:
        one.build_id = months.builds[month]
    wanted = {unique(one): one for one in cells}
    gone = [one.pk for key, one in standing.items() if key not in wanted]
    others = [one for key, one in wanted.items() if key not in standing or said(one) != said(standing[key])]
    Cell.objects.filter(pk__in=gone).delete()
    Cell.objects.bulk_create(
        others,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["indicator", "period", "by", "month", "part"],
        update_fields=["value", "numerator", "denominator", "shown", "corrected", "build"],
    )
    return bool(gone or others)


def row_of(count: Mapping[str, Any]) -> WeekRow:
    """Read a unit's counts of a week."""
    hits, of, inner, came = (int(count[name] or 0) for name in ("hits", "of", "inner", "came"))
    return WeekRow(count["week"], str(count["unit_id"] or ""), hits, of, inner, came)


def coverage(
    month: date, rows: list[WeekRow], out: Collection[date], standing: Collection[Cell], months: Months
) -> list[Cell]:
    """Return the cells of a month's coverage by week, with the finest counts behind what is told."""
    before = [one for one in standing if one.indicator == WEEKLY]
    told = {key_of(one): one.shown for one in before if one.period == WEEK}
    stood = {
        Key(WEEKLY, WEEK, one.month, tuple(one.by), tuple(one.part)): (one.numerator, one.denominator or 0)
        for one in before
        if one.period == Cell.FINEST
    }
    now = numbers_of([one for one in rows if one.week in out])
    if not rows:
        return []
    if not is_as_told(month, rows, months) or (told and is_of_few(now, stood, told)):
        return list(map(marked, before))
    told = {key: shown for key, shown in told.items() if now.get(key) == stood.get(key)}
    told |= {key: shown for key, shown in months.shown.items() if key.month == month}
    for key in now:
        if any(not months.shown.get(one, True) for one in beside(key)):
            told.setdefault(key, False)
    figures = publish_weeks(month, rows, told, later={one.week for one in rows} - set(out))
    return [cell_of(one, period) for one in figures for period in (WEEK, Cell.FINEST)]


def beside(key: Key) -> list[Key]:
    """Return the figures of the months that a week lies in, of whom the week's is."""
    return [Key(MONTHLY, MONTH, month, key.by, key.part) for month in months_within(key.month)]


def is_as_told(month: date, rows: Iterable[WeekRow], months: Months) -> bool:
    """Tell whether the month is told as its weeks count it: as a whole, and in each unit."""
    counted: dict[Key, Numbers] = {}
    for row in first_of_each(list(rows)):
        for key in month_keys(month, [row.unit]):
            hits, of = counted.get(key, (0, 0))
            counted[key] = hits + row.in_month, of + row.of
    told = {key: one for key, one in months.numbers.items() if key.indicator == MONTHLY and key.month == month}
    return counted == told


def is_of_few(now: Mapping[Key, Numbers], stood: Mapping[Key, Numbers], told: Mapping[Key, bool]) -> bool:
    """Tell whether a figure that was told is now of one to four people more or fewer, in any of its numbers."""
    for key in now.keys() | stood.keys():
        one, other = now.get(key, (0, 0)), stood.get(key, (0, 0))
        differences = (one[0] - other[0], one[1] - other[1], one[1] - one[0] - other[1] + other[0])
        if told.get(key) and any(0 < abs(difference) < FEWEST for difference in differences):
            return True
    return False


def hours(counts: list[dict[str, Any]], out: Collection[date], standing: Collection[Cell]) -> Iterator[Cell]:
    """Return the cells of the hours of a month's weeks, of all units together; that of a week stands as measures do."""
    for one in HOURS:
        for week in sorted(out):
            name = one.name
            people, above, below = (
                sum(int(count[column] or 0) for count in counts if count["week"] == week)
                for column in (name, f"{name}_above", f"{name}_below")
            )
            before = [cell for cell in standing if cell.indicator == name and cell.month == week]
            found = [Measured(one, week, (), (), people, above, below)] if people else []
            if before and is_few_apart(found, stood_of(before)):
                yield from map(marked, before)
                continue
            for cell in cells_of(found, 0):
                cell.period = WEEK if cell.period == MONTH else cell.period
                yield cell


def stood_of(cells: Collection[Cell]) -> dict[Part, Stood]:
    """Return of how many people a week's hours were told, and what."""
    told = next((said_of(one) for one in cells if one.period == WEEK), None)
    return {part_of(one): (one.numerator, told) for one in cells if one.period == Cell.FINEST}


def cell_of(figure: Figure, period: str) -> Cell:
    """Return a figure as the cell that is told, or as the count behind it, which shows a later night what has moved."""
    key, is_told = figure.key, period == WEEK
    return Cell(
        indicator=key.indicator,
        period=period,
        month=key.month,
        by=list(key.by),
        part=list(key.part),
        value=COVERAGE.value(figure.numerator, figure.denominator) if is_told else None,
        numerator=figure.numerator,
        denominator=figure.denominator,
        shown=figure.shown and is_told,
    )


def marked(cell: Cell) -> Cell:
    """Return a cell that stands, marked as put right where it is one that is told."""
    same = copy(cell)
    same.pk, same.corrected = None, cell.period == WEEK
    return same
