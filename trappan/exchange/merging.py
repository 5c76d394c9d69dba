"""Bring rows into a table set-wise: what cannot be there is copied in; the rest is staged and compared."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Any

from trappan import database
from trappan.exchange.references import references_checked

Row = Sequence[Any]


@dataclass
class Merged:
    """The lines whose rows were new or changed; and how, as line, column, what was and what is."""

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    differences: list[tuple[int, str, Any, Any]] = field(default_factory=list)


def merge(
    table: str,
    key: Sequence[str],
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    fresh: Container[Any] = (),
    preview: bool = False,
    among: str = "true",
    **constants: Any,
) -> Merged:
    """Add what is new, update what differs, and tell which lines that were.

    `rows` hold the line of the file, key and columns in that order; `constants` are set on new rows
    only. With no columns a row that is there stays as it is. Rows whose first key is `fresh`, made in
    this transaction, cannot be there. `among` says which of the table's rows (`t`) count as being there.
    """
    merged = Merged()
    names = [*key, *columns]
    known = [row for row in rows if row[1] not in fresh]
    unknown = [row for row in rows if row[1] in fresh] if known else rows
    if unknown:
        copy_in(table, names, [row[1:] for row in unknown], constants)
        merged.new = {row[0] for row in unknown}
    if known:
        stage(table, names, known)
        if columns:
            update(table, key, columns, merged, preview=preview, among=among)
        insert(table, key, names, known, constants, merged, among=among)
    return merged


def copy_in(table: str, names: Sequence[str], rows: Sequence[Row], constants: dict[str, Any]) -> None:
    """Copy rows that cannot be there yet straight into their table."""
    everything = [*names, *constants]
    tail = list(constants.values())
    whole = [[*row, *tail] for row in rows] if tail else rows
    with references_checked(table, everything, whole):
        database.copy(table, everything, whole)


def stage(table: str, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Lay rows beside the table, each with its line, so that they can be compared set-wise."""
    database.execute("DROP TABLE IF EXISTS staged")
    database.execute(f"CREATE TEMP TABLE staged AS SELECT 0 AS line, {', '.join(names)} FROM {table} WITH NO DATA")
    database.copy("staged", ["line", *names], rows)
    database.execute("ANALYZE staged")


def update(
    table: str, key: Sequence[str], columns: Sequence[str], merged: Merged, *, preview: bool, among: str
) -> None:
    """Update the rows that differ from what is staged."""
    mine, theirs = (", ".join(f"{side}.{name}" for name in columns) for side in "ts")
    differs = f"{equal(key)} AND {among} AND ROW({mine}) IS DISTINCT FROM ROW({theirs})"
    if preview:
        for line, *values in database.query(
            f"SELECT s.line, {mine}, {theirs} FROM {table} t, staged s WHERE {differs}"
        ):
            pairs_of = zip(columns, values, values[len(columns) :], strict=False)
            merged.differences += [(line, name, was, new) for name, was, new in pairs_of if was != new]
    sets = ", ".join(f"{name} = s.{name}" for name in columns)
    merged.changed.update(
        row[0] for row in database.query(f"UPDATE {table} t SET {sets} FROM staged s WHERE {differs} RETURNING s.line")
    )


def insert(
    table: str,
    key: Sequence[str],
    names: Sequence[str],
    rows: Sequence[Row],
    constants: dict[str, Any],
    merged: Merged,
    *,
    among: str,
) -> None:
    """Insert the staged rows that are not there yet."""
    absent = f"NOT EXISTS (SELECT FROM {table} t WHERE {equal(key)} AND {among})"
    lines = {row[0] for row in database.query(f"SELECT s.line FROM staged s WHERE {absent}")}
    if not lines:
        return
    merged.new |= lines
    everything = [*names, *constants]
    whole = [[*row[1:], *constants.values()] for row in rows if row[0] in lines]
    with references_checked(table, everything, whole):
        marks = ", %s" * len(constants)
        database.execute(
            f"INSERT INTO {table} ({', '.join(everything)}) "
            f"SELECT {', '.join(f's.{name}' for name in names)}{marks} FROM staged s WHERE {absent}",
            list(constants.values()),
        )


def equal(key: Sequence[str]) -> str:
    return " AND ".join(f"t.{name} = s.{name}" for name in key)


def take_ids(table: str, count: int) -> list[int]:
    """Take the next ids of a table, so that rows that point at each other can be made at once."""
    return [
        row[0]
        for row in database.query(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
        )
    ]


def pairs(sql: str, *values: Any) -> dict[Any, Any]:
    """Return the rows of a question as a mapping from the first column to the second."""
    return dict(database.query(sql, values))
