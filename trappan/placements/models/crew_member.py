"""In which crew of an activity a placed person works."""

from django.db import models

from trappan.activities.models.crew import Crew
from trappan.history.models import Signed
from trappan.placements.models.placement import Placement


class CrewMember(Signed):
    """In which crew a placed person works from a day on; the latest holds. The site's own to say."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="crews")
    crew = models.ForeignKey(Crew, models.PROTECT, related_name="members")
    starts_on = models.DateField()

    class Meta:
        ordering = ["-starts_on", "-id"]
