"""Note that somebody placed has been introduced."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.placements.models import Introduction, Placement
from trappan.placements.operations.placement import lock_person
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope


@transaction.atomic
def introduce(*, placement: Placement, day: date, points: Iterable[str]) -> None:
    """Note, as the site, that somebody has been introduced: every point, safety first. Then they begin."""
    gone_through = list(points)
    missing = [point for point in placement.activity.introduction_points if point not in gone_through]
    if missing:
        raise Refused(_("Go through everything first. Left: %(point)s.") % {"point": missing[0]}, "points")
    lock_person(placement.person_id)
    if Introduction.objects.filter(placement=placement).exists():
        return  # the same press of the button
    with refusing(NO):
        Introduction.objects.create(
            placement=placement, person_id=placement.person_id, unit_id=placement.unit_id, day=day, points=gone_through
        )
    record(
        "placements.introduce",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        day=day,
    )
