"""What the unions were told before a unit closes, or why nothing was needed."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.partnerships.models.step import Consultation
from trappan.staff.models import Organisation, Unit


class ClosingInformation(Signed):
    """That the unions were informed or negotiated with before a unit closes, on a day (R-178); never changed.

    Without it no unit closes, and no site its last activity. As before a decision it may be said that neither is
    needed, by a head of unit: then `outcome` says why. Sources: MBL 11 and 19 §§.
    """

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    paragraph = models.CharField(max_length=5, choices=Consultation.Paragraph)
    whom = models.CharField(max_length=200)
    held_on = models.DateField()
    outcome = models.CharField(max_length=500)

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(paragraph="") & ~Q(whom="") & ~Q(outcome=""), name="closing_information_says_what"
            )
        ]
