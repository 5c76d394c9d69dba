"""Refer to guidance or occupational therapy, take a referral on, end it with a result."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case, Referral
from trappan.cases.operations.case import refuse_closed
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.people.operations import let_in_by_referral
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership, Unit


@transaction.atomic
def refer(*, case: Case, unit: Unit, purpose: str, responsible: Membership | None = None) -> Referral:
    """Ask guidance or occupational therapy for their part; opens name, steps and the referral to them.

    A person with protected identity is referred to a named colleague, never to a whole unit.
    """
    refuse_closed(case)
    if responsible is not None and responsible.unit_id != unit.pk:
        raise Refused(_("That colleague works in another unit."), "responsible")
    if case.person.is_protected and responsible is None:
        raise Refused(_("Choose who: protected identity opens to a named colleague only."), "responsible")
    with refusing(NO):
        referral = Referral.objects.create(
            person_id=case.person_id, case=case, unit=unit, purpose=purpose, responsible=responsible
        )
    by_name = case.person.is_protected
    let_in_by_referral(
        person_id=case.person_id,
        unit_id=None if by_name else unit.pk,
        membership_id=responsible.pk if responsible and by_name else None,
    )
    record("cases.refer", case.person_id, scope=Scope.ACTIVITY, unit_id=unit.pk, referral=referral.pk)
    return referral


@transaction.atomic
def change_purpose(*, referral: Referral, purpose: str, why: str, edition: str = "") -> None:
    """Put right what is asked, with the reason; what it was is kept, and whoever has the referral is shown both.

    Refused: who does not work with the person as consultant, a referral that has ended, an overtaken edition.
    """
    lock_edition(referral, {"purpose": purpose}, edition)
    with refusing(NO):
        Referral.objects.filter(pk=referral.pk).update(purpose=purpose.strip(), purpose_why=why.strip())
    record(
        "cases.change_purpose", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, referral=referral.pk
    )


@transaction.atomic
def take_on(*, referral: Referral, by: Actor) -> None:
    """Become responsible for a referral that has come to the own unit."""
    if referral.unit_id != by.unit_id:
        raise Refused(_("The referral is another unit's to take on."))
    taken = Referral.objects.filter(pk=referral.pk, end="").exclude(responsible__isnull=False, starts_on__isnull=False)
    if not taken.update(responsible_id=by.membership_id, starts_on=by.today):
        raise Refused(_("A colleague has already taken it on, or it has ended."))
    record("cases.take_on", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, referral=referral.pk)


@transaction.atomic
def assess(
    *, referral: Referral, today: date, instrument: str, instrument_on: date, conclusion: str, edition: str = ""
) -> None:
    """Keep which instrument was used, when, and what it led to; never its items.

    Refused where somebody else has kept another assessment since `edition`.
    """
    refuse_outside(instrument_on, "instrument_on", last=today, late=_("The assessment cannot be from after today."))
    values = {"instrument": instrument, "instrument_on": instrument_on, "conclusion": conclusion}
    lock_edition(referral, values, edition)
    with refusing(NO):
        Referral.objects.filter(pk=referral.pk, end="").update(**values)
    record("cases.assess", referral.person_id, scope=Scope.ACTIVITY, unit_id=referral.unit_id, referral=referral.pk)


@transaction.atomic
def end_referral(*, referral: Referral, by: Actor, end: str, result: str) -> None:
    """End a referral with what came of it; the database ends what it opened, in the same breath."""
    # Told before, since the one who tells no longer sees the person after.
    record(
        "cases.end_referral",
        referral.person_id,
        scope=Scope.ACTIVITY,
        unit_id=referral.unit_id,
        referral=referral.pk,
        end=end,
    )
    found = Referral.objects.select_for_update().filter(pk=referral.pk, end="").first()
    if found is None:
        raise Refused(_("The referral has already ended."))
    with refusing(NO):
        Referral.objects.filter(pk=referral.pk).update(
            end=end, result=result, ends_on=by.today, starts_on=found.starts_on or by.today
        )
