"""Write down how a person sees it, and take a slip back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.cases.models import Case
from trappan.cases.operations.case import refuse_closed
from trappan.history.record import record
from trappan.plans.models import SelfRating
from trappan.plans.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope


@transaction.atomic
def rate_oneself(*, case: Case, day: date, today: date, answers: dict[str, tuple[int | None, str]]) -> None:
    """Write down what a person answered on a day, by statement: a degree, own words, or both.

    Refused: nothing answered, a day to come or before the case, a statement answered that day
    already or not in use then.
    """
    refuse_closed(case)
    refuse_outside(
        day,
        "day",
        first=case.opened_on,
        early=_("The case was not open yet on that day."),
        last=today,
        late=_("Choose the day when it was said: today or before."),
    )
    given = {name: said for name, said in answers.items() if said[0] is not None or said[1]}
    if not given:
        raise Refused(_("Nothing is answered. Answer one of them, or leave the page."))
    with refusing(NO):
        SelfRating.objects.bulk_create(
            SelfRating(case=case, person_id=case.person_id, day=day, statement=name, answer=answer, words=words)
            for name, (answer, words) in given.items()
        )
    record("plans.rate_oneself", case.person_id, scope=Scope.PLAN, day=day, answers=len(given))


@transaction.atomic
def take_back_rating(*, case: Case, day: date) -> None:
    """Take back what oneself has written down of a day by mistake; it is kept, and no longer shown.

    Refused: nothing of one's own stands on that day.
    """
    with refusing(NO):
        taken = SelfRating.objects.standing().filter(case=case, day=day).update(taken_back_at=now())
    if not taken:
        raise Refused(_("You have written nothing on that day that still stands."))
    record("plans.take_back_rating", case.person_id, scope=Scope.PLAN, day=day)
