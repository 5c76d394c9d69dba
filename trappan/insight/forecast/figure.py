"""One figure forecast: its months, its band, how often the band has held, and when it reaches a level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from trappan.insight.forecast.backtest import Tried, prove
from trappan.insight.forecast.bands import STAYS, Band, When, bands, when
from trappan.insight.forecast.drift import Constants, fit, paths
from trappan.insight.forecast.series import SEASONAL, Numbers, Series, series_of
from trappan.schedules.months import months_after

MOST_MONTHS = 36


@dataclass(frozen=True)
class Level:
    """A level that is asked about: reached from below, or from above."""

    level: float
    is_at_least: bool


@dataclass(frozen=True)
class Forecast:
    """A figure's months to come; `tried` is in the figure that is counted. What has been is told of cells alone."""

    name: str
    series: Series
    constants: Constants
    months: tuple[date, ...]
    bands: list[Band]
    tried: list[Tried]
    reached: When | None

    @property
    def has_season(self) -> bool:
        return len(self.series.values) >= SEASONAL


def forecast(
    name: str,
    counts: Mapping[date, float | None],
    *,
    months: int,
    runs: int,
    seed: int,
    level: Level | None = None,
    shown: Callable[[Numbers, tuple[date, ...]], Numbers] | None = None,
) -> Forecast:
    """Forecast a count; refused with CannotForecast where its history does not carry one.

    `shown` turns counts (runs × months) into what is read, as a share of a population; the level is one of that.
    """
    series = series_of(counts)
    constants, tried = prove(series)
    fitted = fit(series.values, series.months[0].month - 1)
    # Two months more, so that a level in the last month can be seen to stay.
    ahead = tuple(months_after(series.last, at + 1) for at in range(months + STAYS - 1))
    drawn = paths(fitted, len(ahead), runs, seed, constants)
    read = shown(drawn, ahead) if shown else drawn
    return Forecast(
        name=name,
        series=series,
        constants=constants,
        months=ahead[:months],
        bands=bands(read[:, :months]),
        tried=tried,
        reached=when(read, level.level, is_at_least=level.is_at_least) if level else None,
    )


class Population:
    """How many adults live here on 31 December, by year; of a year that is not known, the last known before it.

    A month is held against the year before, as the indicator of the same share is (indicators/definitions.py).
    """

    def __init__(self, adults: Mapping[int, int]) -> None:
        self.adults = dict(adults)

    def of(self, month: date) -> int | None:
        """Return how many at the end of the year before, or None where none is known so far back."""
        known = [year for year in self.adults if year < month.year]
        return self.adults[max(known)] if known else None

    def without_support(self, counts: Numbers, months: tuple[date, ...]) -> Numbers:
        """Return the per cent of adults who have other support than this, of counts of those who have it."""
        living = np.array([self.of(month) or np.nan for month in months])
        share: Numbers = 100 * (1 - counts / living)
        return share
