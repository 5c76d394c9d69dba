"""Own departments and their drive for places: target, question, answer, and who was told."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from trappan.employers.models.employer import Employer, Workplace
from trappan.history.models import Signed
from trappan.schedules.functions import Today


class DepartmentTarget(Signed):
    """How many places an own department is to offer in a half-year, and by whose decision."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="targets", db_index=False)
    half = models.DateField()
    places = models.PositiveIntegerField()
    decision = models.CharField(max_length=200)

    class Meta:
        ordering = ["half", "id"]
        constraints = [
            models.UniqueConstraint(fields=["employer", "half"], name="one_target_a_half_year"),
            models.CheckConstraint(condition=~Q(decision=""), name="target_says_who_decided"),
        ]


class PlaceQuestionQuerySet(models.QuerySet["PlaceQuestion"]):
    """The questions to questions: an opening, also one closed since, is an answer, and so is a reason for none."""

    def unanswered(self) -> Self:
        return self.filter(none_reason="", openings=None)


class PlaceQuestion(Signed):
    """That a workplace of an own department is asked how many it can take in a half-year, once a half-year.

    Asked by the coordinator, or on the day that the rules say in the coordinator's name. It is answered by openings, or
    by `none_reason`: whoever answers none has answered.
    """

    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="questions", db_index=False)
    half = models.DateField()
    asked_on = models.DateField(db_default=Today())
    answer_by = models.DateField()
    none_reason = models.CharField(max_length=300, blank=True, db_default="")

    objects = PlaceQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["half", "id"]
        constraints = [
            models.UniqueConstraint(fields=["workplace", "half"], name="one_question_a_half_year"),
            models.CheckConstraint(condition=Q(answer_by__gte=F("asked_on")), name="answered_after_asked"),
        ]


class PlaceNotice(models.Model):
    """That somebody was told of a question by mail: the first time, twice again, and at last their head.

    `nth` counts from 0; `LAST` goes to the head of the department. Without a `colleague` there was nobody to tell.
    Written by the worker's function alone.
    """

    LAST = 3

    question = models.ForeignKey(PlaceQuestion, models.PROTECT, related_name="notices", db_index=False)
    nth = models.PositiveSmallIntegerField()
    told_on = models.DateField(db_default=Today())
    colleague = models.ForeignKey("staff.Colleague", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["nth", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "nth", "colleague"], name="one_notice_each", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(nth__lte=3), name="told_four_times_at_most"),
        ]
