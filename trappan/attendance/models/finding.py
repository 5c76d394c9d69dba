"""Findings: whether an absence had an acceptable reason, as municipal staff find it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.placements.models.placement import Placement
from trappan.schedules.functions import Now


class Finding(models.Model):
    """What municipal staff found of an absence: an acceptable reason, or none.

    The latest of a day holds; earlier ones stay. The site neither writes nor reads it. Found without
    acceptable reason only after a conversation with the person.
    """

    class Kind(models.TextChoices):
        EXCUSED = "excused", _("Acceptable reason")
        UNEXCUSED = "unexcused", _("No acceptable reason")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="findings", db_index=False)
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.CharField(max_length=30, blank=True)
    conversation = models.ForeignKey("cases.Note", models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["excused", "unexcused"]), name="a_finding_of_two"),
            models.CheckConstraint(
                condition=Q(kind="excused") | Q(conversation__isnull=False), name="unexcused_after_a_conversation"
            ),
            models.CheckConstraint(condition=Q(kind="unexcused") | ~Q(reason=""), name="excused_has_a_reason"),
        ]
        indexes = [models.Index(fields=["placement", "day", "-id"], name="finding_of_day")]
