"""Propose somebody to a site, follow the answer, change it, end it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.activities.models import SeatUse, week_of_seat
from trappan.activities.places import rooms
from trappan.activities.views.activity import open_activities
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements import operations
from trappan.placements.forms import (
    DeclineForm,
    EndForm,
    ExtendForm,
    NoticeForm,
    OtherTimesForm,
    PauseForm,
    PlacementForm,
    SupervisorForm,
    WeekForm,
)
from trappan.placements.models import Introduction, Placement, ProposedChange, Session
from trappan.placements.overlaps import taken_times
from trappan.plans.models import StepMove
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out, row_number
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.secrecy.rights import Request, may
from trappan.ui.forms import Form
from trappan.ui.templatetags.ui import day as in_words


@may("placements.place")
def place(request: Request, person_id: int) -> HttpResponse:
    """Propose a person to a site: activity, days and times, what it is for, from when."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    choices = open_activities(today)
    leaving = leaving_of(person_id, request.GET.get("from", ""))
    form = PlacementForm(
        request.POST or None,
        activities=choices,
        protected=person.is_protected,
        initial={"starts_on": today + timedelta(days=7 - today.weekday()), "activity": request.GET.get("activity")},
    )
    if form.is_valid() and carry_out(form, operations.propose, person=person, follows=leaving, **form.cleaned_data):
        messages.success(
            request, _("Proposed. The place is held; the site sees first name, aim and times until it answers.")
        )
        return redirect("desk:person", person.pk)
    context = {
        "person": person,
        "form": form,
        "rooms": rooms(choices, today),
        "leaving": leaving,
        "suits": suits_of(person),
        "taken": taken_times(person.pk, today, None, leaving=leaving),
    }
    record("placements.see_place", person.pk, scope="plan", kind="read")
    return render(request, "placements/place.html", context, status=422 if form.errors else 200)


def suits_of(person: Person) -> str:
    """Return the search that the person's own language and step begin with."""
    latest = (
        StepMove.objects.filter(person=person, rated_by="staff", corrected=False).select_related("step__maps_to").last()
    )
    wanted: dict[str, str] = {}
    if latest:
        wanted["step"] = str((latest.step.maps_to or latest.step).number)
    others = [language for language in person.languages if language != "svenska"]
    if others:
        wanted["language"] = others[0]
    return urlencode(wanted)


def leaving_of(person_id: int, text: str) -> Placement | None:
    """Return the placement that the person is moved from; None where the address names none."""
    return Placement.objects.filter(pk=row_number(text), person_id=person_id, agreed=True).first()


@may("placements.place")
def end(request: Request, placement_id: int) -> HttpResponse:
    """End a placement, after saying what happens and who gets to know."""
    placement = get_object_or_404(Placement.objects.select_related("person", "activity"), pk=placement_id)
    today = request.actor.today
    form = EndForm(request.POST or None, day=today, initial={"ends_on": today + timedelta(days=1)})
    if form.is_valid() and carry_out(form, operations.end_placement, placement=placement, **form.cleaned_data):
        messages.success(request, _("The placement ends. The place is free from that day."))
        return redirect("desk:person", placement.person_id)
    context = {
        "placement": placement,
        "person": placement.person,
        "form": form,
        "hand_over_days": rules_on(today).hand_over_days,
    }
    return render(request, "placements/end.html", context, status=422 if form.errors else 200)


VERBS: dict[str, Callable[..., Any]] = {
    "pause": operations.suspend,
    "notice": operations.tell_beforehand,
    "times": operations.change_day,
    "extend": operations.extend,
    "week": operations.change_week,
    "supervisor": operations.name_supervisor,
}


def forms_of(request: Request, which: str) -> dict[str, Form]:
    """Return the page's forms; the one that was sent has what was typed."""
    today = request.actor.today
    kinds: dict[str, tuple[Callable[..., Form], dict[str, Any]]] = {
        "pause": (PauseForm, {"initial": {"starts_on": today}}),
        "notice": (NoticeForm, {"day": today, "initial": {"day": today + timedelta(days=1)}}),
        "times": (OtherTimesForm, {"initial": {"day": today}}),
        "extend": (ExtendForm, {}),
        "week": (WeekForm, {"initial": {"from_day": today}}),
        "decline": (DeclineForm, {}),
    }
    return {
        name: kind(request.POST if which == name else None, prefix=name, **about)
        for name, (kind, about) in kinds.items()
    }


