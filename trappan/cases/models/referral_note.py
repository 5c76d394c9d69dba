"""Notes of guidance and of occupational therapy: written and locked like the journal's, in the referral's own scope."""

from django.db import models

from trappan.cases.models.note import Said, Written
from trappan.cases.models.referral import Referral


class ReferralNote(Written):
    """A note of whoever has a referral; read by those who read the referral, and by nobody for the journal's sake."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="notes", db_index=False)

    class Meta(Written.Meta):
        indexes = [models.Index(fields=["referral", "-happened_at", "-id"], name="note_of_referral")]


class ReferralObjection(Said):
    """What the person says against such a note: read by those who read it, in the unit that has the referral."""

    note = models.ForeignKey(ReferralNote, models.PROTECT, related_name="objections")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
