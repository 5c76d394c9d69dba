"""What has been checked of a partner, by whom and until when it holds."""

from django.db import models
from django.db.models import F, Q

from trappan.history.models import Signed
from trappan.staff.models import Organisation


class PartnerCheck(Signed):
    """That somebody has looked at one thing about a partner, on a day, and until when that holds.

    What is to be looked at is a code table (*partner_check*: form, economy, insurance, policy, record
    extracts; R-085). The latest of a kind holds; earlier ones stay. What is seen is a document of the
    partner's, never about a person. Read by the municipality's heads and administrators only.
    """

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="checks", db_index=False)
    kind = models.CharField(max_length=30)
    seen_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-seen_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("seen_on")), name="check_holds_after_it_was_seen"
            )
        ]
        indexes = [models.Index(fields=["organisation", "kind", "-seen_on"], name="check_of_partner")]
