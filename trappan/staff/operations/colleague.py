"""Colleagues and their accounts: made, named, closed, and let in by a link for a password."""

from typing import Any

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.staff.accounts import link_for
from trappan.staff.models import Colleague
from trappan.staff.operations.refusals import NO


@transaction.atomic
def make_colleague(*, given_name: str, family_name: str, email: str) -> int:
    """Write down a new colleague, whose account opens nothing yet; refused where somebody has the address."""
    (made,) = call("staff_make_colleague", given_name, family_name, email, sentences=NO)
    record("staff.make_colleague", kind="access", colleague=made)
    return int(made)


@transaction.atomic
def change_colleague(*, colleague: Colleague, edition: str, given_name: str, family_name: str, email: str) -> None:
    """Put a colleague's name or address right; with another address the sessions end, and links for passwords too.

    Refused: whom another municipality keeps, an address that somebody has, an edition that somebody has overtaken.
    """
    database.lock("staff.colleague", colleague.pk)
    saved = Colleague.objects.get(pk=colleague.pk)
    refuse_overtaken(saved_in(saved, ("given_name", "family_name", "email")), edition)
    call("staff_change_colleague", colleague.pk, given_name, family_name, email, sentences=NO)
    record("staff.change_colleague", kind="access", colleague=colleague.pk)
    if saved.email.lower() != email.lower():
        # Whoever has the address has the account: the log says so, and which.
        record("staff.change_address", kind="access", colleague=colleague.pk, was=saved.email, now=email.lower())


@transaction.atomic
def close_account(*, colleague: Colleague) -> None:
    """Let a colleague sign in no more, at once; memberships go on until they are ended."""
    call("staff_keep_account", colleague.pk, False, sentences=NO)
    record("staff.close_account", kind="access", colleague=colleague.pk)


@transaction.atomic
def open_account(*, colleague: Colleague) -> None:
    """Let a colleague whose account was closed sign in again."""
    call("staff_keep_account", colleague.pk, True, sentences=NO)
    record("staff.open_account", kind="access", colleague=colleague.pk)


@transaction.atomic
def make_password_link(*, colleague: Colleague, sent_by: str) -> str:
    """Return a link with which a colleague chooses a password, once, within a day; it is written nowhere.

    Refused: oneself, whom another municipality keeps, a closed account. The log says that it was made, and how it
    was sent (`sent_by`: paper or mail), never the link.
    """
    (user_id,) = call("staff_account_for_link", colleague.pk, sentences=NO)
    record("staff.make_password_link", kind="access", colleague=colleague.pk, sent_by=sent_by)
    return link_for(int(user_id))


@transaction.atomic
def keep_profile(*, colleague: Colleague, edition: str = "", **fields: Any) -> None:
    """Keep one's own name, title, phone and languages; refused where `edition` has been overtaken.

    Nobody keeps another's: whoever acts is the one whose profile it is.
    """
    database.lock("staff.keep_profile", colleague.pk)  # the same colleague in two browsers
    before = Colleague.objects.get(pk=colleague.pk)
    refuse_overtaken(saved_in(before, fields), edition)
    names = ("given_name", "family_name", "title", "phone", "languages")
    call("staff_keep_profile", *(fields[name] for name in names), sentences=NO)
    # What she was called when she signed what stands: the log's reader finds her by it.
    renamed = (before.given_name, before.family_name) != (fields["given_name"], fields["family_name"])
    record("staff.keep_profile", kind="access", was=before.name if renamed else "")
