"""The kartläggning."""

from django.db import models
from django.db.models import Q

from trappan.history.models import CurrentActor
from trappan.plans.models.case import Case
from trappan.schedules.functions import Today


class Mapping(models.Model):
    """A kartläggning: background, the person's own words, and the assessment, each kept apart.

    `own_words` are the person's and are never rewritten by staff's assessment. Finished when it
    states the fastest way to self-support with the reason (R-002 to R-005). An `imported` one was
    made in an earlier system: only its day is known here, and no words are put in anybody's mouth.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="mappings")
    case = models.OneToOneField(Case, models.PROTECT, related_name="mapping")
    held_on = models.DateField(db_default=Today())
    own_words = models.TextField(blank=True)
    background = models.TextField(blank=True)
    strengths = models.TextField(blank=True)
    assessment = models.TextField(blank=True)
    fastest_way = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    imported = models.BooleanField(default=False, db_default=False)
    author = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at=None)
                | Q(imported=True)
                | (~Q(own_words="") & ~Q(assessment="") & ~Q(fastest_way="")),
                name="finished_mapping_is_whole",
            ),
        ]
