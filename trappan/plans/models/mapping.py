"""The kartläggning: a person's background and own words, and the assessment."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Today


class Mapping(models.Model):
    """A kartläggning: background, the person's own words, and the assessment, each kept apart.

    A conversation over one visit or several. `own_words` are the person's: once saved, words are
    only added (R-004). Finished when it states the fastest way to self-support with reason and
    alternatives (R-005); what staff wrote may be changed after that too, each version being kept.
    `edition` counts the savings, so that two who write at once notice. An `imported` one was made
    in an earlier system: only its day is known here, and no words are put in anybody's mouth.
    Places are searched by `branch_wish` (codes of *branch*), `needs` (codes of *access*: what a place must have
    for the person) and `most_travel`, the longest journey one way in minutes; empty is not asked yet.
    """

    class Path(models.TextChoices):
        MUNICIPAL = "municipal", _("The municipality's own activities")
        PARTNER = "partner", _("A partner, such as an association")
        EITHER = "either", _("Either")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="mappings")
    case = models.OneToOneField(Case, models.PROTECT, related_name="mapping")
    held_on = models.DateField(db_default=Today())
    own_words = models.TextField(blank=True)
    # School and work; education is a code of `rules`, without_work_since the last job's end.
    background = models.TextField(blank=True)
    education = models.CharField(max_length=30, blank=True, db_default="")
    without_work_since = models.DateField(null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    language_notes = models.TextField(blank=True, db_default="")
    health = models.TextField(blank=True, db_default="")
    housing = models.TextField(blank=True, db_default="")
    family = models.TextField(blank=True, db_default="")
    strengths = models.TextField(blank=True)
    motivation = models.TextField(blank=True, db_default="")
    contact_wish = models.TextField(blank=True, db_default="")
    path_wish = models.CharField(max_length=10, choices=Path, blank=True, db_default="")
    branch_wish = ArrayField(models.CharField(max_length=30), default=list, blank=True, db_default=[])
    needs = ArrayField(models.CharField(max_length=30), default=list, blank=True, db_default=[])
    most_travel = models.SmallIntegerField(null=True, blank=True)
    assessment = models.TextField(blank=True)
    fastest_way = models.TextField(blank=True)
    way_reason = models.TextField(blank=True, db_default="")
    alternatives = models.TextField(blank=True, db_default="")
    finished_at = models.DateTimeField(null=True, blank=True)
    edition = models.IntegerField(default=1, db_default=1)
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
            models.CheckConstraint(
                condition=Q(most_travel=None) | Q(most_travel__gte=1, most_travel__lte=180),
                name="journey_within_three_hours",
            ),
        ]
