"""What the board and the administration want to reach, what became of it, and what was found wanting."""

from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed

FIRST_TERM, YEARS = 2023, 4  # the terms of councils are four years, counted from this one


class Term(NamedTuple):
    """The years between two elections."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


def term_of(year: int) -> Term:
    """Return the term in which a year lies."""
    first = year - (year - FIRST_TERM) % YEARS
    return Term(first, first + YEARS - 1)


class Goal(Signed):
    """A level that is to be reached in a year, as somebody has decided it.

    `definition` says in words of whom it is counted and how; empty where nobody has said it, and then nothing can be
    said to be reached. `indicator` names the figure that is nearest, where there is one (insight/indicators). A goal
    stands `under` another of the same term, which is never changed, so that no circle closes. Name, level and
    year stand as they were decided, and definition and indicator from the first value on: what is counted another way
    is another goal.
    """

    class Unit(models.TextChoices):
        PERCENT = "percent", _("percent")
        HOUSEHOLDS = "households", _("households")
        PEOPLE = "people", _("people")
        DAYS = "days", _("days")
        PLACES = "places", _("places")

    class Direction(models.TextChoices):
        AT_LEAST = "at_least", _("No less than")
        AT_MOST = "at_most", _("No more than")

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    under = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")
    name = models.CharField(max_length=120)
    definition = models.CharField(max_length=1000, blank=True)
    direction = models.CharField(max_length=10, choices=Direction, default=Direction.AT_LEAST)
    level = models.DecimalField(max_digits=9, decimal_places=1)
    unit = models.CharField(max_length=10, choices=Unit)
    year = models.SmallIntegerField()
    responsible = models.CharField(max_length=120)
    decided = models.CharField(max_length=200)
    indicator = models.CharField(max_length=40, blank=True)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["year", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "year", "name"], condition=Q(taken_out_on=None), name="one_goal_a_name"
            ),
            models.UniqueConstraint(fields=["id", "municipality"], name="goal_of_its_municipality"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(responsible="") & ~Q(decided=""), name="goal_says_whose"),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="goal_is_of_a_year"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def term(self) -> Term:
        """Return the term that the goal is of."""
        return term_of(self.year)

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value is at the level or on the right side of it."""
        return value >= self.level if self.direction == self.Direction.AT_LEAST else value <= self.level


class GoalResult(Signed):
    """What became of a goal, as of a day, in words, with the value where it can be counted. Never changed.

    Without a definition there is no value: nobody can say of what it would be. A later result stands before it.
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="results")
    as_of = models.DateField()
    value = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["-as_of", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="result_says_what")]

    def __str__(self) -> str:
        return self.text

    @property
    def is_early(self) -> bool:
        """Tell whether this is of a day before the goal's year, so that it decides nothing."""
        return self.as_of.year < self.goal.year

    @property
    def is_reached(self) -> bool | None:
        """Tell whether the goal is reached by this; None where there is no value, or none of its year, to say it by."""
        return None if self.value is None or self.is_early else self.goal.holds(self.value)


class Improvement(Signed):
    """Something that was found wanting, what is done about it, and what came of it.

    `organisation` is the partner that it concerns, where it concerns one.
    """

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="improvements")
    found_on = models.DateField()
    deficiency = models.CharField(max_length=500)
    source = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=500)
    responsible = models.CharField(max_length=120)
    due_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=1000, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-found_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(deficiency="") & ~Q(action="") & ~Q(responsible=""), name="improvement_says_what"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, result="") | (Q(done_on__gte=F("found_on")) & ~Q(result="")),
                name="improvement_is_done_with_a_result",
            ),
        ]

    def __str__(self) -> str:
        return self.deficiency

    def is_late(self, today: Any) -> bool:
        """Tell whether it was to be done by now, and is not."""
        return self.done_on is None and self.due_on is not None and self.due_on < today
