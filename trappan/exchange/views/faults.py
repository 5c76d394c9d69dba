"""What must be put right in one's own cases before the statistics' file is sent."""

from collections import Counter

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from trappan import database
from trappan.exchange.report import FAULTS
from trappan.history.record import record
from trappan.people.models import Person
from trappan.schedules.months import month_of, months_after
from trappan.secrecy.rights import Request, may

SHOWN = 50


@may("exchange.see_faults")
def faults(request: Request) -> HttpResponse:
    """List, of those whose support one holds, what keeps last month's file, or one that waits, from being right.

    Each leads there.
    """
    found = database.rows("exchange_mine", settings.DEMO)
    people = Person.objects.in_bulk({one.person_id for one in found[:SHOWN]})
    record("exchange.see_faults", kind="read", scope="assistance", found=len(found))
    kinds = Counter(one.check for one in found)
    context = {
        "month": months_after(month_of(request.actor.today), -1),
        "faults": [
            (people[one.person_id], FAULTS[one.check], one.month) for one in found[:SHOWN] if one.person_id in people
        ],
        "counts": [(words, kinds[check]) for check, words in FAULTS.items() if kinds[check]],
        "total": len(found),
    }
    return render(request, "exchange/faults.html", context)
