"""Counting months with support: in a row, of the last twelve, of the last thirty-six.

A month elsewhere may be unknown. Then the count is at least one figure and at most another, and
whoever shows it says so. Definitions: ten months of twelve is Socialstyrelsen's long-term support
(Kolada N31814, there for a calendar year); twenty-seven of thirty-six without a break of more than
two months is very long-term (Kolada U31801).
"""

import itertools
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from trappan.schedules.months import months_after

LONG_TERM = 10
VERY_LONG_TERM = 27
LONGEST_BREAK = 2


@dataclass(frozen=True)
class Count:
    """A count of months: exact where both are equal, else at least and at most."""

    at_least: int
    at_most: int

    @property
    def is_known(self) -> bool:
        return self.at_least == self.at_most


@dataclass(frozen=True)
class Months:
    """The months with support that are known, and those of which nothing is known."""

    known: frozenset[date]
    unknown: frozenset[date] = frozenset()

    def in_a_row(self, at: date) -> Count:
        """Count the months with support in a row that end with this one."""
        return self._bounds(lambda months: in_a_row(months, at))

    def of_last(self, length: int, at: date) -> Count:
        """Count the months with support among so many that end with this one."""
        return self._bounds(lambda months: sum(month in months for month in window(length, at)))

    def is_long_term(self, at: date) -> bool | None:
        """Tell whether support is long-term; None where that hangs on an unknown month."""
        return self._agree(lambda months: sum(month in months for month in window(12, at)) >= LONG_TERM)

    def is_very_long_term(self, at: date) -> bool | None:
        """Tell whether support is very long-term; None where that hangs on an unknown month."""
        return self._agree(lambda months: is_very_long(months, at))

    def _bounds(self, count: Callable[[Collection[date]], int]) -> Count:
        return Count(count(self.known), count(self.known | self.unknown))

    def _agree(self, judge: Callable[[Collection[date]], bool]) -> bool | None:
        lowest, highest = judge(self.known), judge(self.known | self.unknown)
        return lowest if lowest == highest else None


def window(length: int, at: date) -> list[date]:
    """Return so many months in order, the last of them `at`."""
    return [months_after(at, step) for step in range(1 - length, 1)]


def in_a_row(months: Collection[date], at: date) -> int:
    """Count back from a month until the first without support."""
    count = 0
    while months_after(at, -count) in months:
        count += 1
    return count


def is_very_long(months: Collection[date], at: date) -> bool:
    """Judge twenty-seven of thirty-six, with no break between them longer than two months."""
    inside = window(36, at)
    helped = [index for index, month in enumerate(inside) if month in months]
    if len(helped) < VERY_LONG_TERM:
        return False
    breaks = [after - before - 1 for before, after in itertools.pairwise(helped)]
    return max(breaks, default=0) <= LONGEST_BREAK
