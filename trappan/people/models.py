"""Persons and what decides who sees them. The database's functions in `sql/` write most of it."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor, Signed
from trappan.schedules.functions import Now, Today
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.secrecy.scopes import Scope


class NameSort(Func):
    """Two names folded into Swedish order: å ä ö last, other marks beside their plain letters."""

    function = "name_sort"
    output_field = models.TextField(db_collation="C")


class Numbers(Func):
    """The numbers of a person, the latest first; NULL for those who do not hold the plan."""

    function = "people_numbers"
    output_field = ArrayField(models.TextField())


class Person(models.Model):
    """A person whom the municipality helps. Identity scope: the name and how to speak together.

    `gender` is the legal one, K or M. `protection` follows Skatteverket's marks: `marked` is
    sekretessmarkering, `registration` skyddad folkbokföring, for which no address is ever stored.
    """

    class Gender(models.TextChoices):
        WOMAN = "K", _("Woman")
        MAN = "M", _("Man")

    class Protection(models.TextChoices):
        NONE = "none", _("None")
        MARKED = "marked", _("Confidentiality marking")
        REGISTRATION = "registration", _("Protected registration")

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    gender = models.CharField(max_length=1, choices=Gender, blank=True)
    protection = models.CharField(max_length=12, choices=Protection, default=Protection.NONE, db_default="none")
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    interpreter = models.BooleanField(default=False)
    education = models.CharField(max_length=40, blank=True)
    shielded = models.GeneratedField(
        expression=~Q(protection="none"),  # type: ignore[arg-type]  # a condition is one too
        output_field=models.BooleanField(),
        db_persist=True,
    )
    sort = models.GeneratedField(
        expression=NameSort(F("family_name"), F("given_name")),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(protection__in=["none", "marked", "registration"]), name="known_protection"
            ),
            models.CheckConstraint(condition=Q(gender__in=["", "K", "M"]), name="known_gender"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    def is_called(self, given_name: str, family_name: str) -> bool:
        """Tell whether this is the person's name, whatever the case of its letters and the spaces."""
        written = f"{given_name} {family_name}".casefold().split()
        return written == self.name.casefold().split()

    @property
    def is_protected(self) -> bool:
        return self.protection != self.Protection.NONE

    @property
    def in_title(self) -> str:
        """What a page's title says: tabs, histories and windows show it to others. Never a protected name."""
        return gettext("Protected identity") if self.is_protected else self.name


class Number(models.Model):
    """A number the person carries or carried: personnummer, samordningsnummer or reservnummer.

    Kept as YYYYMMDDNNNN or YYYYMMDDRnnn. No number belongs to two persons, and nobody may find
    that out by trying: only the database's functions write here, and colleagues read the numbers of
    a person (`Numbers`), never by the number.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="numbers", db_index=False)
    number = models.CharField(max_length=12)
    starts_on = models.DateField(db_default=Today())

    class Meta:
        ordering = ["-starts_on", "-id"]
        indexes = [models.Index(fields=["person", "number"], name="number_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="one_person_a_number"),
            models.CheckConstraint(
                condition=Q(number__regex=r"^[0-9]{8}([0-9]{4}|R[0-9]{3})$"), name="number_is_normal"
            ),
        ]

    def __str__(self) -> str:
        return written(self.number)


def written(number: str) -> str:
    """Write a number as people do: 19911105-2388."""
    return f"{number[:8]}-{number[8:]}"


class Contact(models.Model):
    """How to reach the person. Plan scope; never a row for skyddad folkbokföring."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="contact")
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    city = models.CharField(max_length=100, blank=True)


class Household(models.Model):
    """Those who live and are supported together; `reference` is the support system's own."""

    reference = models.CharField(max_length=40, blank=True)


