"""What is attached to the answer to a referral: the row that ties a stored file to somebody."""

from django.db import models
from django.db.models import Q

from trappan.cases.models.referral import Referral
from trappan.history.models import Signed


class ReferralFile(Signed):
    """A file that whoever has a referral attached to the answer, read by those who read the referral.

    `name` is the user's, as text; the file itself is `documents.File`, seen only through this row. A wrong one is
    withdrawn with a reason: row and file are kept, and it is not opened any more.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="files")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    file = models.OneToOneField("documents.File", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
                name="withdrawn_file_says_why",
            )
        ]
