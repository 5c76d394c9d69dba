"""Write one event. Every operation calls this exactly once for what it did."""

import json
from typing import Any

from django.db import connection

INSERT = """
INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
VALUES (%s, %s, %s, %s, %s, %s)
"""


def record(
    verb: str,
    person_id: int | None = None,
    *,
    scope: str = "",
    unit_id: int | None = None,
    kind: str = "write",
    **details: Any,
) -> None:
    """Say that this was done or read. Who, where and when are the database's to fill in."""
    with connection.cursor() as cursor:
        cursor.execute(
            INSERT,
            [kind, verb, person_id, scope, unit_id, json.dumps(details, default=str)],
        )
