"""Why a case stands still, in the words of a code table."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trappan.cases.models.case import Case
from trappan.history.models import Signed
from trappan.schedules.periods import Period


class Stall(Period, Signed):
    """Why a case waits and since when, one reason at a time, half-open; a code of `rules`.

    What a case waits for can be seen from what is not there yet; why it is not there only somebody
    who works with the person can say. `ends_on` is empty while it lasts.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="stalls")
    reason = models.CharField(max_length=30)
    note = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="stall_ends_after_start"
            ),
            ExclusionConstraint(
                name="one_stall_at_a_time",
                expressions=[
                    (Func(F("case_id"), F("case_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["case"], condition=Q(ends_on=None), name="stall_that_lasts")]
