"""Why a case stands still."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.forms import MoveOnForm, StallForm
from trappan.cases.models import Case, Stall
from trappan.history.record import record
from trappan.people.operations import only_reads
from trappan.rules.codes import labels
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("cases.say_stall")
@in_tab(Tab.MORE)
def stall(request: Request, case_id: int) -> HttpResponse:
    """Say why the case waits and since when, or that it has moved on."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    acts = Acts(request, acts_of(request, case))
    if acts.carried_out():
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
        "acts": acts,
        "form": acts.form,
        "told": told,
        "lasting": next((one for one, _words in told if one.ends_on is None), None),
        "may_say": acts.sent or not only_reads(case.person_id),
    }
    return render(request, "cases/stall.html", context, status=acts.status)


def acts_of(request: Request, case: Case) -> list[Act]:
    """List what may be said of a case that waits."""
    today = request.actor.today
    on = {"case": case, "today": today}
    say = {"today": today, "initial": {"starts_on": today}}
    moved = {"initial": {"ends_on": today}}
    return [
        Act("say", operations.stall, _("Save"), StallForm, on=on, given=say, prefixed=False),
        Act("on", operations.move_on, _("No longer waits"), MoveOnForm, on=on, given=moved),
    ]
