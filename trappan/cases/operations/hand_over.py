"""Hand a case over, receive it or send it back, take it back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case, HandOver
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, call
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership, Unit


@transaction.atomic
def hand_over(*, case: Case, to: Membership, note: str) -> None:
    """Offer the case to a colleague, who reads it until answering; the giver keeps it meanwhile."""
    if not note.strip():
        raise Refused(_("Write what the colleague needs to know to take over."), "note")
    call("cases_hand_over", case.pk, to.pk, note.strip(), sentences=NO)
    record("cases.hand_over", case.person_id, scope=Scope.PLAN, to=to.pk)


@transaction.atomic
def receive(*, hand_over: HandOver) -> None:
    """Take the case over: the one who had it reads on for the rules' days and writes no more."""
    call("cases_answer", hand_over.pk, HandOver.Answer.RECEIVED, "", sentences=NO)
    record("cases.receive", hand_over.person_id, scope=Scope.PLAN, case=hand_over.case_id)


@transaction.atomic
def send_back(*, hand_over: HandOver, reason: str) -> None:
    """Send the case back with a reason: the giver has it still, or its head hands it out again.

    The database writes the event, since the receiver could only read.
    """
    if not reason.strip():
        raise Refused(_("Write why you send it back. The one who handed it over reads it."), "reason")
    call("cases_answer", hand_over.pk, HandOver.Answer.SENT_BACK, reason.strip(), sentences=NO)


@transaction.atomic
def take_back(*, hand_over: HandOver) -> None:
    """Take an offer back before anybody has answered it."""
    call("cases_answer", hand_over.pk, HandOver.Answer.TAKEN_BACK, "", sentences=NO)
    record("cases.take_back", hand_over.person_id, scope=Scope.PLAN, case=hand_over.case_id)


@transaction.atomic
def take_back_handed_out(*, hand_over_id: int) -> None:
    """Take back, as the head who handed it out within two weeks, a case not received yet: it is nobody's again.

    Refused where the receiver has a meeting with the person. The database writes the person's event.
    """
    (number,) = call("cases_take_back_handed_out", hand_over_id, sentences=NO)
    record("cases.take_back_handed_out", kind="access", case=number)


@transaction.atomic
def hand_unit_over(*, to: Unit) -> tuple[int, int]:
    """Hand all of the own unit, as its head, over to a unit that comes after it: every open case, and whom it knows.

    Returns how many cases wait there to be handed out, and how many people the other unit now knows; whoever had a
    case reads on for the rules' days. Refused: a unit that does not come after it, and where nothing is left.
    """
    cases, people = call("cases_hand_unit_over", to.pk, sentences=NO)
    record("cases.hand_unit_over", kind="access", to=to.pk, cases=cases, people=people)
    return int(cases), int(people)


@transaction.atomic
def read_return(*, hand_over: HandOver) -> None:
    """Say that one has read why a case came back."""
    HandOver.objects.filter(pk=hand_over.pk, answer=HandOver.Answer.SENT_BACK).update(read_at=now())
    record("cases.read_return", hand_over.person_id, scope=Scope.PLAN, case=hand_over.case_id)
