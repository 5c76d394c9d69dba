"""A short table of what has been made or asked for, each row with its own page: files, publications, extracts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Words = str | Promise

NOBODY = "–"


@dataclass(frozen=True)
class Made:
    """One of them: what it is called, its page, and the rest in the order of the table's headings."""

    title: str
    page_url: str
    cells: tuple[Words, ...]


@dataclass(frozen=True)
class Roster:
    """The table (`ui/parts/roster.html`): its headings, the first of them over the titles, and the latest rows of
    `total`."""

    caption: Words
    first: Words
    heads: tuple[Words, ...]
    rows: Sequence[Made]
    total: int

    @property
    def lines(self) -> list[tuple[Made, list[tuple[Words, Words]]]]:
        """Return each row with its cells, each beside its heading: a telephone shows them one under the other."""
        return [(row, list(zip(self.heads, row.cells, strict=True))) for row in self.rows]


def author_of(one: Any) -> str:
    """Return the name of whoever signed a row, or a dash where it cannot be told."""
    colleague = one.author and one.author.colleague
    return str(colleague.name) if colleague else NOBODY
