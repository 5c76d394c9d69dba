"""The pages on which somebody comes to a step, and on which a wrong move is put right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans import operations
from trappan.plans.forms import CorrectionForm, StepForm
from trappan.plans.models import StepMove
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("plans.move_step")
@in_tab(Tab.STEPS)
def step(request: Request, person_id: int) -> HttpResponse:
    """Say to which step a person has come, with what was seen."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    latest = operations.standing_moves(person).select_related("step").last()
    initial = {"day": today, "step": latest.step_id if latest else None}
    form = StepForm(request.POST or None, initial=initial, person_id=person.pk)
    if form.is_valid() and carry_out(form, operations.move_step, person=person, today=today, **form.cleaned_data):
        messages.success(request, _("The step is set."))
        return redirect("desk:person", person.pk)
    context = {"person": person, "form": form, "latest": latest}
    record("plans.see_step", person.pk, scope="plan", kind="read")
    return render(request, "plans/step.html", context, status=422 if form.errors else 200)


@may("plans.move_step")
@in_tab(Tab.STEPS)
def correct(request: Request, move_id: int) -> HttpResponse:
    """Put a wrong move right; the wrong one stays, marked."""
    move = get_object_or_404(StepMove.objects.select_related("person", "step"), pk=move_id)
    initial = {"step": move.step_id, "day": move.day}
    form = CorrectionForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(
        form, operations.correct_step, move=move, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("Corrected. What stood before is kept."))
        return redirect("desk:person", move.person_id)
    context = {"person": move.person, "form": form, "move": move}
    record("plans.see_step", move.person_id, scope="plan", kind="read")
    return render(request, "plans/correct.html", context, status=422 if form.errors else 200)
