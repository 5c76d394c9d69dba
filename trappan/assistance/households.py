"""How many households had support in each month, and the change between two months.

The definition is the official statistics' own: a household counts once in each month in which any of
its members has a support month. The count is over the whole municipality, whoever asks.
"""

from dataclasses import dataclass
from datetime import date

from trappan import database


@dataclass(frozen=True)
class Change:
    """The difference between two months; `percent` is of the earlier one."""

    earlier: int
    later: int

    @property
    def difference(self) -> int:
        return self.later - self.earlier

    @property
    def fewer(self) -> int:
        return -self.difference

    @property
    def percent(self) -> float:
        return 100 * self.difference / self.earlier


def households_by_month() -> dict[date, int | None]:
    """Return each kept month (its first day) with its households; None where they are fewer than five."""
    return {one.month: one.households for one in database.rows("assistance_households")}


def change_between(counts: dict[date, int | None], earlier: date, later: date) -> Change | None:
    """Return the change from one month to another; None where either is not kept or too small to tell."""
    before, after = counts.get(earlier), counts.get(later)
    return Change(before, after) if before and after else None


def side_by_side(
    counts: dict[date, int | None], years: list[int]
) -> list[tuple[date, list[tuple[int, bool, int | None]]]]:
    """Lay the years beside each other: for each month of the year, each year's number and whether it is kept."""
    return [
        (months[0], [(month.year, month in counts, counts.get(month)) for month in months])
        for number in range(1, 13)
        if (months := [date(year, number, 1) for year in years])
    ]
