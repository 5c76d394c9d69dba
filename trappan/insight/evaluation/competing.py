"""Competing exits by Aalen and Johansen: what share has left in which way, so long after the activity's start.

Whoever has left in another way can no longer come to work; one minus Kaplan and Meier's curve forgets that, and says
too much. The clock begins with the activity: by definition nobody in one has left before it, and counted from anything
earlier an activity would look good for nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
# Of those who have not left: watched so long, and still there.
STAYED = ""


@dataclass(frozen=True)
class Course:
    """One course through an activity, of one or several people: `months` from its start until `way` ended it, or
    until nobody looked any longer (STAYED)."""

    months: int
    way: str = STAYED
    people: int = 1


@dataclass(frozen=True)
class Curve:
    """Shares at each time at which somebody left, of each way."""

    times: NDArray[np.int_]
    shares: Mapping[str, Numbers]

    def at(self, way: str, months: int) -> float:
        """Return the share that has left so by this time, the time itself included."""
        until = int(np.searchsorted(self.times, months, side="right"))
        return float(self.shares[way][until - 1]) if until else 0.0


def curve(courses: Sequence[Course], ways: Sequence[str]) -> Curve:
    """Return the shares of each way; people who leave at the same time leave together, and nobody's tie is broken.

    Whoever is watched until a time was there to leave at it.
    """
    months = np.array([course.months for course in courses], int)
    people = np.array([course.people for course in courses], float)
    left = [course.way != STAYED for course in courses]
    times = np.unique(months[np.array(left, bool)])
    at_risk = np.array([people[months >= time].sum() for time in times])
    exits = {way: _at(times, months, people, [course.way == way for course in courses]) for way in ways}
    still = np.cumprod(1 - _at(times, months, people, left) / at_risk)
    before = np.concatenate([[1.0], still[:-1]])[: len(times)]
    return Curve(times, {way: np.cumsum(before * count / at_risk) for way, count in exits.items()})


def at_risk(courses: Sequence[Course], months: int) -> int:
    """Return how many had not left before this time and were still watched."""
    return sum(course.people for course in courses if course.months >= months)


def gone(courses: Sequence[Course], way: str, months: int) -> int:
    """Return how many were seen to leave in this way by this time, the time itself included."""
    return sum(course.people for course in courses if course.way == way and course.months <= months)


def _at(times: NDArray[np.int_], months: NDArray[np.int_], people: Numbers, who: Sequence[bool]) -> Numbers:
    """Return how many of these left at each time."""
    chosen = np.array(who, bool)
    return np.bincount(np.searchsorted(times, months[chosen]), people[chosen], minlength=len(times)).astype(float)
