"""Write the plan and its week, set goals, consult, agree, decide, end."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.operations import lives_with_young_child
from trappan.plans.hours import Proposal, in_hours, propose
from trappan.plans.models import Case, Consultation, Goal, Observation, Plan, PlanPart
from trappan.plans.operations.case import still_open
from trappan.plans.operations.sentences import NO
from trappan.refusals import Overtaken, Refused, call, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import now
from trappan.schedules.week import Week
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

CHANGED = _("The draft was changed meanwhile. Read it once more before you go on.")


def proposed(*, case: Case, today: date, parts: Iterable[PlanPart]) -> Proposal:
    """Propose the hours for a case from the rules of the day, the household and part-time work."""
    rules = rules_on(today)
    return propose(
        rules,
        young_child=lives_with_young_child(case.person_id),
        part_time_minutes=sum(part.minutes for part in parts if part.kind == PlanPart.Kind.WORK),
    )


@transaction.atomic
def write_plan(
    *,
    case: Case,
    today: date,
    goal: str,
    weekly_minutes: int,
    hours_reason: str,
    review_on: date,
    adaptation: str = "",
    edition: int = 0,
) -> Plan:
    """Write the draft of a plan, a new one or the one there is; the decided one stays in force.

    A new draft begins with the week of the plan in force. Refused: a follow-up that is not to
    come, hours outside 0 to 40, hours other than the rules propose without a reason, and a draft
    that somebody else has saved since `edition` (0 where there was none).
    """
    still_open(case)
    if review_on <= today:
        raise Refused(_("The plan must be followed up after today."), "review_on")
    full_time = rules_on(today).full_time_minutes
    if not 0 <= weekly_minutes <= full_time:
        raise Refused(_("Write hours a week as a number between 0 and 40."), "weekly_hours")
    before = Plan.objects.filter(case=case, replaced_at=None, ended_at=None)
    draft = before.select_for_update().filter(decided_at=None).first()
    if (draft.edition if draft else 0) != edition:
        raise Overtaken
    source = draft or before.filter(decided_at__isnull=False).first()
    parts = list(PlanPart.objects.filter(plan=source, taken_out_at=None)) if source else []
    proposal = proposed(case=case, today=today, parts=parts)
    reasoned(weekly_minutes, hours_reason, proposal)
    fields = {
        "goal": goal,
        "weekly_minutes": weekly_minutes,
        "hours_reason": hours_reason,
        "adaptation": adaptation,
        "review_on": review_on,
        "agreed_on": None,
        "agreed_how": "",
        "proposal": proposal.as_json(),
        "edition": edition + 1,
    }
    with refusing(NO):
        if draft is None:
            draft = Plan.objects.create(case=case, person_id=case.person_id, **fields)
            copy_week(parts, draft)
        else:
            Plan.objects.filter(pk=draft.pk).update(**fields)
    record("plans.write_plan", case.person_id, scope=Scope.PLAN, plan=draft.pk)
    return Plan.objects.get(pk=draft.pk)


def reasoned(weekly_minutes: int, hours_reason: str, proposal: Proposal) -> None:
    """Refuse hours other than the proposed without a reason."""
    if weekly_minutes != proposal.minutes and not hours_reason.strip():
        raise Refused(
            _("Write why the hours differ from the proposed %(hours)s.") % {"hours": in_hours(proposal.minutes)},
            "hours_reason",
        )


def copy_week(parts: Iterable[PlanPart], draft: Plan) -> None:
    """Let a new draft begin with the week that applies now."""
    for part in parts:
        PlanPart.objects.create(
            person_id=draft.person_id,
            plan=draft,
            kind=part.kind,
            title=part.title,
            held_by=part.held_by,
            starts_at=part.starts_at,
            ends_at=part.ends_at,
            minutes=part.minutes,
        )


@transaction.atomic
def add_part(
    *, plan: Plan, kind: str, title: str = "", held_by: str = "", week: Week | None = None, minutes: int = 0
) -> None:
    """Add something to the draft's week: at times, or so many minutes at no certain time.

    Refused where it overlaps another part, or the plan is decided: then a new draft is written.
    """
    drafting(plan)
    stretches: list[tuple[int | None, int | None, int]] = [(None, None, minutes)]
    if week is not None:
        stretches = [(part.start, part.end, part.minutes) for part in week.parts]
    with refusing(NO):
        for start, end, length in stretches:
            refuse_overlap(plan, start, end)
            PlanPart.objects.create(
                person_id=plan.person_id,
                plan=plan,
                kind=kind,
                title=title,
                held_by=held_by,
                starts_at=start,
                ends_at=end,
                minutes=length,
            )
    changed(plan)
    record("plans.add_part", plan.person_id, scope=Scope.PLAN, plan=plan.pk, kind_of=kind)


def refuse_overlap(plan: Plan, start: int | None, end: int | None) -> None:
    """Say which part of the week is in the way."""
    if start is None or end is None:
        return
    other = PlanPart.objects.filter(plan=plan, taken_out_at=None, starts_at__lt=end, ends_at__gt=start).first()
    if other is not None:
        raise Refused(
            _("Those times overlap %(other)s. Change the times, or take that out first.") % {"other": other.name},
            "times",
        )


@transaction.atomic
def take_out_part(*, part: PlanPart) -> None:
    """Take something out of the draft's week."""
    drafting(part.plan)
    PlanPart.objects.filter(pk=part.pk, taken_out_at=None).update(taken_out_at=now())
    changed(part.plan)
    record("plans.take_out_part", part.person_id, scope=Scope.PLAN, plan=part.plan_id)


