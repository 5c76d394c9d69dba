"""Write down a partner with its workplace and coordinator, and what has been checked of it."""

from datetime import date

from django.db import transaction

from trappan.history.record import record
from trappan.partnerships.models import PartnerCheck
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import refusing
from trappan.secrecy.acting import Actor
from trappan.staff import operations as staff
from trappan.staff.models import Organisation, Unit


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
