"""Place somebody, and end it."""

from datetime import date, datetime, time
from uuid import uuid4

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Greatest
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Placement, SeatUse
from trappan.activities.operations.sentences import NO
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import end_grants, give_grant
from trappan.refusals import Refused, refusing
from trappan.schedules.week import Week
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership


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
                activity=activity, seat=seat, starts_at=part.start, ends_at=part.end, weeks=part.weeks,
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
    SeatUse.objects.filter(Q(ends_on=None) | Q(ends_on__gt=ends_on), seat=placement.seat).update(
        ends_on=Greatest("starts_on", Value(ends_on))
    )
    with refusing(NO):
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
