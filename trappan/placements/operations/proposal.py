"""Propose a placement, answer for the site, take the proposal back."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, SeatUse
from trappan.history.record import record
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.placements.operations.placement import lock_person, refuse_beyond_agreement, refuse_overlap, take_seats
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, call, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import now, today
from trappan.schedules.season import in_words as season_in_words
from trappan.schedules.season import is_in_season
from trappan.schedules.week import Week
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership
from trappan.ui.templatetags.ui import day as in_words


def refuse_out_of_season(activity: Activity, day: date) -> None:
    """Say when the season is, where a day lies outside it."""
    if activity.season and not is_in_season(day.month, activity.season):
        words = {"season": season_in_words(activity.season)}
        raise Refused(_("The season is %(season)s. Choose a first day in it, or another place.") % words, "starts_on")


@transaction.atomic
def propose(
    *,
    person: Person,
    activity: Activity,
    week: Week,
    starts_on: date,
    aim: str = "",
    ends_on: date | None = None,
    supervisor: Membership | None = None,
    decision: str = "",
    follows: Placement | None = None,
) -> Placement:
    """Propose a person to a site, on a weekly schedule; the place is held until the site answers.

    The site sees first name, aim and schedule, and the rest of its own part when it accepts. With
    `follows` the person moves from that placement, which goes on until then. The database gives the
    last place once only, asks for consent where a partner cooperates, and for a protected person
    lets in nobody but the named supervisor. Refused where the person is somewhere else at a time, where
    the same waits for an answer already, and for a start further ahead than the rules say.
    """
    if ends_on is not None and ends_on <= starts_on:
        raise Refused(_("The last day cannot come before the first."), "ends_on")
    day = today()
    furthest = day + timedelta(days=rules_on(day).proposal_ahead_days)
    if starts_on > furthest:
        raise Refused(_("Choose a first day no later than %(last)s.") % {"last": in_words(furthest)}, "starts_on")
    refuse_out_of_season(activity, starts_on)
    lock_person(person.pk)
    refuse_overlap(person.pk, week, starts_on, ends_on, leaving=follows)
    refuse_beyond_agreement(activity.unit_id, ends_on)
    seat = uuid4()
    with refusing(NO):
        placement = Placement.objects.create(
            person=person,
            unit_id=activity.unit_id,
            activity=activity,
            seat=seat,
            aim=aim,
            starts_on=starts_on,
            ends_on=ends_on,
            supervisor=supervisor,
            decision=decision,
            follows=follows,
        )
        take_seats(placement, week, starts_on, ends_on)
    record(
        "placements.propose",
        person.pk,
        scope=Scope.ACTIVITY,
        unit_id=activity.unit_id,
        placement=placement.pk,
        activity=activity.pk,
        starts_on=starts_on,
    )
    return placement


@transaction.atomic
def withdraw(*, placement: Placement) -> None:
    """Take a proposal back before the site has answered it: the place is free again."""
    SeatUse.objects.filter(seat=placement.seat).update(ends_on=F("starts_on"))
    with refusing(NO):
        taken_back = Placement.objects.filter(pk=placement.pk, agreed=False, refused_at=None, withdrawn_at=None).update(
            withdrawn_at=now(), ends_on=F("starts_on")
        )
    if not taken_back:
        raise Refused(_("The site has already answered. Load the page again."))
    record(
        "placements.withdraw",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
    )


@transaction.atomic
def answer(*, placement_id: int, accepts: bool, kind: str = "", reason: str = "") -> None:
    """Accept or refuse, as the site, one who is proposed to it; a refusal says why, by a code and in words.

    Accepting opens the person's part at the site to it. The database writes the person's event,
    since whoever refuses sees nothing of the person.
    """
    if not accepts and not reason.strip():
        raise Refused(_("Write why it does not work: the consultant reads it and looks on."), "reason")
    call("placements_answer", placement_id, accepts, kind, reason.strip()[:300], sentences=NO)
    record("placements.answer", placement=placement_id, accepts=accepts)
