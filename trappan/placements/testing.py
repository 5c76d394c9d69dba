"""Make placements for tests the way colleagues do: proposed, accepted and introduced."""

from typing import Any

from trappan.placements import operations
from trappan.placements.models import Placement
from trappan.schedules.week import read_week
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague


def make_placement(by: Membership, *, week: str = "tor 9-12", **about: Any) -> Placement:
    """Let a consultant propose and a colleague at the site accept and introduce."""
    with as_(by):
        placement = operations.propose(week=read_week(week), aim="Prova på", **about)
    accept(placement)
    return placement


def accept(placement: Placement) -> None:
    """Let the site accept and introduce; for a protected person the named supervisor does."""
    answerer = (
        placement.supervisor
        or Membership.objects.filter(unit_id=placement.unit_id, role__in=("supervisor", "site_leader")).first()
    )
    if answerer is None:
        answerer = make_colleague("supervisor", placement.activity.unit)
    with as_(answerer) as actor:
        operations.answer(placement_id=placement.pk, accepts=True)
        operations.introduce(
            placement=placement,
            day=min(placement.starts_on, actor.today),
            points=placement.activity.introduction_points,
        )
    placement.refresh_from_db()
