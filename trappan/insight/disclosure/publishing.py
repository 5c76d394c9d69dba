"""Which figures are told: those of few people are hidden, and so many others that these cannot be worked out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import log

import numpy as np

from trappan.insight.disclosure.attacker import Attacker, distance
from trappan.insight.disclosure.figures import Counts, Figure, Key, Row
from trappan.insight.disclosure.plan import PLAN, Plan
from trappan.insight.disclosure.solving import CLOSE
from trappan.insight.disclosure.system import Builder, System, Target

OF_ALL = 1_000.0  # what it costs to hide a total, where another number costs at most some ten
SLIGHT = 1e-3  # moving people about costs a little, so that there is one cheapest way
ENOUGH = 0.1  # in whole people, a way that costs a tenth more than the cheapest is good enough


@dataclass
class Published:
    """What is told and what is not.

    exposed: figures of few people whom what is told already gives away, and cannot be taken back: they are in the log
        of whoever publishes.
    by_stock: those of them that are given away though nothing that hangs together with them is told: the stock, which
        is known, is so much smaller or larger than the month before.
    """

    figures: list[Figure] = field(default_factory=list)
    exposed: list[Key] = field(default_factory=list)
    by_stock: list[Key] = field(default_factory=list)


def publish(rows: Iterable[Row], *, told: Mapping[Key, bool] | None = None, plan: Plan = PLAN) -> Published:
    """Say of every figure of the plan whether it is told.

    `rows` are the finest counts of whole months. `told` says of figures that are out already whether they
    were shown: shown they stay, and hidden they stay.
    """
    published = Published()
    for group in groups(list(rows), plan).values():
        counts = Counts(group, plan)
        guard = Guard(Builder(counts).build(), told or {})
        guard.protect()
        published.exposed += guard.exposed
        published.by_stock += guard.by_stock
        for key in counts.cells:
            numerator, denominator = counts.numbers(key)
            published.figures.append(Figure(key, numerator, denominator, key not in guard.hidden))
    published.figures.sort(key=lambda figure: figure.key)
    return published


def groups(rows: list[Row], plan: Plan) -> dict[tuple[str, date], list[Row]]:
    """Return the rows that hang together: by family of indicators, and month."""
    family = families({row.indicator for row in rows}, plan)
    found: dict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in rows:
        found[family[row.indicator], row.month].append(row)
    return dict(sorted(found.items()))


def families(indicators: set[str], plan: Plan) -> dict[str, str]:
    """Return the family of each indicator, called by its first: those of which one says something of another."""
    everything = indicators | plan.indicators.keys()
    links = [{one, plan[one].of, plan[one].within} - {""} for one in sorted(everything)]
    links += [set(balance.came) | set(balance.went) for balance in plan.balances]
    found: list[set[str]] = []
    for link in links:
        near = [one for one in found if one & link]
        found = [one for one in found if not one & link] + [link.union(*near)]
    return {one: min(link) for link in found for one in link}


class Guard:
    """Hides figures of a system until the attacker is fooled about every number of few people."""

    def __init__(self, system: System, told: Mapping[Key, bool]) -> None:
        self.system = system
        self.locked = {key for key in system.figures if told.get(key)}
        few = {target.key for target in system.targets if target.key} - self.locked
        self.hidden = few | {key for key in system.figures if told.get(key) is False}
        self.attacker = Attacker(system, self.hidden)
        self.exposed: list[Key] = []
        self.by_stock: list[Key] = []

    def protect(self) -> None:
        """Hide what must be hidden, the newest months' numbers first; note what no hiding helps."""
        exposed: dict[Key, list[Target]] = defaultdict(list)
        order = sorted(self.system.targets, key=lambda one: (-one.month.toordinal(), self.system.truth[one.column]))
        for target in order:
            fooled = [self._fool(target, upward=upward) for upward in (False, True)]
            if target.key and not all(fooled):
                exposed[target.key].append(target)
        self._protect_from_heads([target for target in order if target.key not in exposed])
        self.exposed = sorted(exposed)
        if exposed:
            # Who is told none of this, and knows the stock alone.
            outsider = Attacker(self.system, self.system.figures)
            self.by_stock = [
                key
                for key in self.exposed
                if not all(outsider.is_fooled(one.column, upward=up) for one in exposed[key] for up in (False, True))
            ]

    def _protect_from_heads(self, targets: list[Target]) -> None:
        """Hide so many more units that nobody who knows the numbers of one can work out another's.

        A head sees her own unit whole. Where two units are hidden beside a whole that is told, each head could reckon
        the other's: a third is hidden. What is told of all stays told: where there are but two units, whoever knows
        the one knows the other.
        """
        heads: set[str] = set()
        while left := {unit_of(key) for key in self.hidden} - heads - {""}:
            own = min(left)
            heads.add(own)
            head = self.attacker.beside({key for key in self.hidden if unit_of(key) == own})
            known = len(head.truths)
            for target in targets:
                if target.key is None or unit_of(target.key) != own:
                    for upward in (False, True):
                        self._fool_head(target, head, own, upward=upward)
            # What one head holds possible most others do too: a way moves few units.
            self.attacker.truths += head.truths[known:]

    def _fool_head(self, target: Target, head: Attacker, own: str, *, upward: bool) -> None:
        """Hide what must be hidden of other units, so that the head of one is fooled about another's number."""
        for whole in (False, True):
            if head.is_fooled(target.column, upward=upward):
                return
            self._make_room(target, head, upward=upward, whole=whole, head_of=own)

    def _fool(self, target: Target, *, upward: bool) -> bool:
        """Hide what must be hidden more; tells whether that was enough."""
        if self.attacker.is_fooled(target.column, upward=upward):
            return True
        for whole in (False, True):
            self._make_room(target, self.attacker, upward=upward, whole=whole)
            if self.attacker.is_fooled(target.column, upward=upward):
                return True
        # What is out already leaves no way: nothing new that hangs together with it is told.
        self._hide(self.system.figures.keys() - self.locked)
        return self.attacker.is_fooled(target.column, upward=upward)

    def _hide(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self.hidden.add(key)
            self.attacker.hide(key)

    def _make_room(self, target: Target, attacker: Attacker, *, upward: bool, whole: bool, head_of: str = "") -> None:
        """Hide the figures that would be others if the few were five, or one, in the way that moves least else.

        `head_of` is the unit whose head the attacker is: she knows its numbers, and no others but units' are hidden.
        """
        found = self._cheapest(target, upward=upward, whole=whole, head_of=head_of)
        if found is not None:
            moves = np.abs(found) > CLOSE
            figures = self.system.figures.items()
            more = sorted(key for key, columns in figures if key not in self.hidden and moves[columns].any())
            self._hide(more)
            if attacker is not self.attacker:
                for key in more:
                    attacker.hide(key)
            attacker.believe(attacker.true + found)

    def _cheapest(self, target: Target, *, upward: bool, whole: bool, head_of: str) -> np.ndarray | None:
        system, size = self.system, len(self.system.truth)
        cost, fixed = np.linspace(SLIGHT, 2 * SLIGHT, size), np.zeros(size, dtype=bool)
        for key, columns in system.figures.items():
            unit = unit_of(key)
            stays = unit == head_of or (not unit and key not in self.hidden)
            fixed[columns] = key in self.locked or (head_of != "" and stays)
            for column in columns if key not in self.hidden else ():
                cost[column] = (log(1 + system.truth[column]) + 0.5) if key.by else OF_ALL
        by = distance(system.truth[target.column], upward=upward)
        moves = self.attacker.moves
        return moves.least(target.column, by, cost, fixed, self.attacker.most, whole=whole, gap=ENOUGH)


def unit_of(key: Key) -> str:
    """Return the unit that a figure is of; of none where it is of all, or told by something else."""
    return key.part[key.by.index("unit")] if "unit" in key.by else ""
