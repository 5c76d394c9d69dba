"""Say where the person stands, and put right what was said wrongly."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans.models import Goal, LadderStep, StepEvidence, StepMove
from trappan.plans.operations.sentences import NO
from trappan.refusals import Refused, call, refusing
from trappan.secrecy.scopes import Scope

STAFF = StepMove.RatedBy.STAFF


@transaction.atomic
def move_step(
    *, person: Person, step: LadderStep, day: date, today: date, evidence: str = "",
    rated_by: str = STAFF, goal: Goal | None = None,
) -> StepMove:  # fmt: skip
    """Say that the person has come to a step, with what was seen or which goal was reached.

    Refused: a day to come, a day before the latest move, staff's assessment without evidence, and
    a move back without its reason in words.
    """
    if day > today:
        raise Refused(_("The step cannot be set for a day to come."), "day")
    latest = standing_moves(person, rated_by).select_related("step__maps_to").last()
    if latest is not None and day < latest.day:
        raise Refused(
            _("The latest step was set later than that day. Choose a day after it."), "day"
        )
    back = latest is not None and on_main(step).number < on_main(latest.step).number
    rests_on = None
    if rated_by == STAFF:
        rests_on = written(person, evidence, goal, back)
    with refusing(NO):
        move = StepMove.objects.create(
            person=person, step=step, day=day, evidence=rests_on, rated_by=rated_by
        )
    record("plans.move_step", person.pk, scope=Scope.PLAN, step=step.number, rated_by=rated_by)
    return move


@transaction.atomic
def correct_step(
    *, move: StepMove, step: LadderStep, day: date, today: date, reason: str
) -> StepMove:
    """Put a wrong move right: the wrong one stays and is marked, the right one says why."""
    if day > today:
        raise Refused(_("The step cannot be set for a day to come."), "day")
    if not reason.strip():
        raise Refused(_("Write what was wrong. Both are kept."), "reason")
    if not StepMove.objects.filter(pk=move.pk, corrected=False).update(corrected=True):
        raise Refused(_("It has already been corrected. Correct the new one."))
    said = None
    if move.rated_by == STAFF:
        said = StepEvidence.objects.create(
            person_id=move.person_id, kind=StepEvidence.Kind.CORRECTION, text=reason
        )
    with refusing(NO):
        right = StepMove.objects.create(
            person_id=move.person_id, step=step, day=day, evidence=said, rated_by=move.rated_by,
            corrects=move,
        )  # fmt: skip
    record("plans.correct_step", move.person_id, scope=Scope.PLAN, step=step.number)
    return right


@transaction.atomic
def map_step(*, step: LadderStep, to: LadderStep | None) -> None:
    """Let a step of another frame stand for one of the main frame, or for none (R-025)."""
    call("plans_map_step", step.pk, to.pk if to else None, sentences=NO)
    record("plans.map_step", scope="log", kind="access", step=step.pk, to=to.pk if to else None)


def standing_moves(person: Person, rated_by: str = STAFF) -> QuerySet[StepMove]:
    """Return the moves that stand, in their order: not those that were corrected."""
    return StepMove.objects.filter(person=person, rated_by=rated_by, corrected=False)


def on_main(step: LadderStep) -> LadderStep:
    """Return the step of the main frame that a step stands for."""
    return step.maps_to or step


def written(person: Person, text: str, goal: Goal | None, back: bool) -> StepEvidence:
    """Keep what a move rests on: words, or the goal that was reached; a move back takes words."""
    if back and not text.strip():
        raise Refused(_("A move back needs its reason: write what has happened."), "evidence")
    if not text.strip() and goal is None:
        raise Refused(
            _("Write what you have seen, or choose the goal that was reached."), "evidence"
        )
    kinds = StepEvidence.Kind
    kind = kinds.REASON if back else kinds.GOAL if goal else kinds.OBSERVATION
    return StepEvidence.objects.create(
        person=person, kind=kind, text=text.strip() or (goal.title if goal else ""), goal=goal
    )
