"""Write down a consultation about a person's plan."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Consultation
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def consult(*, case: Case, today: date, with_whom: str, held_on: date, outcome: str) -> Consultation:
    """Write down a consultation about the person's plan: with whom, when, what it led to."""
    refuse_closed(case)
    refuse_outside(held_on, "held_on", last=today, late=_("The consultation cannot be from after today."))
    consultation = Consultation.objects.create(
        person_id=case.person_id, case=case, with_whom=with_whom, held_on=held_on, outcome=outcome
    )
    record("plans.consult", case.person_id, scope=Scope.PLAN, with_whom=with_whom)
    return consultation
