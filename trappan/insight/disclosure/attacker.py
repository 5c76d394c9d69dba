"""The attacker whom the figures must stand: knows the plan and every number told, and reckons who cannot be few."""

from collections.abc import Container

import numpy as np

from trappan.insight.disclosure.figures import FEWEST, Key
from trappan.insight.disclosure.solving import CLOSE, INFINITE, Model
from trappan.insight.disclosure.system import System

MOST, LEAST = 1, FEWEST  # both „one at most“ and „five or more“ must be possible


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
        self.sums = [one for one, _value in system.known]
        self.values = np.array([value for _one, value in system.known])
        self.starts = np.cumsum([0, *(len(one) for one in self.sums)])[:-1]
        self.at = np.array([at for one in self.sums for at in one])
        self.often = np.array([often for one in self.sums for often in one.values()])
        self.model = self._model()
        # Other truths that say the same of all that is told: each answers for many numbers.
        self.truths = [self.true]

    def _model(self, target: int = 0, low: float = 0.0, high: float = INFINITE, *, whole: bool = False) -> Model:
        """Return a model of what is told, with a number between bounds."""
        least, most = np.where(self.told, self.true, 0.0), np.where(self.told, self.true, self.most)
        least[target], most[target] = max(least[target], low), min(most[target], high)
        return Model(
            (list(least), list(most)),
            self.sums,
            (list(self.values), list(self.values)),
            whole=len(least) if whole else 0,
        )

    def hide(self, key: Key) -> None:
        """Take back what was told of a figure."""
        for column in self.system.figures[key]:
            self.told[column] = False
            self.model.free(column, self.most)

    def is_fooled(self, target: int, *, upward: bool) -> bool:
        """Tell whether the attacker must hold it possible that so few are one at most, or are five or more."""
        if any(fits(truth[target], upward=upward) for truth in self.truths):
            return True
        if self.told[target]:
            return False
        self.model.ask(target, -1.0 if upward else 1.0)
        found = self.model.solve()
        if found is None or not fits(found[target], upward=upward):
            return False
        if self.believe(found):
            return True
        # The best answer has halves of people: ask for whole ones.
        bounds = (float(LEAST), INFINITE) if upward else (0.0, float(MOST))
        found = self._model(target, *bounds, whole=True).solve()
        return found is not None and self.believe(found)

    def believe(self, columns: np.ndarray) -> bool:
        """Take columns as another truth where they are whole numbers and say what is told."""
        whole = np.rint(columns).astype(int)
        sums = np.add.reduceat(self.often * whole[self.at], self.starts)
        if whole.min() < 0 or (whole != self.true)[self.told].any() or (sums != self.values).any():
            return False
        self.truths.append(whole)
        return True


def fits(value: float, *, upward: bool) -> bool:
    """Tell whether a number is five or more, or one at most."""
    return bool(value >= LEAST - CLOSE if upward else value <= MOST + CLOSE)