class MemberQuerySet(PeriodQuerySet["HouseholdMember"]):
    """The questions to members of households."""

    def standing(self) -> Self:
        """Keep those that hold for some day: one that was taken out, or never began, is none."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=F("starts_on")))


class HouseholdMember(Period):
    """A person in a household in a role from a day to a day; in one household at a time.

    Whoever was written there by mistake is taken out: it ends the day it began, and holds for no day.
    """

    class Role(models.TextChoices):
        APPLICANT = "applicant", _("Applicant")
        CO_APPLICANT = "co_applicant", _("Co-applicant")
        CHILD = "child", _("Child")

    household = models.ForeignKey(Household, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="households")
    role = models.CharField(max_length=20, choices=Role)
    starts_on = models.DateField(db_default=Today())
    ends_on = models.DateField(null=True, blank=True)

    objects = MemberQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="household_ends_after_start"
            ),
            ExclusionConstraint(
                name="one_household_at_a_time",
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Grant(models.Model):
    """What opens a person: to a unit or to one membership, a scope, on a basis, from and to.

    Written and ended only by the database's functions; never changed, never deleted. `sort` is the
    person's, kept by a trigger, so that lists start from the reader's own grants. `shielded` is the
    person's too, kept by a foreign key: such a grant opens only in the reader's own name.
    """

    class Basis(models.TextChoices):
        APPLICATION = "application", _("Application")
        ASSIGNMENT = "assignment", _("Assignment")
        PLACEMENT = "placement", _("Placement")
        REFERRAL = "referral", _("Referral")
        CONSENT = "consent", _("Consent")
        IMPORT = "import", _("Import")
        HAND_OVER = "hand_over", _("Hand-over")
        COVER = "cover", _("A meeting for a colleague who is away")
        SUPERVISION = "supervision", _("Supervision")
        EMERGENCY = "emergency", _("Emergency")

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants", db_index=False)
    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+")
    membership = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    scope = models.CharField(max_length=20, choices=Scope)
    basis = models.CharField(max_length=20, choices=Basis)
    reason = models.CharField(max_length=500, blank=True)
    starts_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        "staff.Membership", models.PROTECT, null=True, related_name="+", db_default=CurrentActor()
    )
    sort = models.TextField(db_collation="C", default="")
    shielded = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(unit=None) ^ Q(membership=None), name="grant_to_unit_or_membership"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="grant_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"],
                include=["unit", "membership", "scope", "starts_at", "ends_at", "shielded"],
                name="grant_of_person",
            ),
            models.Index(fields=["unit", "sort", "person"], condition=Q(unit__isnull=False), name="grant_of_unit"),
            models.Index(
                fields=["membership", "sort", "person"],
                condition=Q(membership__isnull=False),
                name="grant_of_membership",
            ),
            models.Index(
                fields=["starts_at"], condition=Q(basis="emergency") | Q(basis="supervision"), name="grant_that_opened"
            ),
        ]


class NamePart(models.Model):
    """A part of a name, folded, of somebody whom a unit or a membership may see: what a search begins from.

    Kept by the database beside the grants and read by `people_called` alone. `sort` is the person's.
    """

    unit = models.ForeignKey("staff.Unit", models.PROTECT, null=True, related_name="+", db_index=False)
    membership = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)
    word = models.TextField(db_collation="C")
    sort = models.TextField(db_collation="C")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(unit=None) ^ Q(membership=None), name="part_of_unit_or_membership"),
            models.UniqueConstraint(
                fields=["unit", "word", "sort", "person"], condition=Q(unit__isnull=False), name="part_once_a_unit"
            ),
            models.UniqueConstraint(
                fields=["membership", "word", "sort", "person"],
                condition=Q(membership__isnull=False),
                name="part_once_a_membership",
            ),
        ]
        indexes = [models.Index(fields=["person", "word"], name="part_of_person")]


class Consent(Period):
    """The person's consent that named parts may be shared with one organisation, until withdrawn.

    A cooperation partner's placement rests on one (OSL 10:1, 12:2): `parts` says what. That somebody is registered in
    SUS (part `sus`) takes a written one.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+")
    parts = ArrayField(models.CharField(max_length=30))
    given_how = models.CharField(max_length=20)
    starts_on = models.DateField(db_default=Today())
    ends_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="consent_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(parts=[]), name="consent_names_parts"),
            models.CheckConstraint(
                condition=~Q(parts__contains=["sus"]) | Q(given_how="paper"),
                name="registration_takes_a_written_consent",
            ),
        ]

    def holds(self, day: date) -> bool:
        """Tell whether the consent is in force on a day."""
        return self.starts_on <= day and not any(
            end is not None and end <= day for end in (self.ends_on, self.withdrawn_on)
        )


class Opening(models.Model):
    """Somebody asks for what takes a second person: to open a protected person's file, or lift protection.

    A head of unit who is somebody else agrees within 24 hours, or nothing comes of it. `protection` is
    what the person is to have where it is lifted.
    """

    class Wants(models.TextChoices):
        EMERGENCY = "emergency", _("Open in an emergency")
        SUPERVISION = "supervision", _("Open for supervision")
        LIFT = "lift", _("Lift protection")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("staff.Membership", models.PROTECT, related_name="+")
    wants = models.CharField(max_length=12, choices=Wants, default=Wants.SUPERVISION, db_default="supervision")
    protection = models.CharField(max_length=12, blank=True, db_default="")
    reason = models.CharField(max_length=500)
    asked_at = models.DateTimeField(db_default=Now())
    agreed_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)


class Told(models.Manager["Rectification"]):
    """Rectifications without their number, which no colleague may read or compare."""

    def get_queryset(self) -> models.QuerySet["Rectification"]:
        return super().get_queryset().defer("number")


class Rectification(Signed):
    """That something known of a person was wrong: what stood before (`was`, by column), and why it was put right.

    Made by the database's functions, in the same statement as what they put right, and never changed.
    `number` is a number that was the person's by mistake, told by `people_wrong_numbers` alone.
    """

    class About(models.TextChoices):
        PERSON = "person", _("Name and language")
        NUMBER = "number", _("Personal number")
        HOUSEHOLD = "household", _("Household")

    person = models.ForeignKey(Person, models.PROTECT, related_name="rectifications", db_index=False)
    about = models.CharField(max_length=10, choices=About)
    was = models.JSONField()
    number = models.CharField(max_length=12, blank=True, db_default="")
    reason = models.CharField(max_length=300)

    objects = Told()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "-at"], name="rectification_of_person")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="rectified_for_a_reason"),
            models.CheckConstraint(condition=Q(about="number") | Q(number=""), name="only_a_number_has_one"),
        ]
