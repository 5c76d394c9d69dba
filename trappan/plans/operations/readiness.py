"""Judge what somebody is ready for: a judgement with its reason, and never a gate."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Readiness
from trappan.plans.operations.refusals import NO
from trappan.refusals import refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def judge_readiness(*, case: Case, what: str, reason: str, day: date, today: date) -> Readiness:
    """Say what the person is ready for, from a day, and why; the judgement before it is kept.

    Refused: a day to come, and one before the latest judgement, which would not take its place.
    """
    refuse_closed(case)
    database.lock("plans.readiness", case.person_id)  # of two who judge at once the later stands, and says so
    latest = Readiness.objects.filter(person=case.person_id).first()
    refuse_outside(
        day,
        "day",
        first=latest.day if latest else None,
        early=_("The latest judgement is from a later day. Choose a day after it."),
        last=today,
        late=_("Choose today, or the day on which you judged it."),
    )
    with refusing(NO):
        judged = Readiness.objects.create(
            person_id=case.person_id, case=case, what=what, reason=reason.strip(), day=day
        )
    record("plans.judge_readiness", case.person_id, scope=Scope.PLAN, what=what, day=day)
    return judged
