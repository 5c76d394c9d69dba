"""The log: who has read, searched, opened and been refused."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from trappan import database
from trappan.history.models import Event
from trappan.history.words_of_rooms import log_words
from trappan.schedules.clock import now
from trappan.secrecy.rights import Request, may


@may("desk.see_log")
def log(request: Request) -> HttpResponse:
    """Show the latest readings, searches, refusals and openings: who, when, which case number."""
    minutes = {"9m": 9, "1d": 24 * 60}
    span = request.GET.get("span", "9m")
    events = Event.objects.exclude(kind="write").select_related("actor__colleague", "actor_unit")
    if span in minutes:
        events = events.filter(at__gte=now() - timedelta(minutes=minutes[span]))
    rows = list(events.order_by("-at", "-id")[:100])
    ids = sorted({row.person_id for row in rows if row.person_id})
    numbers = dict(database.rows("cases_case_numbers", ids))
    # A refusal names the address that was tried.
    words = log_words()
    told = [
        (row, numbers.get(row.person_id, ""), row.details.get("path") or words.get(row.verb, row.verb)) for row in rows
    ]
    context = {"rows": told, "span": span}
    return render(request, "desk/log.html", context)
