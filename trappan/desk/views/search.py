"""Search by name, personal number or case number."""

import re

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from trappan.cases.models import Case
from trappan.desk.views.people import facts_of
from trappan.history.record import record
from trappan.people.numbers import read_number
from trappan.people.operations import Finding, elsewhere, find_number
from trappan.people.reach import PAGE, in_order, reach
from trappan.refusals import Refused
from trappan.secrecy.rights import Request, has, may
from trappan.ui.asked import asked, keep_asked


@may("desk.search")
def search(request: Request) -> HttpResponse:
    """Search by name, personal number or case number, and by nothing else; each search is in the log."""
    if request.method == "POST":
        return keep_asked(request, reverse("desk:search"), {"q": request.POST.get("q", "")})
    token, question = asked(request)
    text = question.get("q", "")
    context: dict[str, object] = {"searched": text, "token": token}
    if re.fullmatch(r"\d{4}-\d{4,6}", text):
        case = Case.objects.filter(number=text).first()
        record("desk.search", kind="search", scope="log", by="case", found=int(case is not None))
        if case is not None:
            return redirect("desk:person", case.person_id)
    elif re.match(r"[\d ]{6}", text):
        try:
            finding = find_number(number=read_number(text, request.actor.today))
        except Refused as refusal:
            context["refusal"] = str(refusal)
        else:
            if finding.person_id:
                return redirect("desk:person", finding.person_id)
            context |= told(finding, request)
    elif text:
        keys = reach(request.actor, prefix=text) + reach(request.actor, prefix=text, column="given_sort")
        unique = {person_id: (sort, person_id) for sort, person_id in keys}
        rows = facts_of(in_order(list(unique.values())[:PAGE]), request)
        record("desk.search", kind="search", scope="log", by="name", found=len(rows))
        context["rows"] = rows
    return render(request, "desk/search.html", context)


def told(finding: Finding, request: Request) -> dict[str, object]:
    """Return what the page says of a number that is not one's own, and the doors that one may use."""
    known = finding.answer == "ask_unit"
    return {
        "finding": finding,
        "elsewhere": elsewhere(finding.unit_name) if known else "",
        "may_receive": finding.answer == "new" and has(request.actor, "assistance.receive_application"),
        "may_open": finding.answer != "new" and has(request.actor, "people.open_in_emergency"),
    }
