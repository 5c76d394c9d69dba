"""Say to which step a person has come, decide on what a site proposes, and put right what was wrong."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans.models import Goal, LadderStep, ProposedStep, StepEvidence, StepMove
from trappan.plans.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope

STAFF = StepMove.RatedBy.STAFF


@transaction.atomic
def move_step(
    *,
    person: Person,
    step: LadderStep,
    day: date,
    today: date,
    evidence: str = "",
    rated_by: str = STAFF,
    goal: Goal | None = None,
) -> StepMove:
    """Say that the person has come to a step, with what was seen or which goal was reached.

    Refused: a day to come, a day before the latest move, staff's assessment without evidence, and
    a move back without its reason in words.
    """
    latest = standing_moves(person, rated_by).select_related("step__maps_to").last()
    refuse_outside(
        day,
        "day",
        first=latest.day if latest else None,
        early=_("The latest step was set later than that day. Choose a day after it."),
        last=today,
        late=_("The step cannot be set for a day to come."),
    )
    back = latest is not None and on_main(step).number < on_main(latest.step).number
    rests_on = None
    if rated_by == STAFF:
        rests_on = keep_evidence(person, evidence, goal, back)
    with refusing(NO):
        move = StepMove.objects.create(person=person, step=step, day=day, evidence=rests_on, rated_by=rated_by)
    record("plans.move_step", person.pk, scope=Scope.PLAN, step=step.number, rated_by=rated_by)
    return move


@transaction.atomic
def correct_step(*, move: StepMove, step: LadderStep, day: date, today: date, reason: str) -> StepMove:
    """Put a wrong move right: the wrong one stays and is marked, the right one says why."""
    refuse_outside(day, "day", last=today, late=_("The step cannot be set for a day to come."))
    if not reason.strip():
        raise Refused(_("Write what was wrong. Both are kept."), "reason")
    with refusing(NO):
        marked = StepMove.objects.filter(pk=move.pk, corrected=False).update(corrected=True)
    if not marked:
        raise Refused(_("It has already been corrected. Correct the new one."))
    said = None
    if move.rated_by == STAFF:
        said = StepEvidence.objects.create(person_id=move.person_id, kind=StepEvidence.Kind.CORRECTION, text=reason)
    with refusing(NO):
        right = StepMove.objects.create(
            person_id=move.person_id, step=step, day=day, evidence=said, rated_by=move.rated_by, corrects=move
        )
    record("plans.correct_step", move.person_id, scope=Scope.PLAN, step=step.number)
    return right


@transaction.atomic
def propose_step(*, person_id: int, unit_id: int, step: LadderStep, evidence: str, today: date) -> ProposedStep:
    """Propose, as a site, that somebody has come to a step, with what was seen there.

    Only with evidence, and one at a time; the step is set by the consultant or not at all.
    """
    if not evidence.strip():
        raise Refused(_("Choose or write what you have seen: a step rests on evidence."), "evidence")
    with refusing(NO):
        made = ProposedStep.objects.create(
            person_id=person_id, unit_id=unit_id, step=step, evidence=evidence.strip(), day=today
        )
    record("plans.propose_step", person_id, scope=Scope.ACTIVITY, unit_id=unit_id, step=step.number)
    return made


@transaction.atomic
def decide_step(*, proposal: ProposedStep, accepts: bool, today: date, reason: str = "") -> None:
    """Decide what a site proposed: set the step on the same evidence, or say why not."""
    if not accepts and not reason.strip():
        raise Refused(_("Write why not: the site reads it."), "reason")
    with refusing(NO):
        decided = ProposedStep.objects.filter(pk=proposal.pk, accepted=None).update(
            accepted=accepts, answer=reason.strip()
        )
    if not decided:
        raise Refused(_("A colleague has already decided it. Load the page again."))
    if accepts:
        move_step(
            person=proposal.person,
            step=proposal.step,
            day=today,
            today=today,
            evidence=f"{proposal.evidence}\n({proposal.unit.name})",
        )
    record(
        "plans.decide_step",
        proposal.person_id,
        scope=Scope.ACTIVITY,
        unit_id=proposal.unit_id,
        step=proposal.step.number,
        accepts=accepts,
    )


def standing_moves(person: Person, rated_by: str = STAFF) -> QuerySet[StepMove]:
    """Return the moves that stand, in their order: not those that were corrected."""
    return StepMove.objects.filter(person=person, rated_by=rated_by, corrected=False)


def on_main(step: LadderStep) -> LadderStep:
    """Return the step of the main frame that a step stands for."""
    return step.maps_to or step


def keep_evidence(person: Person, text: str, goal: Goal | None, back: bool) -> StepEvidence:
    """Keep what a move rests on: words, or the goal that was reached; a move back takes words."""
    if back and not text.strip():
        raise Refused(_("A move back needs its reason: write what has happened."), "evidence")
    if not text.strip() and goal is None:
        raise Refused(_("Write what you have seen, or choose the goal that was reached."), "evidence")
    kinds = StepEvidence.Kind
    kind = kinds.REASON if back else kinds.GOAL if goal else kinds.OBSERVATION
    return StepEvidence.objects.create(
        person=person, kind=kind, text=text.strip() or (goal.title if goal else ""), goal=goal
    )
