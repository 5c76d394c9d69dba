"""The calendar of sessions: who is expected when, worked out by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.activities.models.activity import Activity
from trappan.placements.models.placement import Placement
from trappan.schedules.week import Part


class Session(models.Model):
    """The view `placements_session`: a placement's time on one day, and whether it is held.

    `minutes` are those that pass between its hours, an hour less or more on the nights when the
    clocks are moved. Cancelled, closed, suspended and unsigned ones are neutral: nobody is away from them.
    """

    class State(models.TextChoices):
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")
        CLOSED = "closed", pgettext_lazy("session", "Closed")
        SUSPENDED = "suspended", _("Paused")
        UNSIGNED = "unsigned", _("Waits for signatures")

    key = models.TextField(primary_key=True)
    placement = models.ForeignKey(Placement, models.DO_NOTHING, related_name="sessions")
    person = models.ForeignKey("people.Person", models.DO_NOTHING, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.DO_NOTHING, related_name="+")
    activity = models.ForeignKey(Activity, models.DO_NOTHING, related_name="+")
    day = models.DateField()
    starts_at = models.IntegerField()
    ends_at = models.IntegerField()
    minutes = models.IntegerField()
    state = models.CharField(max_length=10, choices=State)

    class Meta:
        managed = False
        db_table = "placements_session"

    @property
    def times(self) -> Part:
        """Return the hours of the day, from the first to the last."""
        return Part(self.starts_at, self.ends_at)
