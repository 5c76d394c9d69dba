"""A list of people in reach: walked by name however many they are, sorted and narrowed while a file holds them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trappan.database.among import IsAmong
from trappan.people.models import Person
from trappan.people.reach import Key, Named, key_of, named
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.lists.listing import Listing
from trappan.ui.lists.places import cut_walked

NAME = Order("name")
AT_ONCE = 10_000  # people of whom all is known at the same time: a longer file takes no more memory
# From a key or an end, backwards or not, at most so many: keys in the order of names.
Walk = Callable[[Key | None, bool, int], Sequence[Key]]


@dataclass(frozen=True)
class Value:
    """What somebody is sorted or chosen by, of the facts or of None, and which facts it `needs`.

    `places` says that whoever has it is at a certain place.
    """

    of: Callable[[Any], Any]
    needs: tuple[str, ...] = ()
    places: bool = False


@dataclass(frozen=True)
class Kind:
    """What a list of people says: its columns, the facts of people, and their cells, on the page or in the file.

    `facts` are those of people by name, or all. `values` are what the columns are sorted by; the name has its own
    order. `chosen` is what everybody on the list has, where it is narrowed.
    """

    columns: Sequence[Column]
    facts: Callable[[Sequence[int], Collection[str]], Mapping[int, Any]]
    cells: Callable[[Named, Any, bool], Sequence[Cell]]
    values: Mapping[str, Value]
    chosen: Sequence[Value] = ()

    def rows(self, keys: Sequence[Key], known: Mapping[int, Any], *, in_file: bool) -> Iterator[ListRow]:
        """Make the rows of these people, one at a time."""
        for person in named(keys):
            yield ListRow(person.pk, self.cells(person, known.get(person.pk), in_file))

    def ordered(self, keys: Sequence[Key], order: Order, known: Mapping[int, Any] | None = None) -> list[Key]:
        """Return those of keys, which stand by name, who have what is chosen, in the order of a column.

        Where nothing is `known` yet no more is asked than what decides.
        """
        value = self.values.get(order.key)
        asked = [*self.chosen, *([value] if value else [])]
        if known is None:
            needs = {name for one in asked for name in one.needs}
            known = self.facts([key[1] for key in keys], needs) if asked else {}
        found = [key for key in keys if all(one.of(known.get(key[1])) for one in self.chosen)]
        if value is None:
            return found[::-1] if order.descending else found
        return by_value(found, lambda key: value.of(known.get(key[1])), order)


def where_known(of: Callable[[Any], Any], *needs: str) -> Value:
    """Return a value to sort by that is none where nothing is known of somebody."""
    return Value(lambda fact: None if fact is None else of(fact), needs)


def fill(listing: Listing, kind: Kind, walk: Walk) -> None:
    """Give a list the page that is asked for."""
    if listing.order.key != NAME.key or kind.chosen:
        keys = walk(None, False, listing.at_most + 1)
        if len(keys) <= listing.at_most:
            listing.show_whole(
                kind.ordered(keys, listing.order),
                lambda key: key[1],
                lambda some: list(kind.rows(some, kind.facts([key[1] for key in some], ()), in_file=False)),
            )
            return
        listing.fall_back()
    start = key_of(listing.place.key) if listing.place else None
    if listing.place and start is None:
        listing.begin_again()
    backwards = listing.order.descending != bool(listing.place and listing.place.back)
    page = cut_walked(walk(start, backwards, listing.size + 1), listing.place, listing.size)
    rows = list(kind.rows(page.keys, kind.facts([key[1] for key in page.keys], ()), in_file=False))
    is_whole = page.first == 1 and not page.behind
    ids = [key[1] for key in page.keys]
    listing.show(rows, replace(page, keys=ids), len(rows) if is_whole else None)


def whole(listing: Listing, kind: Kind, walk: Walk) -> tuple[int, Callable[[], Iterator[ListRow]]]:
    """Return how many rows the file of a list has, and what makes them one at a time.

    Protected people come last, by row number: between two names, or two of a site, their place would tell what their
    row does not. In a file of those at one place they do not stand at all.
    """
    keys = walk(None, False, listing.at_most + 1)
    if kind.chosen and len(keys) <= listing.at_most:
        keys = kind.ordered(keys, NAME)
    if any(one.places for one in kind.chosen):
        hidden = protected(keys)
        keys = [key for key in keys if key[1] not in hidden]

    def rows() -> Iterator[ListRow]:
        # Of so many as a page makes a file of, all is asked at once; of more only what they are sorted by.
        known = kind.facts([key[1] for key in keys], ()) if len(keys) <= AT_ONCE else None
        ordered, hidden = kind.ordered(keys, listing.order, known), protected(keys)
        last = sorted((key for key in keys if key[1] in hidden), key=lambda key: key[1])
        standing = [key for key in ordered if key[1] not in hidden] + last
        for start in range(0, len(standing), AT_ONCE):
            some = standing[start : start + AT_ONCE]
            facts = known if known is not None else kind.facts([key[1] for key in some], ())
            yield from kind.rows(some, facts, in_file=True)

    return len(keys), rows


def protected(keys: Sequence[Key]) -> set[int]:
    """Return those of these people who have protected identity."""
    among = Person.objects.filter(IsAmong("pk", [key[1] for key in keys]))
    return set(among.exclude(protection="none").values_list("pk", flat=True))
