"""What many runs say together: the middle, half of them, nine of ten; and when, if ever, a level is reached."""

from dataclasses import dataclass

import numpy as np

from trappan.insight.forecast.series import Counts, Numbers

# Five of a hundred runs lie under the first and five over the last; a quarter under the second, half under the third.
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
# A level is reached in the first month that is followed by two more at it.
STAYS = 3
WITHIN = (12, 24, 36)


@dataclass(frozen=True)
class Band:
    """One month to come: `low` to `high` holds nine runs of ten, `lower` to `upper` half of them."""

    low: float
    lower: float
    middle: float
    upper: float
    high: float


@dataclass(frozen=True)
class When:
    """In what share of the runs a level is reached, and kept three months, within so many months; and in what not."""

    level: float
    within: dict[int, float]
    not_within: float


def bands(runs: Numbers | Counts) -> list[Band]:
    """Return the band of each month, of runs × months."""
    return [Band(*(float(value) for value in month)) for month in np.quantile(runs, QUANTILES, axis=0).T]


def when(runs: Numbers, level: float, *, is_at_least: bool) -> When:
    """Return when the runs reach a level, from below or above; two months more than are asked about must be run."""
    hit = runs >= level if is_at_least else runs <= level
    months = runs.shape[1] - STAYS + 1
    stays = np.all([hit[:, at : at + months] for at in range(STAYS)], axis=0)
    within = {count: float(stays[:, :count].any(axis=1).mean()) for count in WITHIN if count <= months}
    return When(level=level, within=within, not_within=1 - float(stays.any(axis=1).mean()))
