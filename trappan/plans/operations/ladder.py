"""Say where the person stands."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.plans.models import LadderStep, StepMove
from trappan.plans.operations.sentences import NO
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope


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
