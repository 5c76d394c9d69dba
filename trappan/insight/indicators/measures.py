"""What does not add up, reckoned of the spine and told by a rule of its own: shares of hours and of places, quantiles.

A figure is told of no fewer people than it says (`fewest`), days and months whole, and hours in tens; by gender all
parts or none, so that a part that is hidden tells of none which. Of how many people it is, nobody is told. A month
stands as it was told until each of its figures is as it was, or of five or more people more or fewer. What stood for
each person is not kept: where as many are counted and a figure is another, it may be one person's hours that were put
right, and the month is marked alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor
from typing import Any

import ibis
from django.db import models
from django.db.models import Max, QuerySet

from trappan import database
from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import MONTH
from trappan.insight.disclosure.plan import PLAN, By
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.counting import spine
from trappan.insight.indicators.indicator import Measure
from trappan.insight.indicators.measured import MEASURES, OF_PLACES
from trappan.insight.models import Build, Cell, PersonMonth, PlaceMonth
from trappan.insight.role import counting

TABLES: list[tuple[type[models.Model], list[Measure]]] = [(PersonMonth, MEASURES), (PlaceMonth, OF_PLACES)]
NAMES = [one.name for _table, measures in TABLES for one in measures]
Part = tuple[By, tuple[str, ...]]
Said = tuple[float | None, ...]
Stood = tuple[int, Said | None]  # of how many people, and what was told
NOBODY: Stood = (0, None)
TEN_HOURS = 600  # in minutes


@dataclass(frozen=True)
class Measured:
    """One figure: of how many people it is, and what was added up, or the quantile (`above`)."""

    measure: Measure
    month: date
    by: By
    part: tuple[str, ...]
    people: int
    above: float
    below: float | None

    def told(self) -> dict[str, float | None]:
        """Return what is told of it: a quantile whole, sums whole or in tens of hours, and the share of these."""
        above, below = self.rounded(self.above), None if self.below is None else self.rounded(self.below)
        return {"value": self.measure.value(above, below), "numerator": above, "denominator": below}

    def rounded(self, number: float) -> int:
        """Return a number as it is told: a half goes up."""
        return 10 * floor(number / TEN_HOURS + 0.5) if self.measure.in_minutes else floor(number + 0.5)


def sums(t: Any, measures: Iterable[Measure], by: By) -> Any:
    """Return what is reckoned of a table, a row a month and part."""
    found = {}
    for one in measures:
        above, name = one.above(t), one.name
        found[name] = one.hit(t).sum()
        if one.of and one.below:
            found[f"{name}_above"] = above.sum(where=one.of(t))
            found[f"{name}_below"] = one.below(t).sum(where=one.of(t))
        else:
            found[f"{name}_above"] = above.quantile(one.at)
    return t.group_by(["month", *(DIMENSIONS[name] for name in by)]).agg(**found)


@lru_cache(maxsize=8)
def question(table: type[models.Model], by: By) -> str:
    """Return the same as PostgreSQL takes it, written once a process."""
    measures = next(found for one, found in TABLES if one is table)
    return str(ibis.to_sql(sums(spine(table), measures, by), dialect="postgres"))


def measured(month: date) -> list[Measured]:
    """Reckon every measure in a month, by each breakdown that is told of it."""
    found = []
    for table, measures in TABLES:
        for by in {by: None for one in measures for by in PLAN[one.name].by}:
            # The day is a literal, so that only this month is read.
            asked = f"SELECT * FROM ({question(table, by)}) AS found WHERE month = DATE '{month:%Y-%m-%d}'"
            rows = [row._asdict() for row in database.query(asked)]
            found += [read(row, one, by) for row in rows for one in measures if by in PLAN[one.name].by]
    return found


def read(row: dict[str, Any], one: Measure, by: By) -> Measured:
    """Read a row of sums as one measure."""
    part = tuple(str(row[DIMENSIONS[name]] or "") for name in by)
    above, below = (float(row.get(f"{one.name}_{side}") or 0) for side in ("above", "below"))
    return Measured(one, row["month"], by, part, int(row[one.name] or 0), above, below if one.below else None)


def prepare_measures() -> int:
    """Write the cells of the months that are told and have been built since; return how many months were gone over."""
    with counting():
        database.lock("insight.measures", 0)
        told = Cell.objects.filter(indicator="people", period=MONTH, by=[]).values("month")
        builds = dict(Build.objects.filter(month__in=told).values_list("month").annotate(Max("id")))
        gone_over = set(kept().values_list("month", "build_id"))
        months = sorted(builds.items() - gone_over)
        for month, build in months:
            write(month, build)
    return len(months)


def kept() -> QuerySet[Cell]:
    """Return of how many people each measure was told, which nobody is told."""
    return Cell.objects.filter(indicator__in=NAMES, period=Cell.FINEST)


def write(month: date, build: int) -> None:
    """Write one month's cells; a measure that may have moved by few people since it was told stands, and is marked."""
    before = stood(month)
    found: dict[str, list[Measured]] = defaultdict(list)
    for one in measured(month):
        found[one.measure.name].append(one)
    held = {name for name, figures in found.items() if is_few_apart(figures, before.get(name, {}))}
    standing = Cell.objects.filter(indicator__in=NAMES, month=month)
    standing.exclude(indicator__in=held).delete()
    standing.update(build_id=build)
    standing.filter(period=MONTH).update(corrected=True)
    Cell.objects.bulk_create(
        cell for name, figures in found.items() if name not in held for cell in cells_of(figures, build)
    )


