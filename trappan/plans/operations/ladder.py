"""Keep the ladder: draft the next one, take it into use, and let other frames' steps stand for its own."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

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


def ladder_as_saved(ladder: Ladder | None) -> dict[str, Any]:
    """Return what a ladder holds as its form shows it: name, owner, and each step's name and signs."""
    if ladder is None:
        return {}
    saved: dict[str, Any] = {"name": ladder.name, "owner": ladder.owner}
    for step in ladder.steps.order_by("number"):
        saved |= {f"name_{step.number}": step.name, f"signs_{step.number}": "\n".join(step.signs)}
    return saved


def ladder_draft() -> Ladder | None:
    """Return the draft of the next ladder, if there is one; there is never more than one."""
    return Ladder.objects.filter(is_draft=True).first()


@transaction.atomic
def write_ladder(*, name: str, owner: str, steps: Sequence[tuple[str, Sequence[str]]], edition: str) -> int:
    """Draft the municipality's next ladder, with its steps from the lowest and the signs of each.

    Refused: fewer than two steps or more than ten, a step without a sign, a name that another frame has, and a
    draft that somebody else has saved since `edition`.
    """
    lock("plans.ladder", 0)
    refuse_overtaken(ladder_as_saved(ladder_draft()), edition)
    listed = json.dumps([{"name": step, "signs": list(signs)} for step, signs in steps])
    (written,) = call("plans_write_ladder", name, owner, listed, sentences=NO)
    record("plans.write_ladder", scope="log", kind="access", ladder=written, steps=len(steps))
    return int(written)


@transaction.atomic
def drop_ladder(*, edition: str) -> None:
    """Take the draft that was read away; nobody has stood on it."""
    lock("plans.ladder", 0)
    refuse_overtaken(ladder_as_saved(ladder_draft()), edition)
    call("plans_drop_ladder", sentences=NO)
    record("plans.drop_ladder", scope="log", kind="access")


@transaction.atomic
def use_ladder(*, edition: str, meanings: Mapping[LadderStep, LadderStep]) -> None:
    """Let the draft that was read be the main ladder from today; each step before it goes on to one of its own."""
    lock("plans.ladder", 0)
    refuse_overtaken(ladder_as_saved(ladder_draft()), edition)
    goes_on = json.dumps({str(old.pk): new.pk for old, new in meanings.items()})
    (used,) = call("plans_use_ladder", goes_on, sentences=NO)
    record("plans.use_ladder", scope="log", kind="access", ladder=used)
