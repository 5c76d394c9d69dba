"""The page of everything that somebody has been placed in or proposed to."""

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements.models import Placement
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

AT_MOST = 50  # of what is over: years of placements


@may("placements.see_placements")
@in_tab(Tab.ACTIVITIES)
def placements(request: Request, person_id: int) -> HttpResponse:
    """Show where a person is, is to begin and has been, and which sites have been asked."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    today = request.actor.today
    rows = person.placements.select_related("activity", "unit", "answered_by__colleague").order_by("-starts_on", "-pk")
    alive = Q(ends_on=None) | Q(ends_on__gt=today)
    waits = Q(agreed=False, refused_at=None, withdrawn_at=None)
    now = alive & (Q(agreed=True) | waits)
    earlier: list[Placement] = list(rows.exclude(now)[:AT_MOST])
    context = {
        "person": person,
        "now": list(rows.filter(now)),
        "earlier": earlier,
        "may_place": has(request.actor, "placements.place"),
    }
    record("placements.see_placements", person.pk, scope="plan", kind="read")
    return render(request, "placements/placements.html", context)
