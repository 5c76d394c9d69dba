"""Before anything adverse: the conversation about absence, and the support that is asked of a site."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case, Note
from trappan.history.models import Signed
from trappan.placements.models.placement import Placement


class Dialogue(Signed):
    """A conversation about absence: what happened, the person's own words, support offered, result.

    The journal's note holds what happened; this holds the rest. Before anything adverse there is one.
    """

    class Result(models.TextChoices):
        GOES_ON = "goes_on", _("Goes on as before")
        ADAPTED = "adapted", _("Goes on with other times or tasks")
        MOVES = "moves", _("Another place is sought")
        SUPPORT = "support", _("Support is arranged first")
        DECLINES = "declines", _("The person declines to take part")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    note = models.OneToOneField(Note, models.PROTECT, related_name="dialogue")
    own_words = models.TextField()
    support = ArrayField(models.CharField(max_length=30), default=list)
    support_note = models.CharField(max_length=500, blank=True, db_default="")
    result = models.CharField(max_length=10, choices=Result)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(own_words=""), name="dialogue_has_own_words"),
            models.CheckConstraint(
                condition=Q(result__in=["goes_on", "adapted", "moves", "support", "declines"]),
                name="dialogue_has_a_result",
            ),
        ]


class SupportAction(Signed):
    """Support that a consultant asks a site to give somebody who is away much, and what came of it.

    What sites offer is agreed with them (R-107); the site answers what it did. It judges nothing.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="support_actions")
    asked = models.CharField(max_length=500)
    outcome = models.CharField(max_length=500, blank=True, db_default="")
    done_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(asked=""), name="support_says_what"),
            models.CheckConstraint(
                condition=Q(done_at=None, outcome="") | (Q(done_at__isnull=False) & ~Q(outcome="")),
                name="support_done_says_what_came_of_it",
            ),
        ]
