"""Other times than usual, on one day."""

from django.db import models
from django.db.models import F, Q

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.week import Part, part_of


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
