"""Let a placed person work in a crew of the activity."""

from datetime import date

from django.db import transaction

from trappan.activities.models import Crew
from trappan.history.record import record
from trappan.placements.models import CrewMember, Placement
from trappan.placements.operations.placement import refuse_outside_placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def join_crew(*, placement: Placement, crew: Crew, starts_on: date) -> None:
    """Let somebody who is placed work in a crew of the activity from a day on."""
    refuse_outside_placement(placement, starts_on, "starts_on")
    with refusing(NO):
        CrewMember.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            crew=crew,
            starts_on=starts_on,
        )
    record(
        "placements.join_crew",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        crew=crew.pk,
    )
