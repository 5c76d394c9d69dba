"""Who should be in activity and is, part by part and beside a year before, by week, and how the places are used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight.charts.reading import charts_of
from trappan.insight.forms import PartedForm
from trappan.insight.forms.months import WRITTEN, named
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.parts import names_of, part_name
from trappan.insight.told import Change, Told, change, in_words, last_month, points_in_words, told
from trappan.insight.views.coverage_weeks import BY_UNIT, WEEKLY, Names, Weeks, own_weeks, weeks_as_sheet, weeks_of
from trappan.insight.views.rows import SEE as SEE_ROWS
from trappan.insight.views.rows import rows_url
from trappan.insight.views.sheet import Value, as_sheet, is_asked
from trappan.schedules.months import months_after, next_month
from trappan.secrecy.rights import Request, has, may

SEE = "insight.see_figures"
COVERAGE, PLACES = "coverage", "places_used"
BY = (("unit",), ("organiser",), ("kind",))


@dataclass(frozen=True)
class Share:
    """One share of a month beside the same of a year before, and where its rows are."""

    name: str
    cell: Told
    before: Told | None
    rows_url: str = ""
    page_url: str = ""

    @property
    def fraction(self) -> str:
        """Return how many of how many, in words."""
        above, below = in_words(self.cell.numerator), in_words(self.cell.denominator)
        return _("%(above)s of %(below)s") % {"above": above, "below": below}

    @property
    def words(self) -> str:
        """Return the share in words."""
        return in_words(self.cell.value, is_percent=True) or "–"

    @property
    def before_words(self) -> str:
        """Return the share of a year before in words: hidden, or a dash where there is none."""
        if self.before is None:
            return "–"
        return in_words(self.before.value, is_percent=True) if self.before.shown else _("hidden")

    @property
    def since(self) -> str:
        """Return the difference in percentage points; empty where either is not told."""
        went: Change | None = change(self.before, self.cell)
        return points_in_words(went.difference) if went else ""


@may(SEE)
def coverage(request: Request) -> HttpResponse:
    """Show coverage and places of a month, coverage told apart by unit, organiser or kind."""
    last = last_month(request.actor.today)
    totals = told([COVERAGE, PLACES, *WEEKLY], last=next_month(last) - timedelta(days=1))
    months = sorted({one.month for one in totals if one.indicator == COVERAGE})
    asking = PartedForm(asked(request, months), months=months, breakdowns=BY)
    parts: list[Share] = []
    weeks: Weeks | None = None
    wholes: dict[str, Share] = {}
    month, by = None, ["unit"]
    if asking.is_valid():
        month = date.fromisoformat(asking.cleaned_data["month"] + "-01")
        by = asking.cleaned_data["by"].split(",")
        names = names_of(by)
        parts = parted(by, month, names)
        weeks = weeks_of(month, totals, names if by == list(BY_UNIT) else None)
        wholes = {one: found for one in (COVERAGE, PLACES) if (found := whole(one, totals, month))}
    if month and is_asked(request):
        title = _("Coverage and places")
        head = [_("Figure"), named(by), _("Above"), _("Below"), _("Percent"), _("A year before"), _("Month")]
        return as_sheet(request, _("coverage"), title, head, [row_of(one) for one in (*wholes.values(), *parts)])
    if request.GET.get("file") == "weeks":
        return weeks_as_sheet(request)
    record("insight.see_coverage", kind="read", found=len(parts))
    context = {
        "asking": asking,
        "month": month,
        "parts": parts,
        "by_title": named(by),
        "coverage": wholes.get(COVERAGE),
        "places": wholes.get(PLACES),
        "charts": charts_of([COVERAGE, PLACES, *WEEKLY]),
        "weeks": weeks,
        "own_weeks": own_weeks(request.actor.today) if has(request.actor, "cases.reassign") else [],
        "sees_rows": has(request.actor, SEE_ROWS),
        "hides": any(not one.cell.shown for one in parts),
    }
    return render(request, "insight/coverage.html", context, status=422 if asking.errors else 200)


def asked(request: Request, months: Sequence[date]) -> dict[str, str] | None:
    """Return what is asked for: the latest month by unit where nobody says; nothing where no month is told."""
    return {"month": months[-1].strftime(WRITTEN), "by": "unit", **request.GET.dict()} if months else None


def parted(by: Sequence[str], month: date, names: Names) -> list[Share]:
    """Return the coverage of each part of a month, in the order of their names."""
    before = months_after(month, -12)
    cells = [one for one in told([COVERAGE], by, before, month) if one.month in (before, month)]
    earlier = {one.part: one for one in cells if one.month == before}
    asked = urlencode({"month": month.strftime(WRITTEN), "by": ",".join(by)})
    page = f"{reverse('insight:indicator', args=[COVERAGE])}?{asked}#h-parts"
    parts = [
        Share(part_name(names, one.part), one, earlier.get(one.part), rows_url(COVERAGE, one, by), page)
        for one in cells
        if one.month == month
    ]
    return sorted(parts, key=lambda one: one.name)


def whole(indicator: str, totals: Sequence[Told], month: date) -> Share | None:
    """Return a share of all, where it is told of the month."""
    found = {one.month: one for one in totals if one.indicator == indicator}
    cell = found.get(month)
    if cell is None or not cell.shown:
        return None
    return Share("", cell, found.get(months_after(month, -12)), rows_url(indicator, cell))


def row_of(one: Share) -> list[Value]:
    """Return one share as a row of the sheet; what is hidden has no number there either."""
    hidden = _("hidden")
    numbers = [one.cell.numerator, one.cell.denominator, one.cell.value]
    before = None if one.before is None else one.before.value if one.before.shown else hidden
    return [
        str(BY_NAME[one.cell.indicator].title),
        one.name or _("All"),
        *(value if one.cell.shown else hidden for value in numbers),
        before,
        one.cell.month,
    ]
