"""What became of those who began, as it is read: prepared by the worker."""

from django.db import models
from django.db.models import Q

from trappan.schedules.functions import Now


class Evaluation(models.Model):
    """What is told of a municipality's activities: how many of those who began have come to what, followed to a month.

    `month` is the last of a half-year, and the latest one's row is what the page shows. `told` and `pictures` (SVG by
    name and size) are what it shows; `counted` are the counts behind, which no page reads. The row is made anew when a
    building after `build` has changed some month of those that are followed.
    """

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+")
    month = models.DateField(unique=True)
    build = models.BigIntegerField()
    made_at = models.DateTimeField(db_default=Now())
    told = models.JSONField()
    pictures = models.JSONField()
    counted = models.JSONField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=1) & Q(month__month__in=[6, 12]), name="evaluation_is_of_a_half_year"
            )
        ]
