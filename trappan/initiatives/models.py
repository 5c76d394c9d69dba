"""Initiatives with target, period and money, who took part, what goes on afterwards, and days to mark in charts."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.partnerships.models.paper import DecidedPaper, paper_constraints
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.staff.models import Organisation


class Initiative(Period, Signed):
    """What a municipality sets out to do for a time: so many people, from a day to a day, with money from somewhere.

    `target` is how many people are to start, to have left for work, or for studies, as `counts` says: never two of them
    added up. `funding` is whose
    money it is in words, `budget` how much in whole kronor, where somebody has said. One that `follows` another takes
    over those who take part in it: of the whole chain a person counts once. An initiative always has an end.
    Who takes part in one that is `in_sus` is registered in the follow-up system of the coordination associations.
    """

    class Counts(models.TextChoices):
        STARTS = "starts", _("People who start")
        WORK = "work", _("People who leave for work")
        STUDIES = "studies", _("People who leave for studies")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=100)
    aim = models.CharField(max_length=500)
    target = models.PositiveIntegerField()
    counts = models.CharField(max_length=12, choices=Counts, default=Counts.STARTS)
    funding = models.CharField(max_length=200)
    budget = models.PositiveBigIntegerField(null=True, blank=True)
    in_sus = models.BooleanField(default=False, db_default=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followers", db_index=False)

    class Meta:
        ordering = ["-starts_on", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="one_initiative_a_name"),
            # Beside the municipality: of another one's nothing is told but that it is none of ours.
            models.UniqueConstraint(fields=["follows", "municipality"], name="one_follows_another"),
            models.UniqueConstraint(fields=["id", "municipality"], name="initiative_of_municipality"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(aim=""), name="initiative_says_what"),
            models.CheckConstraint(condition=~Q(funding=""), name="initiative_says_whose_money"),
            models.CheckConstraint(condition=Q(target__gte=1), name="initiative_has_a_target"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="initiative_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def followed_by(self) -> "Initiative | None":
        """Return the one that follows this; at most one does."""
        return self.followers.first()


class ParticipationQuerySet(PeriodQuerySet["Participation"]):
    """The questions to participations by whether they go on."""

    def going_on(self) -> Self:
        """Return those that nobody has ended, in cases that are open."""
        return self.filter(ends_on=None, case__closed_on=None)


class Participation(Period, Signed):
    """That a person takes part in an initiative, from a day until it ends and says why.

    A case that is closed ends it too: what it led to is the case's exit, and is not written a second time.
    """

    class Why(models.TextChoices):
        COMPLETED = "completed", _("Went through all of it")
        LEFT = "left", _("Left before the end")
        MISTAKE = "mistake", _("Written down by mistake")
        CARRIED_OVER = "carried_over", _("Went along into the one that followed")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="participations")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=15, choices=Why, blank=True)

    objects = ParticipationQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["person", "-starts_on"], name="participation_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None, why="") | (Q(ends_on__gte=F("starts_on")) & ~Q(why="")),
                name="participation_ends_for_a_reason",
            ),
            ExclusionConstraint(
                name="takes_part_once_at_a_time",
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (
                        Func(F("initiative_id"), F("initiative_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=~Q(why="mistake"),
            ),
        ]

    @property
    def goes_on(self) -> bool:
        """Tell whether nobody has ended it, and the case is open."""
        return self.ends_on is None and self.case.closed_on is None


class Continuation(Signed):
    """What goes on in ordinary work when an initiative is over: what, by whom, with whose money."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="continuations")
    what = models.CharField(max_length=300)
    by_whom = models.CharField(max_length=200)
    money = models.CharField(max_length=200)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(by_whom="") & ~Q(money=""), name="continuation_says_all_three"
            )
        ]

    def __str__(self) -> str:
        return self.what


class EndReport(Signed):
    """How an initiative ended, as of a day: its figures and what goes on, as they were when it was written.

    Never changed. A later one stands before it, and the earlier stays to be read.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="reports")
    as_of = models.DateField()
    text = models.TextField()
    figures: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField()
    goes_on: "models.JSONField[list[dict[str, str]], list[dict[str, Any]]]" = models.JSONField()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="report_says_how_it_ended")]

    def __str__(self) -> str:
        return self.text


class InitiativePaper(DecidedPaper):
    """The paper by which an initiative is decided, or what changes in one: with whose money, for whom, until when."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="papers")

    class Meta:
        ordering = ["-id"]
        constraints = paper_constraints("initiative", "initiative")


class Landmark(Signed):
    """A day that charts are to be marked with: a new administration, a law, another way of working."""

    class Kind(models.TextChoices):
        ADMINISTRATION = "administration", _("New administration")
        LAW = "law", _("Law")
        METHOD = "method", _("Way of working")
        PANDEMIC = "pandemic", _("Pandemic")
        OTHER = "other", _("Something else")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=15, choices=Kind)
    name = models.CharField(max_length=100)
    source = models.CharField(max_length=200, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="landmark_has_a_name")]

    def __str__(self) -> str:
        return self.name


def landmarks_between(first: date, last: date) -> models.QuerySet[Landmark]:
    """Return the days to mark in a chart from its first day to its last, in order."""
    return Landmark.objects.filter(taken_out_on=None, day__gte=first, day__lte=last).order_by("day", "pk")
