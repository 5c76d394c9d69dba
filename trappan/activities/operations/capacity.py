"""How many places there are: raised, lowered, and for once held beyond what there is room for."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Capacity
from trappan.activities.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.week import Week


@transaction.atomic
def change_places(
    *,
    activity: Activity,
    places: int,
    starts_on: date,
    today: date,
    week: Week | None = None,
    ends_on: date | None = None,
    reason: str = "",
) -> None:
    """Say how many places there are from a day on, in all the week or in these parts of it.

    The site's own to say. Refused: a day that has passed, fewer without the rules' notice, and
    fewer than are placed.
    """
    refuse_past_or_reversed(starts_on, ends_on, today)
    keep(activity, week, places=places, starts_on=starts_on, ends_on=ends_on, reason=reason)
    record("activities.change_places", activity=activity.pk, places=places, starts_on=starts_on)


@transaction.atomic
def hold_extra(
    *,
    activity: Activity,
    places: int,
    reason: str,
    starts_on: date,
    ends_on: date,
    today: date,
    week: Week | None = None,
) -> None:
    """Hold some more than there is room for, up to a day, with a reason: a site leader's to answer for."""
    if not reason.strip():
        raise Refused(_("Write why there are to be more than there is room for."), "reason")
    refuse_past_or_reversed(starts_on, ends_on, today)
    keep(activity, week, places=places, extra=True, starts_on=starts_on, ends_on=ends_on, reason=reason.strip())
    record("activities.hold_extra", activity=activity.pk, places=places, starts_on=starts_on)


def refuse_past_or_reversed(starts_on: date, ends_on: date | None, today: date) -> None:
    """Refuse a change that would begin in the past or end before it begins."""
    refuse_outside(starts_on, "starts_on", first=today, early=_("Choose today or a day to come."))
    if ends_on is not None and ends_on <= starts_on:
        raise Refused(_("The last day cannot come before the first."), "ends_on")


def keep(activity: Activity, week: Week | None, **about: object) -> None:
    """Keep a change for all the week, or one for each of its parts."""
    with refusing(NO):
        if week is None:
            Capacity.objects.create(activity=activity, **about)
        for part in week.parts if week else ():
            Capacity.objects.create(activity=activity, starts_at=part.start, ends_at=part.end, **about)
