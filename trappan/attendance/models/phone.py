"""Whether a site's own phones may keep a reduced list of the day."""

from django.db import models

from trappan.history.models import Signed


class PhoneList(Signed):
    """A site's word on whether its own phones may keep today's list, with who gave it last and when.

    No row is no. Which phone keeps the list is never a row: the phone knows, and each keeping is an event.
    """

    unit = models.OneToOneField("staff.Unit", models.PROTECT, related_name="+")
    allowed = models.BooleanField()
