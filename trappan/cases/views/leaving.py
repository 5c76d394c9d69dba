"""End a membership; what the colleague had is said first."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import EndMembershipForm
from trappan.refusals.forms import carry_out
from trappan.schedules.functions import Today
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Membership


@may("staff.end_membership")
def end_membership(request: Request, membership_id: int) -> HttpResponse:
    """End a membership that lasts, of a unit that one keeps or heads."""
    related = "colleague", "unit"
    membership = get_object_or_404(Membership.objects.lasting(Today()).select_related(*related), pk=membership_id)
    left = database.row("cases_left_by", membership.pk)
    if left is None:
        raise Http404
    today = request.actor.today
    form = EndMembershipForm(request.POST or None, initial={"ends_on": today + timedelta(days=1)})
    on = {"membership": membership, "today": today}
    if form.is_valid() and carry_out(form, operations.end_membership, **on, **form.cleaned_data):
        messages.success(request, _("The last day is set, and every session has ended."))
        return redirect("desk:start" if request.actor.role == "head_of_unit" else "staff:organisation")
    others = membership.colleague.memberships.lasting(Today()).exclude(pk=membership.pk).select_related("unit")
    context = {"membership": membership, "left": left, "others": others, "form": form}
    return render(request, "cases/end_membership.html", context, status=422 if form.errors else 200)
