"""Exemptions: times in which a person is not asked to take part, of what kind and on what evidence."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trappan.history.models import CurrentActor
from trappan.requirement.models.replaceable import Replaceable, ReplaceableQuerySet
from trappan.schedules.functions import Now
from trappan.schedules.periods import Period


class Exemption(Replaceable, Period):
    """A time in which the person is not asked to take part, of a kind, on evidence; half-open.

    It always has an end, so that somebody looks at it again. Ended earlier, never deleted.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="exemptions")
    kind = models.CharField(max_length=30)
    starts_on = models.DateField()
    ends_on = models.DateField()
    evidence = models.TextField()
    reference = models.CharField(max_length=60, blank=True, db_default="")
    decided_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    decided_at = models.DateTimeField(db_default=Now())

    objects = ReplaceableQuerySet["Exemption"].as_manager()  # type: ignore[assignment, misc]  # in place of the base's

    class Meta(Replaceable.Meta):
        abstract = False
        ordering = ["-starts_on"]
        constraints = [
            *Replaceable.Meta.constraints,
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="exemption_ends_after_start"),
            models.CheckConstraint(condition=~Q(evidence=""), name="exemption_rests_on_evidence"),
            ExclusionConstraint(
                name="one_exemption_at_a_time",
                condition=Q(replaced_at=None),
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
