"""Cells: what was counted in the finest classes, summed for each breakdown, and written where it became another."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trappan.insight.indicators.breakdowns import BREAKDOWNS, DIMENSIONS
from trappan.insight.indicators.definitions import ALL, BY_NAME, Indicator
from trappan.insight.models import Cell

AT = {name: at for at, name in enumerate(DIMENSIONS)}
FEWEST = 5
Key = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass
class Sum:
    """How many hit of how many, on the way."""

    hit: int = 0
    of: int = 0


@dataclass(frozen=True)
class Counted:
    """A cell as it was counted: numbers, and whether it is told."""

    value: float | None
    numerator: int
    denominator: int | None
    shown: bool


def rolled_up(counts: Iterable[tuple[str, tuple[str, ...], int, int | None]]) -> dict[Key, Counted]:
    """Sum the finest counts (indicator, part, hit, of) for every breakdown."""
    sums: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], Sum]] = defaultdict(lambda: defaultdict(Sum))
    for name, place, hit, of in counts:
        for by in BREAKDOWNS:
            one = sums[name, by][tuple(place[AT[dimension]] for dimension in by)]
            one.hit += hit
            one.of += of or 0
    return {
        (name, by, part): cell(BY_NAME[name], one, shown=is_told_whole(BY_NAME[name], parts.values()))
        for (name, by), parts in sums.items()
        for part, one in parts.items()
        if one.hit or one.of or not by
    }


def cell(indicator: Indicator, one: Sum, *, shown: bool) -> Counted:
    """Return a sum as a cell."""
    of = None if indicator.of is None else one.of
    return Counted(indicator.value(one.hit, of), one.hit, of, shown)


def is_told_whole(indicator: Indicator, parts: Iterable[Sum]) -> bool:
    """Tell whether a breakdown's month is told: wholly or not at all, and not where anything in it is of one to four.

    Nothing can be worked out within a table that is told so; what several tables tell together is not looked at here.
    """
    numbers = [(one.hit, one.of, one.of - one.hit) if indicator.of else (one.hit,) for one in parts]
    return not any(0 < number < FEWEST for one in numbers for number in one)


def write_cells(month: date, build: int, cells: dict[Key, Counted]) -> int:
    """Write of a month's cells what became another in this building, and return how many did."""
    standing = {
        (one.indicator, tuple(one.by), tuple(one.part)): one
        for one in Cell.objects.filter(month=month, indicator__in=[one.name for one in ALL]).iterator()
    }
    gone = [one.pk for key, one in standing.items() if key not in cells]
    written = [
        Cell(indicator=key[0], month=month, by=list(key[1]), part=list(key[2]), build_id=build, **vars(one))
        for key, one in cells.items()
        if key not in standing or as_counted(standing[key]) != one
    ]
    Cell.objects.filter(pk__in=gone).delete()
    Cell.objects.bulk_create(
        written,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["indicator", "by", "month", "part"],
        update_fields=["value", "numerator", "denominator", "shown", "build"],
    )
    return len(gone) + len(written)


def as_counted(one: Cell) -> Counted:
    """Return a cell that stands as it was counted then."""
    of = None if one.denominator is None else int(one.denominator)
    return Counted(one.value, int(one.numerator or 0), of, one.shown)
