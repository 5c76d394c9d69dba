"""The page of the plan: the one in force and the draft, written, agreed, decided and ended."""

from datetime import timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, OuterRef, Prefetch
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.cases.forms import KeepWayForm
from trappan.cases.models import Case
from trappan.cases.operations import keep_way
from trappan.cases.views.draft import Kept
from trappan.history.record import record
from trappan.plans import operations
from trappan.plans.distance import OF_CASE, read_distance
from trappan.plans.forms import (
    AgreeForm,
    ConsultationForm,
    DecideForm,
    EndPlanForm,
    GoalForm,
    PlanForm,
    ReadinessForm,
    ReplyForm,
    ReviewForm,
)
from trappan.plans.hours import in_hours, read_proposal
from trappan.plans.models import Consultation, OwnWord, Plan, PlanPart, Readiness, Review
from trappan.plans.own_words import OWN_OF_CASE, TO_READ, beside, own_steps, unanswered, words_about
from trappan.plans.stages import lacks_for_decision, stages
from trappan.plans.weekly import picture
from trappan.rules.codes import words_of
from trappan.rules.rulesets import Rules, rules_on
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff.signed import SignedBy
from trappan.ui.differences import Difference, differences
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import hours_in_words

PLAN = Kept("plan", PlanForm, Case, "plans:plan", prefix="plan")
# Whom the case knows of those who may make a plan together.
AROUND = ("responsible__colleague", "social_worker__colleague")
FELL_ON = RawSQL("(SELECT f.fell_on FROM cases_applications_fell(ARRAY[cases_case.id]) f)", [], DateField())
REVIEWS = Prefetch("reviews", Review.objects.select_related("author__colleague"))
PARTS = Prefetch("parts", PlanPart.objects.standing(), to_attr="week")


@may("plans.see_plan")
@in_tab(Tab.PLAN)
def plan(request: Request, case_id: int) -> HttpResponse:
    """Show the plan in force and the draft; each part of writing it has its form."""
    case = get_object_or_404(
        Case.objects.select_related("person", "mapping", *AROUND).annotate(
            distance=OF_CASE, own_distance=OWN_OF_CASE, fell_on=FELL_ON, readiness_list=readiness_asked()
        ),
        pk=case_id,
    )
    plans = list(
        Plan.objects.open()
        .filter(case=case)
        .prefetch_related("goals", PARTS, REVIEWS, TO_READ)
        .annotate(signed_by=SignedBy("plans_decider"))
    )
    draft = next((one for one in plans if one.decided_at is None), None)
    force = next((one for one in plans if one.decided_at is not None), None)
    may_write = has(request.actor, "plans.write_plan")
    gone = _("That plan has just been decided, replaced or ended. Look again.")
    fell_on = getattr(case, "fell_on", None)
    keep = [keep_act(case, request.actor)] if fell_on else []
    rules = rules_on(request.actor.today)
    words = words_about(plans)
    doing = [*acts_of(request.actor, rules, case, draft, force), *acts_on_words(words)] if may_write else []
    acts = Acts(request, keep + doing, gone=gone)
    if acts.carried_out():
        return redirect("plans:plan", case.pk)
    record("plans.see_plan", case.person_id, scope="plan", kind="read")
    consultations = list(Consultation.objects.filter(case=case).select_related("author__colleague"))
    proposal = proposal_for(case, draft or force, request) if may_write else None
    consulted = Consultation.valid_among(consultations, request.actor.today, rules.consultation_valid_days)
    lacks: list[tuple[str, str]] = []
    if draft is not None and proposal is not None:
        lacks = lacks_for_decision(draft, proposal, consulted=consulted is not None or not rules.consultation_required)
    drawn = pictures(draft, force, rules)
    overtaken: list[Difference] = []
    if draft is not None and isinstance(acts.form, PlanForm) and acts.form.errors:
        overtaken = differences(acts.form, begun_with(draft), draft.edition)
    context = {
        "case": case,
        "person": case.person,
        "draft": draft,
        "plan": force,
        "acts": acts,
        "form": acts.form,
        "ending": acts.get(f"drop-{draft.pk}" if draft else f"end-{force.pk}" if force else ""),
        "earlier": Plan.objects.past().filter(case=case).order_by("-decided_at"),
        "fell_on": fell_on,
        "may_write": may_write and case.closed_on is None,
        "differences": overtaken,
        "mapped": getattr(case, "mapping", None) is not None and case.mapping.finished_at,
        "consultations": consultations,
        "consulted": consulted,
        "lacks": lacks,
        "stages": stages(draft, drawn["draft_week"], consulted, lacks, required=rules.consultation_required)
        if draft
        else {},
        "proposal": proposal,
        "distance": read_distance(getattr(case, "distance", None)),
        "readiness": readiness_of(case),
        "own_steps": own_steps(getattr(case, "own_distance", None)),
        "draft_own": beside(draft, words, acts),
        "force_own": beside(force, words, acts),
        **drawn,
    }
    return render(request, "plans/plan.html", context, status=acts.status)


