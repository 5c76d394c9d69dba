"""What an employer told of an end, as the beginning of an exit: a draft that somebody reads, never one by itself."""

from datetime import date
from typing import Any

from django.db.models import F

from trappan.agreements.models import Ending
from trappan.cases.models import Case
from trappan.outcomes.models import Exit


def told_of_work(case: Case) -> Ending | None:
    """Return the latest end at an employer, in the time of a case, that is told to have led to work; or None."""
    return (
        Ending.objects.filter(
            person_id=case.person_id,
            taken_back_at=None,
            led_to__in=[Ending.LedTo.HERE, Ending.LedTo.ELSEWHERE],
            ends_on=F("agreement__placement__ends_on"),
            ends_on__gte=case.opened_on,
        )
        .select_related("agreement__workplace__employer", "agreement__placement__activity__opening__occupation")
        .order_by("-ends_on", "-pk")
        .first()
    )


def begun(told: Ending, today: date) -> dict[str, Any]:
    """Return how an exit begins that follows what an employer told; of work elsewhere without an employer."""
    opening = told.agreement.placement.activity.opening
    draft: dict[str, Any] = {
        "reason": Exit.Reason.WORK,
        "sub_code": "a1",
        "source": "employer",
        "day": min(told.ends_on, today),
    }
    if told.led_to == Ending.LedTo.HERE:
        draft["employer_name"] = told.agreement.workplace.employer.name
        if opening is not None:
            draft |= {"form": opening.title[:100], "occupation": opening.occupation}
    return draft
