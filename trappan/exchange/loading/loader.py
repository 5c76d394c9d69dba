"""What the loading of every file shares: who is whom, what was made just now, and what is told."""

from collections.abc import Callable, Container, Sequence
from datetime import datetime
from typing import Any

from trappan.exchange.changes import Shown, Tally
from trappan.exchange.checks import Known
from trappan.exchange.merging import Merged, Row, merge
from trappan.exchange.reading import Extract
from trappan.schedules.clock import now


class Loader:
    """One loading: the extract, whom the numbers are, and whether differences are to be shown.

    `made` holds the persons made in this transaction: nothing about them can be stored already.
    """

    def __init__(
        self, extract: Extract, known: Known, municipality: str, progress: Callable[[str], None], *, preview: bool
    ) -> None:
        self.extract, self.municipality = extract, municipality
        self.progress, self.preview = progress, preview
        self.people: dict[str, int] = dict(known.people)
        self.made: set[int] = set()
        self.named_here = known.named_here
        self.now: datetime = now()
        self.actor = self.intake = 0

    def person(self, row: dict[str, Any]) -> int:
        return self.people[row["pin"]]

    def merge(
        self,
        tally: Tally,
        table: str,
        key: Sequence[str],
        columns: Sequence[str],
        rows: Sequence[Row],
        *,
        fresh: Container[Any] = (),
        shown: Shown | None = None,
        beside: bool = False,
        among: str = "true",
        **constants: Any,
    ) -> None:
        """Merge what a file's rows say of one table, and tell what became of them.

        `beside` is a table that follows the file's own: a row that is new there changes one that
        was here already.
        """
        merged = merge(table, key, columns, rows, fresh=fresh, preview=self.preview, among=among, **constants)
        if beside:
            added = merged.new - tally.new
            tally.changed |= added
            if self.preview:
                self.fill(merged, columns, [row for row in rows if row[0] in added])
        else:
            tally.new |= merged.new
        tally.changed |= merged.changed
        tally.differ(merged, self.extract.present[tally.file], shown or {})

    def fill(self, merged: Merged, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Tell of cells that were empty because there was no row for them."""
        for row in rows:
            values = row[len(row) - len(columns) :]
            merged.differences += [(row[0], name, None, value) for name, value in zip(columns, values, strict=True)]
