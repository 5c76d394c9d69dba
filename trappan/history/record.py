"""Write one event. Every operation calls this exactly once for what it did."""

import json
from typing import Any

from django.db import DatabaseError, connection

from trappan.refusals import READS_ONLY, Refused, only_reads

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
    """Say that this was done or read. Who, where and when are the database's to fill in.

    Refused where the colleague may only read about the person: what was done is undone.
    """
    values = [kind, verb, person_id, scope, unit_id, json.dumps(details, default=str)]
    try:
        with connection.cursor() as cursor:
            cursor.execute(INSERT, values)
    except DatabaseError as error:
        if only_reads(error):
            raise Refused(READS_ONLY) from error
        raise
