"""Rows gathered by table with ids of our own, and sent to the database by COPY, part by part."""

from collections import Counter
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from django.db import connection

PART = 50_000  # rows of all tables together: what the town holds in memory at most


class Rows:
    """What is on its way into the database; tables are sent in order, the referred to first."""

    def __init__(self, order: Iterable[str]) -> None:
        self.waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in order}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.pick: dict[str, itemgetter[Any]] = {}
        self.counted: Counter[str] = Counter()

    def add(self, table: str, **columns: Any) -> int:
        """Add a row and return the id it will have."""
        self.counted[table] = columns["id"] = number = self.counted[table] + 1
        if table not in self.columns:
            self.columns[table] = tuple(columns)
            self.pick[table] = itemgetter(*columns)
        self.waiting[table].append(self.pick[table](columns))
        return number

    def full(self) -> bool:
        """Tell whether there is enough waiting to be sent."""
        return sum(map(len, self.waiting.values())) >= PART

    def send(self) -> None:
        """Copy what waits into the tables."""
        with connection.cursor() as cursor:
            for table, rows in self.waiting.items():
                if rows:
                    columns = ", ".join(f'"{name}"' for name in self.columns[table])
                    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                        for row in rows:
                            copy.write_row(row)
                    rows.clear()

    def follow_on(self) -> None:
        """Let the next row made by hand follow on."""
        with connection.cursor() as cursor:
            for table, latest in self.counted.items():
                cursor.execute(
                    "SELECT setval(s, greatest(%s, pg_sequence_last_value(s))) FROM pg_get_serial_sequence(%s, "
                    "'id') AS s",
                    [latest, table],
                )