def stood(month: date) -> dict[str, dict[Part, Stood]]:
    """Return what was told of each measure in a month, held back or not, and of how many people."""
    found: dict[str, dict[Part, Stood]] = defaultdict(dict)
    cells = list(Cell.objects.filter(indicator__in=NAMES, month=month))
    said = {(one.indicator, *part_of(one)): said_of(one) for one in cells if one.period == MONTH}
    for one in cells:
        if one.period == Cell.FINEST:
            found[one.indicator][part_of(one)] = one.numerator, said.get((one.indicator, *part_of(one)))
    return found


def part_of(cell: Cell) -> Part:
    """Return which part of which breakdown a cell is."""
    return tuple(cell.by), tuple(cell.part)


def said_of(cell: Cell) -> Said:
    """Return the numbers of a cell, to be compared."""
    return cell.value, cell.numerator, cell.denominator


def is_few_apart(figures: Iterable[Measured], before: dict[Part, Stood]) -> bool:
    """Tell whether what is told anew may tell of few: in all or in a part, shown or not.

    It does where a figure is of one to four people more or fewer, and where it is another of as many people.
    """
    now: dict[Part, Stood] = {
        (one.by, one.part): (one.people, tuple(one.told().values()) if one.people else None) for one in figures
    }
    # A breakdown that was not told then, since the plan did not have it, tells nothing beside what was.
    told_by = {by for by, _part in before}
    for part in (one for one in now.keys() | before.keys() if one[0] in told_by):
        (people, said), (stood_of, told) = now.get(part, NOBODY), before.get(part, NOBODY)
        if abs(people - stood_of) < FEWEST and (people != stood_of or (people and said != told)):
            return True
    return False


def cells_of(figures: list[Measured], build: int) -> Iterator[Cell]:
    """Return one measure of a month as cells, and of how many people each is as one that is never shown.

    Of nobody there is no figure. Where any part of a breakdown is of few, no part is shown, nor which is of nobody.
    """
    few = {one.by for one in figures if 0 < one.people < one.measure.fewest}
    for one in figures:
        about = {"indicator": one.measure.name, "month": one.month, "by": list(one.by), "part": list(one.part)}
        yield Cell(**about, period=Cell.FINEST, numerator=one.people, build_id=build)
        if one.people or one.by in few:
            yield Cell(**about, period=MONTH, shown=one.by not in few, build_id=build, **one.told())
