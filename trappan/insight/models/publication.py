"""What has been published: figures frozen as they were told, and what each rests on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trappan.history.models import Signed


class Publication(Signed):
    """The figures from `since` up to `month` as they could be told at a moment: never changed, and never taken back.

    `since` is the month itself or the January of its year. A month is published once; another publication `replaces`
    the one that stood, with its `reason`. `words` are what figures and their parts were called then, `builds` what each
    month was made from, `pictures` the board's charts by figure, each with the days numbered in it, where `month` was
    the latest that was told (charts go on to that). `digest` is the
    SHA-256 of the file of open data, which is made of the rows alone (sql/publication.sql), and `figures` how many
    those are.
    """

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    since = models.DateField()
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by", db_index=False)
    reason = models.CharField(max_length=500, blank=True)
    words = models.JSONField()
    builds = models.JSONField()
    pictures = models.JSONField()
    figures = models.IntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-month", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "month"], condition=Q(replaces=None), name="one_publication"
            ),
            models.UniqueConstraint(fields=["replaces"], name="replaced_once"),
            models.UniqueConstraint(fields=["id", "municipality", "month", "since"], name="publication_of_its_month"),
            models.CheckConstraint(
                condition=Q(month__day=1, since__day=1)
                & (Q(since=F("month")) | Q(since__month=1, since__year=F("month__year"), since__lt=F("month"))),
                name="publication_is_of_a_month_or_its_year",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, reason="") | (Q(replaces__isnull=False) & ~Q(reason="")),
                name="replaced_with_a_reason",
            ),
        ]

    @property
    def is_of_year(self) -> bool:
        """Tell whether it is of the year so far, and not of its month alone."""
        return self.since != self.month


class PublishedCell(models.Model):
    """One figure of a publication, as a cell was when it could be told; what was held back has no row."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="cells", db_index=False)
    indicator = models.CharField(max_length=40)
    month = models.DateField()
    by = ArrayField(models.CharField(max_length=20), default=list)
    part = ArrayField(models.CharField(max_length=40), default=list)
    value = models.FloatField(null=True)
    numerator = models.IntegerField()
    denominator = models.IntegerField(null=True)
    corrected = models.BooleanField(default=False)
    cutoff = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "by", "indicator", "month", "part"], name="one_figure_a_publication"
            )
        ]
