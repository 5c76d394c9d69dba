"""What activities hold: described by their leader, with themes and crews; and the way through them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import CrewForm, DescribeForm, JobForm, ThemeForm
from trappan.activities.models import Activity, Crew, CrewJob
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out, row_number
from trappan.secrecy.rights import Request, has, may
from trappan.staff.choices import in_role

PLAIN = (
    "description",
    "trains",
    "branch",
    "environment",
    "challenge",
    "steps_from",
    "steps_to",
    "bodily",
    "together",
    "access",
    "season_from",
    "season_to",
    "leads_out",
    "support_offered",
)


@may("activities.describe")
def describe(request: Request, activity_id: int) -> HttpResponse:
    """Say what the own activity holds and whom it suits."""
    activity = get_object_or_404(Activity, pk=activity_id, unit_id=request.actor.unit_id)
    initial = {name: getattr(activity, name) for name in PLAIN}
    initial |= {"languages": ", ".join(activity.languages), "introduction": "\n".join(activity.introduction)}
    form = DescribeForm(request.POST or None, today=request.actor.today, initial=initial)
    if form.is_valid() and carry_out(form, operations.describe, activity=activity, **form.cleaned_data):
        messages.success(request, _("Saved. It is found by what suits."))
        return redirect("activities:activity", activity.pk)
    context = {"activity": activity, "form": form}
    return render(request, "activities/describe.html", context, status=422 if form.errors else 200)


@may("activities.see_groups")
def groups(request: Request, activity_id: int) -> HttpResponse:
    """Show an own activity's themes and crews with their jobs; its leader adds, a supervisor gives jobs."""
    activity = get_object_or_404(Activity, pk=activity_id, unit_id=request.actor.unit_id)
    today, which = request.actor.today, request.POST.get("form", "")
    crews = Crew.objects.filter(activity=activity, taken_out_at=None).select_related("leader__colleague", "activity")
    forms: dict[str, Any] = {
        "job": JobForm(
            request.POST if which == "job" else None, prefix="job", crews=crews, initial={"starts_on": today}
        )
    }
    if has(request.actor, "activities.describe"):
        colleagues = in_role("supervisor", "site_leader").filter(unit_id=request.actor.unit_id)
        forms["theme"] = ThemeForm(
            request.POST if which == "theme" else None, prefix="theme", initial={"starts_on": today}
        )
        forms["crew"] = CrewForm(request.POST if which == "crew" else None, prefix="crew", colleagues=colleagues)
    if which in ("take_out_theme", "take_out_crew") and has(request.actor, "activities.describe"):
        rows: Any = activity.themes if which == "take_out_theme" else activity.crews
        key = row_number(request.POST.get("row", ""))
        try:
            operations.take_out(what=get_object_or_404(rows, pk=key))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Taken out."))
        return redirect("activities:groups", activity.pk)
    form = forms.get(which)
    if form is not None and form.is_valid():
        verb: Any = {"job": operations.give_job, "theme": operations.add_theme, "crew": operations.add_crew}[which]
        about = {} if which == "job" else {"activity": activity}
        if carry_out(form, verb, **about, **form.cleaned_data):
            messages.success(request, _("Saved."))
            return redirect("activities:groups", activity.pk)
    jobs = CrewJob.objects.lasting(today).filter(crew__activity=activity, crew__taken_out_at=None)
    context = {
        "activity": activity,
        "crews": crews,
        "jobs": jobs.select_related("crew"),
        "forms": forms,
        "form": form,
        "today": today,
        "themes": activity.themes.lasting(today).filter(taken_out_at=None),
    }
    return render(request, "activities/groups.html", context, status=422 if form and form.errors else 200)
