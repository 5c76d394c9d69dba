"""Where people are: activities with places, who is placed, and how each day went."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now
from trappan.schedules.week import Part, Week


class Activity(models.Model):
    """Something to take part in at a site, with a number of places at any one time.

    `kind` is one of the four that the law knows as we understand it; `real_operation` tells a
    workplace that would run anyway from constructed tasks; `weekdays` is as the municipality wrote
    it, `mon,tue`. Open to all colleagues.
    """

    class Kind(models.TextChoices):
        ABILITY = "ability", _("Ability")
        LANGUAGE = "language", _("Language")
        SEARCH = "job_search_conditions", _("Conditions for seeking work")
        WORKPLACE = "workplace", _("Workplace")

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=30, choices=Kind)
    places = models.PositiveIntegerField()
    description = models.TextField(blank=True)
    real_operation = models.BooleanField(default=True)
    weekdays = models.CharField(max_length=40, blank=True, default="", db_default="")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="activity_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name


class SeatUse(models.Model):
    """A stretch of the week, from a day to a day, in which one of an activity's places is taken.

    Counting is not seeing: nothing here tells by whom. Minutes run from Monday at midnight,
    half-open; rows that share a `seat` are one person's week. The peak over minutes and days never
    exceeds the activity's places: the database locks the activity and counts (migrations/0002).
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="seat_uses")
    seat = models.UUIDField()
    starts_at = models.IntegerField()
    ends_at = models.IntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__gte=0, ends_at__gt=F("starts_at"), ends_at__lte=7 * 24 * 60),
                name="seat_within_the_week",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="seat_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["seat"], name="seat"),
            models.Index(fields=["activity", "starts_on"], name="seat_of_activity"),
        ]


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


def week_of_seat(uses: list[SeatUse]) -> Week:
    """Return the ordinary week that a seat's rows make."""
    return Week(tuple(sorted({Part(use.starts_at, use.ends_at) for use in uses})))


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
