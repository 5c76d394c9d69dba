"""What a site has noted of contacts in a month, and what it has referred; what waits with a unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.partnerships.models import Outreach, PartnerReferral
from trappan.schedules.months import months_after

# What a site is told of somebody whom it has referred, and all that it is told.
STATES = {
    PartnerReferral.State.ASKED: _("Waits to be received"),
    PartnerReferral.State.RECEIVED: _("Received by the unit"),
    PartnerReferral.State.CAME: _("Came"),
    PartnerReferral.State.NOT: _("Did not come"),
    PartnerReferral.State.TAKEN_BACK: _("Consent taken back"),
    PartnerReferral.State.LAPSED: _("Not answered by then"),
}
OPEN = (PartnerReferral.State.ASKED, PartnerReferral.State.RECEIVED)


def noted_in(month: date, organisation_id: int) -> QuerySet[Outreach]:
    """Ask for the contacts of an organisation in a month, those that were taken out too, the latest first."""
    return Outreach.objects.filter(
        organisation_id=organisation_id, day__gte=month, day__lt=months_after(month, 1)
    ).select_related("unit", "author__colleague")


def read_of() -> list[int]:
    """Return the organisations whose contacts the actor reads for the municipality: its own, and its partners'."""
    return database.value("partnerships_agreed_with") or []


@dataclass(frozen=True)
class Referred:
    """Somebody whom the own site has referred: the name while it waits, and how far it has come."""

    pk: int
    day: date
    to_unit: str
    name: str
    contact: str
    language: str
    interpreter: bool
    why: str
    consented_on: date
    consented_how: str
    state: str
    answered_on: date | None

    @property
    def waits(self) -> bool:
        return self.state in OPEN

    @property
    def state_in_words(self) -> str:
        return str(STATES[PartnerReferral.State(self.state)])

    @property
    def how_in_words(self) -> str:
        return str(PartnerReferral.How(self.consented_how).label).lower()


@dataclass(frozen=True)
class ReferralHere:
    """Somebody whom a partner has referred to the own unit, while it waits for an answer.

    `emptied_on` is the day on which name and contact are erased if nobody has answered.
    """

    pk: int
    day: date
    partner: str
    name: str
    contact: str
    language: str
    interpreter: bool
    why: str
    consented_on: date
    consented_how: str
    consented_to: str
    state: str
    received_by: str | None
    received_on: date | None
    emptied_on: date

    @property
    def how_in_words(self) -> str:
        return str(PartnerReferral.How(self.consented_how).label).lower()


def referred() -> list[Referred]:
    """Return what the own site has referred, the latest first; nothing to all others."""
    return [Referred(*one) for one in database.rows("partnerships_referred")]


def referrals_here() -> list[ReferralHere]:
    """Return what waits with the own unit, the oldest first; nothing to all but its social workers."""
    return [ReferralHere(*one) for one in database.rows("partnerships_referrals_here", None)]


def referral_here(pk: int) -> ReferralHere | None:
    """Return one that waits with the own unit; None where there is none, or not any more."""
    # An address can say more than the database can number.
    found = database.rows("partnerships_referrals_here", pk) if pk < 2**63 else []
    return next((ReferralHere(*one) for one in found), None)


def units_to_refer_to() -> Sequence[tuple[Any, Any]]:
    """Return the units to which the own site may refer somebody, as choices."""
    return [(one.unit_id, one.name) for one in database.rows("partnerships_refers_to")]
