"""Days on which a site is closed, or one activity is cancelled."""

from django.db import models
from django.db.models import F, Q

from trappan.activities.models.activity import Activity
from trappan.history.models import Signed
from trappan.schedules.periods import Period


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
