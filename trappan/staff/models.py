"""Organisations, units, colleagues and their memberships: who could be asking."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now, Today
from trappan.schedules.periods import Period, PeriodQuerySet
from trappan.secrecy.scopes import Role
from trappan.staff.names import FULL_NAME, NAME

ROLE_NAMES = {
    Role.SOCIAL_WORKER: _("Social worker"),
    Role.CONSULTANT: _("Labour market consultant"),
    Role.COUNSELLOR: _("Study and career counsellor"),
    Role.OCCUPATIONAL_THERAPIST: _("Occupational therapist"),
    Role.HEAD_OF_UNIT: _("Head of unit"),
    Role.SUPERVISOR: _("Supervisor"),
    Role.SITE_LEADER: _("Site leader"),
    Role.EMPLOYER_OFFICER: _("Employer officer"),
    Role.PLACE_COORDINATOR: _("Place coordinator"),
    Role.HOST_MANAGER: _("Manager of an own department"),
    Role.DIRECTOR: _("Director"),
    Role.CONTROLLER: _("Controller"),
    Role.BOARD_READER: _("Member of the board"),
    Role.PROJECT_LEADER: _("Project leader"),
    Role.PROJECT_COORDINATOR: _("Project coordinator"),
    Role.ADMINISTRATOR: _("System administrator"),
    Role.AUDITOR: _("Log auditor"),
}


class Organisation(Period):
    """A municipality, a partner, or another body, as it was called in a period.

    A renamed or reorganised body is a new row that succeeds the old one, so that reports on an old
    period name what stood then (R-071, R-072, R-233). `kept_by` is the municipality whose administrators
    keep a body that is none itself; where nobody has said it, the only municipality there is.
    """

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        PARTNER = "partner", _("Partner")
        SCHOOL = "school", _("School")
        AGENCY = "agency", _("Agency")
        ASSOCIATION = "association", _("Association")

    class Basis(models.TextChoices):
        """On what ground a partner takes part (SoL 15:9 and 17:11, or OSL 10:1 and 12:2)."""

        PROVIDER = "provider", _("Provider: performs the municipality's measure")
        COOPERATION = "cooperation", _("Cooperation: each person must consent")

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.CharField(max_length=11, blank=True)
    basis = models.CharField(max_length=20, choices=Basis, blank=True)
    starts_on = models.DateField(default=date(2000, 1, 1))
    ends_on = models.DateField(null=True, blank=True)
    succeeds = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    kept_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], name="one_organisation_a_name"),
            models.CheckConstraint(condition=~Q(kind="partner") | ~Q(basis=""), name="partner_has_basis"),
            models.CheckConstraint(condition=Q(succeeds=None) | ~Q(succeeds=F("id")), name="succeeds_another_body"),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(Period):
    """A part of an organisation where colleagues work: department, unit or site, with its dates.

    `regime` is the chapter of OSL whose secrecy holds here: 26 social services, 28 labour market.
    """

    class Kind(models.TextChoices):
        SOCIAL_SERVICE = "social_service", _("Social services")
        LABOUR_MARKET = "labour_market", _("Labour market")
        GUIDANCE = "guidance", _("Study and career guidance")
        OCCUPATIONAL_THERAPY = "occupational_therapy", _("Occupational therapy")
        EMPLOYER_TEAM = "employer_team", _("Employer team")
        SITE = "site", _("Workplace")
        DEPARTMENT = "department", _("Department")
        PROJECT = "project", _("Project")
        MANAGEMENT = "management", _("Management")

    class Regime(models.TextChoices):
        SOCIAL = "26", _("Secrecy: chapter 26 OSL (social services)")
        LABOUR = "28", _("Secrecy: chapter 28 OSL (labour market)")

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=Kind)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    regime = models.CharField(max_length=2, choices=Regime)
    starts_on = models.DateField(default=date(2000, 1, 1))
    ends_on = models.DateField(null=True, blank=True)
    succeeds: Any = models.ManyToManyField(
        "self", through="Succession", through_fields=("unit", "before"), symmetrical=False, related_name="successors"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="unit_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="unit_not_in_itself"),
        ]
        indexes = [GinIndex(NAME, name="unit_by_name")]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """That a unit comes after another: after several where they were merged, several after one that was divided.

    Written only through the functions in staff/sql/unit.sql and placements/sql/close_unit.sql.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    before = models.ForeignKey(Unit, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(unit=F("before")), name="succeeds_another_unit"),
            models.UniqueConstraint(fields=["unit", "before"], name="unit_succeeds_once"),
        ]


