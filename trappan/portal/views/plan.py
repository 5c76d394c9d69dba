"""My plan: what is agreed, the draft that is read and answered, and what the person writes of goals and steps."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.portal.forms import DraftForm, GoalRatingForm, ObjectForm, OwnStepForm
from trappan.portal.own import Own, Page, eid_page
from trappan.portal.plan import OwnPlan, own_plans

NO = {
    "gone": _("It is not in your plan any more. Look at the plan as it is now."),
    "changed": _("The draft was changed while you read. Read it again, and answer."),
}


def kept() -> HttpResponse:
    """Lead to the plan, which says that what was written is there."""
    return redirect(f"{reverse('portal:plan')}?kept=1")


@eid_page
def plan(request: HttpRequest, _me: Own) -> Page:
    """Show what is agreed, and that there is a draft to read."""
    return draw("kept" in request.GET)


def draw(is_kept: bool = False, refused: str = "") -> Page:
    """Draw the plan, with why nothing could be written where that is so."""
    force, draft = own_plans()
    context = {
        "plan": force,
        "draft": draft,
        "contact": database.row("portal_contact"),
        "kept": is_kept,
        "refused": refused,
        "here": "more",
    }
    return Page("portal/plan.html", context, 422 if refused else 200)


@eid_page
def draft(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Show the draft, and take the answer: of each goal and of the whole."""
    _force, found = own_plans()
    if found is None:
        return draw(refused=str(NO["gone"]) if request.method == "POST" else "")
    if not found.row.readable:
        return Page("portal/draft.html", {"plan": found, "here": "more"})
    form = DraftForm(request.POST or None, goals=open_goals(found), initial=begun(found))
    if form.is_valid():
        said = form.cleaned_data
        values = found.row.id, said["edition"], said["view"], said["words"], json.dumps(form.of_goals)
        no = database.value("portal_answer_draft", *values)
        if not no:
            return kept()
        if no == "gone":
            return draw(refused=str(NO[no]))
        # What was typed stays, beside the draft as it is now.
        form = DraftForm({**request.POST.dict(), "edition": found.row.edition}, goals=open_goals(found))
        form.add_error(None, NO[no])
    context = {"plan": found, "form": form, "here": "more"}
    return Page("portal/draft.html", context, 422 if form.errors else 200)


def open_goals(found: OwnPlan) -> list[object]:
    """Return the goals that may be answered: those that nobody has closed."""
    return [goal for goal in found.goals if goal.row.closed_on is None]


def begun(found: OwnPlan) -> dict[str, object]:
    """Begin with which edition is read, and what the person answered before of the same one."""
    said: dict[str, object] = {"edition": found.row.edition}
    if found.answer is not None and not found.is_changed:
        said |= {"view": found.answer.row.view, "words": found.answer.row.words}
    for goal in found.goals:
        if goal.answered is not None and goal.answered.row.edition == found.row.edition:
            said |= {f"view_{goal.id}": goal.answered.row.view, f"words_{goal.id}": goal.answered.row.words}
    return said


@eid_page
def goal(request: HttpRequest, _me: Own, goal_id: int) -> HttpResponse | Page:
    """Say how one of the goals goes, in degree and own words."""
    force, _draft = own_plans()
    found = next((one for one in force.goals if one.id == goal_id), None) if force else None
    if found is None:
        raise Http404
    before = found.rated.row if found.rated else None
    begun_with = {"rating": before.rating, "words": before.words} if before else None
    form = GoalRatingForm(request.POST or None, initial=begun_with)
    if form.is_valid():
        no = database.value("portal_rate_goal", goal_id, form.cleaned_data["rating"], form.cleaned_data["words"])
        return draw(refused=str(NO[no])) if no else kept()
    context = {"goal": found, "form": form, "here": "more"}
    return Page("portal/goal.html", context, 422 if form.errors else 200)


@eid_page
def object_to(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Say that one does not agree with the plan in force: it stands beside it."""
    force, _draft = own_plans()
    if force is None:
        return draw(refused=str(NO["gone"]) if request.method == "POST" else "")
    form = ObjectForm(request.POST or None)
    if form.is_valid():
        no = database.value("portal_object", force.row.id, form.cleaned_data["words"])
        return draw(refused=str(NO[no])) if no else kept()
    return Page("portal/object.html", {"form": form, "here": "more"}, 422 if form.errors else 200)


@eid_page
def own_step(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Say on which step one stands, in own words too; staff's own stands beside it."""
    before = database.row("portal_own_step")
    begun_with = {"step": before.number, "words": before.words if before.by_self else ""} if before else None
    form = OwnStepForm(request.POST or None, steps=database.rows("portal_steps"), initial=begun_with)
    if form.is_valid():
        no = database.value("portal_rate_step", form.cleaned_data["step"], form.cleaned_data["words"])
        if not no:
            return redirect("portal:steps")
        form.add_error("step", _("That step is not there any more. Choose another."))
    context = {"before": before, "form": form, "here": "steps"}
    return Page("portal/own_step.html", context, 422 if form.errors else 200)
