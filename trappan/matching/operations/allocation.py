"""Order who could start where, and answer what is proposed for one person: one at a time, never all at once."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.matching.models import AllocationLine, AllocationRun, Proposal
from trappan.matching.operations.refusals import ANSWERED, NO
from trappan.placements import operations as placements
from trappan.placements.models import Placement
from trappan.placements.operations.placement import agreed_until
from trappan.refusals import Refused, refusing
from trappan.schedules.week import read_week
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Unit

Answer = AllocationLine.Answer


@transaction.atomic
def order_allocation(*, by: Actor, monday: date) -> None:
    """Order that it is reckoned anew who could start where in a week to come; where that waits already, it is one."""
    municipality = Unit.objects.get(pk=by.unit_id).organisation_id
    with refusing(NO):
        AllocationRun.objects.bulk_create(
            [AllocationRun(organisation_id=municipality, monday=monday)], ignore_conflicts=True
        )
    record("matching.order_allocation", monday=monday)


@transaction.atomic
def accept_allocation(*, line: AllocationLine, aim: str) -> Placement:
    """Propose to the site what the line says, from the Monday of its week, as every place is proposed.

    Without an end, or to the end of the activity or of what is agreed with the partner. Refused: what somebody has
    answered or a newer run has replaced, times at which the person is asked about work, and all that a proposal of a
    place is refused for; then nothing of it stands.
    """
    answer(line, Answer.ACCEPTED)
    if line.activity is None:
        raise Refused(ANSWERED)
    work = Proposal.objects.under_way().filter(person_id=line.person_id).exclude(opening__week="")
    asked = [part for week in work.values_list("opening__week", flat=True) for part in read_week(week).parts]
    if any(part.meets(other) for part in line.times.parts for other in asked):
        raise Refused(_("The person is asked about work at some of these times, which comes first."))
    ends = [day for day in (line.activity.ends_on, agreed_until(line.activity.unit_id)) if day]
    placement = placements.propose(
        person=line.person,
        activity=line.activity,
        week=line.times,
        starts_on=line.run.monday,
        ends_on=min(ends, default=None),
        aim=aim.strip(),
    )
    record("matching.accept_allocation", line.person_id, scope=Scope.PLAN, line=line.pk, placement=placement.pk)
    return placement


@transaction.atomic
def change_allocation(*, line: AllocationLine, reason: str) -> None:
    """Say why another place is looked for; the proposed one is not proposed again while the person waits."""
    answer(line, Answer.CHANGED, reason)
    record("matching.change_allocation", line.person_id, scope=Scope.PLAN, line=line.pk)


@transaction.atomic
def decline_allocation(*, line: AllocationLine, reason: str) -> None:
    """Say why it comes to nothing; the same place is not proposed again while the person waits."""
    answer(line, Answer.DECLINED, reason)
    record("matching.decline_allocation", line.person_id, scope=Scope.PLAN, line=line.pk)


def answer(line: AllocationLine, said: Answer, reason: str = "") -> None:
    """Write the answer, once; refused where a colleague has, and where something newer is proposed."""
    with refusing(NO):
        if not AllocationLine.objects.filter(pk=line.pk, answer="").update(answer=said, reason=reason.strip()):
            raise Refused(ANSWERED)
