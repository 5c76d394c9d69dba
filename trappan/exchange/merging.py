"""Bring rows into a table set-wise: staged by COPY, what differs is updated, what is new is added."""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def merge(
    table: str,
    key: Sequence[str],
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    **constants: Any,
) -> tuple[int, int, int]:
    """Return how many rows were new, changed and unchanged.

    `rows` hold key and columns in that order; `constants` are set on new rows only. With no columns
    a row that is there stays as it is.
    """
    if not rows:
        return 0, 0, 0
    names = [*key, *columns]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS staged")
        cursor.execute(
            f"CREATE TEMP TABLE staged AS SELECT {', '.join(names)} FROM {table} WITH NO DATA"
        )
        with cursor.copy(f"COPY staged ({', '.join(names)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute("ANALYZE staged")
        changed = 0
        if columns:
            sets = ", ".join(f"{name} = s.{name}" for name in columns)
            mine, theirs = (", ".join(f"{side}.{name}" for name in columns) for side in "ts")
            cursor.execute(
                f"UPDATE {table} t SET {sets} FROM staged s "
                f"WHERE {equal(key)} AND ROW({mine}) IS DISTINCT FROM ROW({theirs})"
            )
            changed = cursor.rowcount
        extra = "".join(f", {name}" for name in constants)
        marks = ", %s" * len(constants)
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(names)}{extra}) SELECT {', '.join(f's.{name}' for name in names)}{marks} "
            f"FROM staged s WHERE NOT EXISTS (SELECT FROM {table} t WHERE {equal(key)})",
            list(constants.values()),
        )
        new = cursor.rowcount
    return new, changed, len(rows) - new - changed


def equal(key: Sequence[str]) -> str:
    return " AND ".join(f"t.{name} = s.{name}" for name in key)


def take_ids(table: str, count: int) -> list[int]:
    """Take the next ids of a table, so that rows that point at each other can be made at once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def pairs(sql: str, *values: Any) -> dict[Any, Any]:
    """Return the rows of a question as a mapping from the first column to the second."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())
