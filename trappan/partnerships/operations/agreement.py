"""Draft, sign and amend agreements with partners; write down what was signed elsewhere."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Amendment
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.staff.models import Organisation


@transaction.atomic
def agree(
    *,
    organisation: Organisation,
    by: Actor,
    name: str,
    purpose: str,
    places: int,
    signed_on: date,
    starts_on: date,
    ends_on: date | None = None,
    reference: str = "",
) -> Agreement:
    """Write down an agreement with a partner that was signed elsewhere, as it was signed.

    What steps it took before is not known then, and its page says so. Refused: a signing to come, an end before the
    start, a body that is no partner.
    """
    refuse_day_to_come(signed_on, by.today)
    with refusing(NO):
        made = Agreement.objects.create(
            municipality_id=by.organisation_id,
            organisation=organisation,
            organisation_as=organisation.name,
            name=name,
            purpose=purpose,
            places=places,
            signed_on=signed_on,
            starts_on=starts_on,
            ends_on=ends_on,
            reference=reference,
        )
    record("partnerships.agree", organisation=organisation.pk, agreement=made.pk)
    return made


@transaction.atomic
def draft_agreement(*, organisation: Organisation, by: Actor, **about: Any) -> Agreement:
    """Begin an agreement as a draft, with the parties as they are named now; it holds when it is signed.

    Refused: an end before the start, a body that is no partner, a framework that is none, an agreement that begins
    before the one it follows has ended.
    """
    with refusing(NO):
        made = Agreement.objects.create(municipality_id=by.organisation_id, organisation=organisation, **about)
    record("partnerships.draft_agreement", organisation=organisation.pk, agreement=made.pk)
    return made


@transaction.atomic
def change_draft(*, agreement: Agreement, edition: str, **about: Any) -> None:
    """Change what a draft of an agreement says, until it is decided; consultations that were held stand as they are.

    Refused where somebody has saved since, where it is decided, and as a new draft is.
    """
    lock_edition(agreement, about, edition)
    with refusing(NO):
        if not Agreement.objects.filter(pk=agreement.pk).update(**about):
            raise Refused(READS_ONLY)
    record("partnerships.change_draft", agreement=agreement.pk)


@transaction.atomic
def change_draft_amendment(*, amendment: Amendment, edition: str, starts_on: date, **about: Any) -> None:
    """Change what the draft of an amendment says, as `change_draft` does of an agreement."""
    values = {**about, "starts_on": starts_on}
    lock_edition(amendment, values, edition)
    refuse_early(amendment.agreement, starts_on)
    with refusing(NO):
        if not Amendment.objects.filter(pk=amendment.pk).update(**values):
            raise Refused(READS_ONLY)
    record("partnerships.change_draft", agreement=amendment.agreement_id, amendment=amendment.pk)


@transaction.atomic
def amend(
    *,
    agreement: Agreement,
    today: date,
    signed_on: date,
    starts_on: date,
    scope: str,
    places: int = 0,
    ends_on: date | None = None,
) -> Amendment:
    """Write down what was agreed since and signed elsewhere: scope, places more or fewer, another end.

    Refused: a signing to come, a start before the agreement's own, fewer places than none.
    """
    refuse_day_to_come(signed_on, today)
    made = write_amendment(agreement, starts_on, signed_on=signed_on, scope=scope, places=places, ends_on=ends_on)
    record("partnerships.amend", agreement=agreement.pk, amendment=made.pk)
    return made


@transaction.atomic
def draft_amendment(*, agreement: Agreement, starts_on: date, **about: Any) -> Amendment:
    """Begin an amendment as a draft, with the parties as they are named now; it holds when it is signed.

    Refused: a start before the agreement's own, an agreement that is itself not signed.
    """
    made = write_amendment(agreement, starts_on, **about)
    record("partnerships.draft_amendment", agreement=agreement.pk, amendment=made.pk)
    return made


def write_amendment(agreement: Agreement, starts_on: date, **about: Any) -> Amendment:
    """Write a row of what changes in an agreement; refused where it would begin before the agreement does."""
    refuse_early(agreement, starts_on)
    with refusing(NO):
        return Amendment.objects.create(agreement=agreement, starts_on=starts_on, **about)


def refuse_early(agreement: Agreement, starts_on: date) -> None:
    """Refuse what would begin before the agreement that it amends."""
    refuse_outside(starts_on, "starts_on", first=agreement.starts_on, early=_("The agreement had not begun then."))


@transaction.atomic
def sign(
    *,
    version: Agreement | Amendment,
    today: date,
    signed_on: date,
    signatory: str,
    mandate: str,
    partner_signatory: str,
) -> None:
    """Sign a draft for the municipality, on a mandate; it holds from its first day and is not changed after.

    Refused: a day to come, a draft that is not decided by then, somebody who is no signatory, fewer places than none,
    an end that runs into the agreement that follows.
    """
    refuse_day_to_come(signed_on, today)
    signed = {"signatory": signatory, "mandate": mandate, "partner_signatory": partner_signatory}
    with refusing(NO):
        if not type(version).objects.filter(pk=version.pk).update(signed_on=signed_on, **signed):
            raise Refused(READS_ONLY)
    record("partnerships.sign", **named(version))


@transaction.atomic
def withdraw(*, version: Agreement | Amendment, today: date) -> None:
    """Withdraw a draft that came to nothing; it is kept, and holds nowhere."""
    with refusing(NO):
        if not type(version).objects.filter(pk=version.pk).update(withdrawn_on=today):
            raise Refused(READS_ONLY)
    record("partnerships.withdraw", **named(version))


def named(version: Agreement | Amendment) -> dict[str, Any]:
    """Return the rows that an event about a version names."""
    if isinstance(version, Amendment):
        return {"agreement": version.agreement_id, "amendment": version.pk}
    return {"agreement": version.pk}
