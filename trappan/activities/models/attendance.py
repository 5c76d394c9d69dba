"""How each day of a placement went."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.activities.models.placement import Placement
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class Attendance(models.Model):
    """How one day of a placement went, in the site's words; judging an absence is not the site's.

    `minutes` are those present. No row means unmarked, which is not absence.
    """

    class Mark(models.TextChoices):
        PRESENT = "present", _("Here")
        PARTLY = "partly", _("Late or left early")
        TOLD = "absent_told", _("Absent, has told us")
        NOT_TOLD = "absent_not_told", _("Absent, has not told us")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="attendance")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_index=False)
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="days", db_index=False)
    day = models.DateField()
    mark = models.CharField(max_length=20, choices=Mark)
    minutes = models.IntegerField(default=0)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["placement", "day"], name="one_mark_a_day"),
            models.CheckConstraint(
                condition=Q(mark__in=["present", "partly"]) | Q(minutes=0),
                name="absent_is_no_minutes",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=0, minutes__lte=24 * 60), name="minutes_within_a_day"
            ),
        ]
        indexes = [models.Index(fields=["unit", "day"], name="attendance_of_unit")]
