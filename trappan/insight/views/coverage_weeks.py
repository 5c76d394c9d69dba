"""Coverage week by week: as it may be told, as a whole and by unit, and a head's own unit whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trappan import database
from trappan.insight.indicators.breakdowns import TITLES
from trappan.insight.indicators.weekly import COVERAGE, HOURS
from trappan.insight.parts import names_of, part_name
from trappan.insight.told import Told, in_words, told
from trappan.insight.views.sheet import Value, as_sheet
from trappan.schedules.weeks import month_of_week, written
from trappan.secrecy.rights import Request

BY_UNIT = ("unit",)
WEEKLY = [COVERAGE.name, *(one.name for one in HOURS)]
Names = Sequence[Mapping[str, str]]
LATELY = 8  # weeks of a head's own unit


@dataclass(frozen=True)
class WeekLine:
    """A row of the table: a unit, or a figure of all, with its cell of each week; None where there is none."""

    name: str
    cells: list[Told | None]

    @property
    def words(self) -> list[tuple[str, str]]:
        """Return each week's share and fraction in words; nothing of what is hidden, and of no cell a dash."""
        return [words_of(one) for one in self.cells]


@dataclass(frozen=True)
class Weeks:
    """The weeks of a month that are told, by their Mondays: coverage of all and of each unit, and hours of all."""

    mondays: list[date]
    lines: list[WeekLine]
    hours: list[WeekLine]

    @property
    def numbers(self) -> list[int]:
        """Return the weeks' numbers."""
        return [monday.isocalendar().week for monday in self.mondays]

    @property
    def hides(self) -> bool:
        """Tell whether any number is held back."""
        return any(one is not None and not one.shown for line in (*self.lines, *self.hours) for one in line.cells)

    @property
    def is_corrected(self) -> bool:
        """Tell whether they stand as they were told, though the sources say otherwise by now."""
        return any(one is not None and one.corrected for line in (*self.lines, *self.hours) for one in line.cells)


@dataclass(frozen=True)
class OwnWeek:
    """A week of a head's own unit, whole: how many came of those who should, and hours of the plans' hours."""

    monday: date
    came: int
    should: int
    attended: int
    planned: int
    target: int

    @property
    def number(self) -> int:
        """Return the week's number."""
        return self.monday.isocalendar().week

    @property
    def share(self) -> str:
        """Return how many per cent came; a dash of nobody."""
        return share_of(self.came, self.should)

    @property
    def attended_share(self) -> str:
        """Return how many per cent of the plans' hours were attended."""
        return share_of(self.attended, self.target)

    @property
    def planned_share(self) -> str:
        """Return how many per cent of the plans' hours stand in their weeks."""
        return share_of(self.planned, self.target)


def share_of(above: int, below: int) -> str:
    """Return a share in words; a dash of nothing."""
    return in_words(round(100 * above / below, 1), is_percent=True) if below else "–"


def words_of(cell: Told | None) -> tuple[str, str]:
    """Return a cell's share and fraction in words."""
    if cell is None:
        return "–", ""
    if not cell.shown:
        return "", ""
    of = {"above": in_words(cell.numerator), "below": in_words(cell.denominator)}
    return in_words(cell.value, is_percent=True) or "–", _("%(above)s of %(below)s") % of


def weeks_of(month: date, totals: Sequence[Told], names: Names | None) -> Weeks | None:
    """Return the weeks whose Thursday lies in a month, with what units are called (`names`) told apart by these.

    None where none of them is told yet.
    """
    totals = [one for one in totals if one.indicator in WEEKLY and month_of_week(one.month) == month]
    mondays = sorted({one.month for one in totals})
    if not mondays:
        return None
    parts = told([COVERAGE.name], BY_UNIT, mondays[0], mondays[-1]) if names is not None else []
    units = sorted({(part_name(names or (), one.part), one.part) for one in parts})
    coverage = [line(_("All"), [one for one in totals if one.indicator == COVERAGE.name], mondays)]
    coverage += [line(name, [one for one in parts if one.part == part], mondays) for name, part in units]
    hours = [line(str(one.title), [cell for cell in totals if cell.indicator == one.name], mondays) for one in HOURS]
    return Weeks(mondays, coverage, hours)


def line(name: str, cells: Sequence[Told], mondays: Sequence[date]) -> WeekLine:
    """Return cells week by week."""
    found = {one.month: one for one in cells}
    return WeekLine(name, [found.get(monday) for monday in mondays])


def own_weeks(today: date) -> list[OwnWeek]:
    """Return the weeks that are over of the unit of a head who asks, the latest first."""
    rows = database.rows("insight_own_weeks", today - timedelta(days=7 * LATELY + 6), today)
    return [OwnWeek(*row) for row in rows][::-1]


def weeks_as_sheet(request: Request) -> HttpResponse:
    """Answer with every week that is told, as a whole and by unit; what is hidden has no number there either."""
    names = names_of(BY_UNIT)
    cells = [*told(WEEKLY), *told([COVERAGE.name], BY_UNIT)]
    titles = {one.name: str(one.title) for one in (COVERAGE, *HOURS)}
    rows: list[list[Value]] = []
    for one in sorted(cells, key=lambda cell: (cell.month, WEEKLY.index(cell.indicator), cell.part)):
        numbers = [one.numerator, one.denominator, one.value] if one.shown else [_("hidden")] * 3
        name = part_name(names, one.part) if one.part else _("All")
        rows.append([titles[one.indicator], name, written(one.month), *numbers, one.month])
    head = [
        _("Figure"),
        str(TITLES["unit"]),
        _("Week"),
        _("Above"),
        _("Below"),
        _("Percent"),
        pgettext("a column", "Monday"),
    ]
    return as_sheet(request, _("coverage-by-week"), _("Coverage by week"), head, rows)
