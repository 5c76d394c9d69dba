"""How many wait for a place, as it was last counted; about nobody."""

from django.db import models


class QueueCount(models.Model):
    """A municipality's queue at a moment: how many wait, by step, branch and language, and never who.

    Written and read by `placements_queue` alone, which counts anew after ten minutes; fewer than five of a kind
    stand together.
    """

    organisation = models.OneToOneField("staff.Organisation", models.PROTECT, primary_key=True, related_name="+")
    counted_at = models.DateTimeField()
    counts = models.JSONField()
