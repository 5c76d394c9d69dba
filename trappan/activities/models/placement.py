"""Who is where, from when to when."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from trappan.activities.models.activity import Activity
from trappan.history.models import CurrentActor


class Placement(models.Model):
    """A person in an activity from a day to a day (half-open), on the week of its seat.

    A protected person is placed by a recorded decision and opens to one named supervisor; under
    cooperation a partner's site needs the person's consent. Both are the database's to refuse.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="placements")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="placements")
    seat = models.UUIDField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=200, blank=True)
    supervisor = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    decision = models.TextField(blank=True)
    placed_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "activity", "starts_on"], name="one_placement_a_start"
            ),
            models.UniqueConstraint(fields=["seat"], name="one_placement_a_seat"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="placement_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "starts_on"], name="placement_of_unit"),
            models.Index(fields=["person"], name="placement_of_person"),
        ]

    def covers(self, day: date) -> bool:
        """Tell whether the day lies within the placement."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)
