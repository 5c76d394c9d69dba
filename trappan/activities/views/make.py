"""A new activity at a site, and a new workplace with its first activity and its leader."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.activities import operations
from trappan.activities.forms import MakeActivityForm, MakeWorkplaceForm
from trappan.activities.models import Activity
from trappan.refusals.forms import carry_out
from trappan.schedules.functions import Today
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import Request, may
from trappan.secrecy.scopes import Role
from trappan.staff.models import Organisation, Unit


def runs(actor: Actor, unit_id: int) -> bool:
    """Tell whether the actor says what there is at a site: its leader, or the administrator who keeps it."""
    if actor.role == Role.ADMINISTRATOR:
        return bool(database.value("staff_keeps_unit", unit_id))
    return actor.role == Role.SITE_LEADER and actor.unit_id == unit_id


@may("activities.make_activity")
def make_activity(request: Request, unit_id: int) -> HttpResponse:
    """Make an activity at the own site, or as administrator at one that is kept."""
    unit = get_object_or_404(Unit.objects.lasting(Today()), pk=unit_id, kind=Unit.Kind.SITE)
    if not runs(request.actor, unit.pk):
        raise Http404
    today = request.actor.today
    form = MakeActivityForm(request.POST or None, initial={"starts_on": max(today, unit.starts_on), "places": 5})
    made: list[Activity] = []

    def make(**values: Any) -> None:
        made.append(operations.make_activity(unit=unit, today=today, **values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The activity is made. Say what it holds, so that it is found by what suits."))
        return redirect("activities:describe", made[-1].pk)
    context = {"unit": unit, "form": form}
    return render(request, "activities/make_activity.html", context, status=422 if form.errors else 200)


@may("activities.make_workplace")
def make_workplace(request: Request) -> HttpResponse:
    """Make a workplace, its first activity, and give its leader the membership."""
    today = request.actor.today
    form = MakeWorkplaceForm(request.POST or None, initial={"starts_on": today, "places": 5})
    own = Organisation.objects.get(pk=request.actor.organisation_id)
    made: list[Unit] = []

    def make(**values: Any) -> None:
        made.append(operations.make_workplace(organisation=own, today=today, **values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The workplace is there, with its first activity. The head confirms the leader."))
        return redirect("staff:unit", made[-1].pk)
    return render(request, "activities/make_workplace.html", {"form": form}, status=422 if form.errors else 200)
