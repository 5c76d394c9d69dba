"""Make crews of an activity and give them jobs; take a crew or a theme out again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity, Crew, CrewJob, Theme
from trappan.activities.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.staff.models import Membership


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
def give_job(*, crew: Crew, what: str, risks: str, starts_on: date, ends_on: date, place: str = "") -> CrewJob:
    """Give a crew its next job, with the risks that are gone through before it."""
    with refusing(NO):
        job = CrewJob.objects.create(
            crew=crew, what=what.strip(), risks=risks.strip(), place=place.strip(), starts_on=starts_on, ends_on=ends_on
        )
    record("activities.give_job", unit_id=crew.activity.unit_id, crew=crew.pk)
    return job
