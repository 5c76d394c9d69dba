"""Meetings with the person."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class Meeting(models.Model):
    """A meeting between a colleague and the person, from `starts_at` to `ends_at`.

    Without `outcome` it is still to come, or past and waiting for somebody to say what happened.
    A moved one stays, and `moved_from` of the new one points at it. One colleague is in one
    meeting at a time; `elsewhere` says that it was booked knowing that the person is expected somewhere else.
    """

    class How(models.TextChoices):
        VISIT = "visit", _("At our office")
        ELSEWHERE = "elsewhere", _("Somewhere else")
        PHONE = "phone", _("By phone")
        VIDEO = "video", _("By video")

    class Outcome(models.TextChoices):
        CAME = "came", _("Came")
        MISSED = "missed", _("Did not come")
        MOVED = "moved", _("Moved")
        CANCELLED = "cancelled", _("Cancelled by us")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="meetings")
    case = models.ForeignKey(Case, models.PROTECT, related_name="meetings")
    colleague = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How, default=How.VISIT)
    place = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=200)
    interpreter = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default="")
    moved_from = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="moved_to")
    elsewhere = models.BooleanField(default=False, db_default=False)
    booked_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
            ExclusionConstraint(
                name="one_meeting_at_a_time",
                expressions=[
                    (
                        Func(F("colleague_id"), F("colleague_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_at"), F("ends_at"), function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=~Q(outcome__in=["moved", "cancelled"]),
            ),
        ]
        indexes = [
            models.Index(fields=["colleague", "starts_at"], condition=Q(outcome=""), name="meeting_without_outcome")
        ]
