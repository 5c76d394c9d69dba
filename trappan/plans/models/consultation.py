"""Consultations about a person's plan: with whom, when, and what they led to."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import Signed


class Consultation(Signed):
    """A consultation about the person's plan: with whom, when, how, and what it led to (R-206)."""

    class With(models.TextChoices):
        EMPLOYMENT_SERVICE = "employment_service", _("The Employment Service (Arbetsförmedlingen)")
        SOCIAL_SERVICES = "social_services", _("The social services")
        HEALTH_CARE = "health_care", _("Health care")
        OTHER = "other", _("Somebody else")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="consultations")
    with_whom = models.CharField(max_length=20, choices=With)
    held_on = models.DateField()
    outcome = models.TextField()

    class Meta:
        ordering = ["-held_on", "-id"]

    @classmethod
    def valid_among(cls, found: "Iterable[Consultation]", today: date, days: int) -> "Consultation | None":
        """Return the latest with the Employment Service that a plan may rest on: none to come, none older than so many
        days.
        """
        for one in found:
            if one.with_whom == cls.With.EMPLOYMENT_SERVICE and today - timedelta(days=days) < one.held_on <= today:
                return one
        return None
