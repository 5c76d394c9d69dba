"""Change, extend and end a placement."""

from datetime import date

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.activities.models import SeatUse
from trappan.history.record import record
from trappan.placements.models import Placement, PlacementEnd
from trappan.placements.operations.refusals import NO
from trappan.placements.overlaps import first_overlap
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.functions import Today
from trappan.schedules.periods import day_before
from trappan.schedules.week import Week
from trappan.secrecy.scopes import Scope
from trappan.ui.templatetags.ui import day as in_words

OUTSIDE = _("That day is outside the placement.")


def lock_person(person_id: int) -> None:
    """Let two who plan for the same person at the same moment stand in line."""
    database.lock("placements.person", person_id)


def refuse_overlap(
    person_id: int, week: Week, starts_on: date, ends_on: date | None, leaving: Placement | None, field: str = "week"
) -> None:
    """Say where else the person is, and when."""
    found = first_overlap(person_id, week, starts_on, ends_on, leaving=leaving)
    if found is not None:
        raise Refused(
            _("The person is at %(place)s %(time)s. Choose other times, or change that first.")
            % {"place": found.name, "time": found.when},
            field,
        )


def refuse_beyond_agreement(unit_id: int, ends_on: date | None) -> None:
    """Say the last day on which something is agreed with the partner, where a placement would go on beyond it."""
    until = agreed_until(unit_id)
    if until is not None and (ends_on is None or ends_on > until):
        raise Refused(beyond(until), "ends_on")


def agreed_until(unit_id: int) -> date | None:
    """Return the first day on which nothing is agreed with the partner any more; None where no end is known."""
    found: date | None = database.query("SELECT NULLIF(partnerships_agreed_until(%s), 'infinity') AS day", [unit_id])[
        0
    ].day
    return found


def beyond(until: date) -> str:
    """Say the last day on which something is agreed with the partner."""
    return _("The agreement with the partner holds until and with %(day)s. Choose a last day no later than that.") % {
        "day": in_words(day_before(until))
    }


def refuse_outside_placement(placement: Placement, day: date, field: str) -> None:
    """Refuse a day on which the placement does not go on, with its first and last day."""
    refuse_outside(day, field, first=placement.starts_on, early=OUTSIDE, last=placement.last_on, late=OUTSIDE)


def take_seats(placement: Placement, week: Week, starts_on: date, ends_on: date | None) -> None:
    """Take the placement's seat at the times of a week, from a day to a day."""
    for part in week.parts:
        SeatUse.objects.create(
            activity_id=placement.activity_id,
            seat=placement.seat,
            starts_at=part.start,
            ends_at=part.end,
            weeks=part.weeks,
            starts_on=starts_on,
            ends_on=ends_on,
        )


@transaction.atomic
def change_week(*, placement: Placement, week: Week, from_day: date, today: date) -> None:
    """Let a placement have other days and times from a day on; what was before stays as it was."""
    refuse_unless_accepted(placement)
    refuse_outside(
        from_day,
        "from_day",
        first=today,
        early=_("Choose today or a day to come."),
        last=placement.last_on,
        late=OUTSIDE,
    )
    from_day = max(from_day, placement.starts_on)
    lock_person(placement.person_id)
    refuse_overlap(placement.person_id, week, from_day, placement.ends_on, leaving=placement)
    end_seats(placement, from_day)
    with refusing(NO):
        take_seats(placement, week, from_day, placement.ends_on)
    record(
        "placements.change_week",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        from_day=from_day,
    )


def refuse_unless_accepted(placement: Placement) -> None:
    """Refuse to change what the site has not accepted."""
    if not placement.agreed:
        raise Refused(_("The site has not answered yet. Take the proposal back instead."))


def end_seats(placement: Placement, day: date) -> None:
    """Free the placement's place from a day on; refused where somebody is marked after that."""
    with refusing(NO):
        SeatUse.objects.lasting(day).filter(seat=placement.seat).update(ends_on=Greatest("starts_on", Value(day)))


@transaction.atomic
def extend(*, placement: Placement, ends_on: date | None, today: date) -> None:
    """Let a placement go on up to a later day, or without a known end; the place must be free."""
    refuse_unless_accepted(placement)
    before = placement.ends_on
    if before is None:
        raise Refused(_("The placement has no last day: it goes on."), "ends_on")
    if before <= today:
        raise Refused(_("The placement has ended. Propose the person anew."), "ends_on")
    if ends_on is not None:
        until = agreed_until(placement.unit_id)
        refuse_outside(
            day_before(ends_on),
            "ends_on",
            first=before,
            early=_("Choose a later day than the one there is. To end sooner, end it."),
            last=day_before(until) if until else None,
            late=beyond(until) if until else "",
        )
    lock_person(placement.person_id)
    last = SeatUse.objects.filter(seat=placement.seat, ends_on=before, once=False).exclude(ends_on=F("starts_on"))
    week = Week(tuple(use.part for use in last))
    if not week.parts:
        raise Refused(_("The placement never began. Propose the person anew."))
    refuse_overlap(placement.person_id, week, before, ends_on, leaving=placement)
    refuse_beyond_agreement(placement.unit_id, ends_on)
    with refusing(NO):
        last.update(ends_on=ends_on)
        Placement.objects.filter(pk=placement.pk).update(ends_on=ends_on)
        PlacementEnd.objects.filter(placement=placement).update(kind="", reason="", told_on=today)
    record(
        "placements.extend",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        before=before,
        ends_on=ends_on,
    )


@transaction.atomic
def end_placement(*, placement: Placement, ends_on: date, kind: str = "", reason: str = "") -> None:
    """End a placement from a day on: the place is free, and the site reads on for the hand-over days.

    `kind` is a code of *placement_end*; "something else" says what.
    """
    refuse_unless_accepted(placement)
    if kind == "other" and not reason:
        raise Refused(_("Write why it ends."), "reason")
    refuse_outside(
        day_before(ends_on),
        "ends_on",
        first=day_before(placement.starts_on),  # then it never began
        early=_("The last day cannot come before the first."),
        last=placement.last_on,
        late=_("The placement ends before that day. Extend it instead."),
    )
    end_seats(placement, ends_on)
    with refusing(NO):
        Placement.objects.filter(pk=placement.pk).update(ends_on=ends_on)
        PlacementEnd.objects.update_or_create(
            placement=placement,
            person_id=placement.person_id,
            defaults={"kind": kind, "reason": reason, "told_on": Today()},
        )
    record(
        "placements.end_placement",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        ends_on=ends_on,
    )
