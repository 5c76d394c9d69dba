"""Competing exits by Aalen and Johansen: what share has left in which way, so long after the activity's start.

Whoever has left in another way can no longer come to work; one minus Kaplan and Meier's curve forgets that, and says
too much. The clock begins with the activity: by definition nobody in one has left before it. What is told is never
each step, each of which is a person, but a few times; small groups and thin tails are left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# A group of fewer people, or with fewer of the exits in question, has no curve; nor has a time at which fewer are left.
PEOPLE, EXITS, AT_RISK = 20, 5, 5
MONTHS = (6, 12, 24)
# Of one who has not left: watched so long, and still there.
STAYED = ""


@dataclass(frozen=True)
class Course:
    """One course through an activity: `months` from its start until `way` ended it, or until now (STAYED)."""

    months: float
    way: str = STAYED


@dataclass(frozen=True)
class Curve:
    """Shares at each time at which somebody left: of each way, and who was still there to leave just before."""

    times: Numbers
    at_risk: Numbers
    shares: Mapping[str, Numbers]

    def at(self, way: str, months: float) -> float:
        """Return the share that has left so by this time, the time itself included."""
        until = int(np.searchsorted(self.times, months, side="right"))
        return float(self.shares[way][until - 1]) if until else 0.0


@dataclass(frozen=True)
class Told:
    """What is told of a group: people, and the shares of each way at each time; None where too few are left to tell."""

    people: int
    shares: Mapping[str, Mapping[int, float | None]]


def curve(courses: Sequence[Course], ways: Sequence[str]) -> Curve:
    """Return the shares of each way; people who leave at the same time leave together, and nobody's tie is broken."""
    months = np.array([course.months for course in courses], float)
    left = np.array([course.way != STAYED for course in courses], bool)
    times = np.unique(months[left])
    ordered = np.sort(months)
    at_risk = (len(ordered) - np.searchsorted(ordered, times, side="left")).astype(float)
    exits = {way: _at(times, months[[course.way == way for course in courses]]) for way in ways}
    others = _at(times, months[left])
    still = np.cumprod(1 - others / at_risk) if len(times) else np.empty(0)
    before = np.concatenate([[1.0], still[:-1]]) if len(times) else still
    return Curve(times, at_risk, {way: np.cumsum(before * count / at_risk) for way, count in exits.items()})


def tell(courses: Sequence[Course], ways: Sequence[str], of: str) -> Told | None:
    """Return what is told of a group, or None where it is too small, or where too few have left in the way in question.

    A way that fewer than five have left in is not told by itself, and a time at which fewer than five are left is told
    of no way.
    """
    counts = {way: sum(course.way == way for course in courses) for way in ways}
    if len(courses) < PEOPLE or counts[of] < EXITS:
        return None
    whole = curve(courses, ways)
    left = {month: sum(course.months >= month for course in courses) for month in MONTHS}
    return Told(
        people=len(courses),
        shares={
            way: {month: whole.at(way, month) if left[month] >= AT_RISK else None for month in MONTHS}
            for way in ways
            if counts[way] >= EXITS
        },
    )


def tell_each(groups: Mapping[str, Iterable[Course]], ways: Sequence[str], of: str) -> dict[str, Told]:
    """Return what is told of each group that is large enough, in the order they were given."""
    told = {name: tell(list(courses), ways, of) for name, courses in groups.items()}
    return {name: one for name, one in told.items() if one}


def _at(times: Numbers, months: Numbers) -> Numbers:
    """Return how many of these have left at each time."""
    return np.bincount(np.searchsorted(times, months), minlength=len(times)).astype(float)
