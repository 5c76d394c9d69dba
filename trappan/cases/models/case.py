"""Cases: one person's time with us."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from trappan.schedules.functions import Today


class CaseQuerySet(models.QuerySet["Case"]):
    """The questions to cases."""

    def open(self) -> Self:
        """Keep those that nobody has closed."""
        return self.filter(closed_on=None)


class Case(models.Model):
    """An ärende: one person's time with us, from the opening until it is closed.

    `unit` handles it, `social_worker` decides on it, `responsible` (a consultant) walks with the
    person. Its state is derived from what has happened, never stored. `kept_on` and `kept_why` say that the
    way goes on although the application fell after the case was opened, and why.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="cases")
    number = models.CharField(max_length=20)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+", db_index=False)
    social_worker = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    responsible = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)
    opened_on = models.DateField(db_default=Today())
    closed_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    kept_why = models.CharField(max_length=300, blank=True, db_default="")

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(closed_on=None), name="one_open_case"),
            models.UniqueConstraint(fields=["number"], name="one_case_a_number"),
            models.CheckConstraint(condition=Q(kept_on=None) | ~Q(kept_why=""), name="kept_case_says_why"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="case_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(fields=["responsible"], name="case_of_responsible"),
            models.Index(fields=["unit", "opened_on"], name="case_of_unit"),
            models.Index(fields=["unit", "closed_on"], name="case_closed_in_unit"),
            # For a number that somebody has begun to write.
            models.Index(fields=["number"], name="case_by_number", opclasses=["varchar_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.number


class CaseSerial(models.Model):
    """The latest case number given in a year; counted up by the database's own function."""

    year = models.IntegerField(unique=True)
    latest = models.IntegerField()
