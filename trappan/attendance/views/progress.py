"""How it goes: a site's goals, steps, reports and incidents, and the consultant who reads them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.forms import (
    EndReportForm,
    IncidentForm,
    ReadForm,
    ReportForm,
    SiteStepForm,
    TickForm,
    UnderForm,
)
from trappan.attendance.models import Incident, Report
from trappan.attendance.reports import due_on, goals_to_close, is_ending, with_last_report
from trappan.cases.views.draft import Kept, Typing
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements.forms import DeclineForm
from trappan.placements.models import Placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal, Observation, ProposedStep, StepMove
from trappan.refusals.forms import carry_out, row_number
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.forms import Form
from trappan.ui.tabs import Tab, in_tab

REPORT = Kept("report", ReportForm, Placement, "attendance:report")
INCIDENT = Kept("incident", IncidentForm, Placement, "attendance:incident")


def own(request: Request, placement_id: int) -> Placement:
    """Return one of the own site's placements; anything else is not found."""
    return get_object_or_404(
        Placement.objects.select_related("person", "activity"),
        pk=placement_id,
        unit_id=request.actor.unit_id,
        agreed=True,
    )


def tell(
    request: Request,
    placement_id: int,
    form: Form,
    operation: Callable[..., Any],
    heading: str,
    said: str,
    typing: Typing | None = None,
    **values: Any,
) -> HttpResponse:
    """Show one short form about one of the site's people, and carry it out."""
    placement = own(request, placement_id)
    if form.is_valid() and carry_out(form, operation, **values, **form.cleaned_data):
        messages.success(request, said)
        return redirect("attendance:there", placement.pk)
    record("attendance.see_there", placement.person_id, scope="activity", unit_id=placement.unit_id, kind="read")
    context = {"placement": placement, "person": placement.person, "form": form, "heading": heading, "typing": typing}
    return render(request, "attendance/tell.html", context, status=422 if form.errors else 200)


@may("attendance.report")
@in_tab(Tab.ACTIVITIES)
def report(request: Request, placement_id: int) -> HttpResponse:
    """Tell how it goes, on a phone in half a minute; when somebody leaves, how each open goal went too."""
    placement, today = own(request, placement_id), request.actor.today
    typing = REPORT.typing(placement_id)
    form, heading = ReportForm(request.POST or None, initial=typing.fields), _("How does it go?")
    if is_ending(placement, today):
        goals = goals_to_close(placement, today)
        form, heading = EndReportForm(request.POST or None, initial=typing.fields, goals=goals), _("How did it go?")
    return tell(
        request,
        placement_id,
        form,
        operations.report,
        heading,
        _("Sent to the consultant."),
        typing,
        placement=placement,
        today=today,
    )


@may("attendance.report")
@in_tab(Tab.ACTIVITIES)
def incident(request: Request, placement_id: int) -> HttpResponse:
    """Record that something went wrong, and what was done."""
    today = request.actor.today
    typing = INCIDENT.typing(placement_id)
    form = IncidentForm(request.POST or None, initial={"day": today, **typing.fields})
    return tell(
        request,
        placement_id,
        form,
        operations.record_incident,
        _("Something went wrong"),
        _("Recorded. The consultant is told."),
        typing,
        placement=own(request, placement_id),
        today=today,
    )


@may("attendance.report")
@in_tab(Tab.ACTIVITIES)
def tick(request: Request, placement_id: int, goal_id: int) -> HttpResponse:
    """Tick one of the site's goals off, with what was seen."""
    placement = own(request, placement_id)
    goal = get_object_or_404(Goal, pk=goal_id, person_id=placement.person_id, unit_id=placement.unit_id)
    return tell(
        request,
        placement_id,
        TickForm(request.POST or None),
        plans.close_goal,
        goal.title,
        _("The goal is closed."),
        goal=goal,
        today=request.actor.today,
    )


@may("attendance.report")
@in_tab(Tab.ACTIVITIES)
def step(request: Request, placement_id: int) -> HttpResponse:
    """Propose that somebody has come to a step, with the site's own evidence."""
    placement = own(request, placement_id)
    form = SiteStepForm(request.POST or None, seen=evidence_of(placement))
    return tell(
        request,
        placement_id,
        form,
        plans.propose_step,
        _("Propose a step"),
        _("Proposed. The consultant decides, and you see it here."),
        person_id=placement.person_id,
        unit_id=placement.unit_id,
        today=request.actor.today,
    )


