"""Let a block load many rows, and have them checked and indexed all at once instead of one by one.

Nothing that guards is left out: PostgreSQL itself checks every foreign key when it is enforced
again, and an error there undoes the whole transaction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

from trappan import database

FOREIGN_KEYS = """
SELECT conrelid::regclass::text, quote_ident(conname), condeferrable FROM pg_constraint
WHERE contype = 'f' AND conrelid = ANY (%s::regclass[]) ORDER BY 1, 2
"""
# Those that guard (unique, exclusion) stay.
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique AND NOT indisexclusion ORDER BY 1
"""


@contextmanager
def in_bulk(tables: Iterable[str], *, unread: Iterable[str], unguarded: Iterable[str]) -> Iterator[None]:
    """Load the tables within; `unread` ones have no indexes meanwhile, and must not be looked up in.

    `unguarded` tables are loaded without their row triggers: the caller checks them afterwards.
    """
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits would forbid ALTER TABLE
    keys = database.query(FOREIGN_KEYS, [list(tables)])
    loosen(keys)
    indexes = database.query(INDEXES, [list(unread)])
    for index, _definition in indexes:
        database.execute(f"DROP INDEX {index}")
    for table in unguarded:
        database.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in unguarded:
        database.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    # Whole tables are sorted and joined now.
    database.execute("SET LOCAL maintenance_work_mem = '256MB'")
    for _index, definition in indexes:
        database.execute(definition)
    tighten(keys)


def whole_tables() -> bool:
    """Tell whether this PostgreSQL can check a foreign key for a whole table; 16 and 17 go by row."""
    connection.ensure_connection()
    server: int = connection.connection.info.server_version
    return server >= 18_00_00


def loosen(keys: list[tuple[str, str, bool]]) -> None:
    """Let rows come before what they refer to."""
    for table, name, deferrable in keys:
        if whole_tables():
            database.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT ENFORCED")
        elif not deferrable:
            database.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE")
    database.execute("SET CONSTRAINTS ALL DEFERRED")


def tighten(keys: list[tuple[str, str, bool]]) -> None:
    """Have every row checked, and the foreign keys as they were."""
    for table, name, deferrable in keys:
        if whole_tables():
            database.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} ENFORCED")
        elif not deferrable:
            database.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE")
