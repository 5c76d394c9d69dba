"""Crews of an activity, which go out to changing jobs, and the jobs they are given."""

from django.db import models
from django.db.models import F, Q

from trappan.activities.models.activity import Activity
from trappan.schedules.periods import Period


class Crew(models.Model):
    """A crew of an activity that goes out to changing jobs, with its leader (servicegrupp, R-093).

    Taken out when it is no more: who was in it and what it did stays.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="crews")
    name = models.CharField(max_length=80)
    leader = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "name"], condition=Q(taken_out_at=None), name="one_crew_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class CrewJob(Period):
    """What a crew does from a day to a day (half-open), where, and the risks gone through before it."""

    crew = models.ForeignKey(Crew, models.PROTECT, related_name="jobs")
    what = models.CharField(max_length=200)
    place = models.CharField(max_length=120, blank=True)
    risks = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="job_ends_after_start"),
            models.CheckConstraint(condition=~Q(what="") & ~Q(risks=""), name="job_says_what_and_risks"),
        ]
