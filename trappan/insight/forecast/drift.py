"""Damped drift with season: the present rate goes on, ever more slowly, and nobody knows it exactly.

The logarithm of a month is that of the month before, the rate of change, the season and chance. The rate is the mean of
the last year's, uncertain by so much as a year of months can tell, drawn once a run; it is damped, and wanders.
"""

from dataclasses import dataclass

import numpy as np

from trappan.insight.forecast.series import SEASONAL, Numbers

YEAR, HALF = 12, 6


@dataclass(frozen=True)
class Constants:
    """What the series itself does not say: how much of the rate is left after half a year, and how wide the band is.

    `damping` is φ for half a year; `width` multiplies all that is uncertain.
    """

    damping: float = 0.9
    width: float = 1.0


@dataclass(frozen=True)
class Fitted:
    """A series taken apart: the last year's rate, the season by month of the year, chance, and the rate's steps."""

    level: float
    rate: float
    season: Numbers
    chance: float
    step: float
    next_month: int


def fit(values: Numbers, first_month: int) -> Fitted:
    """Take a series apart; `first_month` is the month of the year of its first value, January 0.

    The season is how a month's change usually differs from its year's mean, drawn towards none where few years
    say so; under 36 months there is none.
    """
    logs = np.log(values)
    changes = np.diff(logs)
    of_year = (first_month + 1 + np.arange(len(changes))) % YEAR
    season = np.zeros(YEAR)
    if len(values) >= SEASONAL:
        around = np.pad(changes, YEAR // 2, mode="edge")
        usual = np.convolve(around, np.r_[0.5, np.ones(YEAR - 1), 0.5] / YEAR, "valid")
        off = changes - usual
        counts = np.bincount(of_year, minlength=YEAR)
        season = np.bincount(of_year, weights=off, minlength=YEAR) / (counts + 1)
        season -= season.mean()
    calm = changes - season[of_year]
    chance = float(np.std(calm))
    halves = calm[len(calm) % HALF :].reshape(-1, HALF).mean(axis=1)
    step = max(float(np.mean(np.diff(halves) ** 2)) - 2 * chance**2 / HALF, 1e-8) / 4
    return Fitted(
        level=float(logs[-1]),
        rate=float(calm[-YEAR:].mean()),
        season=season,
        chance=chance,
        step=step**0.5,
        next_month=(first_month + len(values)) % YEAR,
    )


def paths(fitted: Fitted, months: int, runs: int, seed: int, constants: Constants) -> Numbers:
    """Return what each run counts in each month to come: runs × months. The same seed gives the same answer."""
    rng = np.random.default_rng(seed)
    phi = constants.damping ** (1 / HALF)
    rate = constants.damping * fitted.rate + constants.width * rng.normal(0, fitted.chance / YEAR**0.5, runs)
    at = np.full(runs, fitted.level)
    counted = np.empty((runs, months))
    for month in range(months):
        rate = phi * rate + constants.width * rng.normal(0, fitted.step, runs)
        season = fitted.season[(fitted.next_month + month) % YEAR]
        at = at + rate + season + constants.width * rng.normal(0, fitted.chance, runs)
        counted[:, month] = at
    return np.exp(counted)
