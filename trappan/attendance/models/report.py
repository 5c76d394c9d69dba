"""How it goes at a place, told on a rhythm; and what went wrong there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement


class Report(Signed):
    """A short report of how it goes, by the site, to the consultant, who says that it is read.

    Due as often as the rule set says, counted from the start or the report before; a missing one is
    derived from that (`reports`). Never changed: the next one is a new row.
    """

    class Going(models.TextChoices):
        FORWARD = "forward", _("Moves forward")
        STEADY = "steady", _("Steady")
        HARD = "hard", _("Hard right now")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="reports", db_index=False)
    day = models.DateField()
    going = models.CharField(max_length=10, choices=Going)
    text = models.CharField(max_length=1000)
    wants_talk = models.BooleanField(default=False, db_default=False)
    read_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="report_is_written"),
            models.CheckConstraint(condition=Q(going__in=["forward", "steady", "hard"]), name="report_says_how"),
            models.UniqueConstraint(fields=["placement", "day"], name="one_report_a_day"),
        ]
        indexes = [models.Index(fields=["person"], name="report_unread", condition=Q(read_at=None))]


class Incident(Signed):
    """Something that went wrong at a place: recorded by the site, told to the consultant, counted.

    What happened and what was done about it; a work injury is also reported where the law says
    (SoL 12:6), outside this system.
    """

    class Kind(models.TextChoices):
        INJURY = "injury", _("Somebody was hurt")
        NEAR = "near", _("It nearly went wrong")
        THREAT = "threat", _("Threat or violence")
        OTHER = "other", _("Something else")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="incidents")
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.CharField(max_length=1000)
    done = models.CharField(max_length=500)
    read_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(done=""), name="incident_is_written"),
            models.CheckConstraint(
                condition=Q(kind__in=["injury", "near", "threat", "other"]), name="incident_of_a_kind"
            ),
        ]
        indexes = [models.Index(fields=["person"], name="incident_unread", condition=Q(read_at=None))]
