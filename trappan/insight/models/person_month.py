"""A person's month, without the person: what every figure about people is counted from."""

from django.db import models
from django.db.models import Q


class PersonMonth(models.Model):
    """One pseudonymised row per person and month, of everybody who had support, a case or a placement in it.

    Still personal data: a month, a type of household, a unit and an exit may be enough to know somebody by. Built by
    the database (sql/person_month.sql) from the rooms' tables, and read by the worker's role for figures alone.
    `month` is its first day; `age` whole years at the month's end. `is_head` is one person per household and month, the
    applicant: households are counted by it, and a household's gender is that person's. `in_a_row`, `of_12`, `of_36`
    count months with support up to this one; `is_new` is the first of sixty months, `is_back` one after a break,
    `is_ended` the first month without. `stayed_away_6` and `stayed_away_12` say of those whose last month with support
    was twelve months ago, and of nobody else, whether they had none in the first six of these and in all twelve.
    `unit_id` is that of the case, `activity_id`, `place_unit_id`, `organiser_id` and `kind` those of the activity with
    most minutes assigned. Minutes are of the month, but `target` and `planned`: a week's, of the plan in force at its
    end; `expected` is what the plans of the month ask for, a seventh of a week's for each day on which one is in force.
    `case_opened` and `case_closed` say that a case was so in the month. `waits_for` is the first thing on an open
    case's way that is not there, or `placed`, and `waits_since` since when: of the month that was not over when it was
    built, and of no other. `exit_in_shortage`: work in an occupation that was marked as one where people lack, on its
    first day. Days between stages stand in the month in which the later one happened, so that a median is one quantile,
    and so do the months without work, in that of the mapping. `cohort` is the month of the first start, `step` the
    latest that staff have assessed by the month's end.
    """

    month = models.DateField()
    pseudonym = models.BigIntegerField()
    household = models.BigIntegerField(null=True)
    gender = models.CharField(max_length=1)
    age = models.SmallIntegerField(null=True)
    age_band = models.CharField(max_length=7)

    on_support = models.BooleanField()
    is_head = models.BooleanField()
    role = models.CharField(max_length=20)
    household_type = models.SmallIntegerField(null=True)
    obstacle = models.CharField(max_length=20)
    in_a_row = models.SmallIntegerField()
    of_12 = models.SmallIntegerField()
    of_36 = models.SmallIntegerField()
    is_very_long = models.BooleanField()
    is_new = models.BooleanField()
    is_back = models.BooleanField()
    is_ended = models.BooleanField()
    stayed_away_6 = models.BooleanField(null=True)
    stayed_away_12 = models.BooleanField(null=True)

    requirement = models.CharField(max_length=10)
    requirement_why = models.CharField(max_length=30)
    is_reduced = models.BooleanField()
    is_refused = models.BooleanField()

    has_case = models.BooleanField()
    unit_id = models.BigIntegerField(null=True)
    target = models.IntegerField(null=True)
    planned = models.IntegerField(null=True)
    expected = models.IntegerField()
    case_opened = models.BooleanField()
    case_closed = models.BooleanField()
    waits_for = models.CharField(max_length=12)
    waits_since = models.DateField(null=True)

    is_placed = models.BooleanField()
    activity_id = models.BigIntegerField(null=True)
    place_unit_id = models.BigIntegerField(null=True)
    organiser_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    assigned = models.IntegerField()
    attended = models.IntegerField()
    excused = models.IntegerField()
    unexcused = models.IntegerField()

    days_to_case = models.IntegerField(null=True)
    days_to_mapping = models.IntegerField(null=True)
    days_to_plan = models.IntegerField(null=True)
    days_to_start = models.IntegerField(null=True)
    days_to_exit = models.IntegerField(null=True)
    months_without_work = models.IntegerField(null=True)
    cohort = models.DateField(null=True)
    first_step = models.SmallIntegerField(null=True)
    step = models.SmallIntegerField(null=True)
    exit_reason = models.CharField(max_length=20)
    exit_held = models.BooleanField(null=True)
    exit_occupation = models.CharField(max_length=40)
    exit_in_shortage = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "pseudonym"], name="person_month_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="person_month_is_its_first_day"),
        ]
        indexes = [models.Index(fields=["pseudonym", "month"], name="months_of_pseudonym")]
