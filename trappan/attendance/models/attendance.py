"""Attendance: how each session of a placement went, as marked and as it counts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.placements.models.session import Session
from trappan.schedules.week import Part, minute_in_words, part_of


def in_words(mark: str, came_at: int | None, left_at: int | None) -> str:
    """Say a mark: *came 9.20* where the times are known, otherwise its kind; nothing of no mark."""
    at = {"came": minute_in_words(came_at or 0), "left": minute_in_words(left_at or 0)}
    if came_at is not None and left_at is not None:
        return gettext("Came %(came)s, left %(left)s") % at
    if came_at is not None:
        return gettext("Came %(came)s") % at
    if left_at is not None:
        return gettext("Left %(left)s") % at
    return str(Attendance.Mark(mark).label) if mark else ""


def as_marked(mark: str, came_at: int | None, left_at: int | None) -> str:
    """Return a mark and its times as one word, by which a page that is sent tells what it showed."""
    times = ["" if at is None else str(at) for at in (came_at, left_at)]
    return ":".join([mark, *times]) if any(times) else mark


class Attendance(Signed):
    """How one session of a placement went, in the site's words; judging an absence is not the site's.

    Who was here a part of it came late, left early or both: `came_at` and `left_at` are minutes of the day, and
    how long that is follows from the session's hours. `minutes` are those that a file told, without times. No row
    means unmarked, which is not absence. `why` says why a mark of an earlier day was changed; `keyed_in` that
    it was taken from paper, which changes no mark.
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
    minutes = models.IntegerField(default=0, db_default=0)
    came_at = models.IntegerField(null=True, blank=True)
    left_at = models.IntegerField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(came_at=None, left_at=None) | Q(mark="partly", minutes=0), name="times_are_of_a_part"
            ),
            models.CheckConstraint(
                condition=Q(came_at=None)
                | Q(came_at__gte=0, came_at__lt=F("left_at"))
                | Q(came_at__gte=0, left_at=None),
                name="came_before_leaving",
            ),
            models.CheckConstraint(condition=Q(came_at=None) | Q(came_at__lt=24 * 60), name="came_within_a_day"),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gt=0, left_at__lte=24 * 60), name="left_within_a_day"
            ),
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
    came_at = models.IntegerField(null=True)
    left_at = models.IntegerField(null=True)
    marked_by = models.ForeignKey("staff.Membership", models.DO_NOTHING, null=True, related_name="+")
    marked_at = models.DateTimeField()
    corrected_by = models.ForeignKey("staff.Membership", models.DO_NOTHING, null=True, related_name="+")
    corrected_at = models.DateTimeField()
    why = models.CharField(max_length=300)

    class Meta:
        managed = False
        db_table = "attendance_correction"
        ordering = ["id"]

    @property
    def said(self) -> str:
        """Return the mark in words, with its times."""
        return in_words(self.mark, self.came_at, self.left_at)


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
    came_at = models.IntegerField(null=True)
    left_at = models.IntegerField(null=True)

    class Meta:
        managed = False
        db_table = "attended_time"

    @property
    def times(self) -> Part | None:
        """Return the hours of the day; None where no schedule is known."""
        return part_of(self.starts_at, self.ends_at)

    @property
    def said(self) -> str:
        """Return the mark in words, with its times; nothing where there is none."""
        return in_words(self.mark, self.came_at, self.left_at)

    @property
    def as_marked(self) -> str:
        return as_marked(self.mark, self.came_at, self.left_at)

    @property
    def away(self) -> int:
        """Return the minutes that the person was marked away."""
        return self.excused + self.unexcused + self.undecided