def readiness_asked() -> ArraySubquery:
    """Ask beside a case for what its person was judged to be ready for, the latest first."""
    shape = JSONObject(
        words="words",
        reason="reason",
        day="day",
        given="author__colleague__given_name",
        family="author__colleague__family_name",
    )
    judged = Readiness.objects.filter(person=OuterRef("person")).annotate(words=words_of("ready_for", "what"))
    return ArraySubquery(judged.order_by("-day", "-id").values(json=shape))


def readiness_of(case: Case) -> list[dict[str, Any]]:
    """Return the judgements that came with the case."""
    return [{**one, "day": parse_date(one["day"])} for one in getattr(case, "readiness_list", None) or []]


def pictures(draft: Plan | None, force: Plan | None, rules: Rules) -> dict[str, Any]:
    """Draw the week of the draft and of the plan in force, and read their arithmetic."""
    drawn: dict[str, Any] = {}
    for name, one in (("draft", draft), ("force", force)):
        if one is not None:
            drawn[f"{name}_week"] = picture(
                one.week,  # type: ignore[attr-defined]  # the prefetch above
                one.weekly_minutes,
                uncounted=rules.uncounted_parts,
            )
            drawn[f"{name}_hours"] = read_proposal(one.proposal)
    return drawn


def proposal_for(case: Case, source: Plan | None, request: Request) -> Any:
    """Propose the hours as they would be proposed today."""
    parts = getattr(source, "week", [])
    return operations.proposed(case=case, today=request.actor.today, parts=parts)


def begun_with(model: Plan) -> dict[str, Any]:
    """Return what a plan says, as the beginning of its form."""
    return {
        "goal": model.goal,
        "weekly_hours": in_hours(model.weekly_minutes),
        "hours_reason": model.hours_reason,
        "adaptation": model.adaptation,
        "reference": model.reference,
        "review_on": f"{model.review_on:%Y-%m-%d}",
    }


def acts_of(actor: Actor, rules: Rules, case: Case, draft: Plan | None, force: Plan | None) -> list[Act]:
    """List what may be done with the plan; a draft that a colleague has decided is no longer written."""
    today = actor.today
    # The rules' interval is proposed; the colleague chooses.
    review = today + timedelta(days=rules.review_interval_days)
    model = draft or force
    begun: dict[str, Any] = {"review_on": review}
    if model is not None:
        begun = {**begun_with(model), "review_on": max(model.review_on, review)}
        if draft is None:
            begun["reference"] = ""  # the next plan has a number of its own
    begun["edition"] = draft.edition if draft else 0
    on, held = {"case": case, "today": today}, {"initial": {"held_on": today}}
    typing = PLAN.typing(case.pk)
    given = {"initial": {**begun, **typing.fields}}
    acts = [
        Act("plan", operations.write_plan, _("Save the draft"), PlanForm, on=on, given=given, typing=typing),
        Act("consult", operations.consult, _("Save the consultation"), ConsultationForm, on=on, given=held),
        Act(
            "ready",
            operations.judge_readiness,
            _("Save the judgement"),
            ReadinessForm,
            on=on,
            given={"today": today, "initial": {"day": today}},
        ),
    ]
    if draft is not None:
        acts += acts_on_draft(draft, case, actor)
    if force is not None:
        followed, due = {"plan": force, "today": today}, {"initial": {"next_on": review}}
        done = _("Kept. The plan goes on.")
        acts.append(
            Act("review", operations.review_plan, _("The plan goes on"), ReviewForm, on=followed, given=due, done=done)
        )
        end, about = operations.end_plan, {"plan": force}
        acts.append(Act("end", end, _("End the plan"), EndPlanForm, on=about, row=force.pk))
    return acts


