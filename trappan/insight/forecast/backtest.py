"""How the forecast would have done: it guesses months that have been, and knows only those before.

The band's width is chosen anew for each guess, on the guesses whose months had come before it: none has a say in how
it is measured itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trappan.insight.forecast.bands import QUANTILES
from trappan.insight.forecast.drift import Constants, fit, paths
from trappan.insight.forecast.series import SEASONAL, SHORTEST, Numbers, Series

AHEAD = ((1, 6), (7, 12), (13, 24))
LONGEST = 24
# Bands that are tried, the narrowest first: the first that has held nine months of ten is taken.
WIDTHS = (0.8, 1.0, 1.25, 1.6, 2.0)
HELD = 0.9
# From so many guesses on the width is chosen, and with fewer it stays as it is.
TO_CHOOSE = 12
RUNS = 400


@dataclass(frozen=True)
class Tried:
    """How guesses so many months ahead have done, or None where there were none.

    `error` is the middle's mean distance from what came, as a share of it; `half` and `nine_of_ten` are the shares of
    months that fell within the bands, `width` is the wide band's, as a share of the middle.
    """

    first: int
    last: int
    guesses: int
    error: float | None
    half: float | None
    nine_of_ten: float | None
    width: float | None


@dataclass(frozen=True)
class Guess:
    """One origin: what was guessed for the months after it (quantiles × months), and what came."""

    origin: int
    guessed: Numbers
    came: Numbers

    def before(self, month: int) -> "Guess":
        """Return the part that had come before this month."""
        known = max(month - self.origin, 0)
        return Guess(self.origin, self.guessed[:, :known], self.came[:known])


def guesses(series: Series, origins: range, constants: Constants) -> list[Guess]:
    """Guess from each origin. A bridged month is no answer: it is left out of what came."""
    first = series.months[0].month - 1
    torn = {*series.missing, *series.broken}
    whole = np.array([month not in torn for month in series.months[: len(series.values)]])
    made = []
    for origin in origins:
        ahead = slice(origin, min(origin + LONGEST, len(series.values)))
        fitted = fit(series.values[:origin], first)
        runs = paths(fitted, ahead.stop - origin, RUNS, seed=origin, constants=constants)
        came = np.where(whole[ahead], series.values[ahead], np.nan)
        made.append(Guess(origin, np.quantile(runs, QUANTILES, axis=0), came))
    return made


def origins(series: Series) -> tuple[range, range]:
    """Return all origins, and those of them on which the forecast is measured.

    Each is forecast with the width that the guesses before it had chosen, so the first twelve only choose. Under five
    years nothing is chosen: the width stays as it is, and all that there are are measured.
    """
    end = len(series.values)
    if end < SEASONAL + 2 * TO_CHOOSE:
        return range(SHORTEST, end), range(SHORTEST, end)
    return range(SEASONAL, end), range(SEASONAL + TO_CHOOSE, end)


def prove(series: Series) -> tuple[Constants, list[Tried]]:
    """Return the constants to forecast with, and how the forecast has done, by how far ahead it guessed."""
    every, measured = origins(series)
    if every == measured:
        return Constants(), told(guesses(series, measured, Constants()))
    made = {width: guesses(series, every, Constants(width=width)) for width in WIDTHS}
    at_origin = [made[chosen(made, origin)][origin - every.start] for origin in measured]
    return Constants(width=chosen(made, len(series.values))), told(at_origin)


def chosen(made: Mapping[float, Sequence[Guess]], origin: int) -> float:
    """Return the narrowest width whose wide band has held nine months of ten, of those that had come by then."""
    for width, guessed in made.items():
        known = [guess.before(origin) for guess in guessed if guess.origin < origin]
        if float(np.nanmean(np.concatenate([held_in(guess, 0, 4) for guess in known]))) >= HELD:
            return width
    return WIDTHS[-1]


def told(made: Sequence[Guess]) -> list[Tried]:
    """Return how guesses have done, by how far ahead they guessed."""
    return [tried(made, first, last) for first, last in AHEAD]


def tried(made: Sequence[Guess], first: int, last: int) -> Tried:
    """Return how guesses of these months ahead have done."""
    part = slice(first - 1, last)
    cut = [Guess(guess.origin, guess.guessed[:, part], guess.came[part]) for guess in made]
    came = np.concatenate([guess.came for guess in cut]) if cut else np.empty(0)
    known = int(np.sum(~np.isnan(came)))
    if not known:
        return Tried(first, last, 0, None, None, None, None)
    middle = np.concatenate([guess.guessed[2] for guess in cut])
    wide = np.concatenate([guess.guessed[4] - guess.guessed[0] for guess in cut])
    return Tried(
        first,
        last,
        known,
        error=float(np.nanmean(np.abs(middle - came) / came)),
        half=float(np.nanmean(np.concatenate([held_in(guess, 1, 3) for guess in cut]))),
        nine_of_ten=float(np.nanmean(np.concatenate([held_in(guess, 0, 4) for guess in cut]))),
        width=float(np.mean(wide / middle)),
    )


def held_in(guess: Guess, low: int, high: int) -> Numbers:
    """Return 1 for each month that came between two of the quantiles, 0 for one that did not, NaN where none came."""
    inside = (guess.came >= guess.guessed[low]) & (guess.came <= guess.guessed[high])
    return np.where(np.isnan(guess.came), np.nan, inside)
