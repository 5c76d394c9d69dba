"""Let a placed person work in a crew of the activity."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Crew
from trappan.history.record import record
from trappan.placements.models import CrewMember, Placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope


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
        "placements.join_crew",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        crew=crew.pk,
    )
