"""Write down that the unions were told before a unit closes, or why nothing was needed."""

from datetime import date

from django.db import transaction

from trappan.history.record import record
from trappan.partnerships.models import ClosingInformation
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import refusing
from trappan.secrecy.acting import Actor
from trappan.staff.models import Unit


@transaction.atomic
def inform_of_closing(*, unit: Unit, by: Actor, paragraph: str, whom: str, held_on: date, outcome: str) -> None:
    """Write down the information or negotiation under MBL about a unit that is to close.

    Refused: a day to come, a day when it had closed, and that neither is needed from anybody but a head of unit.
    """
    refuse_day_to_come(held_on, by.today, "held_on")
    with refusing(NO):
        ClosingInformation.objects.create(
            municipality_id=by.organisation_id,
            unit=unit,
            paragraph=paragraph,
            whom=whom,
            held_on=held_on,
            outcome=outcome,
        )
    record("partnerships.inform_of_closing", unit=unit.pk)
