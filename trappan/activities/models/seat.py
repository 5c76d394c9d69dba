"""Seats: when in the week an activity's places are taken, and never by whom."""

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from trappan.activities.models.activity import NEVER, Activity
from trappan.schedules.periods import Period
from trappan.schedules.week import EVERY, A, B, Part, Week


class SeatUse(Period):
    """A stretch of the week, from a day to a day, in which one of an activity's places is taken.

    Counting is not seeing: nothing here tells by whom. Minutes run from Monday at midnight,
    half-open; rows that share a `seat` are one person's week; `once` is a day at other times, no part
    of the ordinary week; `until` is `ends_on`, or a day beyond all others. The peak over minutes and
    days never exceeds the activity's places then: the database locks the activity and counts
    (`activities_place_is_free`).
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="seat_uses", db_index=False)
    seat = models.UUIDField()
    starts_at = models.IntegerField()
    ends_at = models.IntegerField()
    weeks = models.CharField(max_length=5, default=EVERY, db_default=EVERY)
    once = models.BooleanField(default=False, db_default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    until = models.GeneratedField(
        expression=Coalesce("ends_on", Value(NEVER)), output_field=models.DateField(), db_persist=True
    )

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__gte=0, ends_at__gt=F("starts_at"), ends_at__lte=7 * 24 * 60),
                name="seat_within_the_week",
            ),
            models.CheckConstraint(condition=Q(weeks__in=[EVERY, A, B]), name="seat_every_week_or_every_other"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="seat_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(fields=["seat"], name="seat"),
            models.Index(fields=["activity", "starts_on"], name="seat_of_activity"),
            # Most seats are past: those of today and to come are found by their end.
            models.Index(fields=["activity", "until"], name="seat_until"),
        ]

    @property
    def part(self) -> Part:
        """Return the part of the week that is taken."""
        return Part(self.starts_at, self.ends_at, self.weeks)


def week_of_seat(uses: list[SeatUse]) -> Week:
    """Return the ordinary week that a seat's rows make."""
    return Week(tuple(sorted({use.part for use in uses})))
