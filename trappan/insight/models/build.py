"""What the worker is to build, and what each building changed."""

from django.db import models
from django.db.models import Q

from trappan.schedules.functions import Now


class BuildOrder(models.Model):
    """That a month is to be built: the row is the order, and one waits for a month at a time."""

    month = models.DateField()
    ordered_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month"], condition=Q(done_at=None), name="one_order_a_month_waits"),
            models.CheckConstraint(condition=Q(month__day=1), name="order_is_of_a_month"),
        ]


class TellOrder(models.Model):
    """That what is told of a year is to be gone through again, since a month of it became another.

    `drawn_at`: what is reckoned of several years, and the charts, have followed since.
    """

    year = models.PositiveSmallIntegerField()
    ordered_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year"], condition=Q(done_at=None), name="one_order_a_year_waits")
        ]


class Build(models.Model):
    """One building of a month: up to when its sources were read (`cutoff`), and what became another since the last.

    `added` and `removed` count the rows of the three tables that were written: a row that changed is both. The list of
    builds in which they are not zero is what changed since. `source` are the fingerprints of what the month is made of,
    by which a later night sees that it has moved; `digest` is that of the month's rows as they stand.
    """

    month = models.DateField()
    cutoff = models.DateTimeField()
    rows = models.IntegerField()
    added = models.IntegerField()
    removed = models.IntegerField()
    source = models.JSONField()
    digest = models.CharField(max_length=32)
    seconds = models.FloatField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(month__day=1), name="build_is_of_a_month")]
        indexes = [models.Index(fields=["month", "-id"], name="build_of_month")]
