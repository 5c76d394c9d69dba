"""Write one event. Every operation calls this exactly once for what it did."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError

from trappan import database
from trappan.refusals import READS_ONLY, Refused, is_unwritable

INSERT = """
INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
VALUES (%s, %s, %s, %s, %s, %s)
"""


def as_json(details: dict[str, Any]) -> str:
    """Write details as the database takes them: NUL, which it cannot hold, as the sign for it."""
    return json.dumps({name: shown(value) for name, value in details.items()}, default=str)


def shown(value: Any) -> Any:
    """Return a value in which whatever was sent can be kept, lists and texts within it too."""
    if isinstance(value, list | tuple):
        return [shown(one) for one in value]
    return value.replace("\0", "\u2400") if isinstance(value, str) else value


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
    values = [kind, verb, person_id, scope, unit_id, as_json(details)]
    try:
        database.execute(INSERT, values)
    except DatabaseError as error:
        if is_unwritable(error):
            raise Refused(READS_ONLY) from error
        raise


MANY = """
INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
SELECT 'write', %s, p, %s, %s, d FROM unnest(%s::bigint[], %s::jsonb[]) AS t (p, d)
"""


def record_each(
    verb: str, about: Iterable[tuple[int, dict[str, Any]]], *, scope: str, unit_id: int | None = None
) -> None:
    """Say the same of several persons at once, an event each: person and details."""
    listed = list(about)
    persons = [person_id for person_id, _details in listed]
    details = [as_json(one) for _person, one in listed]
    try:
        database.execute(MANY, [verb, scope, unit_id, persons, details])
    except DatabaseError as error:
        if is_unwritable(error):
            raise Refused(READS_ONLY) from error
        raise
