"""Describe what an activity holds; its themes; its crews and what they do."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Crew, CrewJob, CrewMember, Placement, Theme
from trappan.activities.operations.sentences import NO
from trappan.history.record import record
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership


@transaction.atomic
def describe(*, activity: Activity, **fields: Any) -> None:
    """Say, as the leader of the site, what an activity holds and whom it suits."""
    with refusing(NO):
        said = Activity.objects.filter(pk=activity.pk).update(**fields)
    if not said:
        raise Refused(READS_ONLY)
    record("activities.describe", unit_id=activity.unit_id, activity=activity.pk)


@transaction.atomic
def add_theme(*, activity: Activity, title: str, starts_on: date, ends_on: date, text: str = "") -> None:
    """Put a theme into a group activity's plan, from a day up to another."""
    with refusing(NO):
        Theme.objects.create(
            activity=activity, title=title.strip(), text=text.strip(), starts_on=starts_on, ends_on=ends_on
        )
    record("activities.add_theme", unit_id=activity.unit_id, activity=activity.pk)


@transaction.atomic
def add_crew(*, activity: Activity, name: str, leader: Membership | None = None) -> Crew:
    """Make a crew of an activity, with who leads it."""
    with refusing(NO):
        crew = Crew.objects.create(activity=activity, name=name.strip(), leader=leader)
    record("activities.add_crew", unit_id=activity.unit_id, crew=crew.pk)
    return crew


@transaction.atomic
def take_out(*, what: Theme | Crew) -> None:
    """Take a theme or a crew out of an activity's plan; what has been stays."""
    kind = type(what)
    if not kind._default_manager.filter(pk=what.pk, taken_out_at=None).update(taken_out_at=now()):
        raise Refused(_("It is taken out already, or not yours to take out. Load the page again."))
    record("activities.take_out", unit_id=what.activity.unit_id, what=kind.__name__.lower(), row=what.pk)


@transaction.atomic
def give_job(*, crew: Crew, what: str, risks: str, starts_on: date, ends_on: date, place: str = "") -> None:
    """Give a crew its next job, with the risks that are gone through before it."""
    with refusing(NO):
        CrewJob.objects.create(
            crew=crew, what=what.strip(), risks=risks.strip(), place=place.strip(), starts_on=starts_on, ends_on=ends_on
        )
    record("activities.give_job", unit_id=crew.activity.unit_id, crew=crew.pk)


@transaction.atomic
def join_crew(*, placement: Placement, crew: Crew, starts_on: date) -> None:
    """Let somebody who is placed work in a crew of the activity from a day on."""
    if not placement.covers(starts_on):
        raise Refused(_("That day is outside the placement."), "starts_on")
    with refusing(NO):
        CrewMember.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            crew=crew,
            starts_on=starts_on,
        )
    record(
        "activities.join_crew",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        crew=crew.pk,
    )
