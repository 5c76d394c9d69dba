"""The flow: from stage to stage in a month, how long it took, where people stand, and where they wait longest."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight.chain import INDICATORS, Chain, Number, chain_of
from trappan.insight.charts.chain import drawings
from trappan.insight.forms import MonthForm
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.told import Told, in_words, last_month, told
from trappan.insight.views.sheet import as_sheet, is_asked
from trappan.schedules.months import months_after
from trappan.secrecy.rights import Request, may

SEE = "insight.see_figures"
BACK = 36  # so many months can be asked for
COVERAGE = "coverage"


@may(SEE)
def flow(request: Request) -> HttpResponse:
    """Show the chain of a month beside that of a year before."""
    last = last_month(request.actor.today)
    cells = told([*INDICATORS, COVERAGE], first=months_after(last, -BACK - 12), last=last)
    months = sorted(
        {one.month for one in cells if one.indicator in INDICATORS and one.month > months_after(last, -BACK)}
    )
    asking = MonthForm(asked(request, months), months=months)
    month = asking.asked() if asking.is_valid() else None
    chain = chain_of(cells, month, months_after(month, -12)) if month else None
    if chain and month and is_asked(request):
        head = [_("Figure"), _("Value"), _("A year before"), _("Counted in"), _("Month"), _("How it is counted")]
        return as_sheet(request, _("the-flow"), _("The flow"), head, [row_of(one, month) for one in numbers(chain)])
    record("insight.see_flow", kind="read", found=len(cells))
    context = {
        "asking": asking,
        "month": month,
        "chain": chain,
        "drawings": drawings(chain) if chain else (),
        "finding": finding(chain, month) if chain and month else "",
        "without": without_activity([one for one in cells if one.month == month]),
        "cutoff": max((one.cutoff for one in cells if one.month == month), default=None),
    }
    return render(request, "insight/flow.html", context, status=422 if asking.errors else 200)


def asked(request: Request, months: Sequence[date]) -> dict[str, str] | None:
    """Return which month is asked for: the latest where nobody says; nothing is asked where no month is told."""
    return {"month": months[-1].strftime("%Y-%m"), **request.GET.dict()} if months else None


def numbers(chain: Chain) -> list[Number]:
    """Return every number of a chain, as they stand on the page."""
    of_stages = [number for one in chain.stages for number in one.numbers]
    return [*of_stages, *(one.number for one in chain.places)]


def finding(chain: Chain, month: date) -> str:
    """Return what the picture says, for who does not see it."""
    said = [
        _("%(before)s to %(stage)s, in days: half %(middle)s, nine of ten %(nine)s.")
        % {"before": one.before, "stage": one.name.lower(), "middle": one.middle.words, "nine": one.nine.words}
        + (" " + _("Came: %(come)s.") % {"come": one.come.words} if one.come else "")
        for one in chain.stages
    ]
    said += [f"{one.name}: {one.number.words}." for one in chain.places]
    return " ".join([date_format(month, "F Y").capitalize() + ".", *said])


def without_activity(cells: Sequence[Told]) -> tuple[str, str] | None:
    """Return how many of those under the requirement attended nothing in the month, and of how many; None if untold."""
    for one in cells:
        if one.indicator == COVERAGE and one.shown and one.denominator is not None and one.numerator is not None:
            return in_words(one.denominator - one.numerator), in_words(one.denominator)
    return None


def row_of(number: Number, month: date) -> list[str | float | date | None]:
    """Return one number as a row of the sheet; what is hidden has none there either."""
    one = BY_NAME[number.indicator]
    values = [
        None if cell is None else cell.value if cell.shown else _("hidden") for cell in (number.cell, number.before)
    ]
    return [str(one.title), *values, str(one.unit), month, str(one.definition)]
