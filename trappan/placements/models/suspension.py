"""When a placement pauses."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trappan.history.models import Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.periods import Period


class Suspension(Period, Signed):
    """A planned pause of a placement, half-open; it always ends, and ends by itself. The seat is kept.

    Somebody who is back sooner ends it that day or the next; one that never began ends where it would have begun.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="suspensions")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="suspension_ends_after_start"),
            ExclusionConstraint(
                name="one_pause_at_a_time",
                expressions=[
                    (
                        Func(F("placement_id"), F("placement_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
