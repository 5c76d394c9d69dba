"""Attendance: how each session of a placement went, as marked and as it counts."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.placements.models.session import Session
from trappan.schedules.week import Part, part_of


class Attendance(Signed):
    """How one session of a placement went, in the site's words; judging an absence is not the site's.

    `minutes` are those present. No row means unmarked, which is not absence. `why` says why a mark of an
    earlier day was changed; `keyed_in` that it was taken from paper, which changes no mark.
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
    why = models.CharField(max_length=300, blank=True, db_default="")
    keyed_in = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["placement", "day"], name="one_mark_a_day"),
            models.CheckConstraint(
                condition=Q(mark__in=["present", "partly", "absent_told", "absent_not_told"]), name="a_mark_of_four"
            ),
            models.CheckConstraint(
                condition=Q(mark__in=["present", "partly"]) | Q(minutes=0), name="absent_is_no_minutes"
            ),
            models.CheckConstraint(condition=Q(minutes__gte=0, minutes__lte=24 * 60), name="minutes_within_a_day"),
        ]
        indexes = [models.Index(fields=["unit", "day"], name="attendance_of_unit")]


class Correction(models.Model):
    """What a mark was before it was changed, who had marked it when; who changed it, when and why.

    The view `attendance_correction`, of the versions kept of each mark: newest last.
    """

    placement = models.ForeignKey(Placement, models.DO_NOTHING, related_name="corrections")
    person = models.ForeignKey("people.Person", models.DO_NOTHING, related_name="+")
    day = models.DateField()
    mark = models.CharField(max_length=20, choices=Attendance.Mark)
    minutes = models.IntegerField()
    marked_by = models.ForeignKey("staff.Membership", models.DO_NOTHING, null=True, related_name="+")
    marked_at = models.DateTimeField()
    corrected_by = models.ForeignKey("staff.Membership", models.DO_NOTHING, null=True, related_name="+")
    corrected_at = models.DateTimeField()
    why = models.CharField(max_length=300)

    class Meta:
        managed = False
        db_table = "attendance_correction"
        ordering = ["id"]


class AttendedTime(models.Model):
    """The view `attended_time`: the one definition of attendance.

    One row a session up to today; its minutes lie each in exactly one of *attended, excused,
    unexcused, undecided* (absent, nothing found yet), *unmarked, neutral* (cancelled, closed,
    paused). Assigned is all but neutral. Findings are municipal staff's: a site that reads the view
    sees what it marked, with every absence undecided, and is shown no share.
    """

    key = models.TextField(primary_key=True)
    placement = models.ForeignKey(Placement, models.DO_NOTHING, related_name="attended_time")
    person = models.ForeignKey("people.Person", models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.DO_NOTHING, related_name="+")
    activity = models.ForeignKey("activities.Activity", models.DO_NOTHING, related_name="+")
    day = models.DateField()
    starts_at = models.IntegerField(null=True)
    ends_at = models.IntegerField(null=True)
    minutes = models.IntegerField()
    state = models.CharField(max_length=10, choices=Session.State)
    mark = models.CharField(max_length=20, choices=Attendance.Mark)
    attended = models.IntegerField()
    excused = models.IntegerField()
    unexcused = models.IntegerField()
    undecided = models.IntegerField()
    unmarked = models.IntegerField()
    neutral = models.IntegerField()
    keyed_in = models.BooleanField()

    class Meta:
        managed = False
        db_table = "attended_time"

    @property
    def times(self) -> Part | None:
        """Return the hours of the day; None where no schedule is known."""
        return part_of(self.starts_at, self.ends_at)

    @property
    def away(self) -> int:
        """Return the minutes that the person was marked away."""
        return self.excused + self.unexcused + self.undecided
