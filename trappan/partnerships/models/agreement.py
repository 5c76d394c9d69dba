"""What is agreed with a partner, how it has been widened since, and how far a draft has come."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.staff.models import Organisation


class Version(Signed):
    """What an agreement and an amendment to it have in common: a draft first, then signed, and never changed after.

    `municipality_as` and `organisation_as` are the parties as they were named then (R-072). The signatory signs for
    the municipality, on the mandate that is named: a delegation (R-054). A draft that came to nothing is withdrawn.
    `changed_on` is the last day on which a draft was changed, the database's to write.
    """

    municipality_as = models.CharField(max_length=200, blank=True, default="")
    organisation_as = models.CharField(max_length=200, blank=True, default="")
    reference = models.CharField(max_length=60, blank=True)
    notice_months = models.PositiveSmallIntegerField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    signatory = models.CharField(max_length=200, blank=True, default="")
    mandate = models.CharField(max_length=200, blank=True, default="")
    partner_signatory = models.CharField(max_length=200, blank=True, default="")
    changed_on = models.DateField(null=True, editable=False)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_draft(self) -> bool:
        """Tell whether it is still to be signed."""
        return self.signed_on is None and self.withdrawn_on is None


class Agreement(Version):
    """An agreement between a municipality and a partner: for what, how many places, from when to when.

    A draft is changed until it is decided. Once signed never changed: what is agreed later is an `Amendment`, and what
    holds on a day is derived from both.
    `places` is how many the agreement names, which may be more or fewer than the partner's sites say
    today. One may stand under a framework (R-175), and follow another: a line of agreements, of which no two hold at
    once. `until` is the day after the last as it was last agreed, and is the database's to write, as is `line`.
    With the Employment Service an agreement says its target groups and routines (R-209). Read by the municipality and,
    once signed, by the partner itself. Sources: R-072, R-200 to R-202.
    """

    class Kind(models.TextChoices):
        FRAMEWORK = "framework", _("Framework")
        IOP = "iop", _("Idea-based public partnership (IOP)")
        EMPLOYMENT_SERVICE = "employment_service", _("With the Employment Service")
        OTHER = "other", _("Other agreement")

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="agreements")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    framework = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="under")
    succeeds = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="successors")
    line = models.BigIntegerField(null=True, editable=False)
    name = models.CharField(max_length=200)
    purpose = models.TextField()
    places = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, editable=False)
    evaluate_on = models.DateField(null=True, blank=True)
    target_groups = models.TextField(blank=True, default="")
    routines = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="agreement_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="agreement_says_for_what"),
            models.UniqueConstraint(
                fields=["municipality", "organisation", "name", "starts_on"],
                condition=Q(withdrawn_on=None),
                name="one_agreement_a_name",
            ),
            models.CheckConstraint(
                condition=~Q(kind="employment_service") | (~Q(target_groups="") & ~Q(routines="")),
                name="agreement_says_target_groups",
            ),
            models.CheckConstraint(condition=Q(withdrawn_on=None) | Q(signed_on=None), name="signed_is_not_withdrawn"),
            ExclusionConstraint(
                name="successor_begins_after",
                expressions=[
                    (Func(F("line"), F("line"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("until"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_on=None, line__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def signed_amendments(self) -> "list[Amendment]":
        """Return what has been agreed since, in the order in which it was signed."""
        return [one for one in self.amendments.all() if one.signed_on is not None]

    def places_on(self, day: date) -> int:
        """Return the places agreed on a day, with what has been added and taken since."""
        return self.places + sum(one.places for one in self.signed_amendments if one.starts_on <= day)

    @property
    def last_end(self) -> date | None:
        """Return the day after the last, as it was last agreed; None until further notice."""
        said = [one for one in self.signed_amendments if one.ends_on is not None]
        return said[-1].ends_on if said else self.ends_on

    @property
    def notice(self) -> int | None:
        """Return how many months' notice either party gives, as it was last agreed; None where nothing is said."""
        said = [one.notice_months for one in self.signed_amendments if one.notice_months is not None]
        return said[-1] if said else self.notice_months

    def covers(self, day: date) -> bool:
        """Tell whether the agreement is signed and holds on a day, as it was last agreed."""
        return self.signed_on is not None and self.starts_on <= day and (self.last_end is None or day < self.last_end)


class Amendment(Version):
    """What was agreed after the agreement: its scope in words, places more or fewer, another end.

    In the order in which they were signed; a wrong one is put right by the next.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="amendments", db_index=False)
    starts_on = models.DateField()
    scope = models.TextField()
    places = models.IntegerField(default=0)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["signed_on", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(scope=""), name="amendment_says_what"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="amendment_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(signed_on=None), name="signed_amendment_is_not_withdrawn"
            ),
            models.UniqueConstraint("agreement", "signed_on", "starts_on", MD5("scope"), name="amended_once"),
        ]

    def __str__(self) -> str:
        return self.scope

    @property
    def fewer(self) -> int:
        """Return how many places it takes away."""
        return max(-self.places, 0)
