"""Who is to work in a partner's own house: named by its coordinator, answered by the municipality's head."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from trappan.history.models import Signed
from trappan.secrecy.rights import SITE_STAFF
from trappan.staff.models import ROLE_NAMES, Membership, Unit


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """The questions to invitations."""

    def waiting(self) -> "InvitationQuerySet":
        """Return those that nobody has answered."""
        return self.filter(answered_at=None)


class Invitation(Signed):
    """That a partner's coordinator asks for a colleague at one of the partner's workplaces, from a day up to another.

    Nothing is opened by it: membership, account and letter come with the head's yes, and the head above the workplace
    answers once, a no with its reason; who asked may take it back until then. Refused: a role that opens files, days
    beyond what is agreed with the partner, oneself. Whether somebody has the address already is told to the head
    alone. About colleagues, no person.
    Written once; the answer is written by the functions in partnerships/sql/invitation.sql. Source: R-051.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    email = models.EmailField()
    role = models.CharField(max_length=30, choices=[(role, ROLE_NAMES[role]) for role in SITE_STAFF])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, editable=False, related_name="+")
    declined = models.CharField(max_length=300, blank=True, default="", db_default="")
    answered_by = models.ForeignKey(Membership, models.PROTECT, null=True, editable=False, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)
    taken_back = models.BooleanField(default=False, db_default=False, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in SITE_STAFF]), name="invited_in_a_partners_role"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="invitation_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(given_name="") & ~Q(family_name=""), name="invited_has_a_name"),
            models.CheckConstraint(
                condition=Q(answered_at=None, membership=None, declined="", taken_back=False)
                | (Q(answered_at__isnull=False, membership__isnull=False, declined="", taken_back=False))
                | (Q(answered_at__isnull=False, membership=None, taken_back=False) & ~Q(declined=""))
                | Q(answered_at__isnull=False, membership=None, declined="", taken_back=True),
                name="invitation_answered_one_way",
            ),
            models.UniqueConstraint(
                "unit", "role", Lower("email"), condition=Q(answered_at=None), name="one_invitation_waits"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"
