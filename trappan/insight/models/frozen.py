"""The months of the spine that a publication rests on, as they stood then."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.insight.models.publication import Publication


class FrozenMonth(models.Model):
    """A month of one table of the spine (`of`) as Parquet, as it stood when its figures were published.

    The row is the order: publishing writes it without `content`, no building changes the month until the worker has
    frozen it, and then it is changed by nobody. `digest` is the SHA-256 of `content`. Still personal data: whoever
    reads publications reads the digest alone, and the content the worker's role for figures by a function.
    """

    class Of(models.TextChoices):
        PERSON = "person", _("people")
        PLACEMENT = "placement", _("placements")
        PLACE = "place", _("places")

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="frozen", db_index=False)
    month = models.DateField()
    of = models.CharField(max_length=10, choices=Of)
    content = models.BinaryField(null=True)
    rows = models.IntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True, db_default="")
    frozen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "month", "of"], name="frozen_once"),
            models.CheckConstraint(
                condition=Q(content=None, rows=None, digest="", frozen_at=None)
                | Q(content__isnull=False, rows__isnull=False, digest__regex="^[0-9a-f]{64}$", frozen_at__isnull=False),
                name="frozen_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["month"], condition=Q(frozen_at=None), name="frozen_waits")]
