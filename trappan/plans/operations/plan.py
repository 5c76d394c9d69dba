"""Write the plan, set goals, agree, decide."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.plans.models import Case, Goal, Plan
from trappan.plans.operations.case import still_open
from trappan.plans.operations.sentences import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

FULL_TIME = 40 * 60  # minutes a week, as we understand the norm; one person's target may be lower


@transaction.atomic
def write_plan(
    *,
    case: Case,
    today: date,
    goal: str,
    weekly_minutes: int,
    hours_reason: str,
    review_on: date,
) -> Plan:
    """Write the draft of a plan, a new one or the one there is; the decided one stays in force."""
    still_open(case)
    if review_on <= today:
        raise Refused(_("The plan must be followed up after today."), "review_on")
    if not 0 <= weekly_minutes <= FULL_TIME:
        raise Refused(_("Write hours a week as a number between 0 and 40."), "weekly_hours")
    if weekly_minutes < FULL_TIME and not hours_reason:
        raise Refused(_("Write why the hours are fewer than full time."), "hours_reason")
    fields = {
        "goal": goal, "weekly_minutes": weekly_minutes, "hours_reason": hours_reason,
        "review_on": review_on, "agreed_on": None, "agreed_how": "",
    }  # fmt: skip
    with refusing(NO):
        plan, _made = Plan.objects.update_or_create(
            case=case,
            decided_at=None,
            defaults=fields,
            create_defaults={**fields, "person_id": case.person_id},
        )
    record("plans.write_plan", case.person_id, scope=Scope.PLAN, plan=plan.pk)
    return plan


@transaction.atomic
def set_goal(
    *, plan: Plan, today: date, title: str, due_on: date, unit_id: int | None = None
) -> Goal:
    """Add a delmål: a title and a date, no more."""
    still_open(plan.case)
    if plan.replaced_at is not None:
        raise Refused(_("The plan has been replaced. Add the goal to the one in force."))
    if due_on <= today:
        raise Refused(_("A goal is set for a day to come."), "due_on")
    goal = Goal.objects.create(
        person_id=plan.person_id, plan=plan, title=title, due_on=due_on, unit_id=unit_id
    )
    record("plans.set_goal", plan.person_id, scope=Scope.PLAN, goal=goal.pk)
    return goal


@transaction.atomic
def agree_plan(*, plan: Plan, today: date, agreed_on: date, agreed_how: str) -> None:
    """Note when and how the person agreed to the draft."""
    still_open(plan.case)
    if agreed_on > today:
        raise Refused(_("The person cannot have agreed after today."), "agreed_on")
    Plan.objects.filter(pk=plan.pk, decided_at=None).update(
        agreed_on=agreed_on, agreed_how=agreed_how
    )
    record("plans.agree_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk, how=agreed_how)


@transaction.atomic
def decide_plan(*, plan: Plan, by: Actor) -> None:
    """Decide the draft: it comes into force, and the one before is replaced."""
    still_open(plan.case)
    draft = Plan.objects.select_for_update().filter(pk=plan.pk, decided_at=None).first()
    if draft is None:
        raise Refused(_("The plan has already been decided."))
    if draft.agreed_on is None:
        raise Refused(_("Note first when and how the person agreed to the plan."))
    moment = now()
    Plan.objects.filter(case_id=draft.case_id, decided_at__isnull=False, replaced_at=None).update(
        replaced_at=moment
    )
    Plan.objects.filter(pk=draft.pk).update(decided_at=moment, decided_by_id=by.membership_id)
    record("plans.decide_plan", draft.person_id, scope=Scope.PLAN, plan=draft.pk)
