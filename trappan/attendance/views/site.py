"""A site's own people: those proposed to it, those who are there, and the page of each."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy

from trappan.activities.models import Crew, SeatUse, week_of_seat
from trappan.attendance import operations
from trappan.attendance.forms import SiteGoalForm, SupportDoneForm
from trappan.attendance.models import Incident, Report, SupportAction
from trappan.attendance.reports import LATELY, due_on, incidents, is_missing, results, with_last_report
from trappan.history.record import record
from trappan.placements import operations as placements
from trappan.placements.forms import ChangeForm, IntroductionForm, JoinForm
from trappan.placements.models import CrewMember, Introduction, Placement, ProposedChange
from trappan.placements.proposals import proposals
from trappan.plans.models import Goal, Observation, ProposedStep, StepMove
from trappan.plans.operations import set_site_goal
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("attendance.see_site")
def here(request: Request) -> HttpResponse:
    """Show who is proposed to the own site, and who is there or about to begin."""
    today = request.actor.today
    found = (
        with_last_report(Placement.objects.lasting(today).filter(unit_id=request.actor.unit_id, agreed=True))
        .select_related("person", "activity", "introduction")
        .order_by("person__sort", "pk")
    )
    # Who is to be introduced comes first: nothing else can begin before that.
    there = sorted(found, key=lambda one: one.proposed_at is None or hasattr(one, "introduction"))
    changes = ProposedChange.objects.filter(unit_id=request.actor.unit_id, accepted=None).values_list(
        "placement_id", flat=True
    )
    context = {
        "proposals": proposals(),
        "placements": there,
        "changing": set(changes),
        "today": today,
        "missing": {one.pk for one in there if is_missing(one, today)},
        "results": results(),
        "reached": Goal.objects.filter(unit_id=request.actor.unit_id, reached_on__gt=today - LATELY)
        .select_related("person")
        .order_by("-reached_on", "-pk")[:5],
        "incidents": incidents(request.actor.unit_id, date(today.year, 1, 1)),
    }
    record("attendance.see_site", unit_id=request.actor.unit_id, kind="read")
    return render(request, "attendance/here.html", context)


@may("attendance.see_site")
def there(request: Request, placement_id: int) -> HttpResponse:
    """Show the site one of its own: week, introduction, what is proposed; and let it do these."""
    placement = get_object_or_404(
        with_last_report(Placement.objects.select_related("person", "activity", "introduction")),
        pk=placement_id,
        unit_id=request.actor.unit_id,
        agreed=True,
    )
    today, which = request.actor.today, request.POST.get("form", "")
    asked = list(SupportAction.objects.filter(placement=placement).select_related("author__colleague")[:6])
    forms = forms_of(request, placement)
    forms |= {
        f"support-{one.pk}": SupportDoneForm(
            request.POST if which == f"support-{one.pk}" else None, prefix=f"support-{one.pk}"
        )
        for one in asked
        if one.done_at is None
    }
    form = forms.get(which)
    if (
        form is not None
        and form.is_valid()
        and carry_out(
            form, VERBS[which.partition("-")[0]], **about(which, placement, asked, today), **form.cleaned_data
        )
    ):
        messages.success(request, DONE[which.partition("-")[0]])
        return redirect("attendance:there", placement.pk)
    record("attendance.see_there", placement.person_id, scope="activity", unit_id=placement.unit_id, kind="read")
    seats = SeatUse.objects.lasting(today).filter(seat=placement.seat, once=False).exclude(ends_on=F("starts_on"))
    context = {
        "placement": placement,
        "person": placement.person,
        "week": week_of_seat(list(seats)),
        "introduced": Introduction.objects.filter(placement=placement).first(),
        "forms": forms,
        "form": form,
        "support": [(one, forms.get(f"support-{one.pk}")) for one in asked],
        "changes": placement.proposed_changes.select_related("author__colleague", "decided_by__colleague")[:6],
        **told_of(placement, today),
    }
    return render(request, "attendance/there.html", context, status=422 if form and form.errors else 200)


def forms_of(request: Request, placement: Placement) -> dict[str, Any]:
    """Make the page's forms; the one that was sent has what was typed."""
    today, which = request.actor.today, request.POST.get("form", "")

    def sent(name: str) -> Any:
        return request.POST if which == name else None

    return {
        "introduce": IntroductionForm(
            sent("introduce"), prefix="introduce", points=placement.activity.introduction_points, initial={"day": today}
        ),
        "change": ChangeForm(sent("change"), prefix="change"),
        "crew": JoinForm(
            sent("crew"),
            prefix="crew",
            initial={"starts_on": today},
            crews=Crew.objects.filter(activity_id=placement.activity_id, taken_out_at=None),
        ),
        "goal": SiteGoalForm(sent("goal"), prefix="goal", initial={"due_on": today + timedelta(days=28)}),
    }


VERBS: dict[str, Callable[..., Any]] = {
    "introduce": placements.introduce,
    "change": placements.propose_change,
    "crew": placements.join_crew,
    "goal": set_site_goal,
    "support": operations.tell_support,
}


def about(which: str, placement: Placement, asked: list[SupportAction], today: date) -> dict[str, Any]:
    """Return what the verb is carried out on."""
    if which == "goal":
        return {"person_id": placement.person_id, "unit_id": placement.unit_id, "today": today}
    if which == "change":
        return {"placement": placement, "today": today}
    kind, _dash, number = which.partition("-")
    if kind == "support":
        return {"action": next(one for one in asked if str(one.pk) == number)}
    return {"placement": placement}


def told_of(placement: Placement, today: date) -> dict[str, Any]:
    """Gather what the site has told of one of its own, and what is due."""
    about = {"person_id": placement.person_id, "unit_id": placement.unit_id}
    reports = list(Report.objects.filter(placement=placement).select_related("read_by__colleague")[:5])
    crew = CrewMember.objects.filter(placement=placement, starts_on__lte=today).select_related("crew").first()
    return {
        "goals": Goal.objects.open().filter(**about),
        "reached": Goal.objects.filter(**about, reached_on__isnull=False).order_by("-reached_on")[:5],
        "seen": Observation.objects.filter(**about)[:5],
        "reports": reports,
        "incidents": Incident.objects.filter(placement=placement).select_related("read_by__colleague")[:5],
        "due": due_on(placement, today),
        "today": today,
        "crew": crew if crew and crew.crew.taken_out_at is None else None,
        "steps": ProposedStep.objects.filter(**about).select_related("step", "decided_by__colleague")[:3],
        "now_at": StepMove.objects.filter(person_id=placement.person_id, rated_by="staff", corrected=False)
        .select_related("step")
        .last(),
    }


DONE = {
    "introduce": gettext_lazy("Noted. Now the days can be marked."),
    "goal": gettext_lazy("The goal is set."),
    "support": gettext_lazy("Told. The consultant sees it."),
    "crew": gettext_lazy("Saved."),
    "change": gettext_lazy("Proposed. The consultant decides, and you see it here."),
}
