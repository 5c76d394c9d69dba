"""Write down how long the journey to a site is, as it is asked of the person beside it."""

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.matching.models import Journey
from trappan.matching.operations.refusals import NO
from trappan.people.models import Person
from trappan.refusals import refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def write_journey(*, person: Person, site: str, minutes: int) -> None:
    """Write down how long the journey to a site is, in minutes one way; what was written before is changed."""
    database.lock("matching.journey", person.pk)  # of two who write the first one at once the later changes it
    with refusing(NO):
        if not Journey.objects.filter(person=person, unit_id=int(site)).update(minutes=minutes):
            Journey.objects.create(person=person, unit_id=int(site), minutes=minutes)
    record("matching.write_journey", person.pk, scope=Scope.PLAN)
