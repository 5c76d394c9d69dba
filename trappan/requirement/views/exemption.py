"""The pages on which an exemption is ended earlier than was decided, or replaced by one that is right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.refusals.forms import carry_out
from trappan.requirement import operations
from trappan.requirement.forms import EndExemptionForm, ReplaceExemptionForm
from trappan.requirement.models import Exemption
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("requirement.exempt")
@in_tab(Tab.SUPPORT)
def end_exemption(request: Request, exemption_id: int) -> HttpResponse:
    """End an exemption earlier than was decided."""
    exemption = get_object_or_404(Exemption.objects.select_related("person"), pk=exemption_id)
    form = EndExemptionForm(request.POST or None, initial={"ends_on": request.actor.today})
    if form.is_valid() and carry_out(form, operations.end_exemption, exemption=exemption, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("requirement:requirement", exemption.person_id)
    context = {"person": exemption.person, "form": form, "exemption": exemption}
    record("requirement.see_requirement", exemption.person_id, scope="requirement", kind="read")
    return render(request, "requirement/end.html", context, status=422 if form.errors else 200)


@may("requirement.exempt")
@in_tab(Tab.SUPPORT)
def replace_exemption(request: Request, exemption_id: int) -> HttpResponse:
    """Decide an exemption in place of one that was wrong."""
    old = get_object_or_404(Exemption.objects.select_related("person", "decided_by__colleague"), pk=exemption_id)
    today = request.actor.today
    initial = {name: getattr(old, name) for name in ("kind", "starts_on", "ends_on", "evidence", "reference")}
    form = ReplaceExemptionForm(request.POST or None, today=today, initial=initial)
    if form.is_valid() and carry_out(form, operations.replace_exemption, exemption=old, **form.cleaned_data):
        messages.success(request, _("Replaced. The old one stays readable."))
        return redirect("requirement:requirement", old.person_id)
    context = {"person": old.person, "form": form, "old": old, "by": old.decided_by, "on": old.decided_at}
    record("requirement.see_requirement", old.person_id, scope="requirement", kind="read")
    return render(request, "requirement/replace.html", context, status=422 if form.errors else 200)