def keep_act(case: Case, actor: Actor) -> Act:
    """Return the answer to an application that fell: plan and way go on, with the reason."""
    on = {"case": case, "today": actor.today}
    return Act("keep", keep_way, _("The way goes on"), KeepWayForm, on=on, right="cases.keep_way")


def acts_on_words(words: list[OwnWord]) -> list[Act]:
    """List the answers that may be given to what the person has written."""
    return [
        Act("reply", operations.reply_to_word, _("Answer"), ReplyForm, on={"word": word}, row=word.pk)
        for word in unanswered(words)
    ]


def colleagues_of(case: Case) -> dict[str, str]:
    """Return the names of those whom the case knows, by the role in which they may take part."""
    known = ((Plan.Part.CONSULTANT, case.responsible), (Plan.Part.SOCIAL_WORKER, case.social_worker))
    return {role.value: one.colleague.name for role, one in known if one is not None}


def acts_on_draft(draft: Plan, case: Case, actor: Actor) -> list[Act]:
    """List what may be done with the draft: written on, agreed and decided in the edition that is shown, dropped."""
    today, on = actor.today, {"plan": draft}
    dated, shown = {**on, "today": today}, {"shown": draft.in_edition}
    due = {"due_on": today + timedelta(days=30)}
    agreed = {"agreed_on": today, "colleagues": [Plan.Part.CONSULTANT], **shown}
    return [
        *given_acts(draft, case),
        Act("goal", operations.set_goal, _("Add the goal"), GoalForm, on=dated, given={"initial": due}),
        Act(
            "agree",
            agree,
            _("Note that the person agrees"),
            AgreeForm,
            on=dated,
            given={"initial": agreed, "colleagues": colleagues_of(case)},
        ),
        Act(
            "decide",
            decide,
            _("Decide the plan, %(hours)s a week") % {"hours": hours_in_words(draft.weekly_minutes)},
            DecideForm,
            on={**on, "by": actor},
            given={"initial": shown},
            done=_("The plan is decided and in force."),
        ),
        Act("drop", operations.end_plan, _("Drop the draft"), EndPlanForm, on=on, row=draft.pk),
    ]


def given_acts(draft: Plan, case: Case) -> list[Act]:
    """Offer to give the draft to the person to read; whoever has protected identity has no own pages."""
    if case.person.is_protected:
        return []
    words = _("Give it to %(name)s to read") % {"name": case.person.given_name}
    done = _("Given. It stands on the person's own pages, marked as a draft.")
    shown = {"initial": {"shown": draft.in_edition}}
    return [Act("give", give, words, DecideForm, on={"plan": draft}, given=shown, done=done)]


def as_shown(plan: Plan, shown: str) -> Plan:
    """Let the draft be the one that the page showed, so that no later one is agreed unread."""
    if shown != plan.in_edition:
        plan.edition = -1
    return plan


def agree(*, plan: Plan, shown: str, **values: Any) -> None:
    """Note that the person agrees to the draft as it was shown."""
    operations.agree_plan(plan=as_shown(plan, shown), **values)


def give(*, plan: Plan, shown: str) -> None:
    """Give the draft to the person to read, as it was shown."""
    operations.give_draft(plan=as_shown(plan, shown))


def decide(*, plan: Plan, shown: str, by: Actor) -> None:
    """Decide the draft as it was shown."""
    operations.decide_plan(plan=as_shown(plan, shown), by=by)
