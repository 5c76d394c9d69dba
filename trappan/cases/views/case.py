"""Open a case, assign, hand out, look in as head."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import AssignForm, CaseForm, OpenAsHeadForm, ReassignForm
from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.openings import own_openings, told_in_words, waits_in_words
from trappan.people.operations import holds
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("cases.open_case")
@in_tab(Tab.OVERVIEW)
def open_case(request: Request, person_id: int) -> HttpResponse:
    """Open the person's case at a unit, and choose the consultant if it is clear who."""
    person = get_object_or_404(Person, pk=person_id)
    form = CaseForm(request.POST or None, organisation_id=request.actor.organisation_id)
    if form.is_valid() and carry_out(form, begin, person=person, request=request, **form.cleaned_data):
        messages.success(request, _("The case is open."))
        return redirect("desk:person", person.pk)
    record("cases.see_open_case", person.pk, scope="identity", kind="read")
    context = {"person": person, "form": form}
    return render(request, "cases/open_case.html", context, status=422 if form.errors else 200)


def begin(*, person: Person, request: Request, unit: Any, responsible: Any) -> None:
    """Open a case and assign it in the same breath."""
    case = operations.open_case(person=person, by=request.actor, unit=unit)
    if responsible is not None:
        operations.assign(case=case, to=responsible, unit=unit)


@may("cases.assign")
@in_tab(Tab.MORE)
def assign(request: Request, case_id: int) -> HttpResponse:
    """Choose who walks with the person."""
    case = get_object_or_404(Case.objects.select_related("person", "unit"), pk=case_id)
    initial = {"unit": case.unit_id}
    form = AssignForm(request.POST or None, organisation_id=request.actor.organisation_id, initial=initial)
    chosen = {"to": form.cleaned_data["responsible"], "unit": form.cleaned_data["unit"]} if form.is_valid() else None
    if chosen and carry_out(form, operations.assign, case=case, **chosen):
        messages.success(
            request, _("%(name)s now has the case.") % {"name": form.cleaned_data["responsible"].colleague.name}
        )
        mine = holds(case.person_id, "identity")
        return redirect("desk:person", case.person_id) if mine else redirect("desk:start")
    context = {"case": case, "person": case.person, "form": form}
    record("cases.see_assign", case.person_id, scope="plan", kind="read")
    return render(request, "cases/assign.html", context, status=422 if form.errors else 200)


@may("cases.assign")
def take_over(request: Request, case_id: int) -> HttpResponse:
    """Take over what a colleague of the unit who has left decided on."""
    case = get_object_or_404(Case, pk=case_id)
    if request.method == "POST":
        try:
            operations.take_over(case=case)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("You now have the case."))
    return redirect("desk:start")


@may("cases.reassign")
def reassign(request: Request, case_id: int) -> HttpResponse:
    """Hand out an open case of the own unit; the head sees its number only."""
    found = database.query("SELECT number FROM cases_unit_cases() WHERE case_id = %s", [case_id])
    if not found:
        raise Http404
    number = found[0].number
    form = ReassignForm(request.POST or None, unit_id=request.actor.unit_id)
    if form.is_valid() and carry_out(form, operations.reassign, number=number, to=form.cleaned_data["responsible"]):
        messages.success(request, _("The case has been handed out."))
        return redirect("desk:start")
    context = {"number": number, "form": form}
    return render(request, "cases/reassign.html", context, status=422 if form.errors else 200)


@may("cases.open_as_head")
def open_as_head(request: Request) -> HttpResponse:
    """Open a file of the own unit for supervision, with a reason."""
    form = OpenAsHeadForm(request.POST or None)
    if form.is_valid():
        done: list[int | None] = []
        if carry_out(form, lambda **values: done.append(operations.open_as_head(**values)), **form.cleaned_data):
            if done[0] is None:
                messages.info(request, waits_in_words())
                return redirect("desk:start")
            messages.warning(request, told_in_words(request.actor))
            return redirect("desk:person", done[0])
    context = {"form": form, "own": own_openings(request.actor)}
    return render(request, "cases/open_as_head.html", context, status=422 if form.errors else 200)
