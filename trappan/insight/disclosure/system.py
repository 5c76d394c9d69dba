"""Everything told of indicators that hang together, as sums over the finest counts: one system, nothing by itself."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import Base, Counts, Key
from trappan.insight.disclosure.plan import Balance


@dataclass(frozen=True)
class Target:
    """A number of few people, and the figure that would tell it; None where only two figures together would."""

    column: int
    month: date
    key: Key | None


@dataclass
class System:
    """Numbers with their true values (`truth`): the finest counts, and what is told, each a column.

    `known` are sums of columns that anybody knows, each with its value; `figures` the columns that a figure tells:
    numerator, and of a share denominator and the others, whom anybody can reckon.
    """

    truth: list[int] = field(default_factory=list)
    known: list[tuple[dict[int, int], int]] = field(default_factory=list)
    figures: dict[Key, list[int]] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)

    def column(self, value: int) -> int:
        self.truth.append(value)
        return len(self.truth) - 1

    def sum_of(self, parts: list[int]) -> int:
        """Return a new column that is the sum of others."""
        column = self.column(sum(self.truth[part] for part in parts))
        self.known.append(({column: -1} | dict.fromkeys(parts, 1), 0))
        return column

    def equal(self, one: list[int], other: list[int], what: str) -> None:
        """Write down that two sums are the same, which anybody knows. Refuses what is not so."""
        values = [sum(self.truth[column] for column in side) for side in (one, other)]
        if values[0] != values[1]:
            raise ValueError(f"{what}: {values[0]} and {values[1]}")
        self.known.append((dict.fromkeys(one, 1) | dict.fromkeys(other, -1), 0))


class Builder:
    """The system of a family of indicators."""

    def __init__(self, counts: Counts) -> None:
        self.counts, self.plan, self.system = counts, counts.plan, System()
        self.at: dict[Base, int] = {base: self.system.column(value) for base, value in sorted(counts.values.items())}
        self.indicators = sorted({base.indicator for base in counts.values})

    def build(self) -> System:
        for key in self.counts.cells:
            self._tell(key)
        self._same_denominators()
        for inner in self.indicators:
            if self.plan[inner].within in self.indicators:
                self._within(inner, self.plan[inner].within)
        for balance in self.plan.balances:
            self._balance(balance)
        return self.system

    def _tell(self, key: Key) -> None:
        """Add a figure's numbers, and take aim at those that are few."""
        system, cell = self.system, self.counts.cells[key]
        is_share = key.indicator in self.counts.shares
        sides = [cell.hits, cell.rest] if is_share else [cell.hits]
        numbers = [system.sum_of([self.at[base] for base in side]) for side in sides]
        if is_share:
            numbers = [numbers[0], system.sum_of(numbers), numbers[1]]
        system.figures[key] = numbers
        for at, column in enumerate(numbers):
            everybody = at == 2 and self.plan[key.indicator].sensitive and system.truth[numbers[0]] > 0
            self._aim(column, key.month, key, none_is_few=everybody)

    def _aim(self, column: int, month: date, key: Key | None, *, none_is_few: bool = False) -> None:
        value = self.system.truth[column]
        if 0 < value < FEWEST or (value == 0 and none_is_few):
            self.system.targets.append(Target(column, month, key))

    def _same_denominators(self) -> None:
        """Let what several indicators are shares of be one count: hidden in one and told in another it were told."""
        groups: dict[str, dict[tuple[date, tuple[str, ...]], dict[str, list[int]]]] = {}
        for base, column in self.at.items():
            of = self.plan[base.indicator].of if base.indicator in self.counts.shares else ""
            places = groups.setdefault(of or base.indicator, defaultdict(dict))
            places[base.month, base.place].setdefault(base.indicator, []).append(column)
        for name, places in groups.items():
            first, *others = sorted({one for counted in places.values() for one in counted})
            for place, counted in places.items():
                for other in others:
                    what = f"{first} and {other} count {name} otherwise in {place}"
                    self.system.equal(counted.get(first, []), counted.get(other, []), what)

    def _within(self, inner: str, outer: str) -> None:
        """Let those of an indicator who are not of the one within it be a count as well, which anybody can reckon."""
        system = self.system
        for month, place in sorted({(one.month, one.place) for one in self.at if one.indicator in (inner, outer)}):
            held, own = (
                [self.at[base] for base in [Base(one, True, month, place)] if base in self.at] for one in (outer, inner)
            )
            others = sum(system.truth[at] for at in held) - sum(system.truth[at] for at in own)
            if others < 0:
                raise ValueError(f"{inner} has more than {outer} in {month} {place}")
            system.equal(held, [*own, system.column(others)], f"{inner} within {outer}")
        for key in list(system.figures):
            twin = key._replace(indicator=outer)
            if key.indicator == inner and twin in system.figures:
                held, own = [system.figures[twin][0]], [system.figures[key][0]]
                between = system.column(system.truth[held[0]] - system.truth[own[0]])
                system.equal(held, [*own, between], f"{inner} within {outer}")
                self._aim(between, key.month, None)

    def _balance(self, balance: Balance) -> None:
        """Let what came less what went be known each month: the stock says it."""
        months: dict[tuple[date, tuple[str, ...], tuple[str, ...]], dict[int, int]] = defaultdict(dict)
        for key, (column, *_rest) in self.system.figures.items():
            if key.by in balance.by and key.indicator in (*balance.came, *balance.went):
                months[key.month, key.by, key.part][column] = 1 if key.indicator in balance.came else -1
        for _place, signs in sorted(months.items()):
            self.system.known.append((signs, sum(sign * self.system.truth[at] for at, sign in signs.items())))
