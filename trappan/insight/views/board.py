"""The board's page: how many households, where the goals stand, and what cannot be told; from prepared cells alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.insight.charts.reading import charts_of
from trappan.insight.extract.alerts import alerts, decided
from trappan.insight.forms import ComparedForm
from trappan.insight.goals import latest, standings
from trappan.insight.indicators.afterwards import EXITS
from trappan.insight.indicators.definitions import BY_NAME, REQUIREMENT, SUPPORT, TOLD
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.indicators.other_support import MONTHLY, YEARLY
from trappan.insight.indicators.reading import READINGS, is_percent
from trappan.insight.models import Goal
from trappan.insight.models.goal import term_of
from trappan.insight.publication.beside import latest_published
from trappan.insight.told import Change, Told, change, in_words, last_month, lately, points_in_words, signed, told
from trappan.insight.views.rows import SEE as SEE_ROWS
from trappan.insight.views.rows import rows_url
from trappan.partnerships.waiting import waiting_for
from trappan.secrecy.rights import Request, has, may, refuse_without
from trappan.ui.lists.columns import Cell, Column, ListRow
from trappan.ui.lists.files import file_of

HOUSEHOLDS, COVERAGE = "households", "coverage"
SEE, EXPORT = "insight.see_figures", "insight.export_figures"


@dataclass(frozen=True)
class MonthRow:
    """A month of the table beside a chart: its value, and how it went since the month that it is held against."""

    cell: Told
    change: Change | None
    is_percent: bool = False

    @property
    def words(self) -> str:
        """Return the value in words."""
        return in_words(self.cell.value, is_percent=self.is_percent)

    @property
    def before_words(self) -> str:
        """Return the value that it is held against, in words."""
        return in_words(self.change.before.value, is_percent=self.is_percent) if self.change else ""

    @property
    def by_how_much(self) -> int:
        """Return the difference without its sign."""
        return round(abs(self.change.difference)) if self.change else 0

    @property
    def by_how_many(self) -> str:
        """Return the same in words."""
        return in_words(self.by_how_much)

    @property
    def since(self) -> str:
        """Return the difference in words: −616 (−22,8 %); of a share in percentage points."""
        if self.change is None:
            return ""
        if self.is_percent:
            return points_in_words(self.change.difference)
        percent = "" if self.change.percent is None else f" ({signed(self.change.percent, is_percent=True)})"
        return signed(self.change.difference) + percent


@may(SEE)
def board(request: Request) -> HttpResponse:
    """Show the board what all the work adds up to, and what nobody can tell."""
    last = last_month(request.actor.today)
    cells = told([one.name for one in TOLD], last=last)
    if request.GET.get("file") == "xlsx":
        refuse_without(request, EXPORT)
        record("insight.export_figures", kind="read", rows=len(cells))
        return as_file(cells)
    by_name = defaultdict(list)
    for cell in cells:
        by_name[cell.indicator].append(cell)
    now = latest(cell for cell in cells if cell.month >= lately(last))
    present, both = term_of(request.actor.today.year), ways(by_name)
    terms = [(term, lines) for term, lines in standings(now) if term == present]
    record("insight.see_board", kind="read", found=len(cells))
    months = [cell for cell in by_name[HOUSEHOLDS] if cell.shown]
    asking = asked(request, [cell.month for cell in months])
    context = {
        "last": last,
        "progress": database.row("insight_progress"),
        "households": figure(HOUSEHOLDS, months),
        "asking": asking,
        "went": went(asking, months),
        "rows": januaries(months),
        "coverage": figure(COVERAGE, [cell for cell in by_name[COVERAGE] if cell.shown]),
        "charts": charts_of([HOUSEHOLDS, COVERAGE]),
        "waiting": waiting_for(request.actor),
        "extracts": alerts(request.actor),
        "decided_extracts": decided(request.actor),
        "sees_rows": has(request.actor, SEE_ROWS),
        "published": latest_published([HOUSEHOLDS, COVERAGE], cells),
        "terms": terms,
        "untold": [
            (line, is_of_other_support(line.goal), stood_above(line.goal, both))
            for _term, lines in terms
            for line in lines
            if not line.goal.definition
        ],
        "ways": both,
        "others": [
            (one, in_words(now[one.name].value, is_percent=is_percent(one)), now[one.name])
            for one in (*SUPPORT, *REQUIREMENT, *EXITS)
            if one.name in now and one.name not in (HOUSEHOLDS, COVERAGE, MONTHLY, YEARLY)
        ],
    }
    return render(request, "insight/board.html", context, status=422 if asking.errors else 200)


def asked(request: Request, months: Sequence[date]) -> ComparedForm:
    """Return which months are held against each other; the first and the last that are told where nobody asks.

    Where no month is told, nothing is asked and nothing refused.
    """
    if not months:
        return ComparedForm(months=months)
    ends = {"before": months[0].strftime("%Y-%m"), "after": months[-1].strftime("%Y-%m")}
    return ComparedForm({**ends, **request.GET.dict()}, months=months)


def went(asking: ComparedForm, months: Sequence[Told]) -> MonthRow | None:
    """Return how it went between the two months that are asked for."""
    if not asking.is_valid():
        return None
    by_month = {cell.month.strftime("%Y-%m"): cell for cell in months}
    before, after = by_month[asking.cleaned_data["before"]], by_month[asking.cleaned_data["after"]]
    return MonthRow(after, change(before, after))


def januaries(months: Sequence[Told], *, is_share: bool = False) -> list[MonthRow]:
    """Return each January and the last month, each against the first month there is."""
    return [
        MonthRow(cell, change(months[0], cell) if cell is not months[0] else None, is_share)
        for cell in months
        if cell.month.month == 1 or cell in (months[0], months[-1])
    ]


def figure(name: str, months: Sequence[Told]) -> dict[str, Any] | None:
    """Return what stands beside a figure: how it is counted, and up to when; None where nothing is told of it."""
    indicator = BY_NAME[name]
    if not months:
        return None
    return {
        "indicator": indicator,
        "reading": READINGS[name],
        "latest": months[-1],
        "rows_url": rows_url(name, months[-1]),
        "words": in_words(months[-1].value, is_percent=is_percent(indicator)),
        "cutoff": months[-1].cutoff,
    }


@dataclass(frozen=True)
class Way:
    """One way to read a goal of other support: the first value that can be counted, and the latest."""

    indicator: Indicator
    first: Told
    latest: Told

    @property
    def is_yearly(self) -> bool:
        """Tell whether a value is of a year, and not of a month."""
        return self.indicator.name == YEARLY

    @property
    def first_words(self) -> str:
        """Return the first value in words."""
        return in_words(self.first.value, is_percent=True)

    @property
    def latest_words(self) -> str:
        """Return the latest value in words."""
        return in_words(self.latest.value, is_percent=True)


def ways(by_name: dict[str, list[Told]]) -> list[Way]:
    """Return both ways to read a goal of other support; none where only one of them can be counted."""
    shown = {name: [cell for cell in by_name[name] if cell.shown] for name in (YEARLY, MONTHLY)}
    return [Way(BY_NAME[name], cells[0], cells[-1]) for name, cells in shown.items()] if all(shown.values()) else []


def is_of_other_support(goal: Goal) -> bool:
    """Tell whether a goal is of what both ways count: as large a share as possible with other support."""
    return (
        goal.indicator in (MONTHLY, YEARLY)
        and goal.unit == Goal.Unit.PERCENT
        and goal.direction == Goal.Direction.AT_LEAST
    )


def stood_above(goal: Goal, both: Sequence[Way]) -> bool:
    """Tell whether both ways stood at the level already when they could first be counted."""
    return bool(both) and all(goal.holds(Decimal(str(way.first.value))) for way in both)


def as_file(cells: Sequence[Told]) -> HttpResponse:
    """Answer with every total of every month as a sheet; what is not told has no number there either."""
    columns = [
        Column("figure", _("Figure")),
        Column("month", _("Month")),
        Column("value", _("Value"), number=True),
        Column("unit", _("Counted in")),
        Column("numerator", _("Numerator"), number=True),
        Column("denominator", _("Denominator"), number=True),
        Column("definition", _("How it is counted")),
        Column("cutoff", _("Data taken")),
        Column("corrected", _("Corrected since")),
    ]
    rows = [ListRow(at, row_of(BY_NAME[cell.indicator], cell)) for at, cell in enumerate(cells)]
    return file_of(_("goals-and-figures"), _("Goals and figures"), columns, rows)


def row_of(indicator: Indicator, cell: Told) -> list[Cell]:
    """Return one cell as a row of the sheet."""
    hidden = _("hidden")
    numbers = [cell.value, cell.numerator, cell.denominator if indicator.of else ""]
    value, numerator, denominator = (Cell(in_file=one if cell.shown else hidden) for one in numbers)
    return [
        Cell(str(indicator.title)),
        Cell(in_file=cell.month),
        value,
        Cell(str(indicator.unit)),
        numerator,
        denominator,
        Cell(str(indicator.definition)),
        Cell(in_file=cell.cutoff.date()),
        Cell(_("Yes") if cell.corrected else ""),
    ]
