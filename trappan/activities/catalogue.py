"""The catalogue: which activities suit what somebody wishes."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from trappan.activities.models import Activity, Picture

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


def with_picture(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Add the picture that stands first, by key and what it shows; None where there is none."""
    first = Picture.objects.filter(activity=OuterRef("pk")).values(said=JSONObject(pk="pk", shows="shows"))
    return activities.annotate(picture=Subquery(first[:1]))


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
