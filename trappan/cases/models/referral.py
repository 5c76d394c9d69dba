"""Supplementary insatser: a referral to somebody else's work with the person."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.models.case import Case
from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class Referral(models.Model):
    """Study and career guidance or occupational therapy, asked for beside the plan (R-009).

    `unit` receives it; `responsible` there takes it on. Of an instrument only its name, day and
    conclusion are kept, never its items, which are others' property. `purpose_why` says why the purpose was last
    put right; what it was is in the row's versions.
    """

    class End(models.TextChoices):
        DONE = "done", _("Done")
        INTERRUPTED = "interrupted", _("Interrupted")
        DECLINED = "declined", _("Sent back")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="referrals")
    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    unit = models.ForeignKey("staff.Unit", models.PROTECT, related_name="+")
    responsible = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    purpose = models.TextField()
    purpose_why = models.CharField(max_length=300, blank=True, db_default="", default="")
    referred_by = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor())
    referred_at = models.DateTimeField(db_default=Now())
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=12, choices=End, blank=True, default="")
    result = models.TextField(blank=True)
    instrument = models.CharField(max_length=60, blank=True)
    instrument_on = models.DateField(null=True, blank=True)
    conclusion = models.TextField(blank=True)

    class Meta:
        ordering = ["-referred_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="referral_ends_after_start",
            ),
            models.CheckConstraint(
                condition=(Q(end="") & Q(ends_on=None)) | (~Q(end="") & Q(ends_on__isnull=False) & ~Q(result="")),
                name="ended_referral_has_a_result",
            ),
            models.CheckConstraint(
                condition=Q(instrument="", conclusion="")
                | (~Q(instrument="") & Q(instrument_on__isnull=False) & ~Q(conclusion="")),
                name="instrument_has_day_and_conclusion",
            ),
            models.UniqueConstraint(fields=["person", "unit"], condition=Q(end=""), name="one_open_referral_a_unit"),
        ]
        indexes = [models.Index(fields=["unit"], condition=Q(end=""), name="referral_open_at_unit")]