def evidence_of(placement: Placement) -> list[str]:
    """Return what the site itself has seen since the person's latest step."""
    latest = StepMove.objects.filter(person_id=placement.person_id, rated_by="staff", corrected=False).last()
    since: date = latest.day if latest else placement.starts_on
    about = Q(person_id=placement.person_id, unit_id=placement.unit_id)
    goals = Goal.objects.filter(about, reached_on__gte=since).order_by("-reached_on")
    seen = Observation.objects.filter(about, day__gte=since)
    return [f"{goal.title}: {goal.evidence}" for goal in goals[:6]] + [one.text for one in seen[:6]]


@may("attendance.read_progress")
@in_tab(Tab.ACTIVITIES)
def progress(request: Request, person_id: int) -> HttpResponse:
    """Show what the sites tell of a person: reports, incidents, proposed steps, goals; and answer."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    today = request.actor.today
    steps = list(
        ProposedStep.objects.filter(person=person).select_related(
            "person", "step", "unit", "author__colleague", "decided_by__colleague"
        )[:10]
    )
    told: list[Any] = [
        *Report.objects.filter(person=person).select_related("unit", "author__colleague", "read_by__colleague")[:30],
        *Incident.objects.filter(person=person).select_related("unit", "author__colleague", "read_by__colleague")[:30],
    ]
    goals = list(
        Goal.objects.filter(person=person, plan__replaced_at=None, plan__ended_at=None)
        .select_related("unit")
        .order_by("due_on", "pk")
    )
    answers = [read_of(person, told), *decision_acts(steps, today), *placing_acts(goals)]
    acts = Acts(request, answers if has(request.actor, "plans.move_step") else ())
    if acts.carried_out():
        return redirect("attendance:progress", person_id)
    running = with_last_report(Placement.objects.lasting(today).filter(person=person, agreed=True)).select_related(
        "activity", "unit"
    )
    record("attendance.see_progress", person_id, scope="plan", kind="read")
    context = {
        "person": person,
        "acts": acts,
        "form": acts.form,
        "told": sorted(told, key=lambda one: (one.day, one.at), reverse=True),
        "unread": any(one.read_at is None for one in told),
        "running": [(one, due_on(one, today)) for one in running],
        "today": today,
        "steps": acts.beside("accept", steps, "decline"),
        "own_goals": [goal for goal in goals if goal.unit_id is None],
        "site_goals": acts.beside("under", (goal for goal in goals if goal.unit_id is not None)),
    }
    return render(request, "attendance/progress.html", context, status=acts.status)


def read_of(person: Person, told: list[Any]) -> Act:
    """Return the act of saying that what is listed is read."""
    unread = [f"{'report' if isinstance(one, Report) else 'incident'}-{one.pk}" for one in told if not one.read_at]
    return Act(
        "read",
        read,
        _("I have read this"),
        ReadForm,
        on={"person": person},
        given={"initial": {"told": unread}},
        done=_("Read. The site sees that you have."),
        prefixed=False,
    )


def read(*, person: Person, told: list[str]) -> None:
    """Say of each report and incident, named `report-17`, that it is read."""
    named = [one.partition("-") for one in told]
    numbers = {
        kind: [row_number(key) for which, _dash, key in named if which == kind] for kind in ("report", "incident")
    }
    operations.read_reports(person_id=person.pk, reports=numbers["report"], incidents=numbers["incident"])


def decision_acts(steps: list[ProposedStep], today: date) -> list[Act]:
    """List the answers to proposed steps; the page shows them where nobody has decided."""
    acts = []
    for one in steps:
        on = {"proposal": one, "today": today}
        acts += [
            Act(
                "accept",
                plans.decide_step,
                _("Set the step"),
                on={**on, "accepts": True},
                done=_("The step is set."),
                row=one.pk,
            ),
            Act(
                "decline",
                plans.decide_step,
                _("Not now"),
                DeclineForm,
                on={**on, "accepts": False},
                done=_("Answered. The site sees it."),
                row=one.pk,
            ),
        ]
    return acts


def placing_acts(goals: list[Goal]) -> list[Act]:
    """List, for each of the sites' goals, the choice of which of the plan's own it stands under."""
    given = {"goals": [goal for goal in goals if goal.unit_id is None]}
    return [
        Act("under", plans.put_under, _("Put it there"), UnderForm, on={"goal": goal}, given=given, row=goal.pk)
        for goal in goals
        if goal.unit_id is not None
    ]
