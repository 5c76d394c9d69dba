"""My plan: what is agreed, the draft that is read and answered, and what the person writes of goals and steps."""

import json
from collections.abc import Container, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.portal.forms import DraftForm, GoalRatingForm, ObjectForm, OwnStepForm
from trappan.portal.own import Own, Page, eid_page
from trappan.portal.plan import OwnGoal, OwnPlan, own_plans

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


def draw(is_kept: bool = False, refused: str = "", typed: Sequence[str] = ()) -> Page:
    """Draw the plan; where nothing could be written with why, and with what was typed."""
    force, draft = own_plans()
    context = {
        "plan": force,
        "draft": draft,
        "contact": database.row("portal_contact"),
        "kept": is_kept,
        "refused": refused,
        "typed": typed,
        "here": "more",
    }
    return Page("portal/plan.html", context, 422 if refused else 200)


def gone(request: HttpRequest) -> Page:
    """Draw the plan as it is now, where what was written of is there no more: with what was typed."""
    return draw(refused=str(NO["gone"]), typed=typed_in(request))


def typed_in(request: HttpRequest, shown: Container[str] = ()) -> list[str]:
    """Return the own words that were sent, and that no field shows, so that nothing typed is lost."""
    sent = [str(request.POST[name]) for name in request.POST if name.startswith("words") and name not in shown]
    return [said for said in sent if said.strip()]


@eid_page
def draft(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Show the draft, and take the answer: of each goal and of the whole."""
    force, found = own_plans()
    if request.method != "POST" or found is None or not found.row.readable:
        return draw_draft(request, force, found)
    form = DraftForm(request.POST, goals=open_goals(found))
    if not form.is_valid():
        return page_of_draft(force, found, form, 422)
    said = form.cleaned_data
    values = found.row.id, said["edition"], said["view"], said["words"], json.dumps(form.of_goals)
    no = database.value("portal_answer_draft", *values)
    return draw_draft(request, *own_plans(), no) if no else kept()


def draw_draft(request: HttpRequest, force: OwnPlan | None, found: OwnPlan | None, no: str = "") -> Page:
    """Draw the draft as it is now; of an answer that was not kept, with what was typed."""
    sent = request.method == "POST"
    if found is None:
        return gone(request) if sent else draw()
    if not found.row.readable:
        context = {"plan": found, "here": "more", "refused": str(NO["changed"]) if sent else ""}
        return Page("portal/draft.html", {**context, "typed": typed_in(request)}, 422 if sent else 200)
    if not no:
        return page_of_draft(force, found, DraftForm(goals=open_goals(found), initial=begun(found)))
    # What was typed stays in its fields, beside the draft as it is now; of a goal that is gone it stands above.
    form = DraftForm({**request.POST.dict(), "edition": found.row.edition}, goals=open_goals(found))
    form.add_error(None, NO["changed"])
    return page_of_draft(force, found, form, 422, typed_in(request, form.fields))


def page_of_draft(
    force: OwnPlan | None, found: OwnPlan, form: DraftForm, status: int = 200, typed: Sequence[str] = ()
) -> Page:
    following = [goal for goal in open_goals(force) if goal.row.reached_on is None] if force else []
    context = {"plan": found, "following": following, "form": form, "typed": typed, "here": "more"}
    return Page("portal/draft.html", context, status)


def open_goals(found: OwnPlan) -> list[OwnGoal]:
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
        if request.method == "POST":
            return gone(request)
        raise Http404
    before = found.rated.row if found.rated else None
    begun_with = {"rating": before.rating, "words": before.words} if before else None
    form = GoalRatingForm(request.POST or None, initial=begun_with)
    if form.is_valid():
        no = database.value("portal_rate_goal", goal_id, form.cleaned_data["rating"], form.cleaned_data["words"])
        return gone(request) if no else kept()
    context = {"goal": found, "form": form, "here": "more"}
    return Page("portal/goal.html", context, 422 if form.errors else 200)


@eid_page
def object_to(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Say that one does not agree with the plan in force: it stands beside it."""
    force, _draft = own_plans()
    if force is None:
        return gone(request) if request.method == "POST" else draw()
    # The plan that was read, as the link names it: another one is not objected to unread.
    form = ObjectForm(request.POST or None, initial={"plan": request.GET.get("plan", force.row.id)})
    if form.is_valid():
        no = database.value("portal_object", form.cleaned_data["plan"], form.cleaned_data["words"])
        if not no:
            return kept()
        form = ObjectForm({"words": form.cleaned_data["words"], "plan": force.row.id})
        form.add_error(None, NO["gone"])
    return Page("portal/object.html", {"form": form, "here": "more"}, 422 if form.errors else 200)


@eid_page
def own_step(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Say on which step one stands, in own words too; staff's own stands beside it."""
    said = database.rows("portal_own_step")
    before = next((one for one in said if one.by_self), said[0] if said else None)
    begun_with = {"step": before.number, "words": before.words if before.by_self else ""} if before else None
    form = OwnStepForm(request.POST or None, steps=database.rows("portal_steps"), initial=begun_with)
    if form.is_valid():
        no = database.value("portal_rate_step", form.cleaned_data["step"], form.cleaned_data["words"])
        if not no:
            return redirect("portal:steps")
        form.add_error("step", _("That step is not there any more. Choose another."))
    context = {"said": said, "form": form, "here": "steps"}
    return Page("portal/own_step.html", context, 422 if form.errors else 200)
