"""What extracts call their files and columns, saved by name."""

from django.db import models

from trappan.schedules.functions import Now


class SavedNaming(models.Model):
    """One edition of a naming that is reused by its name: the latest holds, the earlier ones tell what held.

    `files` and `columns` say what their names are here, `days` how 12/11/2026 is read. Never changed: who
    says something else of the name adds a row.
    """

    name = models.CharField(max_length=100)
    files = models.JSONField(default=dict)
    columns = models.JSONField(default=dict)
    days = models.CharField(max_length=20, blank=True)
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
