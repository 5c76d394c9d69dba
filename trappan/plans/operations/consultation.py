"""Write down a consultation about a person's plan."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Consultation
from trappan.refusals import Refused
from trappan.secrecy.scopes import Scope


@transaction.atomic
def consult(*, case: Case, today: date, with_whom: str, held_on: date, outcome: str) -> Consultation:
    """Write down a consultation about the person's plan: with whom, when, what it led to."""
    refuse_closed(case)
    if held_on > today:
        raise Refused(_("The consultation cannot be from after today."), "held_on")
    consultation = Consultation.objects.create(
        person_id=case.person_id, case=case, with_whom=with_whom, held_on=held_on, outcome=outcome
    )
    record("plans.consult", case.person_id, scope=Scope.PLAN, with_whom=with_whom)
    return consultation
