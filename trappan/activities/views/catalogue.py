"""The pages on which a site describes its own activity, and keeps its themes, crews and jobs."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import CrewForm, DescribeForm, JobForm, ThemeForm
from trappan.activities.models import Activity, Crew, CrewJob, Theme
from trappan.activities.views.make import runs
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.staff.choices import in_role


@may("activities.describe")
def describe(request: Request, activity_id: int) -> HttpResponse:
    """Say what an activity that one runs holds and whom it suits."""
    activity = get_object_or_404(Activity, pk=activity_id)
    if not runs(request.actor, activity.unit_id):
        raise Http404
    initial = DescribeForm.begun(activity)
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
    today = request.actor.today
    every = list(activity.crews.select_related("leader__colleague", "activity"))
    planned = list(activity.themes.lasting(today))
    acts = Acts(request, acts_of(request, activity, every, planned))
    if acts.carried_out():
        return redirect("activities:groups", activity.pk)
    jobs = CrewJob.objects.lasting(today).filter(crew__activity=activity, crew__taken_out_at=None)
    context = {
        "activity": activity,
        "crews": acts.beside("take_out_crew", (crew for crew in every if crew.taken_out_at is None)),
        "jobs": jobs.select_related("crew"),
        "acts": acts,
        "form": acts.form,
        "today": today,
        "themes": acts.beside("take_out_theme", (one for one in planned if one.taken_out_at is None)),
    }
    return render(request, "activities/groups.html", context, status=acts.status)


def acts_of(request: Request, activity: Activity, crews: list[Crew], themes: list[Theme]) -> list[Act]:
    """List what may be done with an activity's crews and themes; what is out is refused in its own words."""
    initial, right, on = {"starts_on": request.actor.today}, "activities.describe", {"activity": activity}
    colleagues = in_role("supervisor", "site_leader").filter(unit_id=request.actor.unit_id)
    working = activity.crews.filter(taken_out_at=None)
    given = {"crews": working, "initial": initial}
    acts = [
        Act("job", operations.give_job, _("Give the job"), JobForm, given=given, right="activities.give_job"),
        Act(
            "crew",
            operations.add_crew,
            _("Make the crew"),
            CrewForm,
            on=on,
            given={"colleagues": colleagues},
            right=right,
        ),
        Act(
            "theme", operations.add_theme, _("Add the theme"), ThemeForm, on=on, given={"initial": initial}, right=right
        ),
    ]
    return acts + [
        Act(
            f"take_out_{kind}",
            operations.take_out,
            _("Take out"),
            on={"what": one},
            done=_("Taken out."),
            right=right,
            row=one.pk,
            beside=name,
        )
        for kind, one, name in [
            *(("crew", crew, crew.name) for crew in crews),
            *(("theme", theme, theme.title) for theme in themes),
        ]
    ]
