"""Who takes part in a project, through which municipality, and what came of it."""

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.projects.models.project import Municipality, SubInitiative
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.staff.models import Unit


class InProjectQuerySet(PeriodQuerySet["Participation"]):
    """The questions to participations: what was written by mistake is none."""

    def meant(self) -> Self:
        return self.exclude(result=Participation.Result.MISTAKE)


class Participation(Period, Signed):
    """That a person takes part in a project through a municipality, in at most one of its sub-initiatives at a time.

    Seen and written by that municipality's coordinating unit, and read by whoever has the person's plan there.
    `target_groups` may be several: they are told each for itself and never added up. `result` says at the end what came
    of it; of somebody with several periods the first in the list of results counts.
    """

    class Result(models.TextChoices):
        WORK = "work", _("Work")
        STUDIES = "studies", _("Studies")
        INTERNSHIP = "internship", _("Internship")
        CLOSER = "closer", _("A step closer")
        NONE = "none", _("None of these")
        MISTAKE = "mistake", _("Written down by mistake")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="participations")
    sub_initiative = models.ForeignKey(SubInitiative, models.PROTECT, null=True, blank=True, related_name="+")
    target_groups = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=12, choices=Result, blank=True, default="", db_default="")

    objects = InProjectQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["person", "-starts_on"], name="project_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None, result="") | (Q(ends_on__gte=F("starts_on")) & ~Q(result="")),
                name="project_participation_ends_with_a_result",
            ),
            ExclusionConstraint(
                name="in_a_project_once_at_a_time",
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (
                        Func(F("municipality_id"), F("municipality_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=~Q(result="mistake"),
            ),
        ]
