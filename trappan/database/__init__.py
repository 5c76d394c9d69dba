"""Asking the database's own functions and our own statements: columns by name, cursors opened here alone.

`rows`, `row` and `value` ask a function; `query` and `execute` run a statement of our own, where a
queryset cannot say it. What the database refuses is told in words by `refusals.refusing`.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection

Parameters = Sequence[Any] | Mapping[str, Any]


def rows(function: str, *values: Any) -> list[Any]:
    """Return the rows of a set-returning function, each with its columns by name."""
    return query(f"SELECT * FROM {function}({marks(values)})", values)


def row(function: str, *values: Any) -> Any:
    """Return the only row of a function, with its columns by name; None where there is none."""
    found = rows(function, *values)
    return found[0] if found else None


def value(function: str, *values: Any) -> Any:
    """Return what a function of one value returns."""
    return query(f"SELECT {function}({marks(values)}) AS value", values)[0].value


def query(sql: str, parameters: Parameters = ()) -> list[Any]:
    """Return the rows of a statement, each with its columns by name."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        make = row_of(tuple(column.name for column in cursor.description))
        return [make(found) for found in cursor.fetchall()]


def execute(sql: str, parameters: Parameters = ()) -> int:
    """Run a statement that returns nothing, and say how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return int(cursor.rowcount)


def copy(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Copy rows into a table, as fast as PostgreSQL takes them."""
    # Django does not wrap what COPY raises: without this no guard's no would come as a sentence.
    named = ", ".join(f'"{name}"' for name in columns)
    with connection.wrap_database_errors, connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as into:
            for one in rows:
                into.write_row(one)


def copied(statement: str) -> Iterator[bytes]:
    """Return what a statement of our own answers as CSV, a piece at a time: many rows take no more memory than few."""
    with connection.wrap_database_errors, connection.cursor() as cursor:
        with cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT csv)") as out:
            for part in out:
                yield bytes(part)


def lock(name: str, key: int) -> None:
    """Let two who do the same thing (`name`) to the same row (`key`) at once stand in line.

    To the end of the transaction: whoever is second sees what the first has done.
    """
    execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))", [name, key])


def marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


@lru_cache(maxsize=256)
def row_of(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    """Return what makes a row with these columns of the values that the database answers."""
    kind: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]  # known when it is asked
    return kind._make
