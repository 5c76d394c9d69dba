"""How long it takes to share out a large town's places, every line explained; numbers alone, without a database.

A process of its own (`python -m bench.allocation`) that prints JSON.
"""

import json
import resource
import time
from random import Random

from bench.pages import Figures
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.chains import chains
from trappan.matching.allocation.explained import explain
from trappan.matching.allocation.town import Choice, Town

HALF_DAYS = 10
BRANCHES = 12
# People, activities, and the goal in seconds (design §11).
TOWNS = ((2_500, 600, 1), (20_000, 5_000, 8))


def invented(people: int, activities: int) -> Town:
    """Return a town in which room is some nine of ten of the half-days asked for, and branches are sought unevenly."""
    random = Random(1)  # noqa: S311  # the same invented town each time, and no secret
    weights = [1 / (branch + 1) for branch in range(BRANCHES)]
    by_branch: list[list[int]] = [[] for _branch in range(BRANCHES)]
    room: list[int] = []
    for activity in range(activities):
        by_branch[random.randrange(BRANCHES)].append(activity)
        places = random.randint(0, 2)
        room += [places for _half_day in range(HALF_DAYS)]
    choices = []
    for seeker in range(people):
        can = sorted(random.sample(range(HALF_DAYS), random.choice([2, 4, 6, 8, 10])))
        wished = random.choices(range(BRANCHES), weights, k=3)
        among = dict.fromkeys(random.sample(range(activities), 8), 3)
        for wish, branch in reversed(list(enumerate(wished))):
            among |= dict.fromkeys(random.sample(by_branch[branch], min(4, len(by_branch[branch]))), wish)
        for activity, wish in sorted(among.items()):
            choices.append(Choice(seeker, wish, tuple(activity * HALF_DAYS + half_day for half_day in can)))
    return Town(range(people), choices, room)


def main() -> None:
    figures: Figures = {}
    for people, activities, goal in TOWNS:
        town = invented(people, activities)
        began = time.perf_counter()
        given = allocate(town)
        explain(town, given)
        taken = time.perf_counter() - began
        name = f"sharing out {activities} activities among {people}"
        placed = sum(choice is not None for choice in given)
        figures[f"{name}, s"] = {"value": taken, "goal": goal}
        began = time.perf_counter()
        chains(town, given)
        figures[f"who could move for others, {people} who wait, s"] = {
            "value": time.perf_counter() - began,
            "goal": goal,
        }
        figures[f"{name}, placed"] = {"value": placed, "goal": placed, "at least": True}
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures["sharing out, MB at most"] = {"value": largest, "goal": 400}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
