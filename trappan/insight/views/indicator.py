"""The list of figures, and a page for each: the number, how it is counted, by what it is told apart, how to read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from trappan.history.record import record
from trappan.insight.charts.reading import charts_of
from trappan.insight.disclosure.plan import PLAN
from trappan.insight.forms import PartedForm
from trappan.insight.forms.months import named
from trappan.insight.goals import latest
from trappan.insight.indicators.breakdowns import TITLES, TITLES_OF_PLACES
from trappan.insight.indicators.definitions import BY_NAME, GROUPS, TOLD
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.indicators.measured import OF_PLACES
from trappan.insight.indicators.reading import is_percent, reading_of, why_hidden
from trappan.insight.models import Goal
from trappan.insight.parts import names_of, part_name
from trappan.insight.publication.beside import latest_published
from trappan.insight.told import Told, in_words, last_month, lately, told
from trappan.insight.views.board import januaries
from trappan.insight.views.rows import SEE as SEE_ROWS
from trappan.insight.views.rows import rows_url
from trappan.secrecy.rights import Request, has, may

SEE = "insight.see_indicator"


@dataclass(frozen=True)
class PartRow:
    """One part of a breakdown: what it is called, its value, fraction and share where they are told, and its rows."""

    name: str
    cell: Told
    is_percent: bool
    rows_url: str

    @property
    def words(self) -> str:
        """Return the value in words."""
        return in_words(self.cell.value, is_percent=self.is_percent)

    @property
    def with_unit(self) -> str:
        """Return the value with what it is counted in; a share says so itself."""
        return self.words if self.is_percent else f"{self.words}\u00a0{BY_NAME[self.cell.indicator].unit}"

    @property
    def above(self) -> str:
        """Return the numerator in words."""
        return in_words(self.cell.numerator)

    @property
    def below(self) -> str:
        """Return the denominator in words."""
        return in_words(self.cell.denominator)


@may(SEE)
def indicators(request: Request) -> HttpResponse:
    """List every figure with its latest value, what it counts, and the goals that it is nearest to."""
    last = last_month(request.actor.today)
    now = latest(told([one.name for one in TOLD], first=lately(last), last=last))
    groups = [(title, [row_of(one, now.get(one.name)) for one in ones]) for title, ones in GROUPS]
    record("insight.see_indicator", kind="read", found=len(now))
    return render(request, "insight/indicators.html", {"groups": groups, "last": last})


def row_of(one: Indicator, cell: Told | None) -> tuple[Indicator, str, Told | None]:
    """Return a figure with its latest value in words."""
    return one, in_words(cell.value, is_percent=is_percent(one)) if cell else "", cell


@may(SEE)
def indicator(request: Request, figure_name: str) -> HttpResponse:
    """Show one figure whole; 404 for one that there is not."""
    one = BY_NAME.get(figure_name)
    if one is None:
        raise Http404
    last = last_month(request.actor.today)
    cells = told([one.name], last=last)
    months = [cell for cell in cells if cell.shown]
    asking = asked(request, one, [cell.month for cell in cells])
    record("insight.see_indicator", kind="read", indicator=one.name)
    is_parted = any(PLAN[one.name].by)
    parts = parted(one, asking)
    context = {
        "indicator": one,
        "is_share": one.of is not None,
        "reading": reading_of(one),
        "of_all": PartRow("", months[-1], is_percent(one), rows_url(one.name, months[-1])) if months else None,
        "rows": januaries(months, is_share=is_percent(one)),
        "chart": charts_of([one.name]).get(one.name),
        "published": latest_published([one.name], cells).get(one.name),
        "asking": asking,
        "is_parted": is_parted,
        "parts": parts,
        "by_title": named(asking.cleaned_data["by"].split(","), titles_of(one)) if asking.is_valid() else "",
        "goals": list(Goal.objects.filter(indicator=one.name, taken_out_on=None)),
        "sees_rows": has(request.actor, SEE_ROWS),
        "hidden_because": why_hidden(one),
        "hides": any(not row.cell.shown for row in parts),
    }
    return render(request, "insight/indicator.html", context, status=422 if asking.errors else 200)


def asked(request: Request, one: Indicator, months: Sequence[date]) -> PartedForm:
    """Return which month is told apart, and by what; where nobody asks the last one, by gender if it is told so.

    Where no month is told, or nothing is told apart, nothing is asked and nothing refused.
    """
    by, titles = PLAN[one.name].by, titles_of(one)
    if not months or not any(by):
        return PartedForm(months=months, breakdowns=by, titles=titles)
    first = next(one for one in by if one)
    asked = {"month": months[-1].strftime("%Y-%m"), "by": ",".join(first), **request.GET.dict()}
    return PartedForm(asked, months=months, breakdowns=by, titles=titles)


def titles_of(one: Indicator) -> Mapping[str, Promise]:
    """Return what breakdowns are called of a figure: of people, or of places."""
    return TITLES_OF_PLACES if one in OF_PLACES else TITLES


def parted(one: Indicator, asking: PartedForm) -> list[PartRow]:
    """Return the parts of a month; none where nobody has gone over it, or the question makes no sense."""
    if not asking.is_valid():
        return []
    month, by = date.fromisoformat(asking.cleaned_data["month"] + "-01"), asking.cleaned_data["by"].split(",")
    names = names_of(by)
    return [
        PartRow(part_name(names, cell.part), cell, is_percent(one), rows_url(one.name, cell, by))
        for cell in told([one.name], by, month, month)
    ]
