"""Ladders: frames of steps, and the signs by which each step is seen."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from trappan.history.models import Signed


class Ladder(Signed):
    """A frame of steps with observable signs; versions are new rows, never rewritten (R-023).

    One is the frame that pictures and counts stand on (`is_main`); the steps of others, such as a
    partner's GA model, are mapped to it (R-025). `is_example` says that the municipality has not
    given its own yet. `is_draft` is the next main one, which nobody stands on yet; `replaced_on` the day on which
    another became the main one, to whose steps its own are mapped. Written only through the database's functions.
    """

    name = models.CharField(max_length=100)
    owner = models.CharField(max_length=200)
    valid_from = models.DateField()
    is_main = models.BooleanField(default=False, db_default=False)
    is_example = models.BooleanField(default=False)
    is_draft = models.BooleanField(default=False, db_default=False)
    replaced_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_main"], condition=Q(is_main=True), name="one_main_ladder"),
            models.UniqueConstraint(fields=["is_draft"], condition=Q(is_draft=True), name="one_draft_of_the_ladder"),
            models.CheckConstraint(condition=~Q(is_main=True, is_draft=True), name="a_draft_is_not_the_main_ladder"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def meanings(self) -> dict[str, int | None]:
        """Return for each step, by its field's name, the step of the main frame that it stands for."""
        return {f"step_{step.pk}": step.maps_to_id for step in self.steps.all()}


class LadderStepQuerySet(models.QuerySet["LadderStep"]):
    """The questions to steps: those on which somebody may be said to stand."""

    def offered(self) -> Self:
        return self.filter(ladder__is_draft=False, ladder__replaced_on=None)


class LadderStep(models.Model):
    """One step of a frame and the signs by which it is seen; `maps_to` is the main frame's step."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="steps", db_index=False)
    number = models.SmallIntegerField()
    name = models.CharField(max_length=60)
    signs = ArrayField(models.CharField(max_length=200), default=list)
    maps_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="mapped")

    objects = LadderStepQuerySet.as_manager()

    class Meta:
        ordering = ["ladder", "number"]
        constraints = [models.UniqueConstraint(fields=["ladder", "number"], name="one_step_a_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
