"""`python -m bench.forecast`: a thousand runs of thirty-six months, of three thousand adults, with the place limit."""

import json
import time

from trappan.insight.forecast.flow import Change, simulate
from trappan.insight.forecast.testing import town

RUNS, MONTHS, PEOPLE = 1000, 36, 3000
SIXTY_MORE = [Change(), Change({"workplace": 60})]


def seconds(variants: list[Change]) -> float:
    """Return how long the simulation takes, at best of three: other work on the machine is not the simulation's."""
    taken = []
    for _turn in range(3):
        began = time.perf_counter()
        simulate(town(PEOPLE), variants, MONTHS, RUNS, seed=1)
        taken.append(time.perf_counter() - began)
    return min(taken)


if __name__ == "__main__":
    figures = {
        "forecast, 1 000 runs, seconds": {"value": seconds(SIXTY_MORE[:1]), "goal": 2},
        "what sixty places would do, seconds": {"value": seconds(SIXTY_MORE), "goal": 2},
    }
    print(json.dumps(figures))
