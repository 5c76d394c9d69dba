"""The forecast as it is read, and what would be different if: prepared and answered by the worker."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.schedules.functions import Now


class Outlook(models.Model):
    """A municipality's forecast from the months up to one: told, its pictures, and the flow that differences come from.

    `told` and `pictures` (SVG by name and size) are what a page shows. `flow` holds small counts, and no page reads
    it. The row of a month is made anew when a building after `build` has changed some month.
    """

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+")
    month = models.DateField(unique=True)
    build = models.BigIntegerField()
    made_at = models.DateTimeField(db_default=Now())
    told = models.JSONField()
    pictures = models.JSONField()
    flow = models.JSONField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(month__day=1), name="outlook_is_of_a_month")]


class WhatIf(Signed):
    """What somebody asks would be different: the row is the order, and the worker writes the answer beside it.

    `places` are more or fewer by kind of activity, `consultants` more or fewer, `inflow` per cent. Never changed: the
    page's address is the question and its answer as they were, also when the month's forecast is made anew.
    """

    outlook = models.ForeignKey(Outlook, models.PROTECT, related_name="+")
    places = models.JSONField(default=dict)
    consultants = models.SmallIntegerField(default=0)
    inflow = models.SmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    answer = models.JSONField(null=True)
    pictures = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(consultants__range=(-200, 200), inflow__range=(-100, 200)), name="asked_within_reason"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer=None, pictures=None)
                | Q(answered_at__isnull=False, answer__isnull=False, pictures__isnull=False),
                name="answer_is_whole",
            ),
        ]
