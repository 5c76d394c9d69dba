"""What the worker does for this room: at night it orders the months that may have moved, and builds each by itself."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from trappan import database
from trappan.insight.charts.keeping import draw_charts
from trappan.insight.indicators.other_support import prepare_other_support
from trappan.insight.role import counting
from trappan.worker.jobs import Order


def order_months(every: bool = False) -> int:
    """Order this month and the five before, older ones whose source has moved, and on Sundays (or `every`) all."""
    return int(database.value("insight_order_months", every))


def waiting() -> Iterable[int]:
    """Return the orders that nobody has carried out, the oldest month's first."""
    return [int(one.insight_waiting) for one in database.rows("insight_waiting")]


def build(row: int) -> None:
    """Build one month and its cells in one transaction: killed anywhere, nothing of it stands and it waits.

    After the last that waits, what is reckoned of many months is, and the charts are drawn.
    """
    if build_month(row) and not waiting():
        finish()


def finish() -> None:
    """Prepare what is reckoned of many months, and draw all; whatever is built anew later is prepared anew."""
    prepare_other_support()
    draw_charts()


def build_month(row: int) -> date | None:
    """Carry out an order, and return its month; None where it is done, or somebody else does it."""
    with transaction.atomic():
        built = database.row("insight_build_month", row)
        if built is None or built.month is None:
            return None
        month: date = built.month
        count_month(month, built.id)
        return month


def count_month(month: date, build: int) -> None:
    """Count the indicators of a month that has just been built, and write the cells that became others."""
    # Only here, since a web process knows this room too: the library is the worker's.
    from trappan.insight.indicators.cells import rolled_up, write_cells
    from trappan.insight.indicators.counting import counted
    from trappan.insight.indicators.definitions import BY_NAME

    first = database.value("insight_support_since")
    with counting():
        counts = [one for one in counted(month) if first and BY_NAME[one.indicator].is_known(month, first)]
        reported = any(one.hit for one in counts if one.indicator == "people")
        cells = rolled_up((one.indicator, one.part, one.hit, one.of) for one in counts) if reported else {}
        write_cells(month, build, cells)


def order_night() -> None:
    """Order what is to be built tonight."""
    order_months()


ORDERS = [Order("insight.build", build, waiting)]
EACH_DAY = {"insight.months": order_night}
