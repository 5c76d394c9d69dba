"""Projects of several municipalities: what they are for, who takes part in them, and with whose money."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.schedules.periods import Period
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
            models.UniqueConstraint(fields=["id", "project"], name="project_of_sub_initiative"),
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
