"""That an agreement is let end on its last day, and not renewed."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement


class Lapse(Signed):
    """That the municipality lets an agreement end on its last day, and why; taken back where it is renewed after all.

    Whoever says neither this nor begins what follows is told so by the last day to give notice.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="lapses")
    why = models.CharField(max_length=300)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="lapse_says_why"),
            models.UniqueConstraint(fields=["agreement"], condition=Q(taken_back_on=None), name="lapses_once"),
        ]
