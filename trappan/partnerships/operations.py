"""Write down what is agreed with a partner, what changes it, and what has been checked."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Amendment, PartnerCheck
from trappan.refusals import Refused, Sentences, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.staff import operations as staff
from trappan.staff.models import Organisation, Unit
from trappan.ui.templatetags.ui import day as in_words

NO: Sentences = {
    "agreement_ends_after_start": ("ends_on", _("The agreement must end after it begins.")),
    "agreement_says_for_what": ("purpose", _("Write what the agreement is for.")),
    "agreement_with_a_partner": _("Agreements are made with partners and associations."),
    "amendment_says_what": ("scope", _("Write what changes.")),
    "amendment_ends_after_start": ("ends_on", _("It cannot end before the change begins.")),
    "agreement_has_places_left": (
        "places",
        _("That would leave fewer places than none on some day. Write how many fewer there are from that day."),
    ),
    "one_agreement_a_name": (
        "name",
        _(
            "An agreement with that name and first day is written down already. Give this one another name, or "
            "write below the other what was agreed since."
        ),
    ),
    "amended_once": ("scope", _("That is written down already: you see it above.")),
    "check_holds_after_it_was_seen": ("valid_until", _("It must hold until after the day when it was seen.")),
    "code_of_kind": ("kind", _("That check was not in use that day. Choose another.")),
}


@transaction.atomic
def make_partner(
    *,
    name: str,
    kind: str,
    basis: str,
    starts_on: date,
    number: str = "",
    succeeds: Organisation | None = None,
    site: str = "",
    parent: Unit | None = None,
    coordinator: dict[str, str] | None = None,
) -> int:
    """Make a partner, its first workplace, and its coordinator, who leads it when the head has confirmed it.

    Refused as each of them is: a known name or address, a successor of what another municipality keeps.
    """
    made = staff.make_organisation(
        name=name, kind=kind, number=number, basis=basis, starts_on=starts_on, succeeds=succeeds
    )
    if site:
        body = Organisation.objects.get(pk=made)
        unit_id = staff.make_unit(
            name=site,
            organisation=body,
            parent=parent,
            kind=Unit.Kind.SITE,
            regime=Unit.Regime.LABOUR,
            starts_on=starts_on,
        )
        if coordinator:
            leads = staff.make_colleague(**coordinator)
            staff.give_membership(colleague_id=leads, unit_id=unit_id, role="site_leader", starts_on=starts_on)
    record("partnerships.make_partner", organisation=made)
    return made


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
    """Write down an agreement with a partner, as it was signed.

    Refused: a signing to come, an end before the start, a body that is no partner.
    """
    refuse_day_to_come(signed_on, by.today)
    with refusing(NO):
        made = Agreement.objects.create(
            municipality_id=by.organisation_id,
            organisation=organisation,
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
    """Write down what was agreed since: scope, places more or fewer, another end.

    Refused: a signing to come, a start before the agreement's own, fewer places than none.
    """
    refuse_day_to_come(signed_on, today)
    if starts_on < agreement.starts_on:
        raise Refused(
            _("The agreement begins %(day)s. Choose that day or a later one.") % {"day": in_words(agreement.starts_on)},
            "starts_on",
        )
    with refusing(NO):
        made = Amendment.objects.create(
            agreement=agreement, signed_on=signed_on, starts_on=starts_on, scope=scope, places=places, ends_on=ends_on
        )
    record("partnerships.amend", agreement=agreement.pk, amendment=made.pk)
    return made


@transaction.atomic
def check_partner(
    *, organisation: Organisation, by: Actor, kind: str, seen_on: date, valid_until: date | None = None, note: str = ""
) -> None:
    """Say that one thing about a partner has been looked at, and until when that holds."""
    refuse_day_to_come(seen_on, by.today, "seen_on")
    with refusing(NO):
        PartnerCheck.objects.create(
            municipality_id=by.organisation_id,
            organisation=organisation,
            kind=kind,
            seen_on=seen_on,
            valid_until=valid_until,
            note=note,
        )
    record("partnerships.check_partner", organisation=organisation.pk, check=kind)


def refuse_day_to_come(day: date, today: date, field: str = "signed_on") -> None:
    """Refuse a day to come."""
    refuse_outside(
        day, field, last=today, late=_("That day is to come. Write the day when it was done: today or earlier.")
    )
