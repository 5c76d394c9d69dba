"""What the unions were told before a unit closes: the closing waits for it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import ClosingForm
from trappan.partnerships.models import ClosingInformation
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Unit


@may("partnerships.keep")
def closing(request: Request, unit_id: int) -> HttpResponse:
    """Show what the unions were told about the closing of a unit, and write it down."""
    unit = get_object_or_404(Unit.objects.select_related("organisation"), pk=unit_id)
    if not database.value("partnerships_informs_of", unit.pk):
        raise Http404
    form = ClosingForm(request.POST or None, initial={"held_on": request.actor.today, "paragraph": "19"})
    if form.is_valid() and carry_out(
        form, operations.inform_of_closing, unit=unit, by=request.actor, **form.cleaned_data
    ):
        messages.success(request, _("It is written down. Whoever closes the unit can do so now."))
        return redirect("partnerships:closing", unit.pk)
    record("partnerships.see_closing", kind="read", unit=unit.pk)
    context = {
        "unit": unit,
        "form": form,
        "told": ClosingInformation.objects.filter(unit=unit),
        "days": rules_on(request.actor.today).mbl_valid_days,
    }
    return render(request, "partnerships/closing.html", context, status=422 if form.errors else 200)
