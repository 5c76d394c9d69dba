"""Cells: the figures as they are read, prepared by the worker."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Cell(models.Model):
    """One number: an indicator in a month, for all (`by` and `part` empty) or for one part of a breakdown.

    `by` names the breakdown's dimensions and `part` this cell's value of each, in the same order. `value` is what is
    read, of `numerator` out of `denominator` where the indicator has one. What is not `shown` stands here and is told
    to nobody; `corrected` says that it stands as it was told, since the difference would tell of somebody. The finest
    counts behind all that is told are kept so too (FINEST), and never shown. `build` says up to when the month's
    sources were read.
    """

    FINEST = "finest"

    indicator = models.CharField(max_length=40)
    period = models.CharField(max_length=7)
    month = models.DateField()
    by = ArrayField(models.CharField(max_length=20), default=list)
    part = ArrayField(models.CharField(max_length=40), default=list)
    value = models.FloatField(null=True)
    numerator = models.IntegerField()
    denominator = models.IntegerField(null=True)
    shown = models.BooleanField(default=False)
    corrected = models.BooleanField(default=False)
    build = models.ForeignKey("insight.Build", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "period", "by", "month", "part"], name="one_cell_a_part"),
            models.CheckConstraint(condition=Q(by__len=models.F("part__len")), name="cell_has_its_part"),
            models.CheckConstraint(condition=~Q(period="finest") | Q(shown=False), name="finest_is_not_shown"),
        ]
