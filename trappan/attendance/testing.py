"""Place, talk and set goals for tests of attendance, the way colleagues do."""

from datetime import date, datetime, timedelta

from trappan.activities.models import Activity
from trappan.attendance.models import Dialogue
from trappan.attendance.operations import talk
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY


def put(case: Case, activity: Activity, week: str, starts_on: date = TODAY, ends_on: date | None = None) -> Placement:
    """Place a case's person, accepted and introduced."""
    return make_placement(
        consultant_of(case), person=case.person, activity=activity, week=week, starts_on=starts_on, ends_on=ends_on
    )


def spoke(case: Case, actor: Actor, at: datetime) -> Dialogue:
    """Hold a conversation about absence."""
    return talk(
        case=case, by=actor, happened_at=at, what="Borta", own_words="Jag glömde", support=["times"], result="goes_on"
    )


def site_goal(tor: Membership, placement: Placement, title: str = "Ta emot en beställning") -> Goal:
    """Let a site set a goal of its own for somebody who is there."""
    with as_(tor) as actor:
        plans.set_site_goal(
            person_id=placement.person_id,
            unit_id=actor.unit_id,
            today=TODAY,
            title=title,
            due_on=TODAY + timedelta(days=20),
        )
    return Goal.objects.get(title=title)
