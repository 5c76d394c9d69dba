"""The page of a workplace: what is known of it, how often it was asked, and what is changed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.employers import operations
from trappan.employers.forms import ChangeWorkplaceForm, CloseForm, WorkplaceForm
from trappan.employers.load import Load, loads
from trappan.employers.models import Employer, Workplace
from trappan.employers.views.employer import KEEP, SHOWN, spoken
from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may("employers.see")
def workplace(request: Request, workplace_id: int) -> HttpResponse:
    """Show a workplace, change what is known of it, and close it."""
    found = get_object_or_404(Workplace.objects.select_related("employer", "came_with"), pk=workplace_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("employers:workplace", found.pk)
    today = request.actor.today
    rules = rules_on(today)
    load = loads(today, rules, [found.employer_id]).get(found.employer_id, Load((), {}, rules))
    words = labels("branch", "access")
    change = acts.get("change")
    record("employers.see", kind="read", employer=found.employer_id, workplace=found.pk)
    context = {
        "workplace": found,
        "employer": found.employer,
        "acts": acts,
        "differences": getattr(change.bound, "differences", []) if change else [],
        "state": found.employer.state(today),
        "load": load.of(found.pk),
        "branch": words.get(("branch", found.branch), ""),
        "access": [words["access", at] for at in found.access],
        "contacts": list(found.contacts.filter(left_on=None)),
        "conversations": list(spoken(found.employer).filter(workplace=found)[:SHOWN]),
        "is_closed": found.closed_on is not None and found.closed_on <= today,
    }
    return render(request, "employers/workplace.html", context, status=acts.status)


def acts_of(request: Request, found: Workplace) -> list[Act]:
    """List what may be done with a workplace."""
    held = [found.branch, *found.access]
    begun = ChangeWorkplaceForm.begun(found)
    return [
        Act(
            "change",
            operations.change_workplace,
            _("Save"),
            ChangeWorkplaceForm,
            on={"workplace": found},
            given={"employer": found.employer, "today": request.actor.today, "held": held, "initial": begun},
            right=KEEP,
        ),
        Act(
            "close",
            operations.close_workplace,
            _("Save the last day"),
            CloseForm,
            on={"workplace": found},
            given={"initial": {"closed_on": found.closed_on}},
            right=KEEP,
        ),
    ]


@may(KEEP)
def make_workplace(request: Request, employer_id: int) -> HttpResponse:
    """Write down a workplace of an employer."""
    found = get_object_or_404(Employer, pk=employer_id)
    form = WorkplaceForm(request.POST or None, employer=found, today=request.actor.today)
    made: list[int] = []

    def make(**values: Any) -> None:
        made.append(operations.make_workplace(employer=found, **values).pk)

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The workplace is written down."))
        return redirect("employers:employer", found.pk)
    context = {"form": form, "employer": found}
    return render(request, "employers/make_workplace.html", context, status=422 if form.errors else 200)
