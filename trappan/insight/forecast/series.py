"""A figure month by month, as it is forecast: what is missing or broken is marked and bridged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from trappan.schedules.months import months_between

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]

# A month that falls by so much and comes back was not delivered whole, and one that rises so was delivered twice.
BROKEN = 0.2
# So many months in a row may be missing or broken and still be bridged.
BRIDGED = 3
# Fewer months than these: no forecast; no season.
SHORTEST, SEASONAL = 24, 36
# Of the last two years' months, so many must be whole.
WHOLE_OF_LAST = 18


class CannotForecast(Exception):
    """Why there is no forecast: `reason` is one of REASONS, `months` how many whole months there are."""

    def __init__(self, reason: str, months: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.months = months


REASONS = ("too_short", "too_broken", "too_small")
# Under so many a month, chance is all that is seen; and a figure might come near a person.
SMALLEST = 20


@dataclass(frozen=True)
class Series:
    """Months one after another without a gap: what was counted, and what is reckoned with.

    `values` are bridged where `missing` or `broken` says so, straight in logarithms from the whole month before to the
    one after. `unsure` are the last months that have fallen or risen like a broken one, where nobody knows yet
    whether they come back: they are left out of `values`.
    """

    months: tuple[date, ...]
    counted: tuple[float | None, ...]
    values: Numbers
    missing: tuple[date, ...]
    broken: tuple[date, ...]
    unsure: tuple[date, ...]

    @property
    def last(self) -> date:
        """Return the last month that is reckoned with."""
        return self.months[len(self.values) - 1]


def series_of(counts: Mapping[date, float | None]) -> Series:
    """Return the months from first to last, marked; refused with CannotForecast where they cannot carry a forecast."""
    known = sorted(month for month, value in counts.items() if value)
    if not known:
        raise CannotForecast("too_short", 0)
    months = tuple(months_between(known[0], known[-1]))
    length = len(months)
    counted = tuple(counts.get(month) for month in months)
    logs = np.array([np.log(value) if value else np.nan for value in counted])
    broken, unsure = torn(logs)
    whole = ~(np.isnan(logs) | broken | unsure)
    end = length - int(np.argmax(whole[::-1]))
    if length < SHORTEST or int(whole.sum()) < SHORTEST:
        raise CannotForecast("too_short", int(whole.sum()))
    if int(whole[:end][-SHORTEST:].sum()) < WHOLE_OF_LAST or longest_gap(whole[:end]) > BRIDGED:
        raise CannotForecast("too_broken", int(whole.sum()))
    at = np.arange(end)
    values = np.exp(np.interp(at, at[whole[:end]], logs[:end][whole[:end]]))
    if float(np.median(values[-12:])) < SMALLEST:
        raise CannotForecast("too_small", int(whole.sum()))
    return Series(
        months=months,
        counted=counted,
        values=values,
        missing=tuple(month for month, value in zip(months, counted, strict=True) if not value),
        broken=tuple(month for month, is_so in zip(months, broken, strict=True) if is_so),
        unsure=tuple(month for month, is_so in zip(months, unsure, strict=True) if is_so),
    )


def torn(logs: Numbers) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which months leave the line between whole neighbours and come back, and which have not come back yet.

    A level that stays is no broken month: after a lasting fall the months agree with each other again.
    """
    broken, unsure = np.zeros(len(logs), bool), np.zeros(len(logs), bool)
    limit = -np.log(1 - BROKEN)
    before = None
    for at in range(len(logs)):
        if np.isnan(logs[at]) or broken[at]:
            continue
        if before is None or abs(logs[at] - logs[before]) <= limit:
            before = at
            continue
        ahead = [here for here in range(at + 1, min(at + BRIDGED + 1, len(logs))) if not np.isnan(logs[here])]
        back = next((here for here in ahead if abs(logs[here] - logs[before]) <= limit), None)
        if back is not None:
            broken[at:back] = ~np.isnan(logs[at:back])
        elif len(ahead) < BRIDGED and at + BRIDGED >= len(logs):
            unsure[at:] = ~np.isnan(logs[at:])
            break
        before = at if back is None else before
    return broken, unsure


def longest_gap(whole: NDArray[np.bool_]) -> int:
    """Return how many months in a row are not whole, at most."""
    longest = run = 0
    for is_whole in whole:
        run = 0 if is_whole else run + 1
        longest = max(longest, run)
    return longest
