"""A decision that was wrong is replaced by a new one, which names it and says why; the old one stays as it was."""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ReplaceableQuerySet(models.QuerySet[Row]):
    """The questions to decisions, of which some have been replaced."""

    def standing(self) -> Self:
        """Keep those that nobody has replaced: the others are read, and count for nothing."""
        return self.filter(replaced_at=None)


class Replaceable(models.Model):
    """A row that may be replaced, once, by another about the same; `replaced_at` is the database's to write."""

    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replacement")
    replaces_why = models.CharField(max_length=300, blank=True, db_default="")
    replaced_at = models.DateTimeField(null=True, editable=False)

    objects: Any = ReplaceableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces_why=""), name="%(class)s_says_what_was_wrong"
            )
        ]
