"""The yearly question to colleagues: who has been asked, and, apart from that, what was answered."""

from django.db import models
from django.db.models import F, Q


class StaffAsked(models.Model):
    """That a colleague has answered the question of a year, or has put it off until a day; never what was answered.

    Without a time: when somebody answered stands in the log alone. Read by no role: a colleague is told her own by
    a function.
    """

    year = models.SmallIntegerField()
    colleague = models.ForeignKey("staff.Colleague", models.PROTECT, related_name="+")
    answered = models.BooleanField(default=False)
    put_off_until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "colleague"], name="asked_once_a_year"),
            models.CheckConstraint(condition=Q(answered=False) | Q(put_off_until=None), name="answered_or_put_off"),
        ]


class StaffTally(models.Model):
    """How many in a unit have answered a question of a year, and the sum of their grades from 1 to 5.

    There is no row an answer: it is added here, and all of the unit's rows of the year are written anew with it, so
    that none of them says whose was the latest. `question` is a code of *staff_question*. Read by no role: what may
    be told is told by a function, when the year's asking is over.
    """

    year = models.SmallIntegerField()
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    question = models.CharField(max_length=30)
    answers = models.IntegerField()
    total = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "unit", "question"], name="one_tally_a_question"),
            models.CheckConstraint(
                condition=Q(answers__gt=0, total__gte=F("answers"), total__lte=5 * F("answers")),
                name="tally_is_of_grades",
            ),
        ]
