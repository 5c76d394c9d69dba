"""What the worker does for this room: makes the files that are ordered, and empties those that are kept no longer."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import translation
from psycopg.types.json import Jsonb

from trappan import database
from trappan.exchange.layouts import layout_data
from trappan.worker.jobs import Order


def waiting() -> Iterable[int]:
    """Return the files that are ordered and not made."""
    return [int(one.exchange_waiting) for one in database.rows("exchange_waiting")]


def make(row: int) -> None:
    """Make one file with what the checks before sending find, in one transaction: killed anywhere, it waits.

    So it does where somebody became protected meanwhile: it is made anew with the next round.
    """
    with transaction.atomic(), translation.override("sv"):
        ordered = database.row("exchange_ordered", row)
        if ordered is not None:
            database.value("exchange_make", row, Jsonb(layout_data(ordered.kind, ordered.first)), settings.DEMO)


def expire() -> None:
    """Empty the files whose day has come."""
    database.value("exchange_expire")


ORDERS = [Order("exchange.make", make, waiting)]
LONG = {"exchange.make"}  # before the figures' next step, as files of long lists are (staff/jobs.py)
EACH_DAY = {"exchange.expire": expire}
