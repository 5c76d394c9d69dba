"""The lists as files: how long a whole one takes, what it asks, and what it takes of memory.

A process of its own (`python -m bench.lists`) that makes the files without a web server and prints JSON.
What is measured is the longest list of participants that a file may hold, and everybody under the requirement.
"""

import json
import time
import tracemalloc

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

from trappan import postgres

# The colleague with the longest list that a file may hold, of those who may take one.
LONGEST = """
SELECT m.id, m.colleague_id, m.unit_id, count(DISTINCT g.person_id)::int AS people FROM staff_membership m
JOIN people_grant g ON g.unit_id = m.unit_id OR g.membership_id = m.id
WHERE m.role = 'social_worker' AND m.ends_on IS NULL AND m.confirmed_at IS NOT NULL
  AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at)
GROUP BY 1, 2, 3 ORDER BY count(DISTINCT g.person_id) > %s, 4 DESC LIMIT 1
"""


def main() -> None:
    with postgres.running():
        django.setup()
        print(json.dumps(measured()))


def measured() -> dict[str, dict[str, float]]:
    """Return seconds, questions and megabytes of each file, beside their goals."""
    from trappan import database
    from trappan.desk.lists.people import kind_of
    from trappan.desk.lists.requirement import of_requirement, walk_under
    from trappan.desk.lists.walked import Kind, Walk, whole
    from trappan.people.reach import Key, reach
    from trappan.secrecy.acting import acting_as
    from trappan.ui.lists.columns import Order
    from trappan.ui.lists.files import AT_MOST, workbook
    from trappan.ui.lists.listing import Listing

    one = database.query(LONGEST, [AT_MOST])[0]
    figures: dict[str, dict[str, float]] = {}

    def make(name: str, kind: Kind, walk: Walk) -> None:
        from django.http import QueryDict

        listing = Listing(name, name, kind.columns, Order("name"), QueryDict())
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as asked:
            count, rows = whole(listing, kind, walk)
            workbook(name, kind.columns, rows())
        taken = time.perf_counter() - began
        tracemalloc.start()
        count, rows = whole(listing, kind, walk)
        workbook(name, kind.columns, rows())
        most = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        figures[f"file of {count} {name}, seconds"] = {"value": taken, "goal": 3}
        figures[f"file of {count} {name}, questions"] = {"value": len(asked), "goal": 5}
        figures[f"file of {count} {name}, MB at most"] = {"value": most, "goal": 30}

    with acting_as(one.colleague_id, one.id) as actor:

        def walk(start: Key | None, backwards: bool, limit: int) -> list[Key]:
            return reach(after=start, limit=limit, backwards=backwards)

        make("participants", kind_of(actor), walk)
        make("under the requirement", of_requirement(actor, {}), walk_under())
    return figures


if __name__ == "__main__":
    main()
