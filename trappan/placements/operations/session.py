"""What makes a day differ: a site that is closed, a day cancelled or restored, a pause, other times."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, SeatUse
from trappan.history.record import record
from trappan.placements.models import Cancellation, Closure, DayChange, Placement, Suspension
from trappan.placements.operations.placement import refuse_overlap
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call, refusing
from trappan.schedules.clock import now
from trappan.schedules.week import MINUTES_A_DAY, Part, Week, week_letter
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def close_site(*, by: Actor, starts_on: date, ends_on: date, reason: str) -> Closure:
    """Close the own site from a day up to another; nobody is away from days that are closed."""
    if starts_on < by.today:
        raise Refused(_("Choose today or a day to come."), "starts_on")
    with refusing(NO):
        closure = Closure.objects.create(unit_id=by.unit_id, starts_on=starts_on, ends_on=ends_on, reason=reason)
    record("placements.close_site", unit_id=by.unit_id, closure=closure.pk, starts_on=starts_on)
    return closure


@transaction.atomic
def open_site(*, closure: Closure) -> None:
    """Take a closing back: its days count again."""
    Closure.objects.filter(pk=closure.pk, opened_at=None).update(opened_at=now())
    record("placements.open_site", unit_id=closure.unit_id, closure=closure.pk)


@transaction.atomic
def cancel_day(*, activity: Activity, day: date, today: date, reason: str) -> Cancellation:
    """Cancel one day of an activity for everybody: neutral to all who were to come.

    Refused a month back or more, where a day is already cancelled, and where somebody is marked.
    """
    if day < today - timedelta(days=31):
        raise Refused(_("That day is too long ago to cancel. Talk to the consultants."), "day")
    with refusing(NO):
        made = Cancellation.objects.create(activity=activity, day=day, reason=reason)
    record("placements.cancel_day", unit_id=activity.unit_id, activity=activity.pk, day=day)
    return made


@transaction.atomic
def restore_day(*, cancellation: Cancellation) -> None:
    """Hold the day after all, for everybody as before."""
    Cancellation.objects.filter(pk=cancellation.pk, restored_at=None).update(restored_at=now())
    record("placements.restore_day", cancellation=cancellation.pk, day=cancellation.day)


@transaction.atomic
def suspend(*, placement: Placement, starts_on: date, ends_on: date) -> Suspension:
    """Pause a placement from a day up to another; it goes on by itself, and the place is kept."""
    if ends_on <= starts_on:
        raise Refused(_("A pause always has an end. Choose the day when the person is back."), "ends_on")
    if not placement.covers(starts_on):
        raise Refused(_("That day is outside the placement."), "starts_on")
    with refusing(NO):
        made = Suspension.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    record(
        "placements.suspend",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return made


@transaction.atomic
def change_day(*, placement: Placement, day: date, today: date, part: Part | None = None) -> DayChange:
    """Agree on other times for one day to come, or that the person is not there (`part` None).

    Refused: a day that has passed or lies outside the placement, times without a free place, and times
    at which the person is somewhere else.
    """
    if day < today:
        raise Refused(_("Other times are agreed beforehand. Choose today or a day to come."), "day")
    if not placement.covers(day):
        raise Refused(_("That day is outside the placement."), "day")
    if part is not None and part.weekday != day.weekday():
        raise Refused(_("The times are for another weekday than the day."), "times")
    if part is not None:
        meant = Week((Part(part.start, part.end, week_letter(day)),))
        refuse_overlap(placement.person_id, meant, day, day + timedelta(days=1), leaving=placement, field="times")
    start = part.start % MINUTES_A_DAY if part else None
    end = start + part.minutes if part and start is not None else None
    with refusing(NO):
        if part is not None:
            SeatUse.objects.create(
                activity_id=placement.activity_id,
                seat=placement.seat,
                starts_at=part.start,
                ends_at=part.end,
                weeks=week_letter(day),
                starts_on=day,
                ends_on=day + timedelta(days=1),
                once=True,
            )
        made = DayChange.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            day=day,
            starts_at=start,
            ends_at=end,
        )
    record("placements.change_day", placement.person_id, scope=Scope.ACTIVITY, unit_id=placement.unit_id, day=day)
    return made


@transaction.atomic
def resume(*, suspension: Suspension) -> date:
    """Let a placement go on sooner than planned, and return its first day back.

    That is today, tomorrow where today's time has begun, or the first day of a pause to come,
    which then never begins.
    """
    back: date = call("placements_resume", suspension.pk, sentences=NO)[0]
    record(
        "placements.resume",
        suspension.person_id,
        scope=Scope.ACTIVITY,
        unit_id=suspension.unit_id,
        starts_on=suspension.starts_on,
        ends_on=back,
    )
    return back


@transaction.atomic
def take_back_day(*, change: DayChange) -> None:
    """Take back other times on a day to come: it is as the week says, and the place held is free."""
    call("placements_take_back_day", change.pk, sentences=NO)
    record("placements.take_back_day", change.person_id, scope=Scope.ACTIVITY, unit_id=change.unit_id, day=change.day)
