"""Projects of several municipalities: who takes part in them, with whose money, and which people, each counted once."""

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.functions import Now
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.staff.models import Organisation, Unit


class Project(Period, Signed):
    """What several municipalities set out to do together for a time, led by the body that owns it (R-056, R-079).

    `goal_basis_points` is the least share, in hundredths of a percent, who are to have work, studies or an internship;
    of whom the goal does not say, so that every page shows it of the planned, the started and those who have finished.
    `finished_on` and `report` are written once, by the database's function: with them the key is destroyed by which a
    person was known again between municipalities.
    """

    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=100)
    aim = models.CharField(max_length=500)
    starts_on = models.DateField()
    ends_on = models.DateField()
    goal_basis_points = models.PositiveIntegerField()
    finished_on = models.DateField(null=True, blank=True)
    report = models.TextField(blank=True, default="", db_default="")

    class Meta:
        ordering = ["-starts_on", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_project_a_name"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(aim=""), name="project_says_what"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="project_ends_after_start"),
            models.CheckConstraint(
                condition=Q(goal_basis_points__gte=1, goal_basis_points__lte=10_000), name="goal_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(finished_on=None, report="") | (Q(finished_on__isnull=False) & ~Q(report="")),
                name="project_is_finished_by_a_report",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(Signed):
    """That a municipality takes part in a project: which unit coordinates it there, and how many are planned."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="municipalities", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    planned_women = models.PositiveIntegerField()
    planned_men = models.PositiveIntegerField()

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "organisation"], name="takes_part_in_a_project_once"),
            models.UniqueConstraint(fields=["id", "unit"], name="unit_of_municipality_in_project"),
            models.UniqueConstraint(fields=["id", "project"], name="project_of_municipality"),
            models.CheckConstraint(
                condition=Q(planned_women__gt=0) | Q(planned_men__gt=0), name="municipality_plans_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.organisation.name

    @property
    def planned(self) -> int:
        """Return how many people are planned."""
        return self.planned_women + self.planned_men


class SubInitiative(Signed):
    """A part of a project with a theme of its own (Kalejdo, Sökandelots): for whom, where and for how many (R-081).

    `municipality` is empty for one that is everybody's. `target_groups` are codes, in force on the day it was written.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="sub_initiatives", db_index=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=100)
    theme = models.CharField(max_length=300)
    target_groups = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    planned = models.PositiveIntegerField()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="one_sub_initiative_a_name"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(theme=""), name="sub_initiative_says_what"),
            models.CheckConstraint(condition=Q(planned__gte=1), name="sub_initiative_plans_somebody"),
        ]

    def __str__(self) -> str:
        return self.name


class Funding(Signed):
    """Whose money a project has, and how much, in whole öre: the fund's, national, and what municipalities put in."""

    class Kind(models.TextChoices):
        FUND = "fund", _("The European Social Fund")
        NATIONAL = "national", _("National money")
        TIME = "time", _("Municipalities, time worked")
        MONEY = "money", _("Municipalities, money")

    project = models.ForeignKey(Project, models.PROTECT, related_name="funding", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    budget_ore = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "kind"], name="one_funding_a_kind"),
            models.CheckConstraint(condition=Q(budget_ore__gt=0), name="funding_is_something"),
        ]


class Spending(Signed):
    """How much of a funding is used from the project's first day to a day, in whole öre. The latest holds."""

    funding = models.ForeignKey(Funding, models.PROTECT, related_name="spending")
    as_of = models.DateField()
    amount_ore = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["-as_of", "-id"]


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


class Key(models.Model):
    """By what a person is known again in a project, whichever municipality it is: the two halves of an HMAC's key.

    No role reads it; one function of the database does. Gone when the project is finished.
    """

    project = models.OneToOneField(Project, models.PROTECT, primary_key=True, related_name="+")
    inner_key = models.BinaryField()
    outer_key = models.BinaryField()


class Mark(models.Model):
    """What stands for a person in a project's counting: HMAC-SHA-256 of the personal number, by the project's key.

    Not unique, so that no row is refused for another that somebody does not see; read by no role.
    """

    participation = models.OneToOneField(Participation, models.PROTECT, primary_key=True, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    mark = models.BinaryField()


class Count(models.Model):
    """What a project's leader is told in a month (`month`, its first day): counted once, and read by no role.

    Were it counted anew each time, one that somebody has written since would be seen by the difference.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    counted = models.JSONField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "month"], name="counted_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="counted_in_a_month"),
        ]
