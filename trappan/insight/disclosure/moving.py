"""The way in which the truth could have been another one that moves least."""

import numpy as np

from trappan.insight.disclosure.solving import Model
from trappan.insight.disclosure.system import System


def least_move(
    system: System,
    target: int,
    by: int,
    cost: np.ndarray,
    fixed: np.ndarray,
    most: float,
    *,
    whole: bool = False,
    gap: float = 0.0,
) -> np.ndarray | None:
    """Return by how much each number moves when one of them (`target`) does `by` so many; None where nothing can.

    Each costs what it moves, times its `cost`; those that are `fixed` stay. It is up by one column of the model and
    down by another, and what nobody is in cannot go down.
    """
    size = len(system.truth)
    up, down = np.where(fixed, 0.0, most), np.where(fixed, 0.0, np.array(system.truth, dtype=float))
    least = np.zeros(2 * size)
    side, other = (up, down) if by > 0 else (down, up)
    side[target], other[target], least[target + (0 if by > 0 else size)] = abs(by), 0.0, abs(by)
    moves = [one | {at + size: -often for at, often in one.items()} for one, _value in system.known]
    nothing = [0.0] * len(moves)
    model = Model(
        (list(least), [*up, *down]), moves, (nothing, nothing), [*cost, *cost], whole=2 * size if whole else 0, gap=gap
    )
    found = model.solve()
    return None if found is None else found[:size] - found[size:]
