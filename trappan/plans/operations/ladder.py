"""Let the steps of another frame stand for those of the main frame."""

from django.db import transaction

from trappan.database import lock
from trappan.history.record import record
from trappan.plans.models import Ladder, LadderStep
from trappan.plans.operations.refusals import NO
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken


@transaction.atomic
def map_steps(*, ladder: Ladder, edition: str = "", **steps: LadderStep | None) -> None:
    """Let each step of another frame stand for one of the main frame, or for none (R-025).

    Named `step_17`, as `Ladder.meanings` names them; refused where somebody else has said since `edition`.
    """
    lock("plans.map_steps", ladder.pk)
    meant = Ladder.objects.get(pk=ladder.pk).meanings
    refuse_overtaken(meant, edition)
    for name, to in steps.items():
        step, meaning = int(name.removeprefix("step_")), to.pk if to else None
        if meaning != meant[name]:
            call("plans_map_step", step, meaning, sentences=NO)
            record("plans.map_step", scope="log", kind="access", step=step, to=meaning)
