"""Close an activity for good: what is proposed falls, what goes on ends."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities.models import Activity
from trappan.placements import operations
from trappan.placements.forms import CloseForm
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("placements.close_activity")
def close(request: Request, activity_id: int) -> HttpResponse:
    """Say what closing means for those who are there, and close the own activity from a day on."""
    activity = get_object_or_404(Activity, pk=activity_id, unit_id=request.actor.unit_id, ends_on=None)
    form = CloseForm(request.POST or None)
    if form.is_valid() and carry_out(form, operations.close_activity, activity=activity, **form.cleaned_data):
        messages.success(request, _("It closes that day. The consultants have everybody who was there on their lists."))
        return redirect("activities:activity", activity.pk)
    context = {"activity": activity, "form": form}
    return render(request, "placements/close_activity.html", context, status=422 if form.errors else 200)
