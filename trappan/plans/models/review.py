"""Reviews of the plan in force: what was seen when it was followed up, and when it is the next time."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.plans.models.plan import Plan


class Review(Signed):
    """A follow-up of a decided plan that goes on as it is: what came of it, and the day of the next.

    Where the plan is to be another, the next one is drafted instead. `next_on` takes the place of the plan's own
    `review_on`, which stays as it was decided.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    outcome = models.TextField()
    next_on = models.DateField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(outcome=""), name="review_says_what_came_of_it")]
