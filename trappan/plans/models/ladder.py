"""The ladder: frames, steps, and where the person stands."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class Ladder(models.Model):
    """A frame of steps with observable signs; versions are new rows, never rewritten (R-023)."""

    name = models.CharField(max_length=100)
    owner = models.CharField(max_length=200)
    valid_from = models.DateField()
    is_example = models.BooleanField(default=False)


class LadderStep(models.Model):
    """One step of a frame and the signs by which it is seen."""

    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="steps")
    number = models.SmallIntegerField()
    name = models.CharField(max_length=60)
    signs = ArrayField(models.CharField(max_length=200), default=list)

    class Meta:
        ordering = ["ladder", "number"]
        constraints = [
            models.UniqueConstraint(fields=["ladder", "number"], name="one_step_a_number")
        ]


class StepMove(models.Model):
    """An arrival on a step, assessed by staff or rated by the person, with what was seen.

    A move back carries its reason. Time on a step is derived from the next arrival. Never a gate.
    """

    class RatedBy(models.TextChoices):
        STAFF = "staff", _("Staff")
        PARTICIPANT = "participant", _("The person")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="moves")
    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="+")
    day = models.DateField()
    rated_by = models.CharField(max_length=12, choices=RatedBy, default=RatedBy.STAFF)
    evidence = models.TextField(blank=True)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "day", "rated_by"], name="one_rating_a_day"),
            models.CheckConstraint(
                condition=Q(rated_by="participant") | ~Q(evidence=""),
                name="staff_say_what_they_saw",
            ),
        ]
