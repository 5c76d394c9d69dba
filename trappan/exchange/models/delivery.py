"""What is delivered to those who ask for figures by law or agreement: each file, its report, and who took it."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.months import months_after


class Delivery(Signed):
    """One version of a file that is delivered for a period, from the order to the day it was sent.

    `first` is the period's first day; how long it is follows from the kind. The row is the order: the worker makes the
    file (sql/delivery.sql) and writes what it found in `report`, a row a check with how many it `found`; where two
    numbers are held against each other neither is kept, and `is_open` says that the other was not told yet. `faults` is
    how many of the checks found anything. `rows`, how many lines it has, no role reads. A correction is another
    version, with its `reason`; of the one before the digest stands. `is_trial`: of individual data of a month that is
    not to be delivered yet there is the report of what is missing, and no file. Written by the database's functions
    alone.
    """

    class Kind(models.TextChoices):
        MONTH = "statistics_month", _("Statistics, month")
        YEAR = "statistics_year", _("Statistics, whole year")
        QUARTER = "supervision_quarter", _("Supervision, quarter")
        ITEMS = "kolada_items", _("Kolada items, year")
        INDIVIDUAL = "individual_month", _("Individual data, month")

    LONG = {Kind.MONTH: 1, Kind.QUARTER: 3, Kind.YEAR: 12, Kind.ITEMS: 12, Kind.INDIVIDUAL: 1}

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind)
    first = models.DateField()
    version = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(null=True)
    rows = models.IntegerField(null=True)
    is_trial = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, blank=True)
    columns = ArrayField(models.CharField(max_length=60), default=list)
    report = models.JSONField(default=list)
    faults = models.SmallIntegerField(default=0)
    expires_on = models.DateField(null=True)
    sent_on = models.DateField(null=True)
    sent_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["-first", "kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "first", "version"], name="one_delivery_a_version"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="another_version_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, rows=None, digest="", expires_on=None, sent_on=None)
                | Q(
                    made_at__isnull=False, rows__isnull=False, digest__regex=r"^[0-9a-f]{64}$", expires_on__isnull=False
                )
                | Q(made_at__isnull=False, is_trial=True, rows=0, digest="", expires_on__isnull=False, sent_on=None),
                name="delivery_is_made_whole",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_by=None) | Q(sent_on__isnull=False, sent_by__isnull=False),
                name="sent_by_somebody",
            ),
        ]

    @property
    def after(self) -> date:
        """Return the first day after the period."""
        return months_after(self.first, self.LONG[self.Kind(self.kind)])

    @property
    def open_checks(self) -> int:
        """Return how many checks had nothing yet to be held against."""
        return sum(bool(line.get("is_open")) for line in self.report)


class DeliveryFile(models.Model):
    """What a delivery holds, word for word; read by whoever ordered it through one function, and emptied in the end.

    The statistics' files carry personal numbers: no role reads the table. `households` is how many months with support
    households had in a statistics' period, the protected ones with them, who stand in no file.
    """

    delivery = models.OneToOneField(Delivery, models.PROTECT, related_name="file", primary_key=True)
    content = models.TextField(null=True)
    households = models.IntegerField(null=True)


class Taking(Signed):
    """That somebody took a delivery's file, and when; written as it is handed out."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="takings")

    class Meta:
        ordering = ["-at", "-id"]
