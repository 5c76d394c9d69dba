"""The page on which a site answers for one person who is proposed to it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.placements import operations
from trappan.placements.forms import AnswerForm
from trappan.placements.proposals import proposals
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("placements.answer")
def proposal(request: Request, placement_id: int) -> HttpResponse:
    """Answer one who is proposed: accept, or refuse with a reason."""
    found = next((one for one in proposals() if one.placement_id == placement_id), None)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST if request.POST.get("answer") == "no" else None, day=request.actor.today)
    if request.POST.get("answer") == "yes":
        try:
            operations.answer(placement_id=placement_id, accepts=True)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("attendance:here")
        messages.success(
            request,
            _("%(name)s is welcome. Note the introduction when you have been through it.") % {"name": found.given_name},
        )
        return redirect("attendance:there", placement_id)
    if form.is_valid() and carry_out(
        form, operations.answer, placement_id=placement_id, accepts=False, **form.cleaned_data
    ):
        messages.success(request, _("Answered. The consultant looks for another place."))
        return redirect("attendance:here")
    context = {"proposal": found, "form": form}
    return render(request, "placements/proposal.html", context, status=422 if form.errors else 200)
