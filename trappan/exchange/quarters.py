"""The quarter's counts as they were delivered: asked to take part, reduced and refused, by obstacle.

They are counted once, when the controller's file is made, each number to the nearest five; every page reads that file
and reckons nothing anew.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from trappan import database
from trappan.exchange.layouts import layout_of
from trappan.exchange.models import Delivery
from trappan.exchange.periods import Period

Kind = Delivery.Kind


WORDS = {
    "obstacle": gettext_lazy("Obstacle to self-support"),
    "asked": gettext_lazy("Asked to take part"),
    "reduced": gettext_lazy("Support reduced"),
    "refused": gettext_lazy("Support refused"),
}


@dataclass(frozen=True)
class Quarter:
    """A quarter that has been made: which, when it was sent, its columns in words, and each line with them."""

    period: Period
    version: int
    sent: date | None
    heads: list[str]
    lines: list[list[tuple[str, str]]]


def quarters() -> Iterator[Quarter]:
    """Return the quarters that have been made, the latest first: for the controller and for heads of units."""
    for one in database.rows("exchange_quarters"):
        facts = {column.heading: column.fact for column in layout_of(Kind.QUARTER, one.first).columns}
        headings, *lines = csv.reader(io.StringIO(one.content, newline=""))
        heads = [str(WORDS.get(facts.get(heading, ""), heading)) for heading in headings[1:]]
        rows = [list(zip(heads, line[1:], strict=True)) for line in lines]
        yield Quarter(Period(Kind.QUARTER, one.first), one.version, one.sent, heads, rows)


def counts_of(delivery: Delivery) -> Quarter | None:
    """Return the counts of a delivery that is the latest of its quarter; none of another kind."""
    if delivery.kind != Kind.QUARTER:
        return None
    mine = (one for one in quarters() if (one.period.first, one.version) == (delivery.first, delivery.version))
    return next(mine, None)
