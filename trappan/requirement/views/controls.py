"""The controls over the chain of duties, and the quarter's counts as a file."""

import csv
import re
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.requirement.controls import controls_of
from trappan.requirement.quarter import COUNTED, counts, first_of_quarter, is_over, quarter_of
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
        "quarters": [quarter_of(months_after(this, -3 * back)) for back in range(1, 5)],
    }
    return render(request, "requirement/controls.html", context)


@may("requirement.count_quarter")
def quarter(request: Request) -> HttpResponse:
    """Give a quarter's counts as a file: asked, reduced and refused by obstacle, rounded to five."""
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
                "Counted %(day)s. A person counts once in each column. Each number is rounded to the nearest five, "
                "so that 0 may be up to two; the sum is of the rounded numbers."
            )
            % {"day": request.actor.today}
        ]
    )
    return answer


def read_quarter(text: str, today: date) -> date | None:
    """Read a quarter as 2026-4; none for anything else, and for one that is not finished."""
    found = re.fullmatch(r"(2[01][0-9]{2})-([1-4])", text)
    if found is None:
        return None
    first = date(int(found[1]), 3 * int(found[2]) - 2, 1)
    return first if is_over(first, today) else None
