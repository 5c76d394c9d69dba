"""Ending a case, and checking after a month."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.outcomes import operations
from trappan.outcomes.forms import CheckForm, ExitForm
from trappan.outcomes.models import Exit
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("outcomes.record_exit")
def record_exit(request: Request, case_id: int) -> HttpResponse:
    """Close a case with its reason."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    today = request.actor.today
    form = ExitForm(request.POST or None, initial={"day": today})
    if form.is_valid() and carry_out(form, operations.record_exit, case=case, today=today, **form.cleaned_data):
        messages.success(
            request, _("The case is closed. Work and studies are provisional until you have checked after a month.")
        )
        return redirect("desk:person", case.person_id)
    context = {"case": case, "person": case.person, "form": form}
    record("outcomes.see_exit", case.person_id, scope="plan", kind="read")
    return render(request, "outcomes/exit.html", context, status=422 if form.errors else 200)


@may("outcomes.check_exit")
def check(request: Request, exit_id: int) -> HttpResponse:
    """Say whether work or studies have lasted a month."""
    done = get_object_or_404(Exit.objects.select_related("person"), pk=exit_id)
    form = CheckForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.check_exit, exit=done, today=request.actor.today, held=form.cleaned_data["held"] == "yes"
    ):
        messages.success(request, _("Thank you. Now it counts."))
        return redirect("desk:person", done.person_id)
    record("outcomes.see_check", done.person_id, scope="plan", kind="read")
    context = {"exit": done, "person": done.person, "form": form}
    return render(request, "outcomes/check.html", context, status=422 if form.errors else 200)
