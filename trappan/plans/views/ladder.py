"""Where the person stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans import operations
from trappan.plans.forms import StepForm
from trappan.plans.models import StepMove
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("plans.move_step")
def step(request: Request, person_id: int) -> HttpResponse:
    """Say to which step a person has come, with what was seen."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    latest = StepMove.objects.filter(person=person, rated_by="staff").select_related("step").last()
    initial = {"day": today, "step": latest.step_id if latest else None}
    form = StepForm(request.POST or None, initial=initial)
    if form.is_valid() and carry_out(
        form, operations.move_step, person=person, today=today, **form.cleaned_data
    ):
        messages.success(request, _("The step is set."))
        return redirect("desk:person", person.pk)
    context = {"person": person, "form": form, "latest": latest}
    record("plans.see_step", person.pk, scope="plan", kind="read")
    return render(request, "plans/step.html", context, status=422 if form.errors else 200)
