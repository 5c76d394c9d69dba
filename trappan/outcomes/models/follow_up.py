"""How it went afterwards: what the person answers when asked, and who came back to the support."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.outcomes.models.exit import Exit


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """The questions to follow-ups."""

    def standing(self) -> Self:
        """Keep those that nobody has taken back."""
        return self.filter(taken_back_at=None)


class FollowUp(Signed):
    """That somebody was asked, so many `months` after the end, and what was answered; or that nobody was reached.

    Each try that reached nobody is a row of its own; an answer ends it, once for each time. The months are the rule
    set's. Told by the person, to whoever works with the person or by a link (`statement`); nobody has to answer. A slip
    is taken back, and kept.
    """

    class Answer(models.TextChoices):
        STILL = "still", _("Still in the work or the studies")
        OTHER = "other", _("In other work or studies")
        BACK = "back", _("Back on support")
        NOT_REACHED = "not_reached", _("Not reached")
        DECLINED = "declined", _("Does not want to answer")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="follow_ups")
    exit = models.ForeignKey(Exit, models.PROTECT, related_name="follow_ups")
    months = models.SmallIntegerField()
    day = models.DateField()
    answer = models.CharField(max_length=12, choices=Answer)
    words = models.CharField(max_length=500, blank=True)
    statement = models.ForeignKey("agreements.Statement", models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["months", "day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["exit", "months"],
                condition=Q(taken_back_at=None) & ~Q(answer="not_reached"),
                name="one_answer_a_follow_up",
            ),
            models.UniqueConstraint(
                fields=["exit", "months", "day"],
                condition=Q(taken_back_at=None, answer="not_reached"),
                name="one_try_a_day",
            ),
            models.UniqueConstraint(
                fields=["statement"], condition=Q(taken_back_at=None), name="one_follow_up_a_statement"
            ),
            models.CheckConstraint(condition=Q(months__range=(1, 24)), name="follow_up_within_two_years"),
        ]


class Return(models.Model):
    """Somebody back on support within so many months of an end to self-support as the rules say.

    Derived, never stored (sql/return.sql). `month` is the first with support after at least one without: support up to
    the first wages is no return.
    """

    exit = models.OneToOneField(Exit, models.DO_NOTHING, primary_key=True, related_name="came_back")
    month = models.DateField()

    class Meta:
        managed = False
        db_table = "outcomes_return"
