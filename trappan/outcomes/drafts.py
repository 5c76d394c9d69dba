"""What an employer told of an end, as the beginning of an exit: a draft that somebody reads, never one by itself."""

from datetime import date
from typing import Any

from django.db.models import F

from trappan.agreements.models import Ending
from trappan.outcomes.models import Exit


def told_of_work(person_id: int) -> Ending | None:
    """Return the latest end at an employer of which it is told that it led to work; None where there is none."""
    return (
        Ending.objects.filter(
            person_id=person_id,
            taken_back_at=None,
            led_to__in=[Ending.LedTo.HERE, Ending.LedTo.ELSEWHERE],
            ends_on=F("agreement__placement__ends_on"),
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
