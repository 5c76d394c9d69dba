"""What a colleague judges that somebody is ready for: dated, with its reason, and never a gate."""

from django.db import models
from django.db.models import Q

from trappan.cases.models.case import Case
from trappan.history.models import Signed


class Readiness(Signed):
    """A judgement that somebody is ready for something, from a day, with the reason in words.

    `what` is of the code table *ready_for*. The latest stands; the earlier are kept and shown. Nothing asks for
    it: a place is found, proposed and given alike with and without.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="readiness")
    case = models.ForeignKey(Case, models.PROTECT, related_name="readiness")
    what = models.CharField(max_length=30)
    reason = models.TextField()
    day = models.DateField()

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="readiness_says_for_what"),
            models.CheckConstraint(condition=~Q(reason=""), name="readiness_says_why"),
        ]
