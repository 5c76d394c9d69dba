"""Write a plan and its week, note that the person agrees, decide it, and end it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.draft import empty_draft
from trappan.history.record import record
from trappan.people.operations import lives_with_young_child
from trappan.plans.hours import Proposal, in_hours, propose
from trappan.plans.models import Goal, Plan, PlanPart
from trappan.plans.operations.refusals import NO
from trappan.refusals import Overtaken, Refused, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
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
    reference: str = "",
    edition: int = 0,
) -> Plan:
    """Write the draft of a plan, a new one or the one there is; the decided one stays in force.

    A new draft begins with the week of the plan in force. Refused: a follow-up that is not to
    come, hours outside 0 to 40, hours other than the rules propose without a reason, fewer than the plan
    in force without a reason of their own, and a draft that somebody else has saved since `edition` (0
    where there was none).
    """
    refuse_closed(case)
    after_today = today + timedelta(days=1)
    refuse_outside(review_on, "review_on", first=after_today, early=_("The plan must be followed up after today."))
    full_time = rules_on(today).full_time_minutes
    if not 0 <= weekly_minutes <= full_time:
        raise Refused(_("Write hours a week as a number between 0 and 40."), "weekly_hours")
    before = Plan.objects.open().filter(case=case)
    draft = before.select_for_update().filter(decided_at=None).first()
    if (draft.edition if draft else 0) != edition:
        raise Overtaken
    source = draft or before.filter(decided_at__isnull=False).first()
    parts = list(PlanPart.objects.standing().filter(plan=source)) if source else []
    proposal = proposed(case=case, today=today, parts=parts)
    refuse_unexplained_hours(weekly_minutes, hours_reason, proposal)
    refuse_fewer_hours(before.filter(decided_at__isnull=False).first(), weekly_minutes, hours_reason)
    fields = {
        "goal": goal,
        "weekly_minutes": weekly_minutes,
        "hours_reason": hours_reason,
        "adaptation": adaptation,
        "reference": reference.strip(),
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
    empty_draft(page="plan", key=case.pk)
    record("plans.write_plan", case.person_id, scope=Scope.PLAN, plan=draft.pk)
    return Plan.objects.get(pk=draft.pk)


def refuse_unexplained_hours(weekly_minutes: int, hours_reason: str, proposal: Proposal) -> None:
    """Refuse hours other than the proposed without a reason."""
    if weekly_minutes != proposal.minutes and not hours_reason.strip():
        raise Refused(
            _("Write why the hours differ from the proposed %(hours)s.") % {"hours": in_hours(proposal.minutes)},
            "hours_reason",
        )


def refuse_fewer_hours(force: Plan | None, weekly_minutes: int, hours_reason: str) -> None:
    """Refuse fewer hours than the plan in force without a reason of their own: the old one does not do."""
    said = hours_reason.strip()
    if force is not None and weekly_minutes < force.weekly_minutes and said in ("", force.hours_reason.strip()):
        raise Refused(
            _("The plan in force has %(hours)s a week. Write why there are to be fewer.")
            % {"hours": in_hours(force.weekly_minutes)},
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
            weeks=part.weeks,
            minutes=part.minutes,
        )


def lock_draft(plan: Plan) -> None:
    """Refuse to change the week of a plan that is no draft."""
    refuse_closed(plan.case)
    drafts = Plan.objects.select_for_update().filter(pk=plan.pk, decided_at=None, ended_at=None)
    if not drafts.first():
        raise Refused(_("The plan is decided. Draft the next one and change the week there."))


def begin_new_edition(plan: Plan) -> None:
    """A changed draft is another edition, and no longer what the person agreed to."""
    Plan.objects.filter(pk=plan.pk).update(agreed_on=None, agreed_how="", edition=F("edition") + 1)


@transaction.atomic
def agree_plan(
    *, plan: Plan, today: date, agreed_on: date, agreed_how: str, took_part: Sequence[Mapping[str, str]] = ()
) -> None:
    """Note when and how the person agreed to the draft, in the edition that the colleague had open.

    `took_part` are those who made it with the person, by role and name; the person stands first among them.
    """
    refuse_closed(plan.case)
    refuse_outside(agreed_on, "agreed_on", last=today, late=_("The person cannot have agreed after today."))
    open_draft = Plan.objects.filter(pk=plan.pk, decided_at=None, ended_at=None, edition=plan.edition)
    around = [{"role": Plan.Part.PARTICIPANT.value, "name": ""}, *took_part]
    if not open_draft.update(agreed_on=agreed_on, agreed_how=agreed_how, took_part=around):
        raise Overtaken(CHANGED)
    record("plans.agree_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk, how=agreed_how)


@transaction.atomic
def decide_plan(*, plan: Plan, by: Actor) -> None:
    """Decide the draft: it comes into force, the one before is replaced, its open goals follow on.

    The hours are proposed once more, from the week as it is now: refused where they differ and no
    reason is given, and where the draft is another edition than the one that was read.
    """
    refuse_closed(plan.case)
    drafts = Plan.objects.select_for_update().filter(pk=plan.pk, decided_at=None, ended_at=None)
    draft = drafts.first()
    if draft is None:
        raise Refused(_("The plan has already been decided or dropped."))
    if draft.edition != plan.edition:
        raise Overtaken(CHANGED)
    if draft.agreed_on is None:
        raise Refused(_("Note first when and how the person agreed to the plan."))
    parts = PlanPart.objects.standing().filter(plan=draft)
    proposal = proposed(case=draft.case, today=by.today, parts=parts)
    refuse_unexplained_hours(draft.weekly_minutes, draft.hours_reason, proposal)
    moment = now()
    before = list(Plan.objects.in_force().filter(case_id=draft.case_id).values_list("pk", flat=True))
    # Replaced before its goals follow on: the paper of the one before is kept with them on it.
    Plan.objects.filter(pk__in=before).update(replaced_at=moment)
    Goal.objects.open().filter(plan__in=before, reached_on=None).update(plan=draft)
    with refusing(NO):
        Plan.objects.filter(pk=draft.pk).update(
            decided_at=moment, decided_by_id=by.membership_id, proposal=proposal.as_json()
        )
    record("plans.decide_plan", draft.person_id, scope=Scope.PLAN, plan=draft.pk)


@transaction.atomic
def end_plan(*, plan: Plan, reason: str) -> None:
    """End a plan, or drop a draft, without another in its place; the reason is kept."""
    refuse_closed(plan.case)
    ended = Plan.objects.open().filter(pk=plan.pk).update(ended_at=now(), end_reason=reason)
    if not ended:
        raise Refused(_("The plan has already been replaced or ended."))
    record("plans.end_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk)
