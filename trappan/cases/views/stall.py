"""Why a case stands still."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import MoveOnForm, StallForm
from trappan.cases.models import Case, Stall
from trappan.history.record import record
from trappan.people.operations import only_reads
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.secrecy.rights import Request, may


@may("cases.say_stall")
def stall(request: Request, case_id: int) -> HttpResponse:
    """Say why the case waits and since when, or that it has moved on."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    today = request.actor.today
    which = request.POST.get("form", "")
    say = StallForm(request.POST if which == "say" else None, today=today, initial={"starts_on": today})
    on = MoveOnForm(request.POST if which == "on" else None, initial={"ends_on": today}, prefix="on")
    if (
        which == "say"
        and say.is_valid()
        and carry_out(say, operations.stall, case=case, today=today, **say.cleaned_data)
    ) or (
        which == "on" and on.is_valid() and carry_out(on, operations.move_on, case=case, today=today, **on.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("desk:person", case.person_id)
    words = labels("stall")
    told = [
        (one, words.get(("stall", one.reason), one.reason))
        for one in Stall.objects.filter(case=case).select_related("author__colleague")
    ]
    record("cases.see_stall", case.person_id, scope="plan", kind="read")
    context = {
        "case": case,
        "person": case.person,
        "say": say,
        "on": on,
        "told": told,
        "lasting": next((one for one, _words in told if one.ends_on is None), None),
        "form": on if which == "on" else say,
        "may_say": which or not only_reads(case.person_id),
    }
    return render(request, "cases/stall.html", context, status=422 if say.errors or on.errors else 200)
