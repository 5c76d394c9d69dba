"""The projects, and the page of each: to its leader in numbers, to a municipality what it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships.money import kronor, percent
from trappan.partnerships.views.decided_paper import act_that_begins
from trappan.projects import operations
from trappan.projects.charts import CHARTS, OF_SUBS
from trappan.projects.esf import TABLE, indicators
from trappan.projects.figures import Figures, figures, money_of, per_person, share
from trappan.projects.forms import (
    GROUPS,
    FundingForm,
    MunicipalityForm,
    ProjectForm,
    ReportForm,
    SpendingForm,
    SubInitiativeForm,
)
from trappan.projects.models import Funding, Municipality, Participation, Project, SubInitiative
from trappan.projects.views.cooperation import acts_beside, beside, in_words
from trappan.projects.views.months import owed_in
from trappan.refusals.forms import carry_out
from trappan.rules.models import Code
from trappan.rules.rulesets import rules_on
from trappan.schedules.periods import day_before
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

KEEP = "projects.keep"


@may("projects.see")
def projects(request: Request) -> HttpResponse:
    """List the projects that the actor's organisation leads, or that her municipality takes part in."""
    found = list(Project.objects.select_related("owner"))
    record("projects.see", kind="read", found=len(found))
    context = {"projects": found, "keeps": has(request.actor, KEEP), "today": request.actor.today}
    context |= owed_in(request, found)
    return render(request, "projects/projects.html", context)


