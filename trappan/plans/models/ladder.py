"""Ladders: frames of steps, and the signs by which each step is seen."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Ladder(models.Model):
    """A frame of steps with observable signs; versions are new rows, never rewritten (R-023).

    One is the frame that pictures and counts stand on (`is_main`); the steps of others, such as a
    partner's GA model, are mapped to it (R-025). `is_example` says that the municipality has not
    given its own yet.
    """

    name = models.CharField(max_length=100)
    owner = models.CharField(max_length=200)
    valid_from = models.DateField()
    is_main = models.BooleanField(default=False, db_default=False)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["is_main"], condition=Q(is_main=True), name="one_main_ladder")]

    def __str__(self) -> str:
        return self.name

    @property
    def meanings(self) -> dict[str, int | None]:
        """Return for each step, by its field's name, the step of the main frame that it stands for."""
        return {f"step_{step.pk}": step.maps_to_id for step in self.steps.all()}


class LadderStep(models.Model):
    """One step of a frame and the signs by which it is seen; `maps_to` is the main frame's step."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="steps", db_index=False)
    number = models.SmallIntegerField()
    name = models.CharField(max_length=60)
    signs = ArrayField(models.CharField(max_length=200), default=list)
    maps_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="mapped")

    class Meta:
        ordering = ["ladder", "number"]
        constraints = [models.UniqueConstraint(fields=["ladder", "number"], name="one_step_a_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
