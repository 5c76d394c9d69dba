"""A placement where the employer has said yes, begun as the opening says."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.placement import OpeningPlacementForm
from trappan.matching.models import Proposal
from trappan.matching.views.work import proposals_of
from trappan.people.operations import holds
from trappan.placements import meetings
from trappan.placements.models import Placement
from trappan.placements.overlaps import taken_times
from trappan.placements.planned import usual_start
from trappan.placements.views.placement import warn_of
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("placements.place")
@in_tab(Tab.ACTIVITIES)
def place(request: Request, person_id: int, proposal_id: int) -> HttpResponse:
    """Place the person at the opening that the employer said yes about; then comes the agreement."""
    found = get_object_or_404(proposals_of(person_id).select_related("person"), pk=proposal_id)
    if not holds(person_id, "plan") or found.outcome != Proposal.Outcome.ACCEPTED:
        raise Http404
    today = request.actor.today
    form = OpeningPlacementForm(request.POST or None, opening=found.opening, first=usual_start(today))
    made: list[Placement] = []

    def make(**values: object) -> None:
        made.append(operations.place_at_opening(proposal=found, **values))  # type: ignore[arg-type]  # as the form says

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("Placed. It waits until all three have signed; write the agreement now."))
        values = form.cleaned_data
        warn_of(request, meetings.within(person_id, values["week"], values["starts_on"], values["ends_on"]))
        return redirect("agreements:write", made[-1].pk)
    record("matching.see_place_at_opening", person_id, scope="profile", kind="read", proposal=found.pk)
    context = {"proposal": found, "person": found.person, "form": form, "taken": taken_times(person_id, today, None)}
    return render(request, "matching/place.html", context, status=422 if form.errors else 200)


def placed(proposal: Proposal) -> Placement | None:
    """Return the placement that came of a proposal, also one that has ended; None where nobody has placed."""
    found = Placement.objects.filter(person_id=proposal.person_id, activity__opening_id=proposal.opening_id)
    return found.filter(agreed=True).first()
