"""The attacker whom the figures must stand: knows the plan and every number told, and reckons who cannot be few."""

from collections.abc import Container

import numpy as np

from trappan.insight.disclosure.figures import FEWEST, Key
from trappan.insight.disclosure.moving import least_move
from trappan.insight.disclosure.solving import CLOSE, PRIMAL, Model
from trappan.insight.disclosure.system import System

MOST, LEAST = 1, FEWEST  # both „one at most“ and „five or more“ must be possible
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
        sums = [one for one, _value in system.known]
        self.values = np.array([value for _one, value in system.known])
        self.starts = np.cumsum([0, *(len(one) for one in sums)])[:-1]
        self.at = np.array([at for one in sums for at in one])
        self.often = np.array([often for one in sums for often in one.values()])
        bounds = (list(np.where(self.told, self.true, 0.0)), list(np.where(self.told, self.true, self.most)))
        self.model = Model(bounds, sums, (list(self.values), list(self.values)), simplex=PRIMAL)
        # Other truths that say the same of all that is told: each answers for many numbers.
        self.truths = [self.true]

    def hide(self, key: Key) -> None:
        """Take back what was told of a figure."""
        for column in self.system.figures[key]:
            self.told[column] = False
            self.model.bound(column, 0.0, self.most)

    def is_fooled(self, target: int, *, upward: bool) -> bool:
        """Tell whether the attacker must hold it possible that so few are one at most, or are five or more."""
        if any(reaches(truth[target], upward=upward) for truth in self.truths):
            return True
        if self.told[target]:
            return False
        # No further than it takes: the way there is shorter, and more often one in whole people.
        self.model.bound(target, min(MOST, self.true[target]), LEAST)
        self.model.ask(target, -1.0 if upward else 1.0)
        found = self.model.solve()
        self.model.bound(target, 0.0, self.most)
        if found is None or not reaches(found[target], upward=upward):
            return False
        return self.believe(found) or any(self._move(target, upward=upward, whole=whole) for whole in (False, True))

    def _move(self, target: int, *, upward: bool, whole: bool) -> bool:
        """Tell whether the truth can be moved so far in whole people: the best answer may have halves of them."""
        cost = np.linspace(1, 2, len(self.true))
        found = least_move(
            self.system,
            target,
            distance(self.true[target], upward=upward),
            cost,
            self.told,
            self.most,
            whole=whole,
            gap=ANY,
        )
        return found is not None and self.believe(self.true + found)

    def believe(self, columns: np.ndarray) -> bool:
        """Take columns as another truth where they are whole numbers and say what is told."""
        whole = np.rint(columns).astype(int)
        sums = np.add.reduceat(self.often * whole[self.at], self.starts)
        if whole.min() < 0 or (whole != self.true)[self.told].any() or (sums != self.values).any():
            return False
        self.truths.append(whole)
        return True


def reaches(value: float, *, upward: bool) -> bool:
    """Tell whether a number is five or more, or one at most."""
    return bool(value >= LEAST - CLOSE if upward else value <= MOST + CLOSE)


def distance(value: int, *, upward: bool) -> int:
    """Return how far a number is from five, or from one."""
    return int((LEAST if upward else MOST) - value)
