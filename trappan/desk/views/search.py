"""Search by name, personal number or case number."""

import re

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trappan.cases.models import Case
from trappan.desk.views.people import facts_of
from trappan.people.numbers import read_number
from trappan.people.operations import Finding, find_number
from trappan.people.reach import PAGE, in_order, reach
from trappan.refusals import Refused
from trappan.secrecy.rights import Request, may


@may("desk.search")
def search(request: Request) -> HttpResponse:
    """Search by name, personal number or case number, and by nothing else."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    context: dict[str, object] = {"text": text}
    if re.fullmatch(r"\d{4}-\d{4,6}", text):
        case = Case.objects.filter(number=text).first()
        if case is not None:
            return redirect("desk:person", case.person_id)
    elif re.match(r"[\d ]{6}", text):
        try:
            number = read_number(text, request.actor.today)
            context["finding"] = finding = find_number(number=number)
        except Refused as refusal:
            context["refusal"] = str(refusal)
        else:
            if isinstance(finding, Finding) and finding.person_id:
                return redirect("desk:person", finding.person_id)
    elif text:
        keys = reach(request.actor, prefix=text) + reach(request.actor, prefix=text, column="given_sort")
        unique = {person_id: (sort, person_id) for sort, person_id in keys}
        context["rows"] = facts_of(in_order(list(unique.values())[:PAGE]), request)
    return render(request, "desk/search.html", context)
