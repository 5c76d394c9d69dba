"""How many places are taken: read from seat uses alone, which tell of nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from trappan.activities.models import Activity, SeatUse


@dataclass(frozen=True)
class Room:
    """An activity on a day: places in all, taken at the fullest hour of the week, and left."""

    activity: Activity
    taken: int
    next_free: date | None

    @property
    def free(self) -> int:
        return max(self.activity.places - self.taken, 0)


def rooms(activities: Iterable[Activity], today: date) -> list[Room]:
    """Return how full each activity is today, and the first planned end where it is full."""
    listed = list(activities)
    uses = SeatUse.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=today), activity__in=listed, starts_on__lte=today
    ).values_list("activity_id", "starts_at", "ends_at", "ends_on")
    by_activity: dict[int, list[tuple[int, int, date | None]]] = {}
    for activity_id, start, end, ends_on in uses:
        by_activity.setdefault(activity_id, []).append((start, end, ends_on))
    found = []
    for activity in listed:
        taken = by_activity.get(activity.pk, [])
        ends = [ends_on for _start, _end, ends_on in taken if ends_on]
        found.append(Room(activity, peak([(a, b) for a, b, _e in taken]), min(ends, default=None)))
    return found


def peak(stretches: list[tuple[int, int]]) -> int:
    """Return the most stretches (half-open) that are under way at one moment."""
    # At the same minute an end comes before a start: the place is free again.
    moments = sorted(
        [(start, 1) for start, _end in stretches] + [(end, -1) for _start, end in stretches]
    )
    most = current = 0
    for _minute, change in moments:
        current += change
        most = max(most, current)
    return most
