"""A partner's own house: colleagues invited by its coordinator, answered by the head, and let go by the coordinator."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Invitation
from trappan.partnerships.operations.refusals import NO
from trappan.refusals import call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.staff.models import Membership, Unit
from trappan.staff.operations import NO as STAFF_NO

LONGEST = timedelta(days=366)  # that somebody is invited ahead
SENTENCES = {**STAFF_NO, **NO}


@transaction.atomic
def invite(
    *,
    unit: Unit,
    given_name: str,
    family_name: str,
    email: str,
    role: str,
    starts_on: date,
    today: date,
    ends_on: date | None = None,
) -> int:
    """Ask the municipality's head for a colleague at a workplace of the own organisation; it opens nothing.

    Refused: a day past or far ahead, an end beyond what is agreed with the partner, oneself, a role in the unit that
    the colleague has, and a workplace above which there is no head. Whether the address is known is not told.
    """
    refuse_outside(
        starts_on,
        "starts_on",
        first=today,
        early=_("Nobody begins on a day that has been."),
        last=today + LONGEST,
        late=_("That is far ahead. Invite them when it is closer."),
    )
    with refusing(SENTENCES):
        made = Invitation.objects.create(
            unit=unit,
            given_name=given_name,
            family_name=family_name,
            email=email.lower(),
            role=role,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    record("partnerships.invite", kind="access", invitation=made.pk)
    return made.pk


@transaction.atomic
def confirm_invitation(*, invitation: Invitation) -> tuple[Membership, bool]:
    """Say yes, as the head above the workplace; return the membership there is now, and whether the colleague is new.

    Refused: one that is answered, one's own, one whose coordinator has left, and days beyond what is agreed today.
    """
    made, is_new = call("partnerships_confirm_invitation", invitation.pk, sentences=SENTENCES)
    record("partnerships.confirm_invitation", kind="access", invitation=invitation.pk, membership=made)
    return Membership.objects.select_related("colleague").get(pk=made), is_new


@transaction.atomic
def decline_invitation(*, invitation: Invitation, why: str) -> None:
    """Say no, as the head above the workplace, with a reason that the coordinator reads; refused where answered."""
    call("partnerships_decline_invitation", invitation.pk, why, sentences=SENTENCES)
    record("partnerships.decline_invitation", kind="access", invitation=invitation.pk)


@transaction.atomic
def take_back_invitation(*, invitation: Invitation) -> None:
    """Take an invitation back, as the coordinator who made it; refused where the head has answered."""
    call("partnerships_take_back_invitation", invitation.pk, sentences=SENTENCES)
    record("partnerships.take_back_invitation", kind="access", invitation=invitation.pk)


@transaction.atomic
def end_staff(*, membership: Membership, today: date) -> None:
    """End a colleague's membership in the own organisation today, as its coordinator; sessions end at once.

    A right that ends needs nobody's yes. Refused: one's own, and a colleague of anybody else.
    """
    call("staff_end_membership", membership.pk, today, sentences=SENTENCES)
    record("partnerships.end_staff", kind="access", membership=membership.pk)
