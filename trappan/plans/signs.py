"""The signs by which the next step is seen: which of them somebody has seen, when and who."""

from dataclasses import dataclass

from django.db.models.functions import Coalesce

from trappan.plans.models import LadderStep, Observation, StepMove


@dataclass(frozen=True)
class Sign:
    """A sign of a step; `seen` is the latest observation of it, None where nobody has seen it yet."""

    text: str
    seen: Observation | None


@dataclass(frozen=True)
class Ahead:
    """The step that comes next, with its signs."""

    step: LadderStep
    signs: list[Sign]

    @property
    def seen(self) -> int:
        return sum(sign.seen is not None for sign in self.signs)


def step_ahead(person_id: int) -> LadderStep | None:
    """Return the next step of the main frame; None where no step is set, or none is left."""
    moves = StepMove.objects.filter(person_id=person_id, rated_by=StepMove.RatedBy.STAFF, corrected=False)
    number = moves.values_list(Coalesce("step__maps_to__number", "step__number"), flat=True).order_by("-day", "-id")
    now: int | None = number.first()
    if now is None:
        return None
    return LadderStep.objects.filter(ladder__is_main=True, number__gt=now).order_by("number").first()


def signs_ahead(person_id: int) -> Ahead | None:
    """Return the next step with its signs and who has seen them."""
    step = step_ahead(person_id)
    if step is None:
        return None
    rows = Observation.objects.filter(person_id=person_id, sign__in=step.signs).select_related("author__colleague")
    seen = {one.sign: one for one in rows.order_by("day", "id")}
    return Ahead(step, [Sign(text, seen.get(text)) for text in step.signs])
