"""Which activities there are, how full they are, and how many places they have."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.catalogue import PICTURES, suiting
from trappan.activities.forms import ExtraForm, PlacesForm, SuitsForm
from trappan.activities.models import Activity, Capacity, CrewJob
from trappan.activities.places import rooms, with_first_end
from trappan.activities.views.make import runs
from trappan.rules.codes import labels
from trappan.schedules.clock import now
from trappan.schedules.season import in_words
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import SITE_STAFF, Request, may

PAGE = 50  # activities on a page


def open_activities(today: date) -> Any:
    """Return the activities that are open on a day, with their site and organisation."""
    return (
        Activity.objects.to_find(today)
        .select_related("unit__organisation")
        .order_by("unit__organisation__kind", "name", "pk")
    )


@dataclass(frozen=True)
class Page:
    """A page of open activities; `following` is the key that the next one begins after, None on the last."""

    activities: list[Activity]
    is_first: bool
    following: int | None


def page_after(listed: Any, after: str) -> Page:
    """Return the page that begins after an activity; a key that is none is the beginning."""
    last = Activity.objects.filter(pk=after).first() if re.fullmatch(r"\d{1,18}", after) else None
    if last is not None:
        kind = last.unit.organisation.kind
        same = Q(unit__organisation__kind=kind)
        listed = listed.filter(
            Q(unit__organisation__kind__gt=kind)
            | same & Q(name__gt=last.name)
            | same & Q(name=last.name, pk__gt=last.pk)
        )
    found = list(listed[: PAGE + 1])
    return Page(found[:PAGE], last is None, found[PAGE - 1].pk if len(found) > PAGE else None)


@may("activities.list_activities")
def activities(request: Request) -> HttpResponse:
    """Show where there is room, municipal and partner, and since when each is full; a site its own."""
    listed = open_activities(request.actor.today)
    changed = Capacity.objects.filter(at__gte=now() - timedelta(days=30))
    if request.actor.role in SITE_STAFF:
        listed = listed.filter(unit_id=request.actor.unit_id)
        changed = changed.filter(activity__unit_id=request.actor.unit_id)
    suits = SuitsForm(request.GET or None, today=request.actor.today)
    wanted = suits.cleaned_data if suits.is_bound and suits.is_valid() else {}
    listed = suiting(listed, wanted)
    page = page_after(with_first_end(listed, request.actor.today), request.GET.get("after", ""))
    kept = {name: value for name, value in wanted.items() if value}
    context = {
        "changes": changed.select_related("activity", "author__colleague")[:8],
        "rooms": rooms(page.activities, request.actor.today),
        "first_page": page.is_first,
        "following": urlencode({**kept, "after": page.following}) if page.following else "",
        "suits": suits,
        "narrowed": any(wanted.values()),
        "may_make": runs(request.actor, request.actor.unit_id) and request.actor.role in SITE_STAFF,
        "may_filter": request.actor.role not in SITE_STAFF,
    }
    return render(request, "activities/activities.html", context)


def held(found: Activity, today: date) -> dict[str, Any]:
    """Return in words what an activity holds: branch, accessibility, season, themes, crews' jobs."""
    words = labels("branch", "access")
    return {
        "branch": words.get(("branch", found.branch), ""),
        "season": in_words(found.season) if found.season else "",
        "access": [words.get(("access", code), code) for code in found.access],
        "themes": found.themes.lasting(today).filter(taken_out_at=None)[:4],
        "jobs": CrewJob.objects.on(today).filter(crew__activity=found, crew__taken_out_at=None).select_related("crew"),
    }


@may("activities.see_activity")
def activity(request: Request, activity_id: int) -> HttpResponse:
    """Show one activity: what is done, how full each day is; its leader changes the places here."""
    found = get_object_or_404(Activity.objects.select_related("unit__organisation"), pk=activity_id)
    today = request.actor.today
    own = runs(request.actor, found.unit_id)
    acts = Acts(request, acts_of(found, today) if own else ())
    if acts.carried_out():
        return redirect("activities:activity", found.pk)
    # Whoever may not count them all is shown no count: it would not be the truth.
    counts = request.actor.organisation_id == found.unit.organisation_id or request.actor.role not in SITE_STAFF
    context = {
        "picture": PICTURES.get(found.branch, ""),
        **held(found, today),
        "activity": found,
        "pictures": list(found.pictures.all()),
        "room": rooms([found], today)[0] if counts else None,
        "acts": acts,
        "form": acts.form,
        "own": own,
        "changes": Capacity.objects.filter(activity=found).select_related("author__colleague")[:12],
    }
    return render(request, "activities/activity.html", context, status=acts.status)


def acts_of(found: Activity, today: date) -> list[Act]:
    """List what the activity's own leader does with its places."""
    on = {"activity": found, "today": today}
    saved = _("Saved. Consultants see it among the changes of places.")
    return [
        Act(
            "places",
            operations.change_places,
            _("Change the places"),
            PlacesForm,
            on=on,
            given={"initial": {"places": found.places, "starts_on": today}},
            done=saved,
        ),
        Act(
            "extra",
            operations.hold_extra,
            _("Hold them"),
            ExtraForm,
            on=on,
            given={"initial": {"places": 1, "starts_on": today}},
            done=saved,
        ),
    ]
