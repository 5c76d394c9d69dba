"""The page of the way through one organisation's enterprises."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.placements.way import way_through
from trappan.secrecy.rights import Request, has, may
from trappan.staff.models import Organisation


@may("activities.see_activity")
def way(request: Request, organisation_id: int) -> HttpResponse:
    """Show the way through one organisation's enterprises; a partner sees its own."""
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    own = organisation.pk == request.actor.organisation_id
    if not own and not has(request.actor, "attendance.see_attendance"):
        raise Http404
    context = {"organisation": organisation, "stops": way_through(organisation)}
    return render(request, "placements/way.html", context)
