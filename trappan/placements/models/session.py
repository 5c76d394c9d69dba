"""What makes a day differ from the ordinary week, and the sessions that come of it all."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.activities.models.activity import Activity
from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.periods import Period
from trappan.schedules.week import Part, part_of


class Closure(Period, Signed):
    """Days on which a site is closed for everybody, half-open: holidays of its own, weeks in summer.

    `opened_at` is set when the site takes it back: its days count again.
    """

    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="closures")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=120)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on"]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="closure_ends_after_start")]


class Cancellation(Signed):
    """One day of an activity cancelled for everybody, and restored as a whole if it is held after all."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="cancellations")
    day = models.DateField()
    reason = models.CharField(max_length=120)
    restored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "day"], condition=Q(restored_at=None), name="one_cancellation_a_day"
            )
        ]


class Suspension(Period, Signed):
    """A planned pause of a placement, half-open; it always ends, and ends by itself. The seat is kept.

    Somebody who is back sooner ends it that day or the next; one that never began ends where it would have begun.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="suspensions")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="suspension_ends_after_start")
        ]


class DayChange(Signed):
    """One day of a placement at other times than the week says, or not at all (`starts_at` empty).

    Minutes of that day, half-open. Agreed beforehand with the person, so that it is no absence.
    `taken_back_at` is set when it was a mistake, or agreed anew: the day is as the week says again.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="day_changes")
    day = models.DateField()
    starts_at = models.IntegerField(null=True, blank=True)
    ends_at = models.IntegerField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "day"], condition=Q(taken_back_at=None), name="one_change_a_day"
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None)
                | Q(starts_at__gte=0, ends_at__gt=F("starts_at"), ends_at__lte=24 * 60),
                name="change_within_the_day",
            ),
        ]

    @property
    def times(self) -> Part | None:
        """Return the other hours of the day; None where there are none."""
        return part_of(self.starts_at, self.ends_at)


class Session(models.Model):
    """The view `placements_session`: a placement's time on one day, and whether it is held.

    `minutes` are those that pass between its hours, an hour less or more on the nights when the
    clocks are moved. Cancelled, closed and suspended ones are neutral: nobody is away from them.
    """

    class State(models.TextChoices):
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")
        CLOSED = "closed", _("Closed")
        SUSPENDED = "suspended", _("Paused")

    key = models.TextField(primary_key=True)
    placement = models.ForeignKey(Placement, models.DO_NOTHING, related_name="sessions")
    person = models.ForeignKey("people.Person", models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.DO_NOTHING, related_name="+")
    activity = models.ForeignKey(Activity, models.DO_NOTHING, related_name="+")
    day = models.DateField()
    starts_at = models.IntegerField()
    ends_at = models.IntegerField()
    minutes = models.IntegerField()
    state = models.CharField(max_length=10, choices=State)

    class Meta:
        managed = False
        db_table = "placements_session"

    @property
    def times(self) -> Part:
        """Return the hours of the day, from the first to the last."""
        return Part(self.starts_at, self.ends_at)
