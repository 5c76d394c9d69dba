"""What the worker has done of what is due each day."""

from django.db import models


class Done(models.Model):
    """A chore that has been done on a day of the database's own: written in the same transaction as the work."""

    name = models.CharField(max_length=60)
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="once_a_day")]
