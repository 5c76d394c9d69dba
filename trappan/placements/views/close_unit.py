"""Close a unit: what stands in the way is said first, with how many and who sees to it."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.placements import operations
from trappan.placements.forms import CloseUnitForm
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.schedules.functions import Today
from trappan.secrecy.rights import Request, may
from trappan.staff.kept import kept_bodies
from trappan.staff.models import Membership, Unit


@may("placements.close_unit")
def close_unit(request: Request, unit_id: int) -> HttpResponse:
    """Say what closing the unit means, and close it where nobody is left in it."""
    kept = Unit.objects.filter(organisation__in=kept_bodies().values("pk"))
    unit = get_object_or_404(kept.filter(Q(ends_on=None) | Q(ends_on__gt=Today())), pk=unit_id)
    tomorrow = request.actor.today + timedelta(days=1)
    form = CloseUnitForm(request.POST or None, unit=unit, initial={"closes_on": tomorrow})
    if form.is_valid() and carry_out(form, operations.close_unit, unit=unit, **form.cleaned_data):
        messages.success(request, _("The unit closes that day, and its memberships end."))
        return redirect("staff:unit", unit.pk)
    day = form.cleaned_data.get("closes_on", tomorrow) if form.is_bound else tomorrow
    left = database.row("placements_left_in", unit.pk, day)
    context = {
        "unit": unit,
        "form": form,
        "after": unit.successors.exists(),
        "in_the_way": operations.standing_in_the_way(left),
        "mbl_days": rules_on(request.actor.today).mbl_valid_days,
        "is_informed": database.value("partnerships_is_informed", unit.pk, day),
        "members": Membership.objects.lasting(day).filter(unit=unit).count(),
    }
    return render(request, "placements/close_unit.html", context, status=422 if form.errors else 200)
