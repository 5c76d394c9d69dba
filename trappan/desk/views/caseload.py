"""One's own cases, or a colleague's that one sees."""

from django.http import HttpResponse
from django.shortcuts import render

from trappan.desk.case_rows import AT_MOST
from trappan.desk.case_rows import caseload as listed
from trappan.desk.forms import CaseloadFilter
from trappan.history.record import record
from trappan.secrecy.rights import Request, may


@may("desk.see_caseload")
def caseload(request: Request) -> HttpResponse:
    """List one's own open cases, or a colleague's that one sees: the longest wait first."""
    form = CaseloadFilter(request.GET, by=request.actor)
    entries = listed(form.chosen(), request.actor) if form.is_valid() else []
    record("desk.see_caseload", kind="read", scope="log", found=len(entries))
    context = {"form": form, "entries": entries, "at_most": AT_MOST, "own": form.own}
    return render(request, "desk/caseload.html", context, status=200 if form.is_valid() else 400)
