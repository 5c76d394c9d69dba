"""Write one event. Every operation calls this exactly once for what it did."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError

from trappan import database
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
        database.execute(INSERT, values)
    except DatabaseError as error:
        if only_reads(error):
            raise Refused(READS_ONLY) from error
        raise


MANY = """
INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
SELECT 'write', %s, p, %s, %s, d FROM unnest(%s::bigint[], %s::jsonb[]) AS t (p, d)
"""


def record_each(verb: str, about: Iterable[tuple[int, dict[str, Any]]], *, scope: str, unit_id: int) -> None:
    """Say the same of several persons at once, an event each: person and details."""
    listed = list(about)
    persons = [person_id for person_id, _details in listed]
    details = [json.dumps(one, default=str) for _person, one in listed]
    try:
        database.execute(MANY, [verb, scope, unit_id, persons, details])
    except DatabaseError as error:
        if only_reads(error):
            raise Refused(READS_ONLY) from error
        raise
