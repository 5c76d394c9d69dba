"""Place somebody where the employer has said yes: at the activity that the opening makes."""

from datetime import date
from typing import Any

from django.db import transaction

from trappan.activities.models import Activity
from trappan.history.record import record
from trappan.matching.models import Proposal
from trappan.matching.operations.proposal import about
from trappan.matching.operations.refusals import NO
from trappan.placements import operations as placements
from trappan.placements.models import Placement
from trappan.refusals import call
from trappan.schedules.week import Week


@transaction.atomic
def place_at_opening(*, proposal: Proposal, week: Week, starts_on: date, **about_it: Any) -> Placement:
    """Place the person at the opening that a proposal is about; the employer's yes is the site's answer.

    It waits for signatures from its first day. Refused: without a yes, at a job (that is an exit and no placement),
    where neither the workplace nor the team has a site, and as every proposal of a place is refused.
    """
    (made,) = call("matching_make_activity", proposal.pk, sentences=NO)
    activity = Activity.objects.get(pk=made)
    placement = placements.propose(
        person=proposal.person, activity=activity, week=week, starts_on=starts_on, **about_it
    )
    call("matching_agree_placement", placement.pk, sentences=NO)
    record("matching.place_at_opening", **about(proposal), placement=placement.pk, starts_on=starts_on)
    return placement
