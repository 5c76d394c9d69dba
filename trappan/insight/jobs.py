"""What the worker does for this room: at night it orders the months that may have moved, and builds each by itself."""

from collections.abc import Iterable

from django.db import transaction

from trappan import database
from trappan.worker.jobs import Order


def order_months(every: bool = False) -> int:
    """Order this month and the five before, older ones whose source has moved, and on Sundays (or `every`) all."""
    return int(database.value("insight_order_months", every))


def waiting() -> Iterable[int]:
    """Return the orders that nobody has carried out, the oldest month's first."""
    return [int(one.insight_waiting) for one in database.rows("insight_waiting")]


def build(row: int) -> None:
    """Build one month, in one transaction: killed anywhere, nothing of it stands and it is built anew."""
    with transaction.atomic():
        database.row("insight_build_month", row)


def order_night() -> None:
    """Order what is to be built tonight."""
    order_months()


ORDERS = [Order("insight.build", build, waiting)]
EACH_DAY = {"insight.months": order_night}
