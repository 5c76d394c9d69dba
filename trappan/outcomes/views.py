"""Ending a case, and checking after a month."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.outcomes import operations
from trappan.outcomes.forms import CheckForm, ExitForm, ReopenForm
from trappan.outcomes.models import Exit
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("outcomes.record_exit")
@in_tab(Tab.MORE)
def record_exit(request: Request, case_id: int) -> HttpResponse:
    """Close a case with its reason."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    today = request.actor.today
    form = ExitForm(request.POST or None, initial={"day": today})
    if form.is_valid() and carry_out(form, operations.record_exit, case=case, today=today, **form.cleaned_data):
        checked = form.cleaned_data["reason"] in (Exit.Reason.WORK, Exit.Reason.STUDIES)
        messages.success(
            request,
            _("The case is closed. Work and studies are provisional until you have checked after a month.")
            if checked
            else _("The case is closed."),
        )
        return redirect("desk:person", case.person_id)
    context = {"case": case, "person": case.person, "form": form}
    record("outcomes.see_exit", case.person_id, scope="plan", kind="read")
    return render(request, "outcomes/exit.html", context, status=422 if form.errors else 200)


@may("outcomes.check_exit")
@in_tab(Tab.MORE)
def check(request: Request, exit_id: int) -> HttpResponse:
    """Say whether work or studies have lasted a month."""
    done = get_object_or_404(Exit.objects.select_related("person"), pk=exit_id)
    form = CheckForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.check_exit, exit=done, today=request.actor.today, held=form.cleaned_data["held"] == "yes"
    ):
        if form.cleaned_data["held"] == "yes":
            messages.success(request, _("Thank you. Now it counts."))
        else:
            messages.warning(
                request,
                _("It did not last: the person is on your list again. Reopen the case, and plan what comes next."),
            )
        return redirect("desk:person", done.person_id)
    record("outcomes.see_check", done.person_id, scope="plan", kind="read")
    context = {"exit": done, "person": done.person, "form": form}
    return render(request, "outcomes/check.html", context, status=422 if form.errors else 200)


@may("outcomes.record_exit")
@in_tab(Tab.MORE)
def reopen(request: Request, case_id: int) -> HttpResponse:
    """Open a case again that was closed by mistake, or is needed again, with the reason."""
    case = get_object_or_404(Case.objects.select_related("person", "responsible__colleague"), pk=case_id)
    today = request.actor.today
    done = Exit.objects.filter(case=case, reopened_on=None).first()
    did_not_last = _("The work or the studies did not last.") if done and done.has_failed else ""
    form = ReopenForm(request.POST or None, actor=request.actor, initial={"why": did_not_last})
    if form.is_valid() and carry_out(form, operations.reopen, case=case, today=today, **form.cleaned_data):
        messages.success(request, _("The case is open again, with its number, its plan and its way as before."))
        return redirect("desk:person", case.person_id)
    sits = case.responsible
    context = {
        "case": case,
        "person": case.person,
        "form": form,
        "exit": done,
        "stays": sits if sits and sits.covers(today) else None,
    }
    record("outcomes.see_reopen", case.person_id, scope="plan", kind="read")
    return render(request, "outcomes/reopen.html", context, status=422 if form.errors else 200)
