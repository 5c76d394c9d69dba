"""The log: who has read, searched, opened and been refused; and the paper to the person who asks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.forms import LogFilter
from trappan.desk.lists.log import COLUMNS, USUAL, row
from trappan.desk.log import Chosen, Line, Steps, floods, log_lines, place_of, read_place
from trappan.desk.readings import readings_of, readings_paper
from trappan.documents.pdf import answer
from trappan.history.record import record
from trappan.schedules.clock import now
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.asked import asked, keep_asked
from trappan.ui.lists.listing import Listing, for_the_log
from trappan.ui.lists.places import cut_walked

NOW, LATELY = "9m", "2d"


@may("desk.see_log")
def log(request: Request) -> HttpResponse:
    """Show readings, searches, refusals and openings: who, when, which case number; openings first."""
    if request.method == "POST":
        sent = {name: request.POST.get(name, "") for name in LogFilter.base_fields}
        return keep_asked(request, reverse("desk:log"), sent)
    token, question = asked(request)
    form = LogFilter(question or None, today=request.actor.today)
    span = "" if question else NOW if request.GET.get("span") == NOW else LATELY
    moment = now()
    chosen = Chosen(since(span, moment), moment + timedelta(minutes=1))
    if form.is_valid():
        chosen = form.chosen()
    refused = bool(form.errors)
    listing = Listing(
        "logg",
        _("Log"),
        COLUMNS,
        USUAL,
        request.GET,
        {"asked": token} if token else {"span": span},
        may_export=has(request.actor, "desk.export_log"),
    )
    if listing.is_file and not refused:
        # Above what a page makes a file of there is one line more, and the worker writes it.
        lines, more = log_lines(chosen, Steps(ascending=not listing.order.descending, limit=listing.at_most))
        today = request.actor.today
        count = len(lines) + more
        file = exported(
            request,
            listing,
            count,
            lambda: (row(line, today) for line in lines),
            right="desk.export_log",
            filters=for_the_log(form) if form.is_valid() else {"span": span},
        )
        if file is not None:
            return file
    lines = [] if refused else shown(listing, chosen, request.actor.today)
    flooded = [] if refused or listing.place else floods(chosen)
    if chosen.person_id and not refused:
        record("desk.see_log", chosen.person_id, kind="read", scope="log")
    context = {
        "form": form,
        "lines": lines,
        "listing": listing,
        "floods": flooded,
        "span": span,
        "number": form.cleaned_data["case"] if chosen.person_id and not refused else "",
        "may_export": has(request.actor, "desk.export_readings"),
    }
    return render(request, "desk/log.html", context, status=422 if refused else listing.status)


def shown(listing: Listing, chosen: Chosen, today: date) -> list[Line]:
    """Give the list its page of the log, and return the lines that stand on it."""
    place = listing.place
    steps = Steps(
        after=read_place(place.key) if place else None,
        back=bool(place and place.back),
        ascending=not listing.order.descending,
    )
    lines, more = log_lines(chosen, steps)
    page = cut_walked([*lines, None] if more else lines, place)
    whole = page.first == 1 and not page.behind
    keys = [place_of(line) for line in page.keys]
    listing.show([row(line, today) for line in page.keys], replace(page, keys=keys), len(lines) if whole else None)
    return list(page.keys)


def since(span: str, moment: datetime) -> datetime:
    """Return where the log begins: nine minutes ago, or yesterday morning, so that no night is missed."""
    if span == NOW:
        return moment - timedelta(minutes=9)
    return localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)


@may("desk.export_readings")
def readings(request: Request) -> HttpResponse:
    """Make the paper for a person who asks who has read: role and unit, and names where they are asked for."""
    if request.method != "POST":
        return redirect("desk:log")
    number = request.POST.get("case", "").strip()
    person_id = database.value("cases_person_of", number[:20].replace("\0", ""))
    if person_id is None:
        raise Http404
    names = bool(request.POST.get("names"))
    rows = readings_of(person_id, names=names)
    record("desk.export_readings", person_id, kind="read", scope="log", names=names, found=len(rows))
    return answer(readings_paper(rows, number=number, made_at=now(), names=names), "vem-har-last.pdf")
