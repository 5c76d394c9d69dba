"""Activities by what suits a person, and the way through one organisation's enterprises."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from trappan.activities.models import Activity
from trappan.staff.models import Organisation

# What a branch is drawn as; the words stand beside it.
PICTURES = {
    "restaurant": "cup",
    "retail": "bag",
    "garden": "leaf",
    "wood": "hammer",
    "textile": "thread",
    "repair": "tool",
    "logistics": "box",
    "service": "spade",
    "care": "heart",
    "office": "desk",
    "course": "people",
}


def suiting(activities: QuerySet[Activity], wanted: dict[str, Any]) -> QuerySet[Activity]:
    """Narrow activities to those that suit; what nobody has described suits no wish about it."""
    plain = {name: wanted[name] for name in ("kind", "branch") if wanted.get(name)}
    found = activities.filter(**plain)
    if step := wanted.get("step"):
        found = found.filter(steps_from__lte=int(step), steps_to__gte=int(step))
    if most := wanted.get("challenge"):
        found = found.filter(challenge__lte=int(most))
    if language := (wanted.get("language") or "").strip().lower():
        found = found.filter(languages__contains=[language])
    if access := wanted.get("access"):
        found = found.filter(access__contains=[access])
    if day := wanted.get("day"):
        anyday = Q(weekdays="") if day in ("mon", "tue", "wed", "thu", "fri") else Q(pk=None)
        found = found.filter(anyday | Q(weekdays__contains=day))
    return found


@dataclass(frozen=True)
class Stop:
    """One activity on the way through an organisation; counts below five are None and not told."""

    activity: Activity
    ended: int | None
    moved_up: int | None


def way_through(organisation: Organisation) -> list[Stop]:
    """Return an organisation's activities from the least demanding, and who moved on within a year."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM activities_way(%s)", [organisation.pk])
        counted = {row[0]: row[1:] for row in cursor.fetchall()}
    activities = Activity.objects.filter(unit__organisation=organisation, ends_on=None)
    ordered = sorted(activities, key=lambda one: (one.challenge or 9, one.name))
    return [Stop(one, *counted.get(one.pk, (None, None))) for one in ordered]
