"""What the worker carries out: each room says it in its `jobs.py`, as `ORDERS` and `EACH_DAY`.

What may take minutes a room names in `LONG`: it is carried out beside the rest, which never waits for it.

The row is the order, the job only the bell: a row waits until the worker has carried it out, and the bell that its
trigger rings (worker/sql/bell.sql) only says that it need not wait for the minute's round. So a bell that is lost, or
that rings twice, loses and doubles nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.db import transaction

from trappan import database
from trappan.secrecy.every_rule import rooms

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """A kind of row that the worker carries out: `name` is what its trigger rings.

    `waiting` returns the rows that nobody has begun; `carry_out` takes a row for itself, or does nothing.
    """

    name: str
    carry_out: Callable[[int], None]
    waiting: Callable[[], Iterable[int]]


def in_rooms() -> Iterator[ModuleType]:
    """Return what each room says of its work."""
    return (import_module(f"{room.name}.jobs") for room in rooms() if find_spec(f"{room.name}.jobs"))


def orders() -> list[Order]:
    """Return every kind of row that the worker carries out."""
    return [order for room in in_rooms() for order in getattr(room, "ORDERS", ())]


def each_day() -> Mapping[str, Callable[[], None]]:
    """Return what is done once a day, by its name."""
    return {name: chore for room in in_rooms() for name, chore in getattr(room, "EACH_DAY", {}).items()}


def long_ones() -> set[str]:
    """Return which kinds of rows, and which chores, may take minutes."""
    return {name for room in in_rooms() for name in getattr(room, "LONG", ())}


def see_to_what_is_due(is_ending: Callable[[], bool] = lambda: False, *, long: bool = False) -> None:
    """Carry out the rows that wait, and the day's chores that nobody has done; what fails stops nothing else.

    Either what may take minutes (`long`) or all the rest: two rounds, which wait for nothing of each other's.

    Asked to end (`is_ending`), what is begun is ended and nothing more begun: the next worker goes on.
    """
    named = long_ones()
    for order in orders():
        if (order.name in named) != long:
            continue
        with telling(order.name):
            for row in order.waiting():
                if is_ending():
                    return
                with telling(order.name):
                    order.carry_out(row)
    for name, chore in each_day().items():
        if (name in named) != long:
            continue
        if is_ending():
            return
        with telling(name), transaction.atomic():
            # Whoever comes second waits here until the first has done it, or has failed.
            if database.value("worker_begin", name):
                chore()


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Tell of a failure in the log, by its kind, and go on: the row or the chore is there the next minute."""
    try:
        yield
    except Exception:  # whatever one row or chore fails by, the others are seen to
        logger.exception("%s failed, and is tried again in a minute", name)
