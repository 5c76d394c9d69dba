"""What ruled women and men out of places, month by month: lawful conditions, which must be seen."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from trappan.history.record import record
from trappan.matching.models import RuledOut
from trappan.schedules.months import months_after
from trappan.secrecy.rights import Request, may

SHOWN = 12  # months


@may("insight.see_figures")
def ruled_out(request: Request) -> HttpResponse:
    """Show of each month what ruled women and men out, in counts of people, the latest first; no cause is claimed."""
    since = months_after(request.actor.today.replace(day=1), -SHOWN)
    rows = list(RuledOut.objects.filter(month__gte=since))
    months = [(month, list(found)) for month, found in groupby(rows, key=lambda one: one.month)]
    record("matching.see_ruled_out", kind="read", found=len(rows))
    return render(request, "matching/ruled_out.html", {"months": months})
