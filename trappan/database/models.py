"""Which rules a database holds, so that `trappan migrate` changes only those that have changed."""

from django.db import models


class AppliedRule(models.Model):
    """A rule as it was last made in this database. Written by `trappan migrate` and by nobody else.

    `digest` is of the whole text; `head` is of the part that cannot be replaced in place (a
    function's arguments and result), empty where the whole text is that part. `sealed` is of what
    PostgreSQL said of it then: a rule that was changed by hand since is made anew.
    """

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=130)
    digest = models.CharField(max_length=64)
    head = models.CharField(max_length=64, blank=True)
    sealed = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="one_rule_a_name")]
