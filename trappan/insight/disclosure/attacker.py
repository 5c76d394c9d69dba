"""The attacker whom the figures must stand: knows the plan and every number told, and reckons who cannot be few."""

from collections.abc import Collection, Container
from copy import copy

import numpy as np

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import Key
from trappan.insight.disclosure.moving import Moves
from trappan.insight.disclosure.solving import CLOSE, Sums
from trappan.insight.disclosure.system import System

MOST, LEAST = 1, FEWEST  # both „one at most“ and „five or more“ must be possible
TRIES, DEARER = 40, 4.0  # how many ways are sought, and how much dearer a number is that came out in halves
ANY = 1e6  # any answer in whole people shows that there is one


class Attacker:
    """What can be worked out from what is told; `hide` takes numbers back, which makes nothing easier to work out.

    Stronger than anybody is: that classes are empty of which no row is there is known as well.
    """

    def __init__(self, system: System, hidden: Container[Key]) -> None:
        self.system = system
        self.true = np.array(system.truth)
        self.most = float(self.true.sum() + 2 * FEWEST)
        self.told = np.zeros(len(self.true), dtype=bool)
        for key, columns in system.figures.items():
            self.told[columns] = key not in hidden
        self.sums = Sums([one for one, _value in system.known])
        self.values = np.array([value for _one, value in system.known], dtype=float)
        self.moves = Moves(system)
        # Other truths that say the same of all that is told: each answers for many numbers.
        self.truths = [self.true]

    def beside(self, keys: Collection[Key]) -> "Attacker":
        """Return an attacker who knows these figures as well, though they are hidden."""
        other = copy(self)
        other.told = self.told.copy()
        for key in keys:
            other.told[self.system.figures[key]] = True
        other.truths = [one for one in self.truths if (one == self.true)[other.told].all()]
        return other

    def hide(self, key: Key) -> None:
        """Take back what was told of a figure."""
        self.told[self.system.figures[key]] = False

    def is_fooled(self, target: int, *, upward: bool) -> bool:
        """Tell whether the attacker must hold it possible that so few are one at most, or are five or more."""
        if any(reaches(truth[target], upward=upward) for truth in self.truths):
            return True
        return not self.told[target] and self._moves(target, upward=upward)

    def _moves(self, target: int, *, upward: bool) -> bool:
        """Tell whether the truth can be moved so far in whole people, and no further: that way is the shortest.

        The cheapest way may have halves of people. Another has none: where there were halves it costs more the next
        time, so that it is sought elsewhere. To ask for whole people takes longest, and comes last.
        """
        by = distance(self.true[target], upward=upward)
        cost = np.random.default_rng(0).uniform(1, 2, len(self.true))
        for way in range(TRIES + 1):
            found = self.moves.least(target, by, cost, self.told, self.most, whole=way == TRIES, gap=ANY)
            if found is None:
                return False
            if self.believe(self.true + found):
                return True
            cost[np.abs(found - np.rint(found)) > CLOSE] *= DEARER
        return False

    def believe(self, columns: np.ndarray) -> bool:
        """Take columns as another truth where they are whole numbers and say what is told."""
        whole = np.rint(columns).astype(int)
        if whole.min() < 0 or (whole != self.true)[self.told].any() or (self.sums.of(whole) != self.values).any():
            return False
        self.truths.append(whole)
        return True


def reaches(value: int, *, upward: bool) -> bool:
    """Tell whether a number is five or more, or one at most."""
    return bool(value >= LEAST if upward else value <= MOST)


def distance(value: int, *, upward: bool) -> int:
    """Return how far a number is from five, or from one."""
    return int((LEAST if upward else MOST) - value)
