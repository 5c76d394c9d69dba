"""Close a site for some days or cancel one activity's day, and take that back."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trappan.activities.models import Activity
from trappan.history.record import record
from trappan.placements.models import Cancellation, Closure, Session
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor


@transaction.atomic
def close_site(*, by: Actor, starts_on: date, ends_on: date, reason: str, sure: bool = True) -> Closure:
    """Close the own site from a day up to another; nobody is away from days that are closed."""
    refuse_outside(starts_on, "starts_on", first=by.today, early=_("Choose today or a day to come."))
    if not sure:
        refuse_expected(Session.objects.filter(unit_id=by.unit_id, day__gte=starts_on, day__lt=ends_on))
    with refusing(NO):
        closure = Closure.objects.create(unit_id=by.unit_id, starts_on=starts_on, ends_on=ends_on, reason=reason)
    record("placements.close_site", unit_id=by.unit_id, closure=closure.pk, starts_on=starts_on)
    return closure


def refuse_expected(sessions: QuerySet[Session]) -> None:
    """Ask, with how many are expected then, before days are closed."""
    count = sessions.filter(state=Session.State.HELD).values("person").distinct().count()
    if count:
        raise Refused(
            ngettext(
                "%(count)s person is expected then. It can be taken back until the day has come.",
                "%(count)s people are expected then. It can be taken back until the day has come.",
                count,
            )
            % {"count": count},
            "sure",
        )


@transaction.atomic
def open_site(*, closure: Closure) -> None:
    """Take a closing back: its days count again."""
    Closure.objects.filter(pk=closure.pk, opened_at=None).update(opened_at=now())
    record("placements.open_site", unit_id=closure.unit_id, closure=closure.pk)


@transaction.atomic
def cancel_day(*, activity: Activity, day: date, today: date, reason: str, sure: bool = True) -> Cancellation:
    """Cancel one day of an activity for everybody: neutral to all who were to come.

    Refused a month back or more, where a day is already cancelled, and where somebody is marked.
    """
    long_ago = _("That day is too long ago to cancel. Talk to the consultants.")
    refuse_outside(day, "day", first=today - timedelta(days=31), early=long_ago)
    if not sure:
        refuse_expected(Session.objects.filter(activity=activity, day=day))
    with refusing(NO):
        made = Cancellation.objects.create(activity=activity, day=day, reason=reason)
    record("placements.cancel_day", unit_id=activity.unit_id, activity=activity.pk, day=day)
    return made


@transaction.atomic
def restore_day(*, cancellation: Cancellation) -> None:
    """Hold the day after all, for everybody as before."""
    Cancellation.objects.filter(pk=cancellation.pk, restored_at=None).update(restored_at=now())
    record("placements.restore_day", cancellation=cancellation.pk, day=cancellation.day)
