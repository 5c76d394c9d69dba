"""Foreign keys asked set-wise: PostgreSQL's own question and locks, once a key instead of once a row.

PostgreSQL checks a foreign key by a trigger for each row: for 100 000 rows with two keys that is most
of an import. Here the rows that are pointed at are counted and locked (FOR KEY SHARE, as the trigger
does) by one question a key, in the same transaction and before anything is written. Only then is the
trigger left out, and only for the one statement that writes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError

from trappan import database

# A key of one column, or nothing: other triggers on new rows must fire, so tables with such as do not
# always fire (`rules.coded` ones do) stay as they are. The one that asks after the actor's reach is not for the
# owner, who loads files, and does not fire for her at all.
KEYS = """
SELECT a.attname, c.confrelid::regclass::text, f.attname, a.atthasdef
FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
WHERE c.conrelid = %(table)s::regclass AND c.contype = 'f'
  AND has_parameter_privilege('session_replication_role', 'SET')
  AND NOT EXISTS (
    SELECT FROM pg_constraint m
    WHERE m.conrelid = c.conrelid AND m.contype = 'f' AND cardinality(m.conkey) > 1)
  AND NOT EXISTS (
    SELECT FROM pg_trigger t LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
    WHERE t.tgrelid = c.conrelid AND t.tgtype & 4 = 4 AND t.tgenabled <> 'A'
      AND t.tgname <> 'a_a_reach'
      AND k.contype IS DISTINCT FROM 'f')
"""


@contextmanager
def references_checked(table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[None]:
    """Check what new rows point at, set-wise where that is as strong, while the block writes them.

    Where the owner has not been given the right (see docs/operating.md), or the table has triggers of
    its own, PostgreSQL checks row by row as always.
    """
    keys = database.query(KEYS, {"table": table})
    if not keys or any(default and column not in names for column, _t, _f, default in keys):
        yield
        return
    for column, pointed, target, _default in keys:
        if column in names:
            lock(pointed, target, {row[names.index(column)] for row in rows} - {None})
    database.execute("SET LOCAL session_replication_role = replica")
    yield
    # After an error the rollback puts it back.
    database.execute("SET LOCAL session_replication_role = origin")


def lock(table: str, column: str, wanted: set[Any]) -> None:
    """Hold the rows that are pointed at until the end of the transaction; all must be there."""
    if database.query(
        f"SELECT count(*) FROM (SELECT FROM {table} WHERE {column} = ANY (%s) FOR KEY SHARE) found", [list(wanted)]
    )[0][0] != len(wanted):
        raise IntegrityError(f"a new row points at a row of {table} that is not there")
