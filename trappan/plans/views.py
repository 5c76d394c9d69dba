"""The pages of the working file: open, assign, map, plan, the plan as a document, the ladder."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.plans import operations
from trappan.plans.forms import (
    AgreeForm,
    AssignForm,
    CaseForm,
    GoalForm,
    MappingForm,
    OpenAsHeadForm,
    PlanForm,
    ReassignForm,
    StepForm,
)
from trappan.plans.models import Case, Mapping, Plan, StepMove
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, may
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import hours as in_hours

DOCUMENT = Path(__file__).parent / "typst" / "plan.typ"


@may("plans.open_case")
def open_case(request: Request, person_id: int) -> HttpResponse:
    """Open the person's case at a unit, and choose the consultant if it is clear who."""
    person = get_object_or_404(Person, pk=person_id)
    form = CaseForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, begin, person=person, request=request, **form.cleaned_data
    ):
        messages.success(request, _("The case is open."))
        return redirect("desk:person", person.pk)
    context = {"person": person, "form": form}
    return render(request, "plans/open_case.html", context, status=422 if form.errors else 200)


def begin(*, person: Person, request: Request, unit: Any, responsible: Any) -> None:
    """Open a case and assign it in the same breath."""
    case = operations.open_case(person=person, by=request.actor, unit=unit)
    if responsible is not None:
        operations.assign(case=case, to=responsible)


@may("plans.assign")
def assign(request: Request, case_id: int) -> HttpResponse:
    """Choose who walks with the person."""
    case = get_object_or_404(Case.objects.select_related("person", "unit"), pk=case_id)
    form = AssignForm(request.POST or None)
    if form.is_valid() and carry_out(
        form, operations.assign, case=case, to=form.cleaned_data["responsible"]
    ):
        messages.success(
            request,
            _("%(name)s now has the case.")
            % {"name": form.cleaned_data["responsible"].colleague.name},
        )
        mine = holds(case.person_id, "identity")
        return redirect("desk:person", case.person_id) if mine else redirect("desk:start")
    context = {"case": case, "person": case.person, "form": form}
    record("plans.see_assign", case.person_id, scope="plan", kind="read")
    return render(request, "plans/assign.html", context, status=422 if form.errors else 200)


@may("plans.reassign")
def reassign(request: Request, number: str) -> HttpResponse:
    """Hand out a case of the own unit, by its number."""
    form = ReassignForm(request.POST or None, unit_id=request.actor.unit_id)
    if form.is_valid() and carry_out(
        form, operations.reassign, number=number, to=form.cleaned_data["responsible"]
    ):
        messages.success(request, _("The case has been handed out."))
        return redirect("desk:start")
    context = {"number": number, "form": form}
    return render(request, "plans/reassign.html", context, status=422 if form.errors else 200)


@may("plans.open_as_head")
def open_as_head(request: Request) -> HttpResponse:
    """Open a file of the own unit for supervision, with a reason."""
    form = OpenAsHeadForm(request.POST or None)
    if form.is_valid():
        done: list[int | None] = []
        if carry_out(
            form,
            lambda **values: done.append(operations.open_as_head(**values)),
            **form.cleaned_data,
        ):
            if done[0] is None:
                messages.info(
                    request,
                    _(
                        "The person has protected identity. Another head of unit must agree first; it is now on their start page."
                    ),
                )
                return redirect("desk:start")
            messages.warning(
                request, _("The file is open to you for 24 hours. The opening is noted.")
            )
            return redirect("desk:person", done[0])
    return render(
        request, "plans/open_as_head.html", {"form": form}, status=422 if form.errors else 200
    )


@may("plans.map_person")
def mapping(request: Request, case_id: int) -> HttpResponse:
    """Write the kartläggning; save it as begun, or finish it."""
    case = get_object_or_404(Case.objects.select_related("person"), pk=case_id)
    found = Mapping.objects.filter(case=case).select_related("author__colleague").first()
    today = request.actor.today
    initial = (
        {name: getattr(found, name) for name in MappingForm.base_fields}
        if found
        else {"held_on": today}
    )
    finish = request.POST.get("finish", "yes") == "yes"
    form = MappingForm(request.POST or None, initial=initial, finish=finish)
    if form.is_valid() and carry_out(
        form, operations.map_person, case=case, today=today, finish=finish, **form.cleaned_data
    ):
        messages.success(
            request,
            _("The kartläggning is finished. Next: a plan.")
            if finish
            else _("Saved. You can go on later."),
        )
        return redirect("desk:person", case.person_id)
    record("plans.see_mapping", case.person_id, scope="plan", kind="read")
    context = {"case": case, "person": case.person, "form": form, "mapping": found}
    return render(request, "plans/mapping.html", context, status=422 if form.errors else 200)


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


@may("plans.see_plan")
def document(request: Request, plan_id: int) -> HttpResponse:
    """Give the plan as a tagged PDF to print or read aloud."""
    found = get_object_or_404(
        Plan.objects.select_related(
            "person", "case__mapping", "decided_by__colleague"
        ).prefetch_related("goals"),
        pk=plan_id,
    )
    if found.person.is_protected:
        raise Http404  # no print of a protected person's file
    record("plans.document", found.person_id, scope="plan", kind="read", plan=plan_id)
    title = _("Plan for self-support")
    content = pdf(
        DOCUMENT, facts_of(found, title, request), title=title, language=get_language() or "sv"
    )
    return answer(content, f"plan-{found.case.number}.pdf")


def facts_of(found: Plan, title: str, request: Request) -> dict[str, Any]:
    """Put a plan into the words of its document."""
    mapping = found.case.mapping
    decided = found.decided_by.colleague.name if found.decided_by else ""
    return {
        "title": title, "name": found.person.name, "case": found.case.number,
        "draft": found.decided_at is None, "footer": f"{_('Case')} {found.case.number} · {request.actor.unit_name}",
        "own_words": mapping.own_words,
        "own_words_from": _("Kartläggning %(day)s") % {"day": in_words(mapping.held_on)},
        "goal": found.goal,
        "hours": _("%(hours)s a week") % {"hours": in_hours(found.weekly_minutes)},
        "hours_reason": found.hours_reason,
        "goals": [{"title": goal.title, "due": in_words(goal.due_on)} for goal in found.goals.all()],
        "placements": [],
        "agreed": (
            _("You agreed %(day)s, %(how)s.") % {"day": in_words(found.agreed_on), "how": found.get_agreed_how_display().lower()}
            if found.agreed_on else _("You have not answered the plan yet.")
        ),
        "review": _("We follow it up together %(day)s.") % {"day": in_words(found.review_on)},
        "decided": (
            _("Decided %(day)s by %(name)s.") % {"day": in_words(found.decided_at), "name": decided}
            if found.decided_at else ""
        ),
        "labels": {
            "case": _("case"), "draft": _("A draft. It does not apply yet."), "wants": _("What I want"),
            "goal": _("Goal"), "hours": _("Hours a week"), "goals": _("Goals on the way"),
            "no_goals": _("No goals have been set yet."), "goal_one": _("Goal"), "due": _("Until"),
            "activities": _("Activities"), "agreed": _("How we agreed"),
        },
    }  # fmt: skip


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