class EarlierUnit(Period):
    """What a unit was called and belonged to up to a day, where that changed while it went on.

    A spelling that is put right leaves none. Written only through `staff_change_unit` (staff/sql/unit.sql).
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="earlier", db_index=False)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    noted_by = models.ForeignKey("Membership", models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-ends_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="earlier_unit_ends_after_start"),
            models.UniqueConstraint(fields=["unit", "ends_on"], name="one_change_of_a_unit_a_day"),
        ]


class ColleagueQuerySet(models.QuerySet["Colleague"]):
    """The questions to colleagues: a machine that signs what it does is none of them."""

    def people(self) -> Self:
        return self.exclude(email__endswith=MACHINES)


# No mail ever reaches this domain (RFC 2606), so that it is nobody's address.
MACHINES = "@trappan.invalid"


class Colleague(models.Model):
    """Somebody who works here: name, address and how to be reached, open to all colleagues.

    The address is the administrator's to say, since it is what signs in; the rest is the colleague's own.
    `kept_by` is the municipality whose administrators keep the name, the address and the account; where nobody
    has said it, the one in which all the colleague's memberships are.
    A name that somebody has written here (`named_here`) is no import's to change.
    What an import writes is signed by one that is no person (`MACHINES`), and counted nowhere.
    """

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    email = models.EmailField(unique=True)
    title = models.CharField(max_length=80, blank=True, db_default="")
    phone = models.CharField(max_length=40, blank=True, db_default="")
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True, db_default=[])
    kept_by = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    named_here = models.BooleanField(default=False, db_default=False)

    objects = ColleagueQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(FULL_NAME, name="colleague_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class UserManager(BaseUserManager["User"]):
    """Finds users by their address."""


class User(AbstractBaseUser):
    """How a colleague signs in; a table of its own, since only sign-in may read it.

    `epoch` grows whenever a membership changes, which ends every session begun before. `chosen_at`: when the
    password was last chosen by a link, which somebody else may have made.
    """

    colleague = models.OneToOneField(Colleague, models.PROTECT)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    epoch = models.IntegerField(default=0)
    language = models.CharField(max_length=2, default="sv")
    chosen_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    def __str__(self) -> str:
        return self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie sessions to password and epoch: when either changes, they end."""
        return salted_hmac(
            "trappan.staff.session", f"{self.password}:{self.epoch}", secret=secret, algorithm="sha256"
        ).hexdigest()


class MembershipQuerySet(PeriodQuerySet["Membership"]):
    """The questions to memberships: one that its unit's head has not confirmed is not in force."""

    def in_force(self) -> Self:
        return super().in_force().filter(confirmed_at__isnull=False)


class Membership(Period):
    """A colleague in a unit in a role, from a day to a day (half-open): the actor of every act.

    Takes effect when the unit's head has confirmed it; nobody gives or confirms their own.
    Written only through the database's functions in staff/sql/membership.sql.
    """

    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=list(ROLE_NAMES.items()))
    starts_on = models.DateField(db_default=Today())
    ends_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()  # type: ignore[misc]  # in place of the base's

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["colleague", "unit", "role"], condition=Q(ends_on=None), name="one_open_membership"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="known_role"),
        ]

    def __str__(self) -> str:
        return f"{self.colleague.name}, {self.unit.name}"


