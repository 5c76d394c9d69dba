"""A list of people in reach: walked by name however many they are, sorted otherwise while they are few."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trappan.database.among import IsAmong
from trappan.people.models import Person
from trappan.people.reach import Key, Named, key_of, named
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.files import AT_MOST
from trappan.ui.lists.listing import SORTED_AT_MOST, Listing
from trappan.ui.lists.places import PAGE, cut_walked

NAME = Order("name")
# From a key or an end, backwards or not, at most so many: keys in the order of names.
Walk = Callable[[Key | None, bool, int], Sequence[Key]]


@dataclass(frozen=True)
class Kind:
    """What a list of people says: its columns, the facts of people, and their cells, on the page or in the file.

    `values` are what the columns are sorted by, of somebody's facts, or of None where there are none; the name has
    its own order.
    """

    columns: Sequence[Column]
    facts: Callable[[Sequence[int]], Mapping[int, Any]]
    cells: Callable[[Named, Any, bool], Sequence[Cell]]
    values: Mapping[str, Callable[[Any], Any]]

    def rows(self, keys: Sequence[Key], known: Mapping[int, Any], *, in_file: bool) -> Iterator[ListRow]:
        """Make the rows of these people, one at a time."""
        for person in named(keys):
            yield ListRow(person.pk, self.cells(person, known.get(person.pk), in_file))

    def sorted(self, keys: Sequence[Key], known: Mapping[int, Any], order: Order) -> list[Key]:
        """Return keys, which stand by name, in the order of a column."""
        value = self.values[order.key]
        return by_value(keys, lambda key: value(known.get(key[1])), order)


def where_known(value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a value to sort by that is none where nothing is known of somebody."""
    return lambda fact: None if fact is None else value(fact)


def fill(listing: Listing, kind: Kind, walk: Walk) -> None:
    """Give a list the page that is asked for."""
    if listing.order.key != NAME.key:
        keys = walk(None, False, SORTED_AT_MOST + 1)
        if len(keys) <= SORTED_AT_MOST:
            fill_sorted(listing, kind, keys)
            return
        listing.fall_back()
    start = key_of(listing.place.key) if listing.place else None
    if listing.place and start is None:
        listing.begin_again()
    backwards = listing.order.descending != bool(listing.place and listing.place.back)
    page = cut_walked(walk(start, backwards, PAGE + 1), listing.place)
    rows = list(kind.rows(page.keys, kind.facts([key[1] for key in page.keys]), in_file=False))
    is_whole = page.first == 1 and not page.behind
    ids = [key[1] for key in page.keys]
    listing.show(rows, replace(page, keys=ids), len(rows) if is_whole else None)


def fill_sorted(listing: Listing, kind: Kind, keys: Sequence[Key]) -> None:
    """Give a list, known whole, the page that is asked for in the order of a column."""
    known = kind.facts([key[1] for key in keys])
    listing.show_whole(
        kind.sorted(keys, known, listing.order),
        lambda key: key[1],
        lambda some: list(kind.rows(some, known, in_file=False)),
    )


def whole(listing: Listing, kind: Kind, walk: Walk) -> tuple[int, Callable[[], Iterator[ListRow]]]:
    """Return how many rows the file of a list has, and what makes them one at a time.

    Protected people come last, by row number: between two names, or two of a site, their place would tell what their
    row does not.
    """
    by_name = listing.order.key == NAME.key
    keys = walk(None, by_name and listing.order.descending, AT_MOST + 1)

    def rows() -> Iterator[ListRow]:
        known = kind.facts([key[1] for key in keys])
        among = Person.objects.filter(IsAmong("pk", [key[1] for key in keys]))
        protected = set(among.exclude(protection="none").values_list("pk", flat=True))
        ordered = keys if by_name else kind.sorted(keys, known, listing.order)
        last = sorted((key for key in keys if key[1] in protected), key=lambda key: key[1])
        return kind.rows([key for key in ordered if key[1] not in protected] + last, known, in_file=True)

    return len(keys), rows
