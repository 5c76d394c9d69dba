"""The way through one organisation's activities, from the least demanding, and who moved on along it."""

from dataclasses import dataclass

from trappan import database
from trappan.activities.models import Activity
from trappan.staff.models import Organisation


@dataclass(frozen=True)
class Stop:
    """One activity on the way through an organisation; counts below five are None and not told."""

    activity: Activity
    ended: int | None
    moved_up: int | None


def way_through(organisation: Organisation) -> list[Stop]:
    """Return an organisation's activities from the least demanding, and who moved on within a year."""
    counted = {one.activity_id: (one.ended, one.moved_up) for one in database.rows("placements_way", organisation.pk)}
    activities = Activity.objects.in_force().filter(unit__organisation=organisation)
    ordered = sorted(activities, key=lambda one: (one.challenge or 9, one.name))
    return [Stop(one, *counted.get(one.pk, (None, None))) for one in ordered]
