"""Where each open case stands: derived by the database from what has happened, never stored."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseState(models.Model):
    """The view `desk_casestate`: the first thing on an open case's way that is not yet there.

    `since` is the day from which it waits for that, or on which its placement began. Like every
    view it runs as its reader. `stall` is the reason that a colleague has given, `stalled_since`
    its first day. `begun` says that somebody has begun the kartläggning.
    """

    class Stage(models.TextChoices):
        UNASSIGNED = "unassigned", _("Nobody is responsible")
        UNMAPPED = "unmapped", _("Waits for kartläggning")
        UNPLANNED = "unplanned", _("Waits for a plan")
        WAITING = "waiting", _("Waits for a place")
        PLACED = "placed", _("In activity")

    case = models.OneToOneField("cases.Case", models.DO_NOTHING, primary_key=True, related_name="state")
    stage = models.CharField(max_length=12, choices=Stage)
    since = models.DateField()
    stall = models.CharField(max_length=30)
    stalled_since = models.DateField(null=True)
    begun = models.BooleanField()
    has_draft = models.BooleanField()
    plan = models.ForeignKey("plans.Plan", models.DO_NOTHING, null=True, related_name="+")
    review_on = models.DateField(null=True)
    weekly_minutes = models.IntegerField(null=True)
    activity_name = models.TextField()

    class Meta:
        managed = False
        db_table = "desk_casestate"
