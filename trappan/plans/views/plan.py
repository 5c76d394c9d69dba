"""The plan: see it, write it with its week and hours, consult, agree, decide, close its goals."""

import re
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.forms import AgreeForm, ConsultationForm, EndPlanForm, GoalForm, PartForm, PlanForm
from trappan.plans.hours import in_hours, read_proposal
from trappan.plans.models import Consultation, Plan, PlanPart
from trappan.plans.weekly import picture
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, has, may
from trappan.ui.differences import Difference, differences

PARTS = Prefetch("parts", PlanPart.objects.standing(), to_attr="week")


FORMS: dict[str, Any] = {
    "plan": PlanForm,
    "part": PartForm,
    "goal": GoalForm,
    "consult": ConsultationForm,
    "agree": AgreeForm,
    "drop": EndPlanForm,
    "end": EndPlanForm,
}


@may("plans.see_plan")
def plan(request: Request, case_id: int) -> HttpResponse:
    """Show the plan in force and the draft; each part of writing it has its form."""
    case = get_object_or_404(Case.objects.select_related("person", "mapping"), pk=case_id)
    plans = list(
        Plan.objects.open().filter(case=case).prefetch_related("goals", PARTS).select_related("decided_by__colleague")
    )
    draft = next((one for one in plans if one.decided_at is None), None)
    force = next((one for one in plans if one.decided_at is not None), None)
    may_write = has(request.actor, "plans.write_plan")
    which = request.POST.get("form", "") if may_write else ""
    forms = plan_forms(request, draft, force, which)
    form = forms.get(which)
    if is_gone(which, draft, force, request):
        messages.error(request, _("That plan has just been decided, replaced or ended. Look again."))
        return redirect("plans:plan", case.pk)
    read_as(draft, request)
    if which == "decide" and draft is not None:
        return decide(request, draft)
    if form is not None and form.is_valid():
        values = {"which": which, "case": case, "draft": draft, "force": force, "request": request}
        if carry_out(form, write, **values, **form.cleaned_data):
            messages.success(request, _("Saved."))
            return redirect("plans:plan", case.pk)
    record("plans.see_plan", case.person_id, scope="plan", kind="read")
    consultations = list(Consultation.objects.filter(case=case).select_related("author__colleague"))
    overtaken: list[Difference] = []
    if which == "plan" and draft is not None and form is not None and form.errors:
        overtaken = differences(form, begun_with(draft), draft.edition)
    context = {
        "case": case,
        "person": case.person,
        "draft": draft,
        "plan": force,
        "forms": forms,
        "form": form,
        "may_write": may_write and case.closed_on is None,
        "differences": overtaken,
        "mapped": getattr(case, "mapping", None) is not None and case.mapping.finished_at,
        "consultations": consultations,
        "consulted": next((one for one in consultations if one.with_whom == "employment_service"), None),
        "proposal": proposal_for(case, draft or force, request) if may_write else None,
        **pictures(draft, force, request),
    }
    return render(request, "plans/plan.html", context, status=422 if form and form.errors else 200)


def is_gone(which: str, draft: Plan | None, force: Plan | None, request: Request) -> bool:
    """Tell whether the plan that a form was about is no longer what it was when the page was drawn.

    A draft that a colleague has decided meanwhile is not ended as a plan in force.
    """
    if which not in ("part", "goal", "agree", "decide", "drop", "end"):
        return False
    meant = force if which == "end" else draft
    asked = request.POST.get("plan", "") if which in ("drop", "end") else str(meant and meant.pk)
    return meant is None or asked != str(meant.pk)


def read_as(draft: Plan | None, request: Request) -> None:
    """Let the draft be the edition that the page showed, so that a later one is not agreed unread."""
    shown = request.POST.get("shown", "")
    if draft is not None and request.POST.get("form") in ("agree", "decide"):
        draft.edition = int(shown) if re.fullmatch(r"\d{1,9}", shown) else -1


def pictures(draft: Plan | None, force: Plan | None, request: Request) -> dict[str, Any]:
    """Draw the week of the draft and of the plan in force, and read their arithmetic."""
    drawn: dict[str, Any] = {}
    uncounted = rules_on(request.actor.today).uncounted_parts
    for name, one in (("draft", draft), ("force", force)):
        if one is not None:
            drawn[f"{name}_week"] = picture(
                one.week,  # type: ignore[attr-defined]  # the prefetch above
                one.weekly_minutes,
                uncounted=uncounted,
            )
            drawn[f"{name}_hours"] = read_proposal(one.proposal)
    return drawn


def proposal_for(case: Case, source: Plan | None, request: Request) -> Any:
    """Propose the hours as they would be proposed today."""
    parts = getattr(source, "week", [])
    return operations.proposed(case=case, today=request.actor.today, parts=parts)


def decide(request: Request, draft: Plan) -> HttpResponse:
    """Decide the draft, or say why not."""
    try:
        operations.decide_plan(plan=draft, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The plan is decided and in force."))
    return redirect("plans:plan", draft.case_id)


def begun_with(model: Plan) -> dict[str, Any]:
    """Return what a plan says, as the beginning of its form."""
    return {
        "goal": model.goal,
        "weekly_hours": in_hours(model.weekly_minutes),
        "hours_reason": model.hours_reason,
        "adaptation": model.adaptation,
        "review_on": f"{model.review_on:%Y-%m-%d}",
    }


def plan_forms(request: Request, draft: Plan | None, force: Plan | None, which: str) -> dict[str, Any]:
    """Make the page's forms; only the one that was sent is filled with what was sent."""
    today = request.actor.today
    # The rules' interval is proposed; the colleague chooses.
    review = today + timedelta(days=rules_on(today).review_interval_days)
    model = draft or force
    begun: dict[str, Any] = {"review_on": review}
    if model is not None:
        begun = {**begun_with(model), "review_on": max(model.review_on, review)}
    initial = {
        "plan": {**begun, "edition": draft.edition if draft else 0},
        "goal": {"due_on": today + timedelta(days=30)},
        "agree": {"agreed_on": today},
        "consult": {"held_on": today},
    }
    return {
        name: kind(request.POST if name == which else None, initial=initial.get(name), prefix=name)
        for name, kind in FORMS.items()
    }


def write(*, which: str, case: Case, draft: Plan | None, force: Plan | None, request: Request, **values: Any) -> None:
    """Carry out the one of the page's forms that was sent."""
    today = request.actor.today
    if which == "plan":
        operations.write_plan(case=case, today=today, **values)
    elif which == "consult":
        operations.consult(case=case, today=today, **values)
    elif which == "end" and force is not None:
        operations.end_plan(plan=force, **values)
    elif draft is None:
        return  # `is_gone` has answered
    elif which == "drop":
        operations.end_plan(plan=draft, **values)
    elif which == "part":
        operations.add_part(plan=draft, **values)
    elif which == "goal":
        operations.set_goal(plan=draft, today=today, **values)
    elif which == "agree":
        operations.agree_plan(plan=draft, today=today, **values)


@may("plans.write_plan")
def take_out(request: Request, part_id: int) -> HttpResponse:
    """Take something out of the draft's week."""
    part = get_object_or_404(PlanPart.objects.select_related("plan__case"), pk=part_id)
    if request.method == "POST":
        try:
            operations.take_out_part(part=part)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%(name)s is taken out of the week.") % {"name": part.name})
    return redirect("plans:plan", part.plan.case_id)
