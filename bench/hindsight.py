"""How near the weekly sharing out comes to what could have been made of half a year, had anybody known all of it.

A process of its own (`python -m bench.hindsight`) that prints JSON: numbers alone, without a database. Each week some
arrive and wait, those who can are given a place for as long as they stay, and places become free again. What nobody
could have bettered is a bound by a linear programme over all weeks at once, in which halves of people may start.
"""

import json
from dataclasses import dataclass
from random import Random

import numpy as np

from bench.pages import Figures
from trappan.insight.disclosure.solving import Model, Sums
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.town import Choice, Town

WEEKS, ARRIVE, ACTIVITIES, EACH = 26, 12, 30, 6
LEAST, MOST = 4, 14  # weeks that somebody stays
# What dual prices reach elsewhere of the weeks; of the starts no share is wished: who stays short would come first.
GOALS = {"started": 100, "weeks used": 98}


@dataclass(frozen=True)
class Person:
    """Who arrives in which week, how many weeks she stays, and which activities are possible, by wish."""

    arrives: int
    stays: int
    wishes: dict[int, int]


def invented() -> tuple[list[Person], list[int]]:
    """Return who arrives, in order, and how many places each activity has: fewer than would be needed."""
    random = Random(2)  # noqa: S311  # the same invented half-year each time, and no secret
    people = [
        Person(
            week,
            random.randint(LEAST, MOST),
            {activity: at // 2 for at, activity in enumerate(random.sample(range(ACTIVITIES), EACH))},
        )
        for week in range(WEEKS)
        for _one in range(ARRIVE)
    ]
    return people, [random.randint(1, 4) for _activity in range(ACTIVITIES)]


def shared_out(people: list[Person], places: list[int]) -> tuple[int, int]:
    """Share out week after week, the longest wait first; return how many started, and the weeks that they used."""
    taken: list[tuple[int, int]] = []  # activity, and the week in which the place is free again
    waiting: list[Person] = []
    count = weeks = 0
    for week in range(WEEKS):
        waiting += [one for one in people if one.arrives == week]
        taken = [(activity, until) for activity, until in taken if until > week]
        room = list(places)
        for activity, _until in taken:
            room[activity] -= 1
        choices = [
            Choice(seeker, wish, (activity,))
            for seeker, one in enumerate(waiting)
            for activity, wish in sorted(one.wishes.items())
        ]
        given = allocate(Town(range(len(waiting)), choices, room))
        for one, choice in zip(waiting, given, strict=True):
            if choice is not None:
                count += 1
                weeks += min(one.stays, WEEKS - week)
                taken.append((choices[choice].units[0], week + one.stays))
        waiting = [one for one, choice in zip(waiting, given, strict=True) if choice is None]
    return count, weeks


def at_most(people: list[Person], places: list[int]) -> tuple[float, float]:
    """Return how many could have started at most, had all been known, and how many weeks could have been used."""
    starts = [
        (at, activity, week)
        for at, one in enumerate(people)
        for activity in one.wishes
        for week in range(one.arrives, WEEKS)
    ]
    once: list[dict[int, int]] = [{} for _one in people]
    held: dict[tuple[int, int], dict[int, int]] = {}
    for column, (at, activity, week) in enumerate(starts):
        once[at][column] = 1
        for within in range(week, min(week + people[at].stays, WEEKS)):
            held.setdefault((activity, within), {})[column] = 1
    sums = Sums([*once, *held.values()])
    most = np.array([1.0] * len(once) + [float(places[activity]) for activity, _week in held])
    nothing, one_each = np.zeros(len(starts)), np.ones(len(starts))
    weeks = np.array([float(min(people[at].stays, WEEKS - week)) for at, _activity, week in starts])
    best = []
    for worth in (one_each, weeks):
        found = Model((nothing, one_each), sums, (np.zeros(len(most)), most), -worth).solve()
        if found is None:
            raise ArithmeticError("the bound has an answer: nobody starts")
        best.append(float(found @ worth))
    return best[0], best[1]


def main() -> None:
    """Print both shares: an optimiser of starts alone lets in those who stay shortest, which the queue does not."""
    people, places = invented()
    figures: Figures = {}
    for what, count, most in zip(
        ("started", "weeks used"), shared_out(people, places), at_most(people, places), strict=True
    ):
        name = f"{what} in {WEEKS} weeks, of what hindsight could, %"
        figures[name] = {"value": 100 * count / most, "goal": GOALS[what], "at_least": True}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
