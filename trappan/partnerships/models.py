"""What is agreed with a partner, how it has been widened since, and what has been checked of it."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5

from trappan.history.models import Signed
from trappan.staff.models import Organisation


class Agreement(Signed):
    """An agreement between a municipality and a partner: for what, how many places, from when to when.

    Never changed: what is agreed later is an `Amendment`, and what holds on a day is derived from both.
    `places` is how many the agreement names, which may be more or fewer than the partner's sites say
    today. Read by the municipality and by the partner itself. Sources: R-072, R-202. Such
    agreements usually name their parties, their purpose, what each party brings, and how long they hold.
    """

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="agreements")
    name = models.CharField(max_length=200)
    reference = models.CharField(max_length=60, blank=True)
    purpose = models.TextField()
    places = models.PositiveIntegerField()
    signed_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="agreement_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="agreement_says_for_what"),
            models.UniqueConstraint(
                fields=["municipality", "organisation", "name", "starts_on"], name="one_agreement_a_name"
            ),
        ]

    def places_on(self, day: date) -> int:
        """Return the places agreed on a day, with what has been added and taken since."""
        return self.places + sum(one.places for one in self.amendments.all() if one.starts_on <= day)

    @property
    def last_end(self) -> date | None:
        """Return the day after the last, as it was last agreed; None until further notice."""
        said = [one for one in self.amendments.all() if one.ends_on is not None]
        return said[-1].ends_on if said else self.ends_on

    def covers(self, day: date) -> bool:
        """Tell whether the agreement holds on a day, as it was last agreed."""
        return self.starts_on <= day and (self.last_end is None or day < self.last_end)


class Amendment(Signed):
    """What was agreed after the agreement: its scope in words, places more or fewer, another end.

    In the order in which they were signed; a wrong one is put right by the next.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="amendments", db_index=False)
    signed_on = models.DateField()
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
            models.UniqueConstraint("agreement", "signed_on", "starts_on", MD5("scope"), name="amended_once"),
        ]

    @property
    def fewer(self) -> int:
        """Return how many places it takes away."""
        return max(-self.places, 0)


class PartnerCheck(Signed):
    """That somebody has looked at one thing about a partner, on a day, and until when that holds.

    What is to be looked at is a code table (*partner_check*: form, economy, insurance, policy, record
    extracts; R-085). The latest of a kind holds; earlier ones stay. What is seen is a document of the
    partner's, never about a person. Read by the municipality's heads and administrators only.
    """

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="checks", db_index=False)
    kind = models.CharField(max_length=30)
    seen_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-seen_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("seen_on")), name="check_holds_after_it_was_seen"
            )
        ]
        indexes = [models.Index(fields=["organisation", "kind", "-seen_on"], name="check_of_partner")]
