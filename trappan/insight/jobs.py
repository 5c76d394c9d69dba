"""What the worker does for this room: orders at night what may have moved, builds each month, then tells each year."""

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
    """Return the orders that nobody has carried out, the latest month's first."""
    return [int(one.insight_waiting) for one in database.rows("insight_waiting")]


def carry_out_building(row: int) -> None:
    """Build one month, in one transaction: killed anywhere, nothing of it stands and it waits."""
    build_month(row)


def build_month(row: int) -> date | None:
    """Carry out an order, and return its month; None where it is done, or somebody else does it.

    Where the month became another, what is told of its year is ordered to be gone through again.
    """
    with transaction.atomic():
        built = database.row("insight_build_month", row)
        if built is None or built.month is None:
            return None
        month: date = built.month
        if built.added or built.removed:
            database.value("insight_order_telling", month)
        return month


def to_tell() -> Iterable[int]:
    """Return the years' orders whose months are all built, the latest year's first."""
    return [int(one.id) for one in database.rows("insight_telling")]


def undrawn() -> list[int]:
    """Return the years' orders that are told, and that what is reckoned and drawn of them has not followed yet."""
    return [int(one.insight_undrawn) for one in database.rows("insight_undrawn")]


def to_tell_or_finish() -> Iterable[int]:
    """Return the years' orders to tell; where none is, those that a worker told and then ended before it was done."""
    return to_tell() or undrawn()


def tell(row: int) -> int | None:
    """Tell a year anew, and return it; None where it is done, or has moved meanwhile and waits.

    Rung for while its months are still being built, it waits for the minute's round.
    """
    # Only here, since a web process knows this room too: the libraries are the worker's.
    from trappan.insight.indicators.telling import tell_year

    year = next((int(one.year) for one in database.rows("insight_telling") if one.id == row), None)
    return year if year and tell_year(row, year) else None


def carry_out_telling(row: int) -> None:
    """Tell one year; after the latest, so that pages have it, and after the last that waits, do what is left to do.

    Of a year that is told already, only what is left.
    """
    if row in undrawn():
        finish(row)
        return
    year = tell(row)
    if year:
        with counting():
            latest = database.value("insight_last_month").year
        if year == latest or not to_tell():
            finish()


def finish(row: int | None = None) -> None:
    """Prepare what is reckoned of many months, and draw all that may be told, with the days that are marked.

    Until then nothing is published: what was told before this began is then followed by all that rests on it.
    One at a time; asked for an order (`row`) that another has followed meanwhile, nothing is left to do.
    """
    # Only here, since a web process knows this room too: the library is the worker's.
    from trappan.insight.indicators.measures import prepare_measures
    from trappan.insight.indicators.weeks import prepare_weeks

    with transaction.atomic():
        database.lock("insight.finish", 0)
        followed = undrawn()
        if row is not None and row not in followed:
            return
        prepare_other_support()
        prepare_measures()
        prepare_weeks()
        draw_charts()
        database.value("insight_drawn", followed)


def order_night() -> None:
    """Order what is to be built tonight."""
    order_months()


def to_forecast() -> Iterable[int]:
    """Return the building that the forecast is to be made from, when no month waits to be built."""
    return [int(one.build) for one in database.rows("insight_to_forecast")]


def make_forecast(build: int) -> None:
    """Make the forecast of the last month that is over; whoever comes second finds it made."""
    # Only here, since a web process knows this room too: what reckons and draws is the worker's.
    from trappan.insight.prepared import make_outlook

    with transaction.atomic():
        database.lock("insight.forecast", 0)
        for one in database.rows("insight_to_forecast"):
            if one.build == build:
                make_outlook(one.month, build)


def to_evaluate() -> Iterable[int]:
    """Return the building that the evaluation is to be made from, when no month waits to be built."""
    return [int(one.build) for one in database.rows("insight_to_evaluate")]


def evaluate(build: int) -> None:
    """Make the evaluation of the last half-year that is known; whoever comes second finds it made."""
    # Only here, since a web process knows this room too: what reckons and draws is the worker's.
    from trappan.insight.followed import make_evaluation

    for one in database.rows("insight_to_evaluate"):
        if one.build == build:
            make_evaluation(one.month, build)


def unanswered() -> Iterable[int]:
    """Return the questions about what would be different that nobody has answered."""
    return [int(one.insight_unanswered) for one in database.rows("insight_unanswered")]


def answer(row: int) -> None:
    """Answer a question about what would be different."""
    from trappan.insight.prepared import answer_question

    answer_question(row)


def to_freeze() -> Iterable[int]:
    """Return the months of what was published that are not frozen yet."""
    return [int(one.insight_to_freeze) for one in database.rows("insight_to_freeze")]


def freeze_month(row: int) -> None:
    """Freeze a month of what was published; until then it is not built anew."""
    # Only here, since a web process knows this room too: the library is the worker's.
    from trappan.insight.publication.frozen import freeze

    freeze(row)


def extracts_to_make() -> Iterable[int]:
    """Return the extracts that are granted and not made."""
    return [int(one.insight_extracts_to_make) for one in database.rows("insight_extracts_to_make")]


def make_extract(row: int) -> None:
    """Make the file of an extract."""
    from trappan.insight.extract.making import make

    make(row)


def extracts_over() -> Iterable[int]:
    """Return the extracts whose file is there though they are over: withdrawn, at their end, or nobody's any more."""
    return [int(one.insight_extracts_over) for one in database.rows("insight_extracts_over")]


def end_extract(row: int) -> None:
    """Take the file of an extract that is over away."""
    database.value("insight_end_extract", row)


def reports_to_count() -> Iterable[int]:
    """Return the partners' reports whose year is to be counted, or counted anew."""
    return [int(one.insight_reports_to_count) for one in database.rows("insight_reports_to_count")]


def count_report(row: int) -> None:
    """Count the year of a partner's report; what is frozen in it stays."""
    # Only here, since a web process knows this room too: the libraries are the worker's.
    from trappan.insight.partner_year import count_report as count

    count(row)


ORDERS = [
    # Before any building, which waits for it.
    Order("insight.freeze", freeze_month, to_freeze),
    Order("insight.build", carry_out_building, waiting),
    Order("insight.tell", carry_out_telling, to_tell_or_finish),
    Order("insight.forecast", make_forecast, to_forecast),
    Order("insight.evaluate", evaluate, to_evaluate),
    Order("insight.count_report", count_report, reports_to_count),
    Order("insight.answer", answer, unanswered),
    Order("insight.extract", make_extract, extracts_to_make),
    Order("insight.extract_over", end_extract, extracts_over),
]
EACH_DAY = {"insight.months": order_night, "insight.charts": finish}
# A year that is told takes a while, and what else is reckoned for figures stands in line with it: not what is asked.
LONG = {
    "insight.freeze",
    "insight.build",
    "insight.tell",
    "insight.forecast",
    "insight.evaluate",
    "insight.count_report",
    "insight.charts",
    "insight.extract",
}
