"""Rows gathered by table with ids of our own, then loaded set-wise by COPY."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb


class Rows:
    """What the town consists of before it is in the database."""

    def __init__(self) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self.ids: dict[str, count[int]] = {}

    def add(self, table: str, **columns: Any) -> int:
        """Add a row and return the id it will have."""
        number = next(self.ids.setdefault(table, count(1)))
        self.tables.setdefault(table, []).append({"id": number, **columns})
        return number

    def load(self, order: Iterable[str], *, unguarded: Iterable[str] = ()) -> None:
        """Copy the tables in order, and let the next row made by hand follow on.

        `unguarded` tables are loaded without their row triggers: the caller checks them afterwards.
        """
        with connection.cursor() as cursor:
            for table in unguarded:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for table in order:
                rows = self.tables.get(table, [])
                if rows:
                    self._copy(cursor, table, rows)
            # Foreign keys are checked here, so that the triggers can be switched on again.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in unguarded:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            for table in order:
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, 'id'), "
                    f"(SELECT COALESCE(max(id), 1) FROM {table}))",
                    [table],
                )

    def _copy(self, cursor: Any, table: str, rows: list[dict[str, Any]]) -> None:
        columns = list(rows[0])
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(
                    [
                        Jsonb(row[name]) if isinstance(row[name], dict) else row[name]
                        for name in columns
                    ]
                )
