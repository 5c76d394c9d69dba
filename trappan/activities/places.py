"""How many places are taken: read from seat uses alone, which tell of nobody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from trappan import database
from trappan.activities.models import Activity, SeatUse
from trappan.activities.models.activity import NEVER
from trappan.schedules.week import MINUTES_A_DAY


@dataclass(frozen=True)
class Stretch:
    """A stretch of the week between two changes: how many are there, and how many there is room for."""

    start: int
    end: int
    taken: int
    places: int

    @property
    def free(self) -> int:
        return max(self.places - self.taken, 0)

    @property
    def weekday(self) -> int:
        return self.start // MINUTES_A_DAY


@dataclass(frozen=True)
class Room:
    """An activity in a day's week: how full it is, and the first planned end where it is full."""

    activity: Activity
    stretches: tuple[Stretch, ...]
    next_free: date | None

    @property
    def fullest(self) -> Stretch:
        """Return the stretch with the fewest places left, the fuller of two alike."""
        return min(self.open_stretches, key=lambda one: (one.free, -one.taken))

    @property
    def taken(self) -> int:
        return self.fullest.taken

    @property
    def places(self) -> int:
        return self.fullest.places

    @property
    def free(self) -> int:
        """Return the places that are free at every hour of the week."""
        return self.fullest.free

    @property
    def open_stretches(self) -> list[Stretch]:
        """Return the stretches of the weekdays on which the activity is open."""
        return [one for one in self.stretches if one.weekday in self.activity.open_days]

    @property
    def days(self) -> list[tuple[int, int]]:
        """Return each open weekday with the places that are free all day."""
        return [(day, min(one.free for one in self.stretches if one.weekday == day)) for day in self.activity.open_days]

    @property
    def days_with_room(self) -> list[int]:
        return [day for day, free in self.days if free]


def with_first_end(activities: QuerySet[Activity], today: date) -> Any:
    """Add the first planned end of a place that is taken today (`first_end`), None where none is planned."""
    # By the index on an activity's ends: most seats are past, and those of today need not all be read.
    ending = SeatUse.objects.filter(
        activity=OuterRef("pk"), until__gt=today, until__lt=NEVER, starts_on__lte=today, once=False
    )
    return activities.annotate(first_end=Subquery(ending.order_by("until").values("until")[:1]))


def rooms(activities: Iterable[Activity], today: date) -> list[Room]:
    """Return how full each activity is now, in the fuller of weeks A and B.

    In one question, of those `with_first_end`; in two of others.
    """
    listed = list(activities)
    found = stretches([activity.pk for activity in listed], today)
    if all(hasattr(activity, "first_end") for activity in listed):
        ends = {activity.pk: activity.first_end for activity in listed}  # type: ignore[attr-defined]  # annotated
    else:
        ends = dict(
            with_first_end(Activity.objects.filter(pk__in=found).order_by(), today).values_list("pk", "first_end")
        )
    return [Room(activity, tuple(found[activity.pk]), ends.get(activity.pk)) for activity in listed]


def stretches(activity_ids: Sequence[int], today: date) -> dict[int, list[Stretch]]:
    """Return the stretches of each activity's week as it is now, in the fuller of weeks A and B."""
    rows = database.rows("activities_load", today, list(activity_ids)) if activity_ids else []
    found: dict[int, list[Stretch]] = {}
    for (activity_id, minute, taken, places), after in zip(rows, [*rows[1:], None][: len(rows)], strict=True):
        end = after[1] if after and after[0] == activity_id else 7 * MINUTES_A_DAY
        found.setdefault(activity_id, []).append(Stretch(minute, end, taken, places))
    return found
