"""Place somebody and end it."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import EndForm, PlacementForm
from trappan.activities.models import Placement
from trappan.activities.places import rooms
from trappan.activities.views.activity import open_activities
from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("activities.place")
def place(request: Request, person_id: int) -> HttpResponse:
    """Place a person: activity, days and times, from when."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    choices = open_activities(today)
    form = PlacementForm(
        request.POST or None, activities=choices, protected=person.is_protected,
        initial={"starts_on": today + timedelta(days=7 - today.weekday()), "activity": request.GET.get("activity")},
    )  # fmt: skip
    if form.is_valid() and carry_out(
        form, operations.place, person=person, today=today, **form.cleaned_data
    ):
        messages.success(request, _("Placed. The site sees name, aim and schedule, and no more."))
        return redirect("desk:person", person.pk)
    context = {"person": person, "form": form, "rooms": rooms(choices, today)}
    record("activities.see_place", person.pk, scope="plan", kind="read")
    return render(request, "activities/place.html", context, status=422 if form.errors else 200)


@may("activities.place")
def end(request: Request, placement_id: int) -> HttpResponse:
    """End a placement, after saying what happens and who gets to know."""
    placement = get_object_or_404(
        Placement.objects.select_related("person", "activity"), pk=placement_id
    )
    form = EndForm(
        request.POST or None, initial={"ends_on": request.actor.today + timedelta(days=1)}
    )
    if form.is_valid() and carry_out(
        form, operations.end_placement, placement=placement, **form.cleaned_data
    ):
        messages.success(request, _("The placement ends. The place is free from that day."))
        return redirect("desk:person", placement.person_id)
    context = {"placement": placement, "person": placement.person, "form": form}
    return render(request, "activities/end.html", context, status=422 if form.errors else 200)
