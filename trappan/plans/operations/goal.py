"""Set a goal, keep what is seen that concerns it, and close it."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Goal, Observation, Plan
from trappan.plans.operations.refusals import NO
from trappan.plans.signs import step_ahead
from trappan.refusals import Refused, call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def set_goal(*, plan: Plan, today: date, title: str, due_on: date, unit_id: int | None = None) -> Goal:
    """Add a delmål: a title and a date, no more. Of a draft it makes another edition, which is agreed to anew."""
    refuse_closed(plan.case)
    refuse_outside(due_on, "due_on", first=today + timedelta(days=1), early=_("A goal is set for a day to come."))
    with refusing(NO):
        goal = Goal.objects.create(person_id=plan.person_id, plan=plan, title=title, due_on=due_on, unit_id=unit_id)
    record("plans.set_goal", plan.person_id, scope=Scope.PLAN, goal=goal.pk)
    return goal


@transaction.atomic
def set_site_goal(*, person_id: int, unit_id: int, today: date, title: str, due_on: date) -> None:
    """Set a delmål as the site where the person is: a title and a date, under the plan in force."""
    refuse_outside(due_on, "due_on", first=today + timedelta(days=1), early=_("A goal is set for a day to come."))
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
def see_sign(*, person_id: int, unit_id: int, sign: str, text: str, day: date, today: date) -> Observation:
    """Say that a sign of the person's next step is seen, and what was seen.

    Refused: a day to come, and a sign of another step than the next.
    """
    refuse_outside(day, "day", last=today, late=_("Choose today, or the day when you saw it."))
    step = step_ahead(person_id)
    if step is None or sign not in step.signs:
        raise Refused(_("The sign is not one of the next step’s. Look at the page as it is now."), "sign")
    seen = Observation.objects.create(person_id=person_id, unit_id=unit_id, day=day, text=text.strip()[:500], sign=sign)
    record("plans.see_sign", person_id, scope=Scope.ACTIVITY, unit_id=unit_id, day=day)
    return seen


@transaction.atomic
def close_goal(*, goal: Goal, today: date, staff_rating: str, own_rating: str = "", evidence: str = "") -> None:
    """Close a delmål with how it went, as staff see it and as the person says."""
    reached = today if staff_rating == Goal.Rating.REACHED else None
    closed = (
        Goal.objects.open()
        .filter(pk=goal.pk)
        .update(
            closed_on=today, staff_rating=staff_rating, own_rating=own_rating, evidence=evidence, reached_on=reached
        )
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
