"""The ways in which the truth could have been another one that say the same of all that anybody knows."""

import numpy as np

from trappan.insight.disclosure.solving import Model, Sums
from trappan.insight.disclosure.system import System


class Moves:
    """How the numbers of a system can move: each up by one column of a model and down by another."""

    def __init__(self, system: System) -> None:
        self.true = np.array(system.truth, dtype=float)
        size = len(self.true)
        self.sums = Sums([one | {at + size: -often for at, often in one.items()} for one, _value in system.known])
        self.nothing = np.zeros(len(system.known))

    def least(
        self, target: int, by: int, cost: np.ndarray, fixed: np.ndarray, most: float, *, whole: bool = False, gap: float
    ) -> np.ndarray | None:
        """Return by how much each number moves when one of them (`target`) does `by` so many; None where nothing can.

        Each costs what it moves, times its `cost`; those that are `fixed` stay. What nobody is in cannot go down. In
        whole people any way does that costs no more than the cheapest and `gap`, as a share of it.
        """
        size = len(self.true)
        up, down, least = np.where(fixed, 0.0, most), np.where(fixed, 0.0, self.true), np.zeros(2 * size)
        side, other = (up, down) if by > 0 else (down, up)
        side[target], other[target], least[target + (0 if by > 0 else size)] = abs(by), 0.0, abs(by)
        bounds = (least, np.concatenate([up, down]))
        costs, nothing = np.concatenate([cost, cost]), self.nothing
        model = Model(bounds, self.sums, (nothing, nothing), costs, whole=2 * size if whole else 0, gap=gap)
        found = model.solve()
        return None if found is None else found[:size] - found[size:]
