"""Follow along after the start: speak with the person and the employer, and agree how often."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.agreements.models import Agreement, AlongContact
from trappan.agreements.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

RHYTHM = ("person_days", "employer_days")


@transaction.atomic
def speak_along(
    *, agreement: Agreement, by: Actor, with_whom: str, day: date, way: str, text: str, next_on: date | None = None
) -> AlongContact:
    """Note that somebody spoke with the person or the employer after the start, and what was promised next.

    Refused: a day before the start or to come, and a next time that does not come after it.
    """
    within = _("Choose a day within the placement, no later than today.")
    refuse_outside(day, "day", first=agreement.placement.starts_on, early=within, last=by.today, late=within)
    with refusing(NO):
        made = AlongContact.objects.create(
            agreement=agreement,
            person_id=agreement.person_id,
            with_whom=with_whom,
            day=day,
            way=way,
            text=text.strip(),
            next_on=next_on,
        )
    record("agreements.speak_along", agreement.person_id, scope=Scope.PLAN, with_whom=with_whom, day=day, next=next_on)
    return made


@transaction.atomic
def set_rhythm(*, agreement: Agreement, person_days: int | None, employer_days: int | None, edition: str = "") -> None:
    """Agree how often somebody speaks with each of the two; without a number the rules' rhythm holds."""
    lock_edition(agreement, RHYTHM, edition)
    with refusing(NO):
        Agreement.objects.filter(pk=agreement.pk).update(person_days=person_days, employer_days=employer_days)
    record("agreements.set_rhythm", agreement.person_id, scope=Scope.PLAN, agreement=agreement.pk)
