"""The formal days ahead, and those that have passed undone."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from trappan.desk.formal import by_month, months
from trappan.desk.formal import formal_days as every_day
from trappan.desk.forms import FormalDaysForm
from trappan.history.record import record
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.secrecy.rights import Request, may


@may("partnerships.see_agreements")
def formal_days(request: Request) -> HttpResponse:
    """List the formal days by month, of one kind or one body where that is asked for."""
    if not reads_terms(request, ours=is_ours(request)):
        raise Http404
    today = request.actor.today
    every = every_day(today)
    form = FormalDaysForm(request.GET, days=every)
    kind, body = form.chosen("kind"), form.chosen("body")
    found = [one for one in every if kind in ("", one.kind) and body in ("", str(one.body))]
    record("desk.see_formal_days", kind="read")
    context = {
        "form": form,
        "undone": [one for one in found if one.undone],
        "months": by_month(one for one in found if not one.undone and one.day >= today),
        "calendar": months(found, today),
    }
    return render(request, "desk/formal_days.html", context)
