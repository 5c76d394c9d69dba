"""What is known of a stored file: facts about bytes, and nothing of a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from trappan.schedules.functions import Now


class File(models.Model):
    """A file that somebody has attached: what kind its content is, how long, its digest, and when it came.

    Its name and whom it is about stand in the row of the room that ties it (`cases.ReferralFile`), and only
    through that row is it seen. A picture of a site (`activities.Picture`) is `for_all`: only such a file may a row
    open to every colleague. The key is drawn by lot, so that nobody finds one by counting. Each file has
    a row of its own, also where the same bytes came before: nothing tells that somebody else has them. `kept_by` is
    the membership that has stored it and alone may tie it to a row; None when it is tied (`documents_tie`).
    """

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF")
        JPEG = "jpeg", _("JPEG picture")
        PNG = "png", _("PNG picture")
        WEBP = "webp", _("WebP picture")
        TEXT = "text", _("plain text")
        DOCX = "docx", _("Word document")
        ODT = "odt", _("ODT document")

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=8, choices=Kind)
    size = models.IntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    for_all = models.BooleanField(default=False, db_default=False)
    kept_by = models.BigIntegerField(null=True, blank=True, editable=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="file_is_not_empty"),
            models.CheckConstraint(condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="file_has_a_digest"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["pdf", "jpeg", "png", "webp", "text", "docx", "odt"]),
                name="file_of_known_kind",
            ),
        ]
