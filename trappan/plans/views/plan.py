"""The plan: see, write, agree, decide."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import AgreeForm, GoalForm, PlanForm
from trappan.plans.models import Case, Plan
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, may


@may("plans.see_plan")
def plan(request: Request, case_id: int) -> HttpResponse:
    """Show the plan in force and the draft; write, set goals, agree and decide."""
    case = get_object_or_404(Case.objects.select_related("person", "mapping"), pk=case_id)
    plans = list(
        Plan.objects.filter(case=case, replaced_at=None)
        .prefetch_related("goals")
        .select_related("decided_by__colleague")
    )
    draft = next((one for one in plans if one.decided_at is None), None)
    force = next((one for one in plans if one.decided_at is not None), None)
    forms = plan_forms(request, draft or force)
    which = request.POST.get("form", "")
    form = forms.get(which)
    if request.method == "POST" and has(request.actor, "plans.write_plan"):
        if which == "decide" and draft is not None:
            return decide(request, draft)
        if (
            form is not None
            and form.is_valid()
            and carry_out(
                form,
                write,
                which=which,
                case=case,
                draft=draft,
                request=request,
                **form.cleaned_data,
            )
        ):
            messages.success(request, _("Saved."))
            return redirect("plans:plan", case.pk)
    record("plans.see_plan", case.person_id, scope="plan", kind="read")
    context = {
        "case": case, "person": case.person, "draft": draft, "plan": force, "forms": forms,
        "form": form, "may_write": has(request.actor, "plans.write_plan") and case.closed_on is None,
        "mapped": getattr(case, "mapping", None) is not None and case.mapping.finished_at,
    }  # fmt: skip
    return render(request, "plans/plan.html", context, status=422 if form and form.errors else 200)


def decide(request: Request, draft: Plan) -> HttpResponse:
    """Decide the draft, or say why not."""
    try:
        operations.decide_plan(plan=draft, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The plan is decided and in force."))
    return redirect("plans:plan", draft.case_id)


def plan_forms(request: Request, model: Plan | None) -> dict[str, Any]:
    """Make the page's forms; only the one that was sent is filled with what was sent."""
    which = request.POST.get("form", "")
    today = request.actor.today
    # A follow-up within three months is proposed; the colleague chooses.
    review = today + timedelta(days=90)
    begun: dict[str, Any] = {"review_on": review}
    if model is not None:
        begun = {
            "goal": model.goal, "weekly_hours": model.weekly_hours,
            "hours_reason": model.hours_reason, "review_on": max(model.review_on, review),
        }  # fmt: skip
    kinds: dict[str, tuple[Any, dict[str, Any]]] = {
        "plan": (PlanForm, begun),
        "goal": (GoalForm, {"due_on": today + timedelta(days=30)}),
        "agree": (AgreeForm, {"agreed_on": today}),
    }
    return {
        name: kind(request.POST if name == which else None, initial=initial, prefix=name)
        for name, (kind, initial) in kinds.items()
    }


def write(*, which: str, case: Case, draft: Plan | None, request: Request, **values: Any) -> None:
    """Carry out the one of the page's forms that was sent."""
    today = request.actor.today
    if which == "plan":
        minutes = round(values.pop("weekly_hours") * 60)
        operations.write_plan(case=case, today=today, weekly_minutes=minutes, **values)
    elif draft is not None and which == "goal":
        operations.set_goal(plan=draft, today=today, **values)
    elif draft is not None and which == "agree":
        operations.agree_plan(plan=draft, today=today, **values)
