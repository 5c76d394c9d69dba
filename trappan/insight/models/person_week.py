"""A person's week, without the person: what is counted by week is counted from these rows."""

from django.db import models
from django.db.models import Q


class PersonWeek(models.Model):
    """One pseudonymised row per person and ISO week, of who should be in activity, has a plan, or came.

    As personal as a month of the spine (PersonMonth), and read by the worker's role for figures alone. `week` is its
    Monday; `month` the month of its Thursday, to which the whole week belongs as ISO weeks belong to years, since the
    requirement is tried by month: `should` says that it holds the person in that month, exempt of nothing. `gender` and
    `unit_id` are those of the person's row of that month, and so is `in_month`, that somebody attended in it. Minutes
    are of the seven days: who attended any was in activity. `target` and `planned` are a week's, of the plan in force
    at its end.
    """

    week = models.DateField()
    month = models.DateField()
    pseudonym = models.BigIntegerField()
    gender = models.CharField(max_length=1)
    unit_id = models.BigIntegerField(null=True)
    should = models.BooleanField()
    target = models.IntegerField(null=True)
    planned = models.IntegerField(null=True)
    attended = models.IntegerField()
    in_month = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["week", "pseudonym"], name="person_week_once"),
            models.CheckConstraint(condition=Q(week__iso_week_day=1), name="person_week_is_its_monday"),
            models.CheckConstraint(condition=Q(month__day=1), name="person_week_is_of_a_month"),
        ]