@may("placements.place")
def placement(request: Request, placement_id: int) -> HttpResponse:
    """Show a placement: the site's answer, its coming days, what the site proposes; and change it."""
    found = get_object_or_404(
        Placement.objects.select_related("person", "activity", "unit", "answered_by__colleague", "end"), pk=placement_id
    )
    if not holds(found.person_id, "plan"):
        raise Http404
    today, which = request.actor.today, request.POST.get("form", "")
    forms = forms_of(request, which)
    if found.person.is_protected and found.agreed:
        sent = request.POST if which == "supervisor" else None
        forms["supervisor"] = SupervisorForm(sent, prefix="supervisor", unit_id=found.unit_id)
    form = forms.get(which)
    if which in ("resume", "take_back_day"):
        undo(found, which, request)
        return redirect("placements:placement", found.pk)
    if which in ("withdraw", "accept", "decline") and act(request, found, which, form):
        return redirect("placements:placement", found.pk)
    if form is not None and which in VERBS and form.is_valid():
        values = dict(form.cleaned_data)
        if which not in ("pause", "supervisor"):
            values["today"] = today
        if carry_out(form, VERBS[which], placement=found, **values):
            messages.success(request, _("Saved. The site sees it in its calendar."))
            return redirect("placements:placement", found.pk)
    record("placements.see_placement", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    return render(
        request,
        "placements/placement.html",
        {**shown(found, today), "forms": forms, "form": form},
        status=422 if form and form.errors else 200,
    )


def why_it_ends(found: Placement) -> str:
    """Return why a placement ends as it was told, in words; nothing where the end was planned."""
    end = getattr(found, "end", None)
    if end is None:
        return ""
    kind = labels("placement_end").get(("placement_end", end.kind), "") if end.kind else ""
    return ". ".join(part for part in (kind, end.reason) if part)


def shown(found: Placement, today: date) -> dict[str, Any]:
    """Gather what the page of a placement shows."""
    seats = SeatUse.objects.lasting(today).filter(seat=found.seat, once=False).exclude(ends_on=F("starts_on"))
    changes = found.proposed_changes.select_related("author__colleague", "decided_by__colleague")
    return {
        "placement": found,
        "person": found.person,
        "week": week_of_seat(list(seats)),
        "introduced": Introduction.objects.filter(placement=found).first(),
        "days": Session.objects.filter(placement=found, day__gte=today, day__lt=today + timedelta(days=28)).order_by(
            "day"
        ),
        "pauses": found.suspensions.lasting(today).filter(ends_on__gt=F("starts_on")),
        "other_days": found.day_changes.filter(day__gte=today, taken_back_at=None),
        "today": today,
        "changes": changes[:8],
        "why": why_it_ends(found),
    }


def undo(found: Placement, which: str, request: Request) -> None:
    """Take a pause or other times on a day back, and say how it went."""
    key = row_number(request.POST.get("row", ""))
    try:
        if which == "resume":
            back = operations.resume(suspension=get_object_or_404(found.suspensions, pk=key))
            messages.success(request, _("The pause ends: it goes on from %(day)s.") % {"day": in_words(back)})
        else:
            operations.take_back_day(change=get_object_or_404(found.day_changes, pk=key))
            messages.success(request, _("Saved. The site sees it in its calendar."))
    except Refused as refusal:
        messages.error(request, str(refusal))


def act(request: Request, found: Placement, which: str, form: Form | None) -> bool:
    """Take a proposal back, or decide what the site proposes; tell whether the page is done with."""
    try:
        if which == "withdraw":
            operations.withdraw(placement=found)
            messages.success(request, _("Taken back. The place is free again."))
            return True
        key = row_number(request.POST.get("change", ""))
        change = ProposedChange.objects.select_related("placement").filter(pk=key, placement=found).first()
        if change is None:
            raise Http404
        if which == "accept":
            operations.decide_change(change=change, accepts=True, today=request.actor.today)
            messages.success(request, _("Decided and carried out. The site sees it."))
            return True
    except Refused as refusal:
        messages.error(request, str(refusal))
        return True
    if form is None or not form.is_valid():
        return False
    if carry_out(
        form, operations.decide_change, change=change, accepts=False, today=request.actor.today, **form.cleaned_data
    ):
        messages.success(request, _("Answered. The site sees it."))
        return True
    return False
