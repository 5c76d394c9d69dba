"""Write down what an employer has agreed to offer, change it, close it, and offer it after all."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.employers.models import Employer, Lead, Opening
from trappan.employers.operations.employer import lock_employer
from trappan.employers.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.week import DAYS, Week

LONGEST_WEEK = 300  # signs
ABOUT = (
    "title",
    "kind",
    "support_form",
    "workplace",
    "contact",
    "occupation",
    "places",
    "week",
    "weekly_minutes",
    "weekdays",
    "starts_on",
    "ends_on",
    "season_from",
    "season_to",
    "tasks",
    "needs",
    "good_if",
    "languages",
    "licence",
    "travel",
    "adaptations",
    "shaped_for_one",
    "agreed_on",
)


@transaction.atomic
def make_opening(
    *,
    employer: Employer,
    week: Week | None = None,
    weekly_minutes: int | None = None,
    weekdays: Iterable[int] = (),
    lead: Lead | None = None,
    **values: Any,
) -> Opening:
    """Write down what an employer has agreed to offer, also what an ad has led to.

    Refused: without hours, of an employer that is not ours, has gone up in another, has ended or takes nobody on, and
    of an ad that has led to another opening.
    """
    lock_employer(employer)
    hours = hours_of(week, weekly_minutes, weekdays)
    with refusing(NO):
        made = Opening.objects.create(employer=employer, lead=lead, **hours, **values)
    record("employers.make_opening", employer=employer.pk, opening=made.pk, lead=lead and lead.pk)
    return made


@transaction.atomic
def change_opening(
    *,
    opening: Opening,
    edition: str = "",
    shown: Iterable[str] = ABOUT,
    week: Week | None = None,
    weekly_minutes: int | None = None,
    weekdays: Iterable[int] = (),
    **values: Any,
) -> None:
    """Change what is agreed of an opening; the writer had the columns `shown` before them, in that edition.

    Refused without hours, with fewer places than are taken, and where somebody else has saved since.
    """
    lock_edition(opening, shown, edition)
    hours = hours_of(week, weekly_minutes, weekdays)
    with refusing(NO):
        Opening.objects.filter(pk=opening.pk).update(**hours, **values)
    record("employers.change_opening", employer=opening.employer_id, opening=opening.pk)


@transaction.atomic
def close_opening(*, opening: Opening, today: date, close_reason: str) -> None:
    """Offer an opening no more from today, for a reason; it stays to be read."""
    with refusing(NO):
        closed = Opening.objects.filter(pk=opening.pk, closed_on=None).update(
            closed_on=today, close_reason=close_reason
        )
    if not closed:
        raise Refused(_("Somebody has closed it already. Look at the page as it is now."))
    record("employers.close_opening", employer=opening.employer_id, opening=opening.pk)


@transaction.atomic
def take_back_closing(*, opening: Opening) -> None:
    """Offer an opening after all; refused where its employer has ended or its workplace is closed."""
    with refusing(NO):
        Opening.objects.filter(pk=opening.pk).update(closed_on=None, close_reason="")
    record("employers.take_back_closing", employer=opening.employer_id, opening=opening.pk)


def hours_of(week: Week | None, weekly_minutes: int | None, weekdays: Iterable[int]) -> dict[str, Any]:
    """Return the columns of an opening's hours: of the week where one is pressed, else as they are said."""
    if week is not None:
        if len(str(week)) > LONGEST_WEEK:
            raise Refused(_("So many times do not fit. Put those together that are the same on several days."), "week")
        days = sorted({part.weekday for part in week.parts})
        return {"week": str(week), "weekly_minutes": week.minutes, "weekdays": ",".join(DAYS[day] for day in days)}
    if weekly_minutes is None:
        raise Refused(_("Press the days and times, or write how many hours a week it is."), "weekly_minutes")
    return {"week": "", "weekly_minutes": weekly_minutes, "weekdays": ",".join(DAYS[day] for day in sorted(weekdays))}
