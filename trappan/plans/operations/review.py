"""Follow up the plan in force, where it goes on as it is."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import Plan, Review
from trappan.plans.operations.refusals import NO
from trappan.refusals import refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope


@transaction.atomic
def review_plan(*, plan: Plan, outcome: str, next_on: date, today: date) -> Review:
    """Keep that the plan was followed up and goes on as it is: what came of it, and when the next time is.

    Refused: a next time that is not to come, and a plan that has been replaced or ended meanwhile.
    """
    refuse_closed(plan.case)
    after_today = today + timedelta(days=1)
    refuse_outside(next_on, "next_on", first=after_today, early=_("The plan must be followed up after today."))
    with refusing(NO):
        kept = Review.objects.create(person_id=plan.person_id, plan=plan, outcome=outcome.strip(), next_on=next_on)
    record("plans.review_plan", plan.person_id, scope=Scope.PLAN, plan=plan.pk, next_on=next_on)
    return kept
