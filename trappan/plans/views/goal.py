"""The page on which a goal is closed with how it went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import CloseGoalForm
from trappan.plans.models import Goal
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("plans.close_goal")
@in_tab(Tab.STEPS)
def goal(request: Request, goal_id: int) -> HttpResponse:
    """Close a delmål with how it went, as staff see it and as the person says."""
    found = get_object_or_404(Goal.objects.select_related("person", "plan"), pk=goal_id)
    form = CloseGoalForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.close_goal, goal=found, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("The goal is closed."))
        return redirect("plans:plan", found.plan.case_id)
    record("plans.see_plan", found.person_id, scope="plan", kind="read")
    seen = found.observations.select_related("author__colleague", "unit")[:20]
    context = {"goal": found, "person": found.person, "form": form, "seen": seen}
    return render(request, "plans/goal.html", context, status=422 if form.errors else 200)
