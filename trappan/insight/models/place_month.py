"""A month at a place: each who is placed there without the person, and the place as a whole."""

from django.db import models
from django.db.models import Q


class PlacementMonth(models.Model):
    """One pseudonymised row per person, activity and month: a partner's figures count everybody placed with it.

    A person's own month (PersonMonth) names the main activity alone. `has_started` and `has_ended` say that the first
    or the last day lies in the month; minutes are of the month.
    """

    month = models.DateField()
    pseudonym = models.BigIntegerField()
    activity_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    organiser_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    is_real = models.BooleanField()
    gender = models.CharField(max_length=1)
    age_band = models.CharField(max_length=7)
    has_started = models.BooleanField()
    has_ended = models.BooleanField()
    assigned = models.IntegerField()
    attended = models.IntegerField()
    excused = models.IntegerField()
    unexcused = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "activity_id", "pseudonym"], name="placement_month_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="placement_month_is_its_first_day"),
        ]


class PlaceMonth(models.Model):
    """One row per activity and month: what it holds and how much of it was used; about nobody.

    `places` is the most at one time on the month's last day (or the activity's), `taken` how many seats were somebody's
    then. Minutes are of the month.
    """

    month = models.DateField()
    activity_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    organiser_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    places = models.IntegerField()
    taken = models.IntegerField()
    started = models.IntegerField()
    ended = models.IntegerField()
    assigned = models.IntegerField()
    attended = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "activity_id"], name="place_month_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="place_month_is_its_first_day"),
        ]
