"""Reached, came, stayed: what became of a partner's outreach, year by year."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from trappan.history.record import record
from trappan.insight.reached import reached
from trappan.secrecy.rights import SITE_STAFF, Request, may
from trappan.staff.models import Organisation

YEARS = 3  # this one and those before


@may("insight.see_reached")
def reached_by(request: Request, organisation_id: int) -> HttpResponse:
    """Show how many were reached, came and stayed, of an organisation's last years; of another's nothing is told."""
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    this = request.actor.today.year
    years = [one for year in range(this, this - YEARS, -1) if (one := reached(organisation_id, year)) is not None]
    if not years:
        raise Http404
    record("insight.see_reached", kind="read", organisation=organisation_id)
    context = {
        "organisation": organisation,
        "years": years,
        "own": organisation_id == request.actor.organisation_id and request.actor.role in SITE_STAFF,
    }
    return render(request, "insight/reached.html", context)
