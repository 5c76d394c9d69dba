"""What somebody has written down for a person and a site, and nobody can work out."""

from django.db import models
from django.db.models import Q

from trappan.history.models import Signed


class Journey(Signed):
    """How long the journey is from a person's home to a site, one way in minutes, as somebody has written it down.

    No outside service is asked. Written again it is changed; what it was stays among the versions.
    """

    # The constraint below begins with it, and is its index.
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    minutes = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "unit"], name="one_journey_a_site"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=300), name="journey_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}"
