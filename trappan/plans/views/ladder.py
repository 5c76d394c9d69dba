"""Where the person stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans import operations
from trappan.plans.forms import CorrectionForm, FrameForm, StepForm
from trappan.plans.models import Ladder, StepMove
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("plans.move_step")
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


@may("plans.map_frames")
def frames(request: Request) -> HttpResponse:
    """Show the frames, and say which step of the main one each step of the others stands for."""
    ladders = list(Ladder.objects.prefetch_related("steps").order_by("-is_main", "name"))
    posted = request.POST.get("ladder", "")
    others = [
        (one, FrameForm(request.POST if posted == str(one.pk) else None, ladder=one, prefix=f"l{one.pk}"))
        for one in ladders
        if not one.is_main
    ]
    for ladder, form in others:
        if form.is_bound and form.is_valid() and carry_out(form, map_all, ladder=ladder, form=form):
            messages.success(request, _("Saved."))
            return redirect("plans:frames")
    context = {"main": next(one for one in ladders if one.is_main), "others": others}
    return render(request, "plans/frames.html", context, status=422 if posted else 200)


def map_all(*, ladder: Ladder, form: FrameForm) -> None:
    """Map every step that the form changes."""
    for step in ladder.steps.all():
        to = form.cleaned_data[f"step_{step.pk}"]
        if (to.pk if to else None) != step.maps_to_id:
            operations.map_step(step=step, to=to)
