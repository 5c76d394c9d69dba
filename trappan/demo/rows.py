"""Rows gathered by table with ids of our own, and sent to the database by COPY, part by part."""

from collections import Counter
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from trappan import database

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
        for table, rows in self.waiting.items():
            if rows:
                database.copy(table, self.columns[table], rows)
                rows.clear()

    def follow_on(self) -> None:
        """Let the next row made by hand follow on."""
        for table, latest in self.counted.items():
            database.execute(
                "SELECT setval(s, greatest(%s, pg_sequence_last_value(s))) FROM pg_get_serial_sequence(%s, 'id') AS s",
                [latest, table],
            )