@may(KEEP)
def begin_project(request: Request) -> HttpResponse:
    """Write down a project that the actor's organisation owns."""
    begun: list[int] = []
    form = ProjectForm(request.POST or None, initial={"goal_basis_points": 6000})

    def begin(**values: Any) -> None:
        begun.append(operations.begin_project(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, begin, **form.cleaned_data):
        messages.success(request, _("The project is written down. Now say which municipalities take part."))
        return redirect("projects:project", begun[-1])
    return render(request, "projects/begin_project.html", {"form": form}, status=422 if form.errors else 200)


@may("projects.see")
def project(request: Request, project_id: int) -> HttpResponse:
    """Show a project: to its leader in numbers, to a municipality's coordinator what it is and who takes part there."""
    found = get_object_or_404(Project.objects.select_related("owner"), pk=project_id)
    municipalities = list(Municipality.objects.filter(project=found).select_related("organisation", "unit"))
    subs = list(SubInitiative.objects.filter(project=found).select_related("municipality__organisation"))
    funding = list(Funding.objects.filter(project=found).select_related("project").prefetch_related("spending"))
    aside = beside(request, found, municipalities)
    acts = Acts(request, [*acts_of(request, found, funding), *acts_beside(request, aside)])
    if acts.carried_out():
        return redirect("projects:project", found.pk)
    leads = has(request.actor, KEEP)
    record("projects.see", kind="read", project=found.pk)
    groups = {one.code: one.label for one in aside.of(GROUPS)}
    context: dict[str, Any] = {
        "project": found,
        "municipalities": municipalities,
        "subs": subs,
        "acts": acts,
        "form": acts.form,
        "leads": leads,
        "today": request.actor.today,
        "papers": [(one, reverse("projects:decision_paper", args=[one.pk])) for one in found.papers.all()],
        "months_left": months_left(found, request.actor.today),
        **in_words(aside, acts, subs, groups),
    }
    if leads:
        context |= in_numbers(found, municipalities, subs, groups, funding)
        context["pictures"] = [(one, str(said)) for one, said in CHARTS.items() if one not in OF_SUBS or subs]
        context |= by_code(found, context["figures"], aside.of(TABLE), request.actor.today)
        context["spend"] = acts.beside("spend", funding)
    else:
        own = [one for one in municipalities if one.unit_id == request.actor.unit_id]
        context["own"] = [(one, Participation.objects.meant().filter(municipality=one)) for one in own]
        context["own"] = [
            (one, rows.values("person").distinct().count(), rows.filter(ends_on=None).count())
            for one, rows in context["own"]
        ]
    return render(request, "projects/project.html", context, status=acts.status)


def months_left(found: Project, today: date) -> int:
    """Return how many months begin before a project's last day is over; none where it is over."""
    last = day_before(found.ends_on)
    return max(0, (last.year - today.year) * 12 + last.month - today.month + 1) if last >= today else 0


def in_numbers(
    found: Project,
    municipalities: list[Municipality],
    subs: list[SubInitiative],
    groups: Mapping[str, str],
    funding: list[Funding],
) -> dict[str, Any]:
    """Return what the leader's page says in numbers."""
    said = figures(found, municipalities, subs)
    rows = money_of(funding)
    budget, used = sum(row.budget for row in rows), sum(row.used for row in rows)
    planned = sum(one.planned for one in municipalities)
    costs = (per_person(budget, planned), per_person(budget, said.told.started if said else None))
    return {
        "figures": said,
        "goal": percent(found.goal_basis_points).replace(",00", ""),
        "money": [
            (row.kind, kronor(row.budget), percent(row.share), kronor(row.used), kronor(row.left), row.as_of)
            for row in rows
        ],
        "total": (kronor(budget), kronor(used), kronor(budget - used)) if rows else None,
        "costs": [kronor(cost) if cost is not None and budget else "" for cost in costs],
        "numbers_of_subs": [
            (
                one,
                said.told.subs[one.pk] if said else None,
                ", ".join(groups[code] for code in one.target_groups),
                said.told.sub_results[one.pk] if said else {},
            )
            for one in subs
        ],
        **(said_of(said, groups) if said else {}),
    }


def by_code(found: Project, said: Figures | None, codes: list[Code], today: date) -> dict[str, Any]:
    """Return what is told by the Social Fund's codes: those that were in force when the project began."""
    if said is None:
        return {}
    in_force = [one for one in codes if one.is_usable(found.starts_on)]
    known, unknown = indicators(in_force, rules_on(today).esf_confirmed, said.told, said.counts)
    return {"indicators": known, "unknown_indicators": unknown}


def said_of(said: Figures, groups: Mapping[str, str]) -> dict[str, Any]:
    """Return the lines of results and target groups in words, and the shares of the planned."""
    words = {
        "work": _("Work"),
        "studies": _("Studies"),
        "internship": _("Internship"),
        "together": _("Together"),
        "without_internship": _("Without internships"),
    }
    return {
        "said": [(words[line.key], line) for line in said.lines],
        "said_groups": [(groups.get(one.code, one.code), one) for one in said.told.groups],
        "started_share": share(said.told.started, said.planned),
        "women_share": share(said.told.women, said.planned_women),
        "men_share": share(said.told.men, said.planned_men),
    }


def acts_of(request: Request, found: Project, funding: list[Funding]) -> list[Act]:
    """List what its leader may do with a project."""
    today = request.actor.today
    on = {"project": found}
    begin = act_that_begins(operations.begin_paper, KEEP, **on)
    if found.finished_on:
        return [begin]
    finish = Act("finish", operations.finish_project, _("Write the final report"), ReportForm, on=on, right=KEEP)
    return [
        Act(
            "join",
            operations.add_municipality,
            _("Add the municipality"),
            MunicipalityForm,
            on=on,
            given={"project": found},
            right=KEEP,
        ),
        Act(
            "part",
            operations.add_sub_initiative,
            _("Add the sub-initiative"),
            SubInitiativeForm,
            on=on,
            given={"project": found, "today": today},
            right=KEEP,
        ),
        Act("fund", operations.add_funding, _("Add the money"), FundingForm, on=on, right=KEEP),
        *(
            Act(
                "spend",
                operations.tell_spending,
                _("Say what is used"),
                SpendingForm,
                on={"funding": one, "today": today},
                given={"initial": {"as_of": today}},
                row=one.pk,
                beside=one.get_kind_display(),
                right=KEEP,
            )
            for one in funding
        ),
        *([finish] if found.ends_on <= today else []),
        begin,
    ]
