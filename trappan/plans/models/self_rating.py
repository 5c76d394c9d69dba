"""How a person sees it: statements about oneself, answered by whoever wants to."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import Signed


class SelfRatingQuerySet(models.QuerySet["SelfRating"]):
    """The questions to what somebody has said of herself."""

    def standing(self) -> Self:
        """Keep the answers that nobody has taken back."""
        return self.filter(taken_back_at=None)


class SelfRating(Signed):
    """What a person answers to one statement about herself on a day: in degree, in words, or both.

    The statements are the municipality's own, a code table (*self_rating*: confidence, quality of
    life, safety, daring to take the next step), and no licensed instrument's. Always optional. Said
    by the person and written down by a colleague; nobody else's view goes here. Nothing is summed,
    nothing rests on it and it is never a gate. A slip is taken back by whoever wrote it, and kept.
    Sources: R-109, R-110, R-111; measured beside the staircase, after the Danish
    Beskæftigelses Indikator Projekt (2011–2016).
    """

    class Answer(models.IntegerChoices):
        NOT_AT_ALL = 1, _("Not at all")
        LITTLE = 2, _("A little")
        FAIRLY = 3, _("Fairly")
        MUCH = 4, _("Much")
        WHOLLY = 5, _("Wholly")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="self_ratings")
    day = models.DateField()
    statement = models.CharField(max_length=30)
    answer = models.SmallIntegerField(choices=Answer, null=True, blank=True)
    words = models.CharField(max_length=500, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = SelfRatingQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "day", "statement"], condition=Q(taken_back_at=None), name="one_answer_a_day"
            ),
            models.CheckConstraint(condition=Q(answer__isnull=False) | ~Q(words=""), name="self_rating_says_something"),
            models.CheckConstraint(condition=Q(answer=None) | Q(answer__range=(1, 5)), name="answer_in_degree"),
        ]
