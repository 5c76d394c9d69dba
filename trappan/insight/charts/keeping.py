"""Draw a chart of every indicator, of what may be told of it, and keep it where it became another."""

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan import database
from trappan.insight.indicators.definitions import TOLD
from trappan.insight.indicators.indicator import PERCENT, Indicator
from trappan.insight.indicators.weekly import COVERAGE as WEEKLY
from trappan.insight.models import Chart
from trappan.insight.role import counting
from trappan.insight.told import Told, in_words, told
from trappan.schedules.months import next_month

if TYPE_CHECKING:
    from trappan.insight.charts.drawing import Line


SHORTEST = 3  # of fewer months that are told there is no picture


def draw_charts() -> int:
    """Draw what is to be drawn anew, and return how many pictures became others; the worker's."""
    # Only here, since a web process knows this room too: the library is the worker's.
    from trappan.insight.charts.drawing import SIZES, drawn

    with counting(), override("sv"):
        last = database.value("insight_last_month")
        standing = {(one.name, one.size): one for one in Chart.objects.all()}
        days = [(row.day, row.kind, row.name) for row in database.rows("insight_days")]
        cells = defaultdict(list)
        names, until = [one.name for one in (*TOLD, WEEKLY)], next_month(last) - timedelta(days=1)
        for cell in told(names, last=until, door="insight_tellable"):
            cells[cell.indicator].append(cell)
        written = 0
        for indicator in (*TOLD, WEEKLY):
            months = cells.get(indicator.name, [])
            known = [at for at, cell in enumerate(months) if cell.shown]
            if len(known) < SHORTEST:
                Chart.objects.filter(name=indicator.name).delete()
                continue
            months = months[known[0] : known[-1] + 1]
            marks = marks_within(days, months[0].month, last)
            line = line_of(indicator, months, marks)
            for size in SIZES:
                svg = drawn(line, size)
                before = standing.get((indicator.name, size.name))
                if before is None or (before.svg, before.marks) != (svg, marks):
                    values = {"svg": svg, "marks": marks}
                    Chart.objects.update_or_create(name=indicator.name, size=size.name, defaults=values)
                    written += 1
    return written


def marks_within(days: list[tuple[date, str, str]], first: date, last: date) -> list[dict[str, str]]:
    """Return the days to mark from the first month to the last, numbered as they come."""
    within = [one for one in days if first <= one[0] and (one[0].year, one[0].month) <= (last.year, last.month)]
    return [
        {"number": str(number), "day": day.isoformat(), "kind": kind, "name": name}
        for number, (day, kind, name) in enumerate(within, 1)
    ]


def line_of(indicator: Indicator, months: list[Told], marks: list[dict[str, str]]) -> "Line":
    """Return what is drawn of an indicator, with its finding in words."""
    from trappan.insight.charts.drawing import Line

    named = week_in_words if indicator is WEEKLY else month_in_words
    is_percent = indicator.unit == PERCENT
    known = [cell for cell in months if cell.value is not None]
    ends = {
        "first": named(known[0].month),
        "last": named(known[-1].month),
        "before": in_words(known[0].value, is_percent=is_percent),
        "after": in_words(known[-1].value, is_percent=is_percent),
    }
    return Line(
        name=indicator.name,
        months=[(cell.month, cell.value) for cell in months],
        marks=[(date.fromisoformat(one["day"]), one["number"]) for one in marks],
        title=str(indicator.title),
        finding=_("From %(before)s in %(first)s to %(after)s in %(last)s.") % ends,
        is_percent=is_percent,
        by_week=indicator is WEEKLY,
    )


def month_in_words(month: date) -> str:
    """Return a month as a finding names it: october 2026."""
    return date_format(month, "F Y")


def week_in_words(monday: date) -> str:
    """Return a week as a finding names it: week 53 2026."""
    year, week, _day = monday.isocalendar()
    return _("week %(week)s %(year)s") % {"week": week, "year": year}
