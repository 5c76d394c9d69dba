"""Which role may hold which scope: the table that every policy asks."""

from django.db import models


class RoleScope(models.Model):
    """A role that may read rows of a scope, where a grant opens them.

    `through_unit` False means: only by a grant to the membership itself, so that a unit's grant
    does not open files to its head.
    """

    role = models.CharField(max_length=30)
    scope = models.CharField(max_length=20)
    through_unit = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "scope"], name="one_row_a_scope")]


class Secret(models.Model):
    """What seals who acts: one row, made by `migrate`, another in every database; only definer functions read it."""

    alone = models.BooleanField(primary_key=True, default=True)
    secret = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(alone=True), name="one_secret")]
