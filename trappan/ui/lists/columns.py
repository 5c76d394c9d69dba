"""What a list is made of: columns, and cells that the page and the file say alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import mark_safe

Words = str | Promise
Row = TypeVar("Row")


@dataclass(frozen=True)
class Column:
    """A column: its key in the address, its head, and whether the list can be sorted by it.

    `card` says where its cell stands on a phone, where a row is a card: `side` beside the name, `bare`
    without its head, `wide` not at all. `number` sets figures under each other.
    """

    key: str
    label: Words
    sortable: bool = False
    card: str = ""
    number: bool = False

    @property
    def attributes(self) -> str:
        """Return what its cells carry in the table: written once for a page, whose rows are many."""
        card = format_html(' data-at="{}"', self.card) if self.card else ""
        number = mark_safe(' class="num"') if self.number else ""
        return format_html(' data-label="{}"{}{}', self.label, card, number)


@dataclass(frozen=True)
class Cell:
    """What one row says in one column; `in_file` where the file says it otherwise (a day, a number).

    `below` is a second, quieter line; `color` makes a tag of the words; `locked` marks a protected person.
    `stairs` draws a small staircase beside the words: the step, and how many there are.
    """

    words: Words = ""
    in_file: Any = None
    url: str = ""
    below: Words = ""
    color: str = ""
    locked: bool = False
    stairs: tuple[int, int] | None = None

    @property
    def written(self) -> Any:
        """Return what the file says: a day, a number, or both lines of the words."""
        if self.in_file is not None:
            return self.in_file
        return ", ".join(str(part) for part in (self.words, self.below) if str(part))


@dataclass(frozen=True)
class ListRow:
    """A row: the key by which its place is found again, and a cell for each column."""

    key: int
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Order:
    """By which column a list is sorted, and whether from the end."""

    key: str
    descending: bool = False

    @property
    def written(self) -> str:
        """Write it for the address: `name`, or `-name` from the end."""
        return ("-" if self.descending else "") + self.key

    @property
    def turned(self) -> "Order":
        return Order(self.key, not self.descending)


def read_order(text: str, columns: Sequence[Column], usual: Order) -> tuple[Order, bool]:
    """Read an order from the address, and tell whether the list knows it; where it does not, the usual one."""
    asked = Order(text.removeprefix("-"), text.startswith("-"))
    if not text:
        return usual, True
    known = any(column.sortable and column.key == asked.key for column in columns)
    return (asked, True) if known else (usual, False)


def by_value(rows: Sequence[Row], value: Callable[[Row], Any], order: Order) -> list[Row]:
    """Return rows by a value; equal ones stand as they stood, those without a value last, either way."""
    there = [row for row in rows if not is_empty(value(row))]
    there.sort(key=value, reverse=order.descending)
    return there + [row for row in rows if is_empty(value(row))]


def is_empty(value: Any) -> bool:
    """Tell whether there is nothing to sort by."""
    return value is None or value == ""
