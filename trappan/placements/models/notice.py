"""Notices that somebody will not come on a day, and the reasons for absences as they were told."""

from django.db import models

from trappan.history.models import CurrentActor, Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.functions import Now


class Notice(Signed):
    """That somebody has said beforehand that they will not come on a day: it is marked before they are missed.

    The site reads that it was said, never why: the reason is a `ToldReason`.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="notices", db_index=False)
    day = models.DateField()

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["placement", "day"], name="one_notice_a_day")]


class ToldReason(models.Model):
    """The reason for an absence as it was told: written at the site or by staff, read by staff alone.

    A site passes on what it hears and keeps nothing of it: it cannot read the table.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    reason = models.CharField(max_length=30)
    note = models.CharField(max_length=300, blank=True)
    author = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        indexes = [models.Index(fields=["placement", "day"], name="told_reason_of_day")]
