"""Note contacts without anybody's name, and refer somebody by her own consent; receive, answer, take back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Outreach
from trappan.partnerships.operations.refusals import NO
from trappan.people.models import Person
from trappan.people.operations import find_number, refuse_elsewhere
from trappan.refusals import READS_ONLY, Refused, call, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.months import month_of
from trappan.secrecy.acting import Actor
from trappan.staff.models import Unit


@transaction.atomic
def note_outreach(*, by: Actor, day: date, people: int, setting: str, whole_month: bool = False) -> Outreach:
    """Note how many people the own site met at a setting on a day, or in the whole month of the day.

    Refused: nobody, more than a site meets at once, a day to come or before last year, a personal number.
    """
    noted = month_of(day) if whole_month else day
    refuse_outside(
        noted,
        "day",
        first=date(by.today.year - 1, 1, 1),
        early=_("Contacts are noted of this year and the last."),
        last=by.today,
        late=_("That day is to come. Note contacts when they have been."),
    )
    if not 1 <= people <= Outreach.MOST:
        raise Refused(_("Write how many: from 1 to 999. Several settings are several notes."), "people")
    with refusing(NO):
        made = Outreach.objects.create(
            unit_id=by.unit_id,
            organisation_id=by.organisation_id,
            day=noted,
            whole_month=whole_month,
            people=people,
            setting=setting.strip(),
        )
    record("partnerships.note_outreach", outreach=made.pk)
    return made


@transaction.atomic
def take_out_outreach(*, outreach: Outreach, today: date) -> None:
    """Take out contacts that were noted wrongly; what stood is kept, and counted no more."""
    with refusing(NO):
        if not Outreach.objects.filter(pk=outreach.pk, taken_out_on=None).update(taken_out_on=today):
            raise Refused(READS_ONLY)
    record("partnerships.take_out_outreach", outreach=outreach.pk)


@transaction.atomic
def refer(
    *,
    to_unit: Unit | int,
    name: str,
    contact: str,
    why: str,
    consented_on: date,
    consented_how: str,
    consented_to: str,
    language: str = "",
    interpreter: bool = False,
) -> int:
    """Tell a unit of somebody who wants to be in touch with it, by that person's consent; return the row's number.

    Whether the municipality knows the person is neither asked nor told. Refused: no agreement that holds, a consent to
    come or older than a name is kept, the same person again while it waits, a personal number.
    """
    unit_id = to_unit.pk if isinstance(to_unit, Unit) else to_unit
    (made,) = call(
        "partnerships_refer",
        unit_id,
        name.strip(),
        contact.strip(),
        language.strip(),
        interpreter,
        why.strip(),
        consented_on,
        consented_how,
        consented_to,
        sentences=NO,
    )
    record("partnerships.refer", referral=made)
    return int(made)


@transaction.atomic
def receive_referral(*, referral: int) -> None:
    """Say, as a social worker of the unit, that what a partner told is received: the site sees it."""
    call("partnerships_receive_referral", referral, sentences=NO)
    record("partnerships.receive_referral", referral=referral)


@transaction.atomic
def answer_referral(*, referral: int, person: Person | None = None) -> None:
    """Say that the person came, as this person, or did not; then the name is emptied.

    The partner sees that the person came, or not, and no more; why not is nobody's to write.
    """
    call("partnerships_answer_referral", referral, person.pk if person else None, sentences=NO)
    record("partnerships.answer_referral", referral=referral, came=person is not None)


@transaction.atomic
def came_to_us(*, referral: int, number: str) -> None:
    """Say that the person came, as somebody whom the unit already has, by number: a case that goes on, for example."""
    found = find_number(number=number)
    refuse_elsewhere(found)
    if found.person_id is None:
        raise Refused(_("Nobody with that number is yours. Receive the application first."), "number")
    call("partnerships_answer_referral", referral, found.person_id, sentences=NO)
    record("partnerships.answer_referral", referral=referral, came=True)


@transaction.atomic
def take_back_referral(*, referral: int) -> None:
    """Take back what was told, since the person no longer consents; refused when the unit has answered."""
    call("partnerships_take_back_referral", referral, sentences=NO)
    record("partnerships.take_back_referral", referral=referral)
