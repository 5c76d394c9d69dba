"""What must be put right in one's own cases before a file of persons is sent."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from psycopg.types.json import Jsonb

from trappan import database
from trappan.exchange.layouts import layouts_data
from trappan.exchange.report import FAULTS
from trappan.history.record import record
from trappan.people.models import Person
from trappan.schedules.months import month_of, months_after
from trappan.secrecy.rights import Request, has, may

SHOWN = 50


@may("exchange.see_faults")
def faults(request: Request) -> HttpResponse:
    """List, of those whose support or plan one holds, what keeps a file of persons from being right.

    Last month's file, or one that waits; and the latest preparation for individual delivery. Each leads there.
    """
    found = database.rows("exchange_mine", settings.DEMO, Jsonb(layouts_data()))
    people = Person.objects.in_bulk({one.person_id for one in found[:SHOWN]})
    record("exchange.see_faults", kind="read", scope="assistance", found=len(found))
    kinds = Counter(one.check for one in found)
    of_support = has(request.actor, "assistance.see_support")
    context = {
        "month": months_after(month_of(request.actor.today), -1),
        "faults": [
            (people[one.person_id], FAULTS[one.check], one.month, page_of(one, of_support=of_support))
            for one in found[:SHOWN]
            if one.person_id in people
        ],
        "counts": [(words, kinds[check]) for check, words in FAULTS.items() if kinds[check]],
        "total": len(found),
    }
    return render(request, "exchange/faults.html", context)


def page_of(one: Any, *, of_support: bool) -> str:
    """Return the page on which a fault is put right, or seen: the month's attendance, the support, or the person."""
    if one.check == "unmarked":
        return reverse("attendance:attendance", args=[one.person_id]) + f"?month={one.month:%Y-%m}"
    return reverse("assistance:support" if of_support else "desk:person", args=[one.person_id])
