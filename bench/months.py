"""A month of the spine: seconds of building one, of one that has not moved, and of counting all indicators of it; and
of telling a year from nothing, which the disclosure control goes through.

A process of its own (`python -m bench.months`) that prints JSON. It builds the town's twelve latest months as the
worker does, which they keep.
"""

import json
import statistics
import time

import django

from bench.town import SCALE
from trappan import postgres

# A month within ten seconds at a hundred thousand people; the town has some 13 000 at scale 1.
GOAL, PEOPLE, TOWN = 10.0, 100_000, 13_000
MONTHS = 12


def main() -> None:
    with postgres.running():
        django.setup()
        print(json.dumps(measured()))


def measured() -> dict[str, dict[str, float]]:
    """Return the medians beside their goals."""
    from trappan.insight.jobs import order_months, waiting

    order_months(every=True)
    first = timed(list(waiting())[:MONTHS])
    order_months(every=True)
    again = timed(list(waiting())[:MONTHS])
    goal = GOAL * max(TOWN * float(SCALE), TOWN) / PEOPLE
    return {
        "month of the spine, s": {"value": statistics.median(first), "goal": goal},
        "month of the spine that has not moved, s": {"value": statistics.median(again), "goal": goal},
        "all indicators of a month, s": {"value": statistics.median(counted()), "goal": 1},
        "a year told from nothing, s": {"value": told(), "goal": 60},
    }


def timed(orders: list[int]) -> list[float]:
    """Build, and return what each took, its cells too."""
    from trappan.insight.jobs import build_month

    seconds = []
    for order in orders:
        began = time.perf_counter()
        build_month(order)
        seconds.append(time.perf_counter() - began)
    return seconds


def counted() -> list[float]:
    """Count each of the latest months, the question once written."""
    from trappan.insight.indicators.counting import counted, question
    from trappan.insight.models import Build
    from trappan.insight.role import counting

    question()
    seconds = []
    for month in Build.objects.order_by("-month").values_list("month", flat=True).distinct()[:MONTHS]:
        began = time.perf_counter()
        with counting():
            counted(month)
        seconds.append(time.perf_counter() - began)
    return seconds


def told() -> float:
    """Go through what is told of the latest year as if nothing were told of it yet, and write nothing."""
    from trappan import database
    from trappan.insight.disclosure.corrections import republish
    from trappan.insight.indicators.telling import read_year
    from trappan.insight.models import Build

    first = database.value("insight_support_since")
    rows = read_year(Build.objects.latest("month").month.year, first).rows
    began = time.perf_counter()
    republish(rows, stood=[], told={})
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
