"""Memberships: given by an administrator, confirmed by the unit's head; who is away, and addresses of feeds."""

from datetime import date
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.refusals import call
from trappan.schedules.clock import now
from trappan.staff.models import Membership, Subscription
from trappan.staff.operations.refusals import NO


@transaction.atomic
def give_membership(*, colleague_id: int, unit_id: int, role: str, starts_on: date) -> int:
    """Give a colleague a role in a unit; it opens nothing until the unit's head confirms it."""
    (made,) = call("staff_give_membership", colleague_id, unit_id, role, starts_on, sentences=NO)
    record("staff.give_membership", kind="access", membership=made)
    return int(made)


@transaction.atomic
def confirm_membership(*, membership_id: int) -> None:
    """Confirm, as head of the unit or the one above, that the colleague is to have the role."""
    call("staff_confirm_membership", membership_id, sentences=NO)
    record("staff.confirm_membership", kind="access", membership=membership_id)


@transaction.atomic
def say_away(*, membership: Membership, starts_on: date, ends_on: date) -> None:
    """Say, as head of the unit, that a colleague is away from a day up to another; refused where it is said already."""
    (made,) = call("staff_say_away", membership.pk, starts_on, ends_on, sentences=NO)
    record("staff.say_away", kind="access", membership=membership.pk, away=made)


@transaction.atomic
def say_back(*, membership_id: int) -> None:
    """Say, as the colleague or the head of the unit, that the colleague is back today."""
    call("staff_say_back", membership_id, sentences=NO)
    record("staff.say_back", kind="access", membership=membership_id)


@transaction.atomic
def subscribe(*, membership_id: int) -> str:
    """Make one's own address for the calendar feed, in place of an earlier one; told this once only."""
    token = token_urlsafe(32)
    database.lock("staff.subscription", membership_id)  # of two presses at once the later holds
    Subscription.objects.filter(membership_id=membership_id, ended_at=None).update(ended_at=now())
    Subscription.objects.create(membership_id=membership_id, digest=digest_of(token))
    record("staff.subscribe", kind="access", membership=membership_id)
    return token


@transaction.atomic
def unsubscribe(*, membership_id: int) -> None:
    """Take one's own address back: whoever has it gets nothing any more."""
    Subscription.objects.filter(membership_id=membership_id, ended_at=None).update(ended_at=now())
    record("staff.unsubscribe", kind="access", membership=membership_id)


def digest_of(token: str) -> str:
    """Return what is kept of an address: it cannot be read back."""
    return sha256(token.encode()).hexdigest()
