"""The clock of tests and demo, and the calendar that the database reckons with."""

from django.db import models

from trappan.schedules.week import A, B


class Clock(models.Model):
    """The day that the whole system holds for today; empty outside tests and demo.

    `shift`, where it is set, is how far from real time its time of day goes, so that a test or the demo has its hour
    too; without it the time of day is the real one. At most one row. Only the owner of the database may write it;
    policies and Python read the same one, so that a screen and the rule behind it can never disagree about the date.
    """

    day = models.DateField()
    shift = models.DurationField(null=True, blank=True)
    only = models.BooleanField(default=True, unique=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_clock")]


class Day(models.Model):
    """A day of the calendar, Monday 0, with its ISO week, A or B, and what Sweden keeps on it.

    `holiday` is a public holiday (Sundays are weekdays like others here), `eve` a day that many
    keep as one: New Year's Eve, Midsummer Eve, Christmas Eve and the other eves. Filled from 2020
    to 2040 by the migration, out of the `holidays` library. Weeks A and B alternate from a Monday that
    the rule set names: `letter` follows it (`rules_letter_weeks`) and is written by nobody else.
    """

    day = models.DateField(primary_key=True)
    weekday = models.SmallIntegerField()
    week = models.SmallIntegerField()
    letter = models.CharField(max_length=1)
    holiday = models.CharField(max_length=40, blank=True)
    eve = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__gte=0, weekday__lte=6), name="seven_weekdays"),
            models.CheckConstraint(condition=models.Q(letter__in=[A, B]), name="week_a_or_b"),
        ]
