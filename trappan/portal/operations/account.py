"""Hand a code for the own pages over to somebody, and end the way in."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from trappan.history.record import record
from trappan.people.models import Person
from trappan.portal.operations.refusals import NO
from trappan.portal.pins import digest_of_code, in_groups, make_code, number_in_words
from trappan.refusals import call
from trappan.secrecy.scopes import Scope


@dataclass(frozen=True)
class HandedOver:
    """What stands on the slip: the code, the number that is used ever after, and when the code holds no more."""

    code: str
    number: str
    until: datetime


@transaction.atomic
def hand_out_code(*, person: Person, proven: str) -> HandedOver:
    """Draw a code by which the person chooses a PIN, to be handed over in person; the one before ends.

    It is returned once and kept by nobody. Refused about somebody with protected identity, and without an open case.
    """
    code = make_code()
    made = call("portal_hand_out", person.pk, digest_of_code(code), proven, sentences=NO)
    record("portal.hand_out_code", person.pk, scope=Scope.PLAN, proven=proven)
    return HandedOver(in_groups(code), number_in_words(made.number), made.until)


@transaction.atomic
def end_way_in(*, person: Person) -> None:
    """End the person's way in: the code and the PIN open nothing more, and whoever is signed in by it is out."""
    call("portal_end", person.pk, sentences=NO)
    record("portal.end_way_in", person.pk, scope=Scope.PLAN)
