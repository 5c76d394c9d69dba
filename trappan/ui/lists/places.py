"""Where a page of a list begins: a row's key, signed, so that an address tells no name and nobody makes one up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing

from trappan.ui.lists.columns import Order

PAGE = 50
AFTER = "after"


@dataclass(frozen=True)
class Place:
    """Behind a row of a list, or before it: `back` leads towards the beginning."""

    key: Any
    back: bool = False


def write_place(name: str, order: Order, place: Place) -> str:
    """Write a place for the address; it holds for this list in this order alone."""
    return signing.dumps([order.written, place.key, place.back], salt=f"list.{name}")


def read_place(text: str, name: str, order: Order) -> tuple[Place | None, bool]:
    """Read a place, and tell whether it was one of ours; anything else is the beginning."""
    if not text:
        return None, True
    try:
        written, key, back = signing.loads(text, salt=f"list.{name}")
    except (signing.BadSignature, ValueError, TypeError):
        return None, False
    return (Place(key, bool(back)), True) if written == order.written else (None, False)


@dataclass(frozen=True)
class Cut:
    """The keys of one page, the first one's number in the whole, and what lies on either side."""

    keys: Sequence[Any]
    first: int | None
    before: bool
    behind: bool


def cut(keys: Sequence[Any], place: Place | None, size: int = PAGE) -> Cut:
    """Cut a page out of a list that is known whole; a row that has left it leads to the beginning."""
    start = 0
    if place is not None and place.key in keys:
        at = keys.index(place.key)
        start = max(at - size, 0) if place.back else at + 1
    shown = keys[start : start + size]
    return Cut(shown, start + 1, start > 0, start + size < len(keys))


def cut_walked(found: Sequence[Any], place: Place | None, size: int = PAGE) -> Cut:
    """Cut a page out of what was walked from a place, one row more than a page where there is more.

    Walked back, the rows come nearest first; they are turned here.
    """
    more, shown = len(found) > size, list(found[:size])
    if place is not None and place.back:
        shown.reverse()
        return Cut(shown, None, more, True)
    return Cut(shown, None if place else 1, place is not None, more)
