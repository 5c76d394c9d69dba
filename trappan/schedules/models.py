"""The clock of tests and demo; everything else here is plain functions without tables."""

from django.db import models


class Clock(models.Model):
    """The day that the whole system holds for today; empty outside tests and demo.

    At most one row. Only the owner of the database may write it; policies and Python read the
    same one, so that a screen and the rule behind it can never disagree about the date.
    """

    day = models.DateField()
    only = models.BooleanField(default=True, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_clock")]
