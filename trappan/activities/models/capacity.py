"""Changes of how many places an activity has, in a part of the week and from a day to a day."""

from django.db import models
from django.db.models import F, Q

from trappan.activities.models.activity import Activity
from trappan.history.models import Signed
from trappan.schedules.periods import Period
from trappan.schedules.week import Part


class Capacity(Period, Signed):
    """A change of how many places an activity has: in a part of the week, from a day to a day.

    Where several cover the same moment the latest made holds; where none does, the activity's own
    number. `extra` ones are added to it instead: people more than there is room for, which a site
    leader answers for with a reason. Never changed or taken away: the next change is a new row.
    Written by the site itself; lowering takes the rule set's notice, and never below those placed.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="capacities")
    places = models.PositiveIntegerField()
    extra = models.BooleanField(default=False, db_default=False)
    starts_at = models.IntegerField(default=0)
    ends_at = models.IntegerField(default=7 * 24 * 60)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__gte=0, ends_at__gt=F("starts_at"), ends_at__lte=7 * 24 * 60),
                name="capacity_within_the_week",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="capacity_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(extra=False) | (~Q(reason="") & Q(places__gte=1)), name="extra_has_a_reason"
            ),
        ]

    @property
    def stretch(self) -> Part | None:
        """Return the part of the week that it is about; None for all of it."""
        whole = self.starts_at == 0 and self.ends_at == 7 * 24 * 60
        return None if whole else Part(self.starts_at, self.ends_at)
