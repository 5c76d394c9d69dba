"""One search at the top of every page, and what it suggests while somebody types."""

import time

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from trappan.desk import finding
from trappan.desk.finding import Kind
from trappan.history.record import record
from trappan.people.numbers import read_number
from trappan.people.operations import Finding, elsewhere, find_number
from trappan.people.reach import PAGE
from trappan.refusals import Refused
from trappan.secrecy.rights import Request, has, may
from trappan.ui.asked import LONGEST, asked, keep_asked

SUGGESTED = "suggested"
APART = 60  # seconds between two entries of what was suggested to the same colleague


@may("desk.search")
def search(request: Request) -> HttpResponse:
    """Show what is called so, or whose a number is, within what the colleague may see; each search is in the log."""
    if request.method == "POST":
        return keep_asked(request, reverse("desk:search"), {"q": request.POST.get("q", "")})
    token, question = asked(request)
    typed = question.get("q", "")
    finds_people = finding.finds_people(request.actor)
    context: dict[str, object] = {"searched": typed, "token": token, "finds_people": finds_people}
    number = finding.case_number(typed) if finds_people else ""
    if number:
        cases = finding.cases_of(number, PAGE)
        record("desk.search", kind="search", scope="log", by="case", found=len(cases))
        if [case.number for case in cases] == [number]:
            return redirect("desk:person", cases[0].person_id)
        context |= {"kinds": [Kind("", finding.case_hits(cases))] if cases else [], "number": number}
    elif finds_people and finding.is_number(typed) and not finding.employers_number(request.actor, typed):
        try:
            found = find_number(number=read_number(typed, request.actor.today))
        except Refused as refusal:
            context["refusal"] = str(refusal)
        else:
            if found.person_id:
                return redirect("desk:person", found.person_id)
            context |= told(found, request)
    elif typed:
        kinds = finding.find(request.actor, typed)
        count = sum(len(kind.hits) for kind in kinds)
        record("desk.search", kind="search", scope="log", by="name", found=count)
        context |= {"kinds": kinds, "count": count, **doors(request)}
    return render(request, "desk/search.html", context)


@may("desk.search")
@require_POST
def suggest(request: Request) -> HttpResponse:
    """Suggest while somebody types. It is a search, and in the log: once a minute, not once a letter."""
    typed = request.POST.get("q", "").replace("\0", "").strip()[:LONGEST]
    kinds = finding.suggested(request.actor, typed)
    if finding.finds_people(request.actor) and len(typed) >= finding.LEAST:
        note_suggested(request, sum(len(kind.hits) for kind in kinds))
    return render(request, "desk/suggestions.html", {"kinds": kinds, "typed": typed})


def note_suggested(request: Request, found: int) -> None:
    """Leave an entry, unless there is one of the same membership from the same minute."""
    last = request.session.get(SUGGESTED, {})
    key, now = str(request.actor.membership_id), int(time.time())
    if now - last.get(key, 0) >= APART:
        record("desk.suggest", kind="search", scope="log", by="name", found=found)
        request.session[SUGGESTED] = {key: now}


def told(found: Finding, request: Request) -> dict[str, object]:
    """Return what the page says of a number that is not one's own, and the doors that one may use."""
    known = found.answer == "ask_unit"
    return {
        "finding": found,
        "elsewhere": elsewhere(found.unit_name) if known else "",
        "may_receive": found.answer == "new" and has(request.actor, "assistance.receive_application"),
        "may_open": found.answer != "new" and has(request.actor, "people.open_in_emergency"),
    }


def doors(request: Request) -> dict[str, object]:
    """Return what may be done for somebody whom a name did not find."""
    return {
        "may_receive": has(request.actor, "assistance.receive_application"),
        "may_open": has(request.actor, "people.open_in_emergency"),
    }
