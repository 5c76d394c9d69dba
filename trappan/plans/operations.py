"""Every verb of the working file: open, assign, map, plan, decide, set goals, move on the ladder."""

from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import NO as PEOPLE_NO
from trappan.people.operations import end_grants, give_grant
from trappan.plans.models import Case, Goal, LadderStep, Mapping, Plan, StepMove
from trappan.refusals import Refused, Sentences, call, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership, Unit

FULL_TIME = 40 * 60  # minutes a week, as we understand the norm; one person's target may be lower

NO: Sentences = {
    **PEOPLE_NO,
    "one_open_case": _("The person already has an open case. Work on in that one."),
    "not_a_case_of_the_unit": ("number", _("There is no open case with that number in your unit.")),
    "plan_rests_on_mapping": _("Finish the kartläggning first: a plan rests on it."),
    "own_words_stay": ("own_words", _("What the person has said is not changed afterwards. Add new words in a note.")),
    "finished_mapping_is_whole": _("A finished kartläggning has the person's own words, an assessment and the fastest way."),
    "one_draft_a_case": _("There is already a draft. Somebody else began it just now: open it and go on from there."),
    "hours_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "one_rating_a_day": ("day", _("The step has already been set for that day. Choose another day.")),
    "case_ends_after_start": _("The case cannot be closed before it was opened."),
}  # fmt: skip


def still_open(case: Case) -> None:
    """Refuse to write in a case that is closed."""
    if case.closed_on is not None:
        raise Refused(_("The case is closed."))


@transaction.atomic
def open_case(*, person: Person, by: Actor, unit: Unit) -> Case:
    """Open the case that the person's way hangs on, handled by a unit, decided on by the opener."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plans_next_case_number()")
        (number,) = cursor.fetchone()
    with refusing(NO):
        case = Case.objects.create(
            person=person, number=number, unit=unit, social_worker_id=by.membership_id,
            opened_on=by.today,
        )  # fmt: skip
    record("plans.open_case", person.pk, scope=Scope.PLAN, case=number)
    return case


@transaction.atomic
def assign(*, case: Case, to: Membership) -> None:
    """Make a consultant responsible: opens file and requirement to that colleague by name."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    still_open(case)
    before = case.responsible_id
    for scope in (Scope.PLAN, Scope.REQUIREMENT):
        give_grant(person_id=case.person_id, scope=scope, basis="assignment", membership_id=to.pk)
    Case.objects.filter(pk=case.pk).update(responsible=to)
    record("plans.assign", case.person_id, scope=Scope.PLAN, to=to.pk)
    if before is not None and before != to.pk:
        end_grants(person_id=case.person_id, basis="assignment", at=now(), membership_id=before)


@transaction.atomic
def reassign(*, number: str, to: Membership) -> None:
    """Give, as head of the unit, one of its cases to a consultant, by case number."""
    call("plans_reassign", number, to.pk, sentences=NO)
    record("plans.reassign", kind="access", case=number, to=to.pk)


@transaction.atomic
def open_as_head(*, number: str, reason: str) -> int | None:
    """Open a file of the own unit for 24 hours; None where a second head must agree first."""
    (person_id,) = call("plans_open_as_head", number, reason, sentences=NO)
    kind = "opening" if person_id is None else "write"
    record("plans.open_as_head", kind=kind, case=number, waits=person_id is None)
    return int(person_id) if person_id else None


@transaction.atomic
def map_person(*, case: Case, held_on: date, today: date, finish: bool, **texts: str) -> Mapping:
    """Write the kartläggning; `finish` closes it, which takes own words, assessment and way."""
    still_open(case)
    if held_on > today:
        raise Refused(_("The meeting cannot have been held after today."), "held_on")
    if held_on < case.opened_on:
        raise Refused(_("The meeting cannot have been held before the case was opened."), "held_on")
    if finish and Mapping.objects.filter(case=case, finished_at__isnull=False).exists():
        raise Refused(_("The kartläggning is already finished."))
    with refusing(NO):
        mapping, _made = Mapping.objects.update_or_create(
            case=case,
            person_id=case.person_id,
            defaults={"held_on": held_on, **texts, **({"finished_at": now()} if finish else {})},
        )
    record("plans.map_person", case.person_id, scope=Scope.PLAN, finished=finish)
    return mapping


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


@transaction.atomic
def move_step(
    *,
    person: Person,
    step: LadderStep,
    day: date,
    today: date,
    evidence: str,
    rated_by: str = StepMove.RatedBy.STAFF,
) -> StepMove:
    """Say that the person has come to a step, with what was seen; a move back needs its reason."""
    if day > today:
        raise Refused(_("The step cannot be set for a day to come."), "day")
    if rated_by == StepMove.RatedBy.STAFF and not evidence.strip():
        raise Refused(_("Write what you have seen. For a move back: the reason."), "evidence")
    latest = StepMove.objects.filter(person=person, rated_by=rated_by).last()
    if latest is not None and day < latest.day:
        raise Refused(
            _("The latest step was set later than that day. Choose a day after it."), "day"
        )
    with refusing(NO):
        move = StepMove.objects.create(
            person=person, step=step, day=day, evidence=evidence, rated_by=rated_by
        )
    record("plans.move_step", person.pk, scope=Scope.ACTIVITY, step=step.number, rated_by=rated_by)
    return move
