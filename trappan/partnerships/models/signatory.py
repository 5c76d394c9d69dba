"""Who signs for a partner: a colleague there, on a mandate, named by the municipality's head."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed
from trappan.partnerships.models.agreement import Agreement
from trappan.staff.models import Membership


class Signatory(Signed):
    """That a colleague of the partner signs for it under an agreement, and on which mandate (R-054).

    Named by a head of unit of the municipality, among those who lead a workplace of the partner: who they are is
    known, and nobody makes themselves one. The mandate is the partner's own: the statutes, a minute of the board.
    Nothing is signed by who has been taken off (`ended_on`), or works there no more; what was signed stands.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatories")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    mandate = models.CharField(max_length=200)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(mandate=""), name="signatory_has_a_mandate"),
            models.UniqueConstraint(
                fields=["agreement", "membership"], condition=Q(ended_on=None), name="signatory_named_once"
            ),
        ]
