"""Notices that somebody will not come on a day, or will be late, and the reasons for absences as they were told."""

from django.db import models

from trappan.history.models import CurrentActor, Signed
from trappan.placements.models.placement import Placement
from trappan.schedules.functions import Now


class Notice(Signed):
    """That somebody has said beforehand that they will not come on a day: it is marked before they are missed.

    The site reads that it was said, never why: the reason is a `ToldReason`. `own` is one that the person has sent, by
    the own pages: written by the database's functions alone.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="notices", db_index=False)
    day = models.DateField()
    own = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["placement", "day"], name="one_notice_a_day")]


class SaidLate(models.Model):
    """That the person has said, by the own pages, that they come late on a day: about how many minutes.

    It is no mark, and changes none: it stands on the day's list, so that nobody wonders. Written by the database's
    functions alone.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    minutes = models.SmallIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["placement", "day"], name="said_late_once_a_day"),
            models.CheckConstraint(condition=models.Q(minutes__gt=0, minutes__lte=240), name="late_by_some_minutes"),
        ]


class ToldReason(models.Model):
    """The reason for an absence as it was told: written at the site or by staff, read by staff alone.

    A site passes on what it hears and keeps nothing of it: it cannot read the table. Without an author the person has
    told it, by the own pages.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    reason = models.CharField(max_length=30)
    note = models.CharField(max_length=300, blank=True)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day", "id"]
        indexes = [models.Index(fields=["placement", "day"], name="told_reason_of_day")]
