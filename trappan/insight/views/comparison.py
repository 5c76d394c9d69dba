"""Other municipalities and costs: published series that were brought in, this municipality beside others."""

from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight.charts.lines import drawings
from trappan.insight.compared import Compared, compared, goals_of, indicators, title_of
from trappan.insight.forms import SeriesForm
from trappan.insight.views.sheet import Value, as_sheet, is_asked
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Organisation

SEE = "insight.see_figures"


@may(SEE)
def comparison(request: Request) -> HttpResponse:
    """Show one series by year; the first that there is where nobody says which."""
    there = indicators()
    asked = {"series": there[0], **request.GET.dict()} if there else None
    asking = SeriesForm(asked, series=[(one, title_of(one)) for one in there])
    found = compared(asking.cleaned_data["series"], own_name(request)) if asking.is_valid() else None
    if found and is_asked(request):
        head = [_("Figure"), _("Municipality"), *found.years, _("Source")]
        return as_sheet(request, _("comparison"), _("Other municipalities"), head, rows_of(found))
    record("insight.see_comparison", kind="read", found=len(found.areas) if found else 0)
    goals = [(one, 100 - one.level) for one in goals_of(found.indicator)] if found else []
    context = {
        "asking": asking,
        "series": found,
        "drawings": drawings(found, [level for _goal, level in goals]) if found else [],
        "finding": finding(found) if found else "",
        "goals": [(goal, level_words(goal.level), level_words(level)) for goal, level in goals],
    }
    return render(request, "insight/comparison.html", context, status=422 if asking.errors else 200)


def own_name(request: Request) -> str:
    """Return what the reader's own municipality is called."""
    return Organisation.objects.values_list("name", flat=True).get(pk=request.actor.organisation_id)


def finding(series: Compared) -> str:
    """Return what the picture says, for who does not see it: each municipality's first and last value."""
    said = []
    for one in series.areas:
        first, last = min(one.values), max(one.values)
        numbers = {"first": series.words(one.values[first]), "last": series.words(one.values[last])}
        words = _("%(area)s: %(first)s in %(since)s, %(last)s in %(until)s.")
        said.append(words % {"area": one.name, "since": first, "until": last, **numbers})
    return " ".join(said)


def level_words(level: Decimal) -> str:
    """Return a level in percent as it is read."""
    return f"{level.normalize():f}".replace(".", ",") + "\u00a0%"


def rows_of(series: Compared) -> list[list[Value]]:
    """Return a series as rows of the sheet, a municipality a row."""
    source = ", ".join(series.sources)
    return [
        [series.title, one.name, *(number(one.values.get(year)) for year in series.years), source]
        for one in series.areas
    ]


def number(value: Decimal | None) -> float | None:
    """Return a value as the sheet has it."""
    return None if value is None else float(value)
