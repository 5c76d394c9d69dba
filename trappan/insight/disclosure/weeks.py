"""Which weeks of a month are told, beside the month: one system with what is told of the month, by whole and by unit.

A week tells of the month that it is of, and the month of its weeks: who attended in a week attended in the month, and
who did in the month did in one of its weeks. So they are gone over together, with what is told of the month as it
stands, since it came first and is not taken back. A number of a week is told only where the same number of the month
is: then those in it may be anybody of as many in the month, and nothing more is known of any finer number there.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import MONTH, Figure, Key
from trappan.insight.disclosure.publishing import Guard
from trappan.insight.disclosure.system import System, Target

WEEK = "week"
WEEKLY, MONTHLY, ALL_OF_MONTH = "coverage_weekly", "coverage", "under_requirement"


@dataclass(frozen=True)
class WeekRow:
    """A unit's week: so many came (`hits`) of those who should (`of`), and how many of each came in the month.

    `of` are the same people in each week of a month, and in the month. `inner` are those of `hits` who came in the
    month too: the others came on a day of another one, where the week lies in two. `in_month` are all of `of` who did.
    """

    week: date
    unit: str
    hits: int
    of: int
    inner: int
    in_month: int


def keys_of(week: date, units: Iterable[str]) -> list[Key]:
    """Return the figures of a week: the whole, and each unit."""
    return [Key(WEEKLY, WEEK, week, (), ()), *(Key(WEEKLY, WEEK, week, ("unit",), (unit,)) for unit in units)]


def month_keys(month: date, units: Iterable[str], indicator: str = MONTHLY) -> list[Key]:
    """Return the figures of a month beside which weeks stand."""
    return [Key(indicator, MONTH, month, (), ()), *(Key(indicator, MONTH, month, ("unit",), (one,)) for one in units)]


def numbers_of(rows: Collection[WeekRow]) -> dict[Key, tuple[int, int]]:
    """Return how many of how many each figure of these weeks is."""
    found: dict[Key, tuple[int, int]] = {}
    for row in rows:
        for key in keys_of(row.week, [row.unit]):
            hits, of = found.get(key, (0, 0))
            found[key] = hits + row.hits, of + row.of
    return found


def publish_weeks(
    month: date, rows: Collection[WeekRow], told: Mapping[Key, bool], later: Collection[date] = ()
) -> list[Figure]:
    """Say of each week of a month whether its whole, and each unit, is told.

    `rows` are all weeks of the month, in each unit. `told` says of the month's figures, and of those of weeks that are
    out already, whether they were shown: what is not named there is not. Of weeks that are told `later` there is
    no figure yet.
    """
    system = MonthOfWeeks(month, rows).system
    held = {key: told[key] for key in system.figures if key in told}
    held |= {key: False for key in system.figures if key.period == MONTH and key not in told}
    held |= {key: False for key in system.figures if key.month in later and key.period == WEEK}
    for key in unsupported(month, rows, held):
        held.setdefault(key, False)
    guard = Guard(system, held)
    guard.protect()
    numbers = numbers_of(rows)
    return [
        Figure(key, *numbers[key], shown=key not in guard.hidden)
        for key in sorted(system.figures)
        if key.period == WEEK and key.month not in later
    ]


def unsupported(month: date, rows: Collection[WeekRow], told: Mapping[Key, bool]) -> list[Key]:
    """Return the figures of weeks that may not be told, whatever their numbers.

    Where the month's own is not told; and where so few came so seldom that the weeks, added up, are fewer than came in
    the month: those came in the first days of the month, which are of the week before.
    """
    came: dict[Key, int] = {}
    in_month: dict[Key, int] = {}
    for row in rows:
        for key in month_keys(month, [row.unit]):
            came[key] = came.get(key, 0) + row.inner
            in_month.setdefault(key, 0)
    for row in first_of_each(rows):
        for key in month_keys(month, [row.unit]):
            in_month[key] += row.in_month
    no = {(key.by, key.part) for key in came if not told.get(key) or came[key] < in_month[key]}
    return [key for key in numbers_of(rows) if (key.by, key.part) in no]


def first_of_each(rows: Collection[WeekRow]) -> list[WeekRow]:
    """Return one row of each unit: what they say of the month is the same in all."""
    return list({row.unit: row for row in rows}.values())


class MonthOfWeeks:
    """The system of a month's coverage and that of its weeks, as a whole and by unit."""

    def __init__(self, month: date, rows: Collection[WeekRow]) -> None:
        self.system = System()
        self.came: dict[str, int] = {}
        self.stayed: dict[str, int] = {}
        self.of_month(month, first_of_each(rows))
        weeks: dict[date, list[WeekRow]] = {}
        for row in sorted(rows, key=lambda one: (one.week, one.unit)):
            weeks.setdefault(row.week, []).append(row)
        inner: dict[str, list[int]] = {}
        for week, units in weeks.items():
            for unit, column in self.of_week(week, units).items():
                inner.setdefault(unit, []).append(column)
        for unit, columns in inner.items():
            self.in_one_of(columns, self.came[unit])

    def of_month(self, month: date, rows: Collection[WeekRow]) -> None:
        """Add what is told of the month: its coverage, and whom the requirement holds."""
        system = self.system
        for row in sorted(rows, key=lambda one: one.unit):
            self.came[row.unit], self.stayed[row.unit] = map(system.column, (row.in_month, row.of - row.in_month))
        units = sorted(self.came)
        for key, of_all in zip(month_keys(month, units), month_keys(month, units, ALL_OF_MONTH), strict=True):
            named = key.part or units
            self.share(key, [self.came[one] for one in named], [self.stayed[one] for one in named])
            system.figures[of_all] = [system.figures[key][1]]

    def of_week(self, week: date, rows: Collection[WeekRow]) -> dict[str, int]:
        """Add a week, and return of each unit who came in it and in the month."""
        system, inner, hits, rest, between = self.system, {}, {}, {}, {}
        for row in rows:
            came, stayed = self.came[row.unit], self.stayed[row.unit]
            inner[row.unit], outer = system.column(row.inner), row.hits - row.inner
            rest[row.unit], between[row.unit] = map(system.column, (row.of - row.hits, row.in_month - row.inner))
            hits[row.unit] = [inner[row.unit]]
            system.equal([inner[row.unit], between[row.unit]], [came], "who came in the week came in the month")
            if outer:
                hits[row.unit].append(system.column(outer))
                others = system.column(row.of - row.in_month - outer)
                system.equal([hits[row.unit][1], others], [stayed], "who came on a day of another month alone")
            system.equal([*hits[row.unit], rest[row.unit]], [came, stayed], "who should is the same all month")
        for key in keys_of(week, [row.unit for row in rows]):
            named = key.part or tuple(inner)
            self.share(key, [at for one in named for at in hits[one]], [rest[one] for one in named])
            # Who came in the month and not in the week is told by both together.
            self.aim(system.sum_of([between[one] for one in named]), week, None)
        return inner

    def in_one_of(self, weeks: list[int], came: int) -> None:
        """Let whoever came in the month have come in one of its weeks, where that is so of its weeks."""
        truth = self.system.truth
        more = sum(truth[at] for at in weeks) - truth[came]
        if more >= 0:
            self.system.equal(weeks, [came, self.system.column(more)], "who came in the month came in a week")

    def share(self, key: Key, hits: list[int], rest: list[int]) -> None:
        """Add a share's numbers, and take aim at those that are few; that nobody stayed away tells of each."""
        above, others = self.system.sum_of(hits), self.system.sum_of(rest)
        self.system.figures[key] = [above, self.system.sum_of([above, others]), others]
        for column in self.system.figures[key]:
            everybody = column == others and self.system.truth[above] > 0
            self.aim(column, key.month, key, none_is_few=everybody)

    def aim(self, column: int, day: date, key: Key | None, *, none_is_few: bool = False) -> None:
        """Take aim at a number of few."""
        value = self.system.truth[column]
        if 0 < value < FEWEST or (value == 0 and none_is_few):
            self.system.targets.append(Target(column, day, key))
