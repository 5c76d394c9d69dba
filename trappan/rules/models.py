"""Rule sets and codes, each with the days between which it applies. Public to every colleague."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class RuleSet(models.Model):
    """The rules in force between two days (half-open), with where they come from.

    `parameters` are those that `rulesets.Rules` names and explains. Never changed once a day of it
    has passed: a new rule is a new row, and the database lets no two overlap.
    """

    name = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.TextField()
    parameters = models.JSONField()

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="rules_end_after_start"
            ),
            ExclusionConstraint(
                name="one_rule_set_a_day",
                expressions=[(Func(F("valid_from"), F("valid_to"), function="daterange"), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Code(models.Model):
    """One value of a code table and the days between which it may be used; old ones stay readable."""

    class Table(models.TextChoices):
        OBSTACLE = "obstacle", _("Obstacle to self-support")
        HOUSEHOLD_TYPE = "household_type", _("Household type")
        EDUCATION = "education", _("Education")
        EXEMPTION = "exemption", _("Exemption")
        STALL = "stall", _("Why it stands still")
        ABSENCE = "absence_reason", _("Reason for absence")
        SUPPORT = "support", _("Support at absence")
        BRANCH = "branch", _("Branch")
        ACCESS = "access", _("Accessibility")
        PARTNER_CHECK = "partner_check", _("What is checked of a partner")
        SELF_RATING = "self_rating", _("How one sees it oneself")
        SITE_NO = "site_no", _("Why a site says no")
        PLACEMENT_END = "placement_end", _("How a placement ends")
        READY = "ready_for", _("Ready for")

    table = models.CharField(max_length=20, choices=Table)
    code = models.CharField(max_length=30)
    label_sv = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    position = models.SmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["table", "position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "code"], name="one_meaning_a_code"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="code_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return the words for the code in the reader's language."""
        return self.label_en if (get_language() or "").startswith("en") else self.label_sv
