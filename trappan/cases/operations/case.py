"""Open a case, say who is responsible, look in as head."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case
from trappan.cases.operations.refusals import NO
from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import Refused, call, refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership, Unit


def refuse_closed(case: Case) -> None:
    """Refuse to write in a case that is closed."""
    if case.closed_on is not None:
        raise Refused(_("The case is closed."))


@transaction.atomic
def open_case(*, person: Person, by: Actor, unit: Unit) -> Case:
    """Open the case that the person's way hangs on, handled by a unit, decided on by the opener."""
    number = database.value("cases_next_case_number")
    with refusing(NO):
        case = Case.objects.create(
            person=person, number=number, unit=unit, social_worker_id=by.membership_id, opened_on=by.today
        )
    record("cases.open_case", person.pk, scope=Scope.PLAN, case=number)
    return case


@transaction.atomic
def keep_way(*, case: Case, today: date, why: str) -> None:
    """Say that plan and way go on although the application fell, and why; else the case is closed."""
    refuse_closed(case)
    with refusing(NO):
        Case.objects.filter(pk=case.pk).update(kept_on=today, kept_why=why.strip())
    record("cases.keep_way", case.person_id, scope=Scope.PLAN, case=case.pk)


@transaction.atomic
def assign(*, case: Case, to: Membership, unit: Unit | None = None) -> None:
    """Make a consultant of the unit responsible: opens file and requirement to that colleague, who notes receipt.

    The unit is the case's own where no other is chosen; refused where the consultant works elsewhere.
    """
    refuse_closed(case)
    call("cases_assign", case.pk, unit.pk if unit else case.unit_id, to.pk, sentences=NO)
    record("cases.assign", case.person_id, scope=Scope.PLAN, to=to.pk)


@transaction.atomic
def take_over(*, case: Case) -> None:
    """Take over, as a social worker of the unit, what a colleague who has left there decided on."""
    call("cases_take_over", case.pk, sentences=NO)
    record("cases.take_over", case.person_id, scope=Scope.PLAN, case=case.pk)


@transaction.atomic
def reassign(*, number: str, to: Membership) -> None:
    """Give, as head of the unit, one of its cases to a consultant, by case number."""
    call("cases_reassign", number, to.pk, sentences=NO)
    record("cases.reassign", kind="access", case=number, to=to.pk)


@transaction.atomic
def open_as_head(*, number: str, reason: str) -> int | None:
    """Open a file of the own unit for 24 hours; None where a second head must agree first."""
    (person_id,) = call("cases_open_as_head", number, reason, sentences=NO)
    record("cases.open_as_head", case=number, waits=person_id is None)
    return int(person_id) if person_id else None
