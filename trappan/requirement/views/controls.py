"""The controls over the chain of duties, and the quarter's counts as a file."""

import csv
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.requirement.controls import controls_of
from trappan.requirement.quarter import COUNTED, counts, first_of_quarter, quarter_of
from trappan.schedules.months import months_after
from trappan.secrecy.rights import Request, has, may


@may("requirement.see_controls")
def controls(request: Request) -> HttpResponse:
    """Show, by case number, where the chain has a gap: own cases, and for a head the whole unit's."""
    record("requirement.see_controls", kind="read")
    this = first_of_quarter(request.actor.today)
    context = {
        "controls": controls_of(request.actor.today),
        "may_count": has(request.actor, "requirement.count_quarter"),
        "quarters": [quarter_of(months_after(this, -3 * back)) for back in range(4)],
    }
    return render(request, "requirement/controls.html", context)


@may("requirement.count_quarter")
def quarter(request: Request) -> HttpResponse:
    """Give a quarter's counts as a file: asked, reduced and refused by obstacle, small numbers hidden."""
    first = read_quarter(request.GET.get("q", ""), request.actor.today)
    if first is None:
        raise Http404
    record("requirement.count_quarter", kind="read", quarter=quarter_of(first))
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="aktivitetskrav-{quarter_of(first)}.csv"'
    answer["Cache-Control"] = "no-store"
    answer.write("\ufeff")
    rows = csv.writer(answer, delimiter=";", lineterminator="\r\n")
    rows.writerow([_("Quarter"), _("Obstacle to self-support"), *(str(words) for words in COUNTED.values())])
    for obstacle, numbers in counts(first):
        rows.writerow([quarter_of(first), obstacle, *numbers])
    rows.writerow([])
    rows.writerow(
        [
            _(
                "Counted %(day)s. A person counts once in each column; below five is written <5, and one more "
                "number where it could be worked out."
            )
            % {"day": request.actor.today}
        ]
    )
    return answer


def read_quarter(text: str, today: date) -> date | None:
    """Read a quarter as 2026-4; none for anything else, and for one that has not begun."""
    year, _dash, number = text.partition("-")
    if not (len(year) == 4 and year.isdecimal() and number in ("1", "2", "3", "4") and 2020 <= int(year) <= 2200):
        return None
    first = date(int(year), 3 * int(number) - 2, 1)
    return first if first <= today else None
