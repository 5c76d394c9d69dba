"""Name the one supervisor at a site who may know a protected person."""

from django.db import transaction

from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.placements.operations.refusals import NO
from trappan.refusals import call
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership


@transaction.atomic
def name_supervisor(*, placement: Placement, supervisor: Membership, decision: str) -> None:
    """Name the one supervisor at the site who may know a protected person, by a recorded decision."""
    call("placements_name_supervisor", placement.pk, supervisor.pk, decision.strip(), sentences=NO)
    record(
        "placements.name_supervisor", placement.person_id, scope=Scope.PLAN, placement=placement.pk, to=supervisor.pk
    )