def drafting(plan: Plan) -> None:
    """Refuse to change the week of a plan that is no draft."""
    still_open(plan.case)
    drafts = Plan.objects.select_for_update().filter(pk=plan.pk, decided_at=None, ended_at=None)
    if not drafts.first():
        raise Refused(_("The plan is decided. Draft the next one and change the week there."))


def changed(plan: Plan) -> None:
    """A changed draft is another edition, and no longer what the person agreed to."""
    Plan.objects.filter(pk=plan.pk).update(agreed_on=None, agreed_how="", edition=F("edition") + 1)


@transaction.atomic
def set_goal(*, plan: Plan, today: date, title: str, due_on: date, unit_id: int | None = None) -> Goal:
    """Add a delmål: a title and a date, no more."""
    still_open(plan.case)
    if due_on <= today:
        raise Refused(_("A goal is set for a day to come."), "due_on")
    with refusing(NO):
        goal = Goal.objects.create(person_id=plan.person_id, plan=plan, title=title, due_on=due_on, unit_id=unit_id)
    record("plans.set_goal", plan.person_id, scope=Scope.PLAN, goal=goal.pk)
    return goal


@transaction.atomic
def set_site_goal(*, person_id: int, unit_id: int, today: date, title: str, due_on: date) -> None:
    """Set a delmål as the site where the person is: a title and a date, under the plan in force."""
    if due_on <= today:
        raise Refused(_("A goal is set for a day to come."), "due_on")
    call("plans_site_goal", person_id, title.strip(), due_on, sentences=NO)
    record("plans.set_goal", person_id, scope=Scope.ACTIVITY, unit_id=unit_id)


@transaction.atomic
def put_under(*, goal: Goal, under: Goal | None) -> None:
    """Let a site's goal stand under one of the plan's own, where it rolls up; or under none."""
    if goal.unit_id is None or (under is not None and under.unit_id is not None):
        raise Refused(_("A site's goal stands under one of the plan's own."), "under")
    with refusing(NO):
        Goal.objects.filter(pk=goal.pk).update(under=under)
    record("plans.put_under", goal.person_id, scope=Scope.PLAN, goal=goal.pk)


@transaction.atomic
def observe(*, person_id: int, unit_id: int, day: date, text: str, goal: Goal | None = None) -> Observation:
    """Keep what was seen on a day, tied to one of the person's open goals where it concerns one."""
    if goal is not None and (goal.person_id != person_id or goal.closed_on is not None):
        raise Refused(_("The goal is closed, or not this person's. Choose another."), "goal")
    seen = Observation.objects.create(person_id=person_id, unit_id=unit_id, day=day, text=text.strip()[:500], goal=goal)
    record("plans.observe", person_id, scope=Scope.ACTIVITY, unit_id=unit_id, day=day)
    return seen


