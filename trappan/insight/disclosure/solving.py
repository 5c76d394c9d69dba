"""Linear models for HiGHS: built and solved the same way each time, so that every machine answers alike."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import highspy
import numpy as np

# What is summed: columns, and how often each counts.
Sum: TypeAlias = Mapping[int, int]

CLOSE = 1e-6


class Sums:
    """Sums of columns as the solver takes them, written out once for all that is asked of them.

    Sum after sum: `at` are its columns and `often` how often each counts, from where `starts` says.
    """

    def __init__(self, sums: Sequence[Sum]) -> None:
        self.starts = np.cumsum([0, *(len(one) for one in sums)], dtype=np.int32)
        self.at = np.array([column for one in sums for column in one], dtype=np.int32)
        self.often = np.array([often for one in sums for often in one.values()], dtype=float)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def of(self, columns: np.ndarray) -> np.ndarray:
        """Return what each sum is, where the columns are these."""
        return np.add.reduceat(self.often * columns[self.at], self.starts[:-1])


class Model:
    """Columns between bounds, sums of them between bounds, and what is to be as small as can be."""

    def __init__(
        self,
        columns: tuple[np.ndarray, np.ndarray],
        sums: Sums,
        bounds: tuple[np.ndarray, np.ndarray],
        cost: np.ndarray,
        *,
        whole: int = 0,
        gap: float = 0.0,
    ) -> None:
        """Build a model of columns and sums, each with its least and most; the first `whole` are whole numbers.

        Of these any answer does that is no further from the best than `gap`, as a share of it.
        """
        lp = highspy.HighsLp()
        self.columns = len(columns[0])
        lp.num_col_, lp.num_row_ = self.columns, len(sums)
        lp.col_cost_ = cost
        lp.col_lower_, lp.col_upper_ = columns
        lp.row_lower_, lp.row_upper_ = bounds
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        matrix = lp.a_matrix_
        matrix.start_, matrix.index_, matrix.value_ = sums.starts, sums.at, sums.often
        if whole:
            kinds = (highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous)
            lp.integrality_ = [kinds[at >= whole] for at in range(self.columns)]
        make: Any = highspy.Highs  # it has no types
        self.highs = make()
        self.highs.silent()
        options: dict[str, Any] = {"threads": 1, "random_seed": 0, "mip_rel_gap": gap}
        options |= {} if whole else {"solver": "simplex", "presolve": "off"}
        for name, value in options.items():
            self.highs.setOptionValue(name, value)
        self.highs.passModel(lp)

    def solve(self) -> np.ndarray | None:
        """Return the columns of the best answer; None where there is no answer."""
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.highs.getSolution().col_value)
