"""Somebody on the employer team's list: handed over by a colleague, received, and how long it lasted."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.history.models import Signed


class WorkSearch(Signed):
    """A person whom a colleague has judged ready and handed over to one employer team, from a day and for a reason.

    `wants` is of the code table *ready_for*. From any step: nothing asks where on the staircase somebody stands. It
    rests on the person's yes that the team may read the profile, and ends with it, and with the case; while it goes
    on, that yes opens name, telephone, case number and profile to the team, and nothing else. `received_by` is the
    team's receipt.
    """

    class End(models.TextChoices):
        WORK = "work", _("Began somewhere")
        BACK = "back", _("Taken back by the colleague who handed over")
        RETURNED = "returned", _("Given back by the employer team")
        WITHDRAWN = "withdrawn", _("The person took back the yes")
        EXPIRED = "expired", _("The yes ran out")
        PROTECTED = "protected", _("Protected identity")
        CLOSED = "closed", _("The case was closed")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="work_searches", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    wants = models.CharField(max_length=30)
    reason = models.CharField(max_length=500)
    starts_on = models.DateField()
    received_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=10, choices=End, blank=True, db_default="")
    end_note = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        ordering = ["starts_on", "pk"]
        indexes = [models.Index(fields=["person"], name="search_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_on=None), name="one_search_at_a_time"),
            models.CheckConstraint(condition=~Q(reason=""), name="search_says_why"),
            models.CheckConstraint(
                condition=Q(ended_on=None, end="") | (Q(ended_on__gte=F("starts_on")) & ~Q(end="")),
                name="search_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(received_by=None, received_at=None)
                | Q(received_by__isnull=False, received_at__isnull=False),
                name="receipt_is_whole",
            ),
        ]

    def days(self, today: date) -> int:
        """Return how many days the person has waited on the list, or did until the end."""
        return ((self.ended_on or today) - self.starts_on).days
