"""Ads as leads: something to ring an employer about, and nothing that anybody has agreed."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.rules.models import Concept
from trappan.staff.models import Organisation

LONGEST_TEXT = 300  # signs of an ad's text that are kept: further down stand names and telephones


class LeadQuerySet(models.QuerySet["Lead"]):
    """The questions to leads by day."""

    def lasting(self, day: date) -> Self:
        """Return those whose ad has neither run out nor been taken away, and that nobody has put aside."""
        runs = Q(last_on=None) | Q(last_on__gte=day)
        return self.filter(runs, Q(removed_on=None) | Q(removed_on__gt=day), put_aside_on=None)


class Lead(Signed):
    """An ad as it was imported, of an employer whom the municipality may ring. Never an offer.

    `source_id` is the ad's own: the same again is the same lead, put right. `organisation_number` is left out where it
    is, or may be, a person's. `through` says by what its occupation was found; `occupation` is the ad's own
    where nobody knows it (an unknown concept). `last_on` is the last day to apply, inclusive as the ad says it. What an
    ad demands is nearly always in its text, so `wants_experience` and the like say only what stands in its fields.
    """

    class Through(models.TextChoices):
        ID = "id", _("the same occupation")
        LABEL = "label", _("an occupation of the same name")
        GROUP = "group", _("the occupation's group")
        UNKNOWN = "unknown", _("an occupation that we do not know")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    source_id = models.CharField(max_length=40)
    headline = models.CharField(max_length=200)
    employer_name = models.CharField(max_length=200)
    organisation_number = models.CharField(max_length=11, blank=True)
    occupation = models.ForeignKey(Concept, models.PROTECT, null=True, blank=True, related_name="+")
    occupation_name = models.CharField(max_length=200, blank=True)
    through = models.CharField(max_length=10, choices=Through)
    place_name = models.CharField(max_length=100, blank=True)
    vacancies = models.PositiveIntegerField(null=True, blank=True)
    extent = models.CharField(max_length=100, blank=True)
    wants_experience = models.BooleanField(default=False)
    wants_licence = models.BooleanField(default=False)
    url = models.URLField(max_length=300, blank=True)
    text = models.CharField(max_length=LONGEST_TEXT, blank=True)
    published_on = models.DateField(null=True, blank=True)
    last_on = models.DateField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    put_aside_on = models.DateField(null=True, blank=True)
    put_aside_reason = models.CharField(max_length=300, blank=True)

    objects = LeadQuerySet.as_manager()

    class Meta:
        ordering = ["last_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "source_id"], name="one_lead_an_ad"),
            models.CheckConstraint(condition=~Q(headline="") & ~Q(source_id=""), name="lead_has_a_headline"),
            models.CheckConstraint(
                condition=Q(put_aside_on=None, put_aside_reason="")
                | (Q(put_aside_on__isnull=False) & ~Q(put_aside_reason="")),
                name="put_aside_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.headline
