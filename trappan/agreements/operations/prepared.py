"""Prepare an agreement: what the employer team settles with the employer before the consultant writes it."""

from django.db import transaction

from trappan import database
from trappan.agreements.models import Prepared
from trappan.agreements.operations.refusals import NO
from trappan.employers.models import Opening
from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def prepare_agreement(*, person: Person, opening: Opening, by: Actor, edition: str = "", **terms: str) -> None:
    """Write down what is settled with the employer; refused without its yes, and where a colleague wrote meanwhile."""
    database.lock("agreements.prepared", person.pk)
    said = {name: words.strip() for name, words in terms.items()}
    own = Prepared.objects.filter(person=person, opening=opening, unit_id=by.unit_id)
    refuse_overtaken(saved_in(own.first(), said), edition)
    with refusing(NO):
        if not own.update(**said):
            Prepared.objects.create(person_id=person.pk, opening=opening, unit_id=by.unit_id, **said)
    record("agreements.prepare_agreement", person.pk, scope=Scope.PROFILE, opening=opening.pk)
