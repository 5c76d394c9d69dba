"""Register who comes to a person's own pages beside the person, hand a code over to them, and end it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.portal.models import Mandate
from trappan.portal.operations.account import HandedOver
from trappan.portal.operations.refusals import NO
from trappan.portal.pins import digest_of_code, in_groups, make_code, number_in_words
from trappan.refusals import call
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.scopes import Scope


@transaction.atomic
def register_helper(
    *, person: Person, today: date, name: str, phone: str, relation: str, allows: str, ends_on: date, signed: bool
) -> None:
    """Register whom the person has given a mandate, signed on paper in front of a colleague; it holds from today.

    Refused about somebody with protected identity, without an open case, and longer than the rules say.
    """
    refuse_outside(
        day_before(ends_on), "ends_on", first=today, last=longest(), late=_("A mandate does not last so long.")
    )
    given = Mandate.Given.PAPER if signed else ""
    made = call(
        "portal_register_mandate", person.pk, "helper", name, phone, relation, allows, ends_on, given, sentences=NO
    )
    record("portal.register_helper", person.pk, scope=Scope.PLAN, mandate=made.portal_register_mandate)


@transaction.atomic
def register_guardian(*, person: Person, name: str, phone: str, relation: str, allows: str, given: str) -> None:
    """Register a guardian of somebody under 18, with how it was proven; it ends by itself on the 18th birthday.

    Refused about whoever is 18 or of no known birthday, about a third one, and as of a helper.
    """
    values = person.pk, "guardian", name, phone, relation, allows, None, given
    made = call("portal_register_mandate", *values, sentences=NO)
    record("portal.register_guardian", person.pk, scope=Scope.PLAN, mandate=made.portal_register_mandate, given=given)


@transaction.atomic
def hand_out_to(*, mandate: Mandate, proven: str) -> HandedOver:
    """Draw a code by which whoever has the mandate chooses a PIN, to be handed over in person; the one before ends."""
    code = make_code()
    made = call("portal_hand_out_to", mandate.pk, digest_of_code(code), proven, sentences=NO)
    record("portal.hand_out_to", mandate.person_id, scope=Scope.PLAN, mandate=mandate.pk, proven=proven)
    return HandedOver(in_groups(code), number_in_words(made.number), made.until)


@transaction.atomic
def end_mandate(*, mandate: Mandate) -> None:
    """End a mandate: the code and the PIN open nothing more, and whoever is signed in by it is out."""
    call("portal_end_mandate", mandate.pk, sentences=NO)
    record("portal.end_mandate", mandate.person_id, scope=Scope.PLAN, mandate=mandate.pk)


def longest() -> date:
    """Return the last day that a mandate given today may have, by the rules of today."""
    found: date = database.value("portal_longest_mandate")
    return found
