"""Memberships: given by an administrator, confirmed by the unit's head, ended by either."""

from datetime import date
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.refusals import Sentences, call
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.schedules.clock import now
from trappan.staff.models import Colleague, Membership, Subscription

NO: Sentences = {
    "only_administrator": _("Only a system administrator gives memberships."),
    "not_to_oneself": _("You cannot give or confirm a membership of your own. Ask a colleague."),
    "given_by_oneself": _("You have given the membership yourself. Somebody else confirms it: the head above."),
    "role_not_for_partner": ("role", _("Outside the municipality a colleague is a supervisor or site leader.")),
    "only_its_head": _("Only the unit's own head does this."),
    "one_open_membership": _("The colleague already has this role in the unit."),
    "away_of_oneself": _("Another head says that you are away. Your own meetings you move yourself."),
    "away_two_years_at_most": ("ends_on", _("Choose a last day within two years.")),
    "away_is_to_come": ("ends_on", _("Choose today or a day to come as the last day.")),
    "away_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "one_time_away": ("starts_on", _("The colleague is said to be away then already. Choose other days.")),
    "colleague_has_a_name": ("given_name", _("Write a given name and a family name.")),
    "membership_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
}


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
def end_membership(*, membership_id: int, ends_on: date) -> None:
    """End a membership from a day on; the colleague's sessions end at once."""
    call("staff_end_membership", membership_id, ends_on, sentences=NO)
    record("staff.end_membership", kind="access", membership=membership_id)


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
def keep_profile(*, colleague: Colleague, edition: str = "", **fields: Any) -> None:
    """Keep one's own name, title, phone and languages; refused where `edition` has been overtaken.

    Nobody keeps another's: whoever acts is the one whose profile it is.
    """
    database.lock("staff.keep_profile", colleague.pk)  # the same colleague in two browsers
    refuse_overtaken(saved_in(Colleague.objects.filter(pk=colleague.pk).first(), fields), edition)
    names = ("given_name", "family_name", "title", "phone", "languages")
    call("staff_keep_profile", *(fields[name] for name in names), sentences=NO)
    record("staff.keep_profile", kind="access", fields=sorted(fields))


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
