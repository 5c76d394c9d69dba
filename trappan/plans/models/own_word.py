"""A draft that the person gets to read, what the person writes of plan and goals, and what is answered."""

from collections.abc import Sequence
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.history.models import Signed
from trappan.plans.models.goal import Goal
from trappan.plans.models.plan import Plan
from trappan.schedules.functions import Now


class DraftToRead(Signed):
    """A draft that a colleague has given to the person to read, in the edition that is read.

    Written on, it is another edition, and unread until it is given anew. No decision waits for it.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="to_read", db_index=False)
    edition = models.IntegerField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["plan", "edition"], name="draft_given_once_an_edition")]


class OwnWordQuerySet(models.QuerySet["OwnWord"]):
    """The questions to what the person has written."""

    def of_plans(self, plans: Sequence[Plan]) -> Self:
        """Keep what is written of these plans and of the goals that stand in them, the latest first."""
        return self.filter(Q(plan__in=plans, goal=None) | Q(goal__plan__in=plans)).order_by("-id")


class OwnWord(models.Model):
    """What the person writes of a plan, or of one of its goals, on the own pages: a view, a rating, own words.

    `view` is of a draft, or of what is decided, where *disagrees* is an objection; `rating` is of a goal, on the scale
    that staff use. `edition` is the plan's when it was written. Written by the person alone; never changed nor taken
    away by anybody: what is written anew stands after it. Whoever wants something else says what.
    Sources: R-007, R-059.
    """

    class View(models.TextChoices):
        AGREES = "agrees", pgettext_lazy("of a plan", "It is right")
        CHANGE = "change", _("I want to change something")
        DISAGREES = "disagrees", _("I do not agree")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="own_words")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="own_words")
    edition = models.IntegerField()
    view = models.CharField(max_length=10, choices=View, blank=True, db_default="")
    rating = models.CharField(max_length=10, choices=Goal.Rating, blank=True, db_default="")
    words = models.TextField(max_length=1000, blank=True, db_default="")
    at = models.DateTimeField(db_default=Now())

    objects = OwnWordQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(view="") | Q(goal__isnull=False) & ~Q(rating=""), name="own_word_says_something"
            ),
            models.CheckConstraint(condition=Q(view__in=["", "agrees"]) | ~Q(words=""), name="own_no_says_what"),
        ]

    @property
    def is_to_talk_about(self) -> bool:
        """Tell whether the person wants something otherwise."""
        return self.view in (self.View.CHANGE, self.View.DISAGREES)


class WordReply(Signed):
    """What a colleague answers to something that the person has written: once, and the person reads it."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    word = models.OneToOneField(OwnWord, models.PROTECT, related_name="reply")
    text = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="reply_is_written")]
