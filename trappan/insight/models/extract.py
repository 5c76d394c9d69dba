"""Extracts for research: months of the spine given out by decision, for a time, without whose they are."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.periods import day_before


class Extract(Signed):
    """Who asks for which columns of which months, for what, and what was decided about it, by somebody else.

    `since` and `month` are the first and the last month, `ends_on` the first day on which the file is opened no longer.
    `words` are what months, columns and codes were called when it was asked for: the data dictionary. What is asked
    stands as it was asked, and is decided once; a decision is withdrawn, and never taken back. `rows`, `people` and
    `digest` are of the file (ExtractFile); `left_out` is how many were left out of it, NULL of fewer than five, and
    `gone_at` when the worker took the file away. `told_at` is when whoever asked first saw what was decided last.
    """

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("The extract is granted")
        REFUSED = "refused", _("The extract is refused")

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60)
    project = models.CharField(max_length=200)
    recipient = models.CharField(max_length=200)
    purpose = models.CharField(max_length=1000)
    columns = ArrayField(models.CharField(max_length=30))
    since = models.DateField()
    month = models.DateField()
    ends_on = models.DateField()
    words = models.JSONField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, db_default="")
    reason = models.CharField(max_length=1000, blank=True, db_default="")
    decided_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=500, blank=True, db_default="")
    withdrawn_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    rows = models.IntegerField(null=True)
    people = models.IntegerField(null=True)
    left_out = models.IntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True, db_default="")
    gone_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__day=1, month__day=1, since__lte=F("month")), name="extract_is_of_months"
            ),
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(project="") & ~Q(recipient="") & ~Q(purpose="") & ~Q(columns=[]),
                name="extract_says_what_for",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", reason="", decided_at=None, decided_by=None)
                | (Q(outcome__in=["granted", "refused"], decided_at__isnull=False) & ~Q(reason="")),
                name="extract_is_decided_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, outcome="granted") & ~Q(withdrawn_why="")),
                name="extract_is_withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, rows=None, people=None, digest="")
                | Q(made_at__isnull=False, rows__isnull=False, people__isnull=False, outcome="granted"),
                name="extract_is_made_when_granted",
            ),
        ]

    @property
    def last_on(self) -> date:
        """Return the last day on which the file may be opened."""
        return day_before(self.ends_on)


class ExtractFile(models.Model):
    """The file of an extract, as Parquet: there from when it is made until the extract is over. No role reads it.

    The numbers in it that stand for people were drawn for it alone, and are kept nowhere else.
    """

    extract = models.OneToOneField(Extract, models.PROTECT, related_name="+")
    content = models.BinaryField()
