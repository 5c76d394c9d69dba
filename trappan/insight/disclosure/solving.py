"""Linear models for HiGHS: built and solved the same way each time, so that every machine answers alike."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import highspy
import numpy as np

# What is summed: columns, and how often each counts.
Sum: TypeAlias = Mapping[int, int]

CLOSE = 1e-6
INFINITE = highspy.kHighsInf
# The simplex that is soon done where hardly anything moves, and the one that goes on from the last answer where only
# what is asked has changed: in each other's place they take fifty times as long.
DUAL, PRIMAL = 1, 4


class Model:
    """Columns between bounds, sums of them between bounds, and what is to be as small as can be."""

    def __init__(
        self,
        columns: tuple[Sequence[float], Sequence[float]],
        sums: Sequence[Sum],
        bounds: tuple[Sequence[float], Sequence[float]],
        cost: Sequence[float] = (),
        *,
        whole: int = 0,
        gap: float = 0.0,
        simplex: int = DUAL,
    ) -> None:
        """Build a model of columns and sums, each with its least and most; the first `whole` are whole numbers.

        Of these any answer does that is no further from the best than `gap`, as a share of it.
        """
        lp = highspy.HighsLp()
        self.columns = len(columns[0])
        lp.num_col_, lp.num_row_ = self.columns, len(sums)
        lp.col_cost_ = np.array(cost or [0.0] * self.columns, dtype=float)
        lp.col_lower_, lp.col_upper_ = (np.array(one, dtype=float) for one in columns)
        lp.row_lower_, lp.row_upper_ = (np.array(one, dtype=float) for one in bounds)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(one) for one in sums)], dtype=np.int32)
        lp.a_matrix_.index_ = np.array([column for one in sums for column in one], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([often for one in sums for often in one.values()], dtype=float)
        if whole:
            kinds = (highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous)
            lp.integrality_ = [kinds[at >= whole] for at in range(self.columns)]
        make: Any = highspy.Highs  # it has no types
        self.highs = make()
        self.highs.silent()
        options: dict[str, Any] = {"threads": 1, "random_seed": 0, "mip_rel_gap": gap}
        options |= {} if whole else {"simplex_strategy": simplex, "solver": "simplex", "presolve": "off"}
        for name, value in options.items():
            self.highs.setOptionValue(name, value)
        self.highs.passModel(lp)
        self.asked = 0

    def ask(self, column: int, cost: float) -> None:
        """Let one column be what is to be as small as can be, or as great by a negative cost."""
        self.highs.changeColCost(self.asked, 0.0)
        self.highs.changeColCost(column, cost)
        self.asked = column

    def bound(self, column: int, least: float, most: float) -> None:
        """Let a column be from the least to the most."""
        self.highs.changeColBounds(column, float(least), float(most))

    def solve(self) -> np.ndarray | None:
        """Return the columns of the best answer; None where there is no answer."""
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.highs.getSolution().col_value)
