"""Place somebody, end it, and say how a day went."""

from datetime import date, datetime, time
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Attendance, Placement, SeatUse, week_of_seat
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import NO as PEOPLE_NO
from trappan.people.operations import end_grants, give_grant
from trappan.refusals import Refused, Sentences, refusing
from trappan.schedules.week import Week
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership

NO: Sentences = {
    **PEOPLE_NO,
    "place_is_free": _("There is no free place at those times. Somebody may just have taken the last one. Choose other times, a later start or another activity."),
    "placement_needs_consent": _("The partner cooperates with us, so the person must first consent to our sharing the placement with them. Write down the consent on the person's page."),
    "protected_needs_named_supervisor": ("supervisor", _("The person has protected identity: write the decision and name one supervisor at the site.")),
    "activity_is_open": ("starts_on", _("The activity is not open on that day.")),
    "one_placement_a_start": ("starts_on", _("The person is already placed here from that day.")),
    "placement_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "one_mark_a_day": _("A colleague marked the same person just now. Look at the list again."),
    "absent_is_no_minutes": ("minutes", _("Somebody who was absent has no minutes. Choose either.")),
}  # fmt: skip


def midnight(day: date) -> datetime:
    """Return the moment a day begins in Stockholm."""
    return make_aware(datetime.combine(day, time()))


@transaction.atomic
def place(
    *,
    person: Person,
    activity: Activity,
    week: Week,
    starts_on: date,
    today: date,
    ends_on: date | None = None,
    supervisor: Membership | None = None,
    decision: str = "",
) -> Placement:
    """Place a person in an activity on a weekly schedule; the site may see its own part of it.

    The database gives the last place once only, asks for consent where a partner cooperates, and
    for a protected person lets in nobody but the named supervisor.
    """
    if ends_on is not None and ends_on <= starts_on:
        raise Refused(_("The last day must come after the first."), "ends_on")
    seat = uuid4()
    with refusing(NO):
        placement = Placement.objects.create(
            person=person, unit_id=activity.unit_id, activity=activity, seat=seat,
            starts_on=starts_on, ends_on=ends_on, supervisor=supervisor, decision=decision,
        )  # fmt: skip
        for part in week.parts:
            SeatUse.objects.create(
                activity=activity, seat=seat, starts_at=part.start, ends_at=part.end,
                starts_on=starts_on, ends_on=ends_on,
            )  # fmt: skip
    give_grant(
        person_id=person.pk,
        scope=Scope.ACTIVITY,
        basis="placement",
        unit_id=None if person.is_protected else activity.unit_id,
        membership_id=supervisor.pk if person.is_protected and supervisor else None,
        until=midnight(ends_on) if ends_on else None,
    )
    record(
        "activities.place", person.pk, scope=Scope.ACTIVITY, unit_id=activity.unit_id,
        activity=activity.pk, starts_on=starts_on,
    )  # fmt: skip
    return placement


@transaction.atomic
def end_placement(*, placement: Placement, ends_on: date, reason: str) -> None:
    """End a placement from a day on: the place is free again and the site's access ends with it."""
    if ends_on < placement.starts_on:
        raise Refused(_("The last day must come after the first."), "ends_on")
    if placement.ends_on is not None and ends_on > placement.ends_on:
        raise Refused(
            _("The placement ends before that day. Place the person anew to go on."), "ends_on"
        )
    SeatUse.objects.filter(seat=placement.seat).update(ends_on=ends_on)
    Placement.objects.filter(pk=placement.pk).update(ends_on=ends_on, end_reason=reason)
    record(
        "activities.end_placement", placement.person_id, scope=Scope.ACTIVITY,
        unit_id=placement.unit_id, ends_on=ends_on,
    )  # fmt: skip
    # The site's access lasts as long as the last of the person's placements there.
    others = Placement.objects.filter(person_id=placement.person_id, unit_id=placement.unit_id)
    ends = list(others.values_list("ends_on", flat=True))
    known = [end for end in ends if end is not None]
    if len(known) == len(ends):
        protected = placement.supervisor_id is not None
        end_grants(
            person_id=placement.person_id, basis="placement", at=midnight(max(known)),
            unit_id=None if protected else placement.unit_id, membership_id=placement.supervisor_id,
        )  # fmt: skip


@transaction.atomic
def record_attendance(
    *, placement: Placement, day: date, today: date, mark: str, minutes: int | None = None
) -> Attendance:
    """Say how one day of a placement went. Saying it again corrects it.

    Present counts the whole scheduled time; partly takes minutes within it. Refused: a day to
    come, a day outside the placement, a weekday without a session.
    """
    if day > today:
        raise Refused(_("The day has not come yet."), "day")
    if not placement.covers(day):
        raise Refused(_("That day is outside the placement."), "day")
    parts = week_of_seat(list(SeatUse.objects.filter(seat=placement.seat))).on(day)
    scheduled = sum(part.minutes for part in parts)
    if not scheduled:
        raise Refused(_("There is no time in the schedule on that weekday."), "day")
    present = {Attendance.Mark.PRESENT: scheduled, Attendance.Mark.PARTLY: minutes or 0}
    counted = present.get(Attendance.Mark(mark), 0)
    if counted > scheduled:
        raise Refused(_("The minutes are more than the day's schedule holds."), "minutes")
    said = {"mark": mark, "minutes": counted}
    marked = Attendance.objects.filter(placement=placement, day=day)
    with refusing(NO):
        if not marked.update(**said):
            Attendance.objects.create(
                placement=placement,
                day=day,
                person_id=placement.person_id,
                unit_id=placement.unit_id,
                **said,
            )
    record(
        "activities.record_attendance", placement.person_id, scope=Scope.ACTIVITY,
        unit_id=placement.unit_id, day=day, mark=mark,
    )  # fmt: skip
    return marked.get()
