"""Rows in, figures out: the finest counts, and every number that the plan tells of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from trappan.insight.disclosure.plan import By, Plan

MONTH = "month"


@dataclass(frozen=True)
class Row:
    """A count of one indicator in a month, in one of the finest classes (`parts`: the value of each dimension).

    `denominator` is of how many, where the indicator is a share. Classes that are empty need no row.
    """

    indicator: str
    month: date
    parts: Mapping[str, str]
    numerator: int
    denominator: int | None = None


class Key(NamedTuple):
    """Which figure: an indicator in a month, for one part of a breakdown. `period` is MONTH: nothing longer is told."""

    indicator: str
    period: str
    month: date
    by: By
    part: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One figure as it is told: not `shown` it is „–, too few“ to everybody, whatever the reason.

    `corrected` says that the sources say otherwise by now, by so few that the difference would tell of somebody.
    """

    key: Key
    numerator: int
    denominator: int | None
    shown: bool
    corrected: bool = False


class Base(NamedTuple):
    """One of the finest counts: what hits, or the rest of the denominator, in a month and class."""

    indicator: str
    is_hit: bool
    month: date
    place: tuple[str, ...]


@dataclass
class Cell:
    """A figure on the way: over which finest counts it sums, hits and the rest of the denominator."""

    hits: list[Base] = field(default_factory=list)
    rest: list[Base] = field(default_factory=list)


class Counts:
    """The finest counts of indicators that hang together, and the figures that they make."""

    def __init__(self, rows: Iterable[Row], plan: Plan) -> None:
        self.plan = plan
        found = list(rows)
        self.shares = {row.indicator for row in found if row.denominator is not None}
        told = [plan[indicator] for indicator in {row.indicator for row in found}]
        used = {name for one in told for by in one.by for name in by}
        self.dimensions = tuple(sorted(used))
        self.values: dict[Base, int] = defaultdict(int)
        for row in found:
            self._count(row)
        for balance in plan.balances:
            self._fill({*balance.came, *balance.went})
        self.cells = self._cells()

    def _count(self, row: Row) -> None:
        if not 0 <= row.numerator <= (row.numerator if row.denominator is None else row.denominator):
            raise ValueError(f"{row.indicator} {row.month}: {row.numerator} of {row.denominator}")
        if (row.denominator is None) == (row.indicator in self.shares):
            raise ValueError(f"{row.indicator} is a share in one row and a count in another")
        place = tuple(row.parts.get(name, "") for name in self.dimensions)
        self.values[Base(row.indicator, True, row.month, place)] += row.numerator
        if row.denominator is not None:
            self.values[Base(row.indicator, False, row.month, place)] += row.denominator - row.numerator

    def _fill(self, indicators: set[str]) -> None:
        """Let what balances be counted in the same classes, where it is none too.

        The stock says how many more came than went; were it known that none came, it would say how many went.
        """
        for base in [base for base in self.values if base.indicator in indicators]:
            for indicator in sorted(indicators):
                self.values[base._replace(indicator=indicator)] += 0

    def _cells(self) -> dict[Key, Cell]:
        cells: dict[Key, Cell] = defaultdict(Cell)
        for base in sorted(self.values):
            for by in self.plan[base.indicator].by:
                part = tuple(base.place[self.dimensions.index(name)] for name in by)
                cell = cells[Key(base.indicator, MONTH, base.month, by, part)]
                (cell.hits if base.is_hit else cell.rest).append(base)
        return dict(sorted(cells.items()))

    def numbers(self, key: Key) -> tuple[int, int | None]:
        """Return numerator and denominator of a figure."""
        hits, of, _rest = self.all_numbers(key)
        return hits, of if key.indicator in self.shares else None

    def all_numbers(self, key: Key) -> tuple[int, int, int]:
        """Return those who hit, all, and the others; none of a figure that there is not."""
        cell = self.cells.get(key, Cell())
        hits, rest = (sum(self.values[base] for base in bases) for bases in (cell.hits, cell.rest))
        return hits, hits + rest, rest
