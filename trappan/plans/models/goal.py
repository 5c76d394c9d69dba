"""Goals under a plan, and what has been seen that concerns them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.plans.models.plan import Plan
from trappan.schedules.functions import Now


class GoalQuerySet(models.QuerySet["Goal"]):
    """The questions to goals."""

    def open(self) -> Self:
        """Keep those that nobody has closed."""
        return self.filter(closed_on=None)


class Goal(models.Model):
    """A delmål: a title and a date; the rest is optional. Closed with how it went.

    `unit` is the site that set it, empty for the plan's own. How it went is said by staff and by
    the person, each for themselves; `reached_on` is the day of a goal that staff saw reached. A
    site's goal stands `under` one of the plan's own when the consultant says so: it rolls up there.
    """

    class Rating(models.TextChoices):
        REACHED = "reached", _("Reached")
        PARTLY = "partly", _("Partly")
        NOT_YET = "not_yet", _("Not yet")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="goals")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    under = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    staff_rating = models.CharField(max_length=10, choices=Rating, blank=True, db_default="")
    own_rating = models.CharField(max_length=10, choices=Rating, blank=True, db_default="")
    reached_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, staff_rating="") | (Q(closed_on__isnull=False) & ~Q(staff_rating="")),
                name="closed_goal_says_how_it_went",
            )
        ]


class Observation(models.Model):
    """What a site or a colleague has seen, in a sentence, tied to a delmål where there is one.

    What happened, not what it means: an assessment is the consultant's. Read by the site that wrote
    it and by those who hold the plan; never changed. `sign` is the words of the sign of a step that was
    seen by it, as they stood in the frame that day.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="observations", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="observations")
    day = models.DateField()
    text = models.CharField(max_length=500)
    sign = models.CharField(max_length=200, blank=True, db_default="")
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="observation_is_written")]
        indexes = [models.Index(fields=["person", "-day"], name="observation_of_person")]
