"""Let a step of another frame stand for one of the main frame."""

from django.db import transaction

from trappan.history.record import record
from trappan.plans.models import LadderStep
from trappan.plans.operations.refusals import NO
from trappan.refusals import call


@transaction.atomic
def map_step(*, step: LadderStep, to: LadderStep | None) -> None:
    """Let a step of another frame stand for one of the main frame, or for none (R-025)."""
    call("plans_map_step", step.pk, to.pk if to else None, sentences=NO)
    record("plans.map_step", scope="log", kind="access", step=step.pk, to=to.pk if to else None)