class Away(Period):
    """That a colleague is away from a day up to another, the membership going on; ended sooner where she is back.

    Says nothing of why. Told by the unit's head; written only by the functions in staff/sql/away.sql.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="away")
    starts_on = models.DateField()
    ends_on = models.DateField()
    noted_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", db_default=CurrentActor())
    noted_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="away_ends_after_start"),
            ExclusionConstraint(
                name="one_time_away",
                expressions=[
                    (
                        Func(F("membership_id"), F("membership_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("starts_on"), F("ends_on"), function="daterange"), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Subscription(models.Model):
    """A colleague's own address for a calendar feed: kept as a digest, ended when it is taken back.

    The feed holds no person. Whether the membership is in force is asked at every fetch.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="subscriptions", db_default=CurrentActor())
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["membership"], condition=Q(ended_at=None), name="one_open_subscription")
        ]


class ListFile(models.Model):
    """A list that is too long to be waited for, ordered as a file that the worker writes: whose, what, how it stands.

    It is written as the membership that ordered it, opened by that membership alone while it may take the list out, and
    erased on `ends_on`. `address` is the list as it was narrowed and sorted, `question` what was asked by a form and
    stands in no address, `digest` both, so that the same order is one until its file has been opened. `begun_at` and
    `tries` say that a worker has begun, and how often; `why` that there is none: the right has ended, the list is
    longer than a sheet, it failed each time, or somebody has become protected since it was written. Only the
    database's functions write what became of it.
    """

    class Why(models.TextChoices):
        RIGHT = "right", _("The right to take out the list has ended.")
        TOO_LONG = "too_long", _("The list has more rows than a file holds. Narrow it, and take it in parts.")
        FAILED = "failed", _("Something went wrong each time. Take the list anew, or narrow it.")
        PROTECTED = "protected", _("The file was taken away: somebody has become protected. Order it anew.")

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", db_default=CurrentActor())
    at = models.DateTimeField(db_default=Now())
    asked_on = models.DateField(db_default=Today())
    title = models.CharField(max_length=100)
    name = models.CharField(max_length=60)
    export_right = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    address = models.TextField()
    question = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    begun_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0, db_default=0)
    made_at = models.DateTimeField(null=True)
    found = models.IntegerField(null=True)
    content = models.BinaryField(null=True)
    why = models.CharField(max_length=10, blank=True, default="", db_default="", choices=Why)
    ends_on = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "digest", "asked_on"],
                condition=Q(opened_at=None, why=""),
                name="one_order_of_a_list",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, found=None, content=None)
                | Q(made_at__isnull=False, found__isnull=False, content__isnull=False, why=""),
                name="list_file_is_made_whole",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=False) | Q(made_at=None, why=""), name="list_file_that_is_told_ends"
            ),
            models.CheckConstraint(condition=Q(opened_at=None) | Q(made_at__isnull=False), name="opened_when_made"),
        ]

    @property
    def state(self) -> str:
        """Return how it stands: waits, making, ready or none (see `why`)."""
        if self.why:
            return "none"
        if self.made_at:
            return "ready"
        return "making" if self.begun_at else "waits"


class Identity(models.Model):
    """How the organisation's own sign-in names a colleague: its issuer and the subject there, unique for ever.

    Tied by an administrator, never by an e-mail address that matches.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="identities")
    issuer = models.URLField(max_length=200)
    subject = models.CharField(max_length=200)
    given_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="one_colleague_an_identity")]

    def __str__(self) -> str:
        return f"{self.user.email} at {self.issuer}"


class SignIn(models.Model):
    """A sign-in and the session that it began; it ends with the session, and when `epoch` grows.

    Kept are digests: of what only the session itself can show (`digest`), and the session's row. No role
    reads or writes this but through the functions in staff/sql/sign_in.sql.
    """

    digest = models.CharField(max_length=64, unique=True)
    session = models.CharField(max_length=40)
    user = models.ForeignKey(User, models.PROTECT, related_name="sign_ins")
    epoch = models.IntegerField()
    at = models.DateTimeField(db_default=Now())
