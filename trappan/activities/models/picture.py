"""Pictures of an activity, so that somebody sees where it is before the first day."""

from django.db import models
from django.db.models import Q

from trappan.activities.models.activity import Activity
from trappan.history.models import Signed


class Picture(Signed):
    """A picture of an activity, which its site leader has put there; every colleague who reads of it sees it.

    The file (`documents.File`, kept for all) holds nothing of what the camera wrote. `shows` says in words what is
    seen, for whoever does not see it, and `caption` what stands below. Whoever puts it there has given her word that
    no participant can be recognised. They stand by `place`, the lowest first. One that is taken away is gone, with
    its file.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="pictures")
    file = models.OneToOneField("documents.File", models.PROTECT, related_name="+")
    shows = models.CharField(max_length=200)
    caption = models.CharField(max_length=120, blank=True)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.CheckConstraint(condition=~Q(shows=""), name="picture_says_what_it_shows")]
