"""Figures as they are told: prepared cells, and of those only what may be; nothing is counted here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from trappan import database
from trappan.schedules.months import month_of, months_after

LONG_AGO = date(1990, 1, 1)


@dataclass(frozen=True)
class Told:
    """One cell: what is not `shown` has no numbers, and looks alike whatever the reason.

    `corrected`: its month stands as it was told, though the sources say otherwise by now.
    """

    indicator: str
    month: date
    part: tuple[str, ...]
    value: float | None
    numerator: float | None
    denominator: float | None
    shown: bool
    cutoff: datetime
    corrected: bool = False


def told(
    indicators: Iterable[str],
    by: Sequence[str] = (),
    first: date = LONG_AGO,
    last: date | None = None,
    *,
    door: str = "insight_read",
) -> list[Told]:
    """Return the cells of indicators by one breakdown, in the order of months.

    `door` is the database's function that tells them: to whoever acts, or (`insight_tellable`) to the worker's role.
    """
    rows = database.rows(door, list(indicators), list(by), first, last or date(2200, 1, 1))
    return [
        Told(
            row.indicator,
            row.month,
            tuple(row.part),
            row.value,
            row.numerator,
            row.denominator,
            row.shown,
            row.cutoff,
            row.corrected,
        )
        for row in rows
    ]


def last_month(today: date) -> date:
    """Return the latest month that is over: this one is counted before it is whole, and not told."""
    return months_after(month_of(today), -1)


def lately(last: date) -> date:
    """Return the first month in which the latest value of a figure is looked for; older than a year it is not shown."""
    return months_after(last, -12)


@dataclass(frozen=True)
class Change:
    """How a figure went from one month to another."""

    before: Told
    after: Told

    @property
    def difference(self) -> float:
        """Return how much more it is; less than nothing where it is less."""
        return (self.after.value or 0) - (self.before.value or 0)

    @property
    def percent(self) -> float | None:
        """Return the difference in percent of what it was; None where that was nothing."""
        return round(100 * self.difference / self.before.value, 1) if self.before.value else None


def change(before: Told | None, after: Told | None) -> Change | None:
    """Return the change between two cells that are shown; None where either is not."""
    return Change(before, after) if before and after and before.shown and after.shown else None


def in_words(value: float | None, *, is_percent: bool = False) -> str:
    """Return a value as it is read: 2 703, or 73,9 %."""
    if value is None:
        return ""
    decimals = 1 if is_percent else 0
    return number_format(value, decimals, use_l10n=True, force_grouping=True) + ("\u00a0%" if is_percent else "")


def signed(value: float, *, is_percent: bool = False) -> str:
    """Return a difference with its sign: −616, or +1,2 %."""
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return sign + in_words(abs(value), is_percent=is_percent)


def points(value: float) -> str:
    """Return a difference between two shares with its sign, +19,0: for where the unit stands beside it."""
    return signed(value, is_percent=True).removesuffix("\u00a0%")


def points_in_words(value: float) -> str:
    """Return a difference between two shares, +19,0 percentage points: per cent would say how many times larger."""
    return _("%(difference)s percentage points") % {"difference": points(value)}
