"""What is told of a year: counted in the finest classes, gone through by the disclosure control, and kept as cells.

Imported by the worker and the commands alone, since the control knows a solver.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from trappan import database
from trappan.insight.disclosure.corrections import republish
from trappan.insight.disclosure.figures import Figure, Key, Row
from trappan.insight.disclosure.plan import PLAN
from trappan.insight.disclosure.publishing import groups
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.counting import counted
from trappan.insight.indicators.definitions import ALL, BY_NAME
from trappan.insight.models import Build, Cell
from trappan.insight.role import counting

logger = logging.getLogger(__name__)
Group = tuple[str, date]
# A figure is hidden, and yet somebody who reckons knows that it is not one at most, or not five or more.
EXPOSED = "%s is of few people, and hidden, but %s"
STOCK = (
    "that more than one came or went follows from the number of people on support in this month and the one before, "
    "which are known: nothing else of who came and went is told of the month"
)
STANDS = "it can be reckoned from figures that were told before and stand: nothing new beside it is told"


@dataclass(frozen=True)
class Year:
    """What a year's figures are made from: its months as they are built, as they were told, and what is told."""

    builds: dict[date, tuple[int, str]]
    rows: list[Row]
    stood: list[Row]
    told: dict[Key, bool]


def tell_year(order: int, year: int) -> bool:
    """Go through what is told of a year, and write the cells that became others.

    Nothing is held in the database while the solver works; what has been built meanwhile is told the next time, and
    False says that it waits.
    """
    first = database.value("insight_support_since")
    before = read_year(year, first)
    moved = moved_groups(before)
    now = [row for key in moved for row in groups(before.rows, PLAN).get(key, [])]
    stood = [row for key in moved for row in groups(before.stood, PLAN).get(key, [])]
    published = republish(now, stood=stood, told=before.told)
    for key in published.exposed:
        logger.warning(EXPOSED, in_log(key), STOCK if key in published.by_stock else STANDS)
    with transaction.atomic():
        if not database.value("insight_told", order):
            return False
        with counting():
            if builds_of(year) != before.builds:
                transaction.set_rollback(True)
                return False
            write_cells(now + stood, now, published.figures, {month: one for month, (one, _) in before.builds.items()})
    return True


def in_log(key: Key) -> str:
    """Return which figure it is, as the log has it."""
    parts = ", ".join(f"{by} {part}" for by, part in zip(key.by, key.part, strict=True))
    return f"{key.indicator} {key.month:%Y-%m}" + (f" ({parts})" if parts else "")


def read_year(year: int, first: date | None) -> Year:
    """Read a year as it is built and as it is told.

    A month that is not over is built but not told: what has been told of it would hold back what it becomes.
    """
    with counting():
        builds, last = builds_of(year), database.value("insight_last_month")
        rows = [row for month in builds if month <= last for row in rows_of(month, first)]
        cells = list(Cell.objects.filter(month__year=year, indicator__in=[one.name for one in ALL]))
    stood = [row_of(cell) for cell in cells if cell.period == Cell.FINEST]
    told = {key_of(cell): cell.shown for cell in cells if cell.period != Cell.FINEST}
    return Year(builds, rows, stood, told)


def builds_of(year: int) -> dict[date, tuple[int, str]]:
    """Return the latest building of each month of a year, and its digest."""
    latest = Build.objects.filter(month__year=year).order_by("month", "-id").distinct("month")
    return {one.month: (one.pk, one.digest) for one in latest}


def rows_of(month: date, first: date | None) -> list[Row]:
    """Return the finest counts of what can be told of a month; of one that nobody has reported yet, nothing."""
    counts = counted(month)
    if first is None or not any(one.hit for one in counts if one.indicator == "people"):
        return []
    return [
        Row(one.indicator, month, dict(zip(DIMENSIONS, one.part, strict=True)), one.hit, one.of)
        for one in counts
        if (one.hit or one.of) and BY_NAME[one.indicator].is_known(month, first)
    ]


def moved_groups(year: Year) -> list[Group]:
    """Return the groups of rows that hang together in which something is otherwise than it was told."""
    now, stood = groups(year.rows, PLAN), groups(year.stood, PLAN)
    return [key for key in sorted(now.keys() | stood.keys()) if plain(now.get(key, [])) != plain(stood.get(key, []))]


def plain(rows: Iterable[Row]) -> list[tuple[object, ...]]:
    """Return rows in an order of their own, to be compared."""
    return sorted((one.indicator, one.month, sorted(one.parts.items()), one.numerator, one.denominator) for one in rows)


def write_cells(touched: list[Row], now: list[Row], figures: list[Figure], builds: dict[date, int]) -> None:
    """Write the figures of what has moved (`touched`), and the finest counts that they are made of."""
    held = {(one.key.indicator, one.key.month) for one in figures if one.corrected}
    cells = [cell_of(one, builds) for one in figures]
    cells += [
        Cell(
            indicator=row.indicator,
            period=Cell.FINEST,
            month=row.month,
            build_id=builds[row.month],
            by=list(row.parts),
            part=list(row.parts.values()),
            numerator=row.numerator,
            denominator=row.denominator,
        )
        for row in now
        if (row.indicator, row.month) not in held
    ]
    indicators, months = {row.indicator for row in touched}, {row.month for row in touched}
    standing = {
        unique(one): one
        for one in Cell.objects.filter(indicator__in=indicators, month__in=months)
        if not (one.period == Cell.FINEST and (one.indicator, one.month) in held)
    }
    wanted = {unique(one): one for one in cells}
    moved = {(row.indicator, row.month) for row in touched}
    gone = [one.pk for key, one in standing.items() if key not in wanted and (one.indicator, one.month) in moved]
    Cell.objects.filter(pk__in=gone).delete()
    Cell.objects.bulk_create(
        [one for key, one in wanted.items() if key not in standing or said(one) != said(standing[key])],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["indicator", "period", "by", "month", "part"],
        update_fields=["value", "numerator", "denominator", "shown", "corrected", "build"],
    )


def cell_of(figure: Figure, builds: dict[date, int]) -> Cell:
    """Return a figure as a cell."""
    key = figure.key
    return Cell(
        indicator=key.indicator,
        period=key.period,
        month=key.month,
        by=list(key.by),
        part=list(key.part),
        value=BY_NAME[key.indicator].value(figure.numerator, figure.denominator),
        numerator=figure.numerator,
        denominator=figure.denominator,
        shown=figure.shown,
        corrected=figure.corrected,
        build_id=builds[key.month],
    )


def row_of(cell: Cell) -> Row:
    """Return a finest count that stands as a row."""
    parts = dict(zip(cell.by, cell.part, strict=True))
    return Row(cell.indicator, cell.month, parts, cell.numerator, cell.denominator)


def key_of(cell: Cell) -> Key:
    """Return which figure a cell is."""
    return Key(cell.indicator, cell.period, cell.month, tuple(cell.by), tuple(cell.part))


def unique(cell: Cell) -> tuple[object, ...]:
    """Return what no two cells have in common, the finest counts too."""
    return (cell.indicator, cell.period, cell.month, tuple(cell.by), tuple(cell.part))


def said(cell: Cell) -> tuple[object, ...]:
    """Return what a cell says, to be compared."""
    return (cell.value, cell.numerator, cell.denominator, cell.shown, cell.corrected)