@transaction.atomic
def close_goal(*, goal: Goal, today: date, staff_rating: str, own_rating: str = "", evidence: str = "") -> None:
    """Close a delmål with how it went, as staff see it and as the person says."""
    reached = today if staff_rating == Goal.Rating.REACHED else None
    closed = Goal.objects.filter(pk=goal.pk, closed_on=None).update(
        closed_on=today, staff_rating=staff_rating, own_rating=own_rating, evidence=evidence, reached_on=reached
    )
    if not closed:
        raise Refused(_("The goal has already been closed."))
    record(
        "plans.close_goal",
        goal.person_id,
        scope=Scope.ACTIVITY if goal.unit_id else Scope.PLAN,
        unit_id=goal.unit_id,
        goal=goal.pk,
        rating=staff_rating,
    )


@transaction.atomic
def consult(*, case: Case, today: date, with_whom: str, held_on: date, outcome: str) -> Consultation:
    """Write down a consultation about the person's plan: with whom, when, what it led to."""
    still_open(case)
    if held_on > today:
        raise Refused(_("The consultation cannot be from after today."), "held_on")
    consultation = Consultation.objects.create(
        person_id=case.person_id, case=case, with_whom=with_whom, held_on=held_on, outcome=outcome
    )
    record("plans.consult", case.person_id, scope=Scope.PLAN, with_whom=with_whom)
    return consultation


@transaction.atomic
def agree_plan(*, plan: Plan, today: date, agreed_on: date, agreed_how: str) -> None:
    """Note when and how the person agreed to the draft, in the edition that the colleague had open."""
    still_open(plan.case)
    if agreed_on > today:
        raise Refused(_("The person cannot have agreed after today."), "agreed_on")
    open_draft = Plan.objects.filter(pk=plan.pk, decided_at=None, ended_at=None, edition=plan.edition)
    if not open_draft.update(agreed_on=agreed_on, agreed_how=agreed_how):
        raise Overtaken(CHANGED)
    record("plans.agree_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk, how=agreed_how)


@transaction.atomic
def decide_plan(*, plan: Plan, by: Actor) -> None:
    """Decide the draft: it comes into force, the one before is replaced, its open goals follow on.

    The hours are proposed once more, from the week as it is now: refused where they differ and no
    reason is given, and where the draft is another edition than the one that was read.
    """
    still_open(plan.case)
    drafts = Plan.objects.select_for_update().filter(pk=plan.pk, decided_at=None, ended_at=None)
    draft = drafts.first()
    if draft is None:
        raise Refused(_("The plan has already been decided or dropped."))
    if draft.edition != plan.edition:
        raise Overtaken(CHANGED)
    if draft.agreed_on is None:
        raise Refused(_("Note first when and how the person agreed to the plan."))
    parts = PlanPart.objects.filter(plan=draft, taken_out_at=None)
    proposal = proposed(case=draft.case, today=by.today, parts=parts)
    reasoned(draft.weekly_minutes, draft.hours_reason, proposal)
    moment = now()
    before = Plan.objects.filter(case_id=draft.case_id, decided_at__isnull=False, replaced_at=None, ended_at=None)
    Goal.objects.filter(plan__in=before, closed_on=None, reached_on=None).update(plan=draft)
    before.update(replaced_at=moment)
    with refusing(NO):
        Plan.objects.filter(pk=draft.pk).update(
            decided_at=moment, decided_by_id=by.membership_id, proposal=proposal.as_json()
        )
    record("plans.decide_plan", draft.person_id, scope=Scope.PLAN, plan=draft.pk)


@transaction.atomic
def end_plan(*, plan: Plan, reason: str) -> None:
    """End a plan, or drop a draft, without another in its place; the reason is kept."""
    still_open(plan.case)
    ended = Plan.objects.filter(pk=plan.pk, ended_at=None, replaced_at=None).update(ended_at=now(), end_reason=reason)
    if not ended:
        raise Refused(_("The plan has already been replaced or ended."))
    record("plans.end_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk)
