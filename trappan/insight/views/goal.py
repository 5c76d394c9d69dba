"""The goals by term with the days that charts are marked with, and the page of each."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.initiatives.models import Landmark
from trappan.initiatives.views import acts_on_days
from trappan.insight import operations
from trappan.insight.forms import ChangeGoalForm, GoalForm, ResultForm
from trappan.insight.goals import Standing, latest, now_of, standings
from trappan.insight.indicators.definitions import BY_NAME, TOLD
from trappan.insight.models import Goal
from trappan.insight.told import last_month, lately, told
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

KEEP, SEE = "insight.keep_goals", "insight.see_figures"


@may(SEE)
def goals(request: Request) -> HttpResponse:
    """List the goals of each term as they serve each other, with where each stands, and the days that are marked."""
    days = list(Landmark.objects.filter(taken_out_on=None))
    acts = Acts(request, acts_on_days(request, days))
    if acts.carried_out():
        return redirect("insight:goals")
    last = last_month(request.actor.today)
    cells = latest(told([one.name for one in TOLD], first=lately(last), last=last))
    terms = standings(cells)
    record("insight.see_goals", kind="read", found=sum(len(lines) for _term, lines in terms))
    context = {
        "terms": terms,
        "keeps": has(request.actor, KEEP),
        "days": acts.beside("take_out", days),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/goals.html", context, status=acts.status)


@may(KEEP)
def set_goal(request: Request) -> HttpResponse:
    """Write down a goal."""
    made: list[int] = []
    form = GoalForm(request.POST or None, initial={"direction": Goal.Direction.AT_LEAST})

    def carry(**values: Any) -> None:
        made.append(operations.set_goal(by=request.actor, **values).pk)

    if form.is_valid() and carry_out(form, carry, **form.cleaned_data):
        messages.success(request, _("The goal is written down."))
        return redirect("insight:goal", made[-1])
    return render(request, "insight/set_goal.html", {"form": form}, status=422 if form.errors else 200)


@may(KEEP)
def change_goal(request: Request, aim_id: int) -> HttpResponse:
    """Say how a goal is counted, or who answers for it; one that is taken out meanwhile keeps what was typed."""
    standing = {} if request.method == "POST" else {"taken_out_on": None}
    found = get_object_or_404(Goal, pk=aim_id, **standing)
    form = ChangeGoalForm(request.POST or None, initial=ChangeGoalForm.begun(found))
    if form.is_valid() and carry_out(form, operations.change_goal, goal=found, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("insight:goal", found.pk)
    context = {"form": form, "goal": found, "differences": form.differences}
    return render(request, "insight/change_goal.html", context, status=422 if form.errors else 200)


@may(SEE)
def goal(request: Request, aim_id: int) -> HttpResponse:
    """Show a goal: how it is counted, the figure that is nearest, what became of it, and what is to be better."""
    found = get_object_or_404(Goal.objects.select_related("under"), pk=aim_id)
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        # Taken out, it stands in the list no longer; its page stays for whoever has the address.
        return redirect("insight:goal", found.pk)
    last = last_month(request.actor.today)
    nearest = BY_NAME.get(found.indicator)
    cells = latest(told([found.indicator], first=lately(last), last=last)) if nearest else {}
    results = list(found.results.select_related("author__colleague"))
    record("insight.see_goals", kind="read", goal=found.pk)
    context = {
        "goal": found,
        "standing": Standing(found, 0, now_of(found, cells), results[0] if results else None),
        "nearest": nearest,
        "cell": cells.get(found.indicator),
        "below": list(found.below.filter(taken_out_on=None)),
        "results": results,
        "improvements": list(found.improvements.all()),
        "acts": acts,
        "form": acts.form,
        "keeps": has(request.actor, KEEP) and found.taken_out_on is None,
    }
    return render(request, "insight/goal.html", context, status=acts.status)


def acts_of(request: Request, found: Goal) -> list[Act]:
    """List what may be done with a goal; where it is taken out, that is late."""
    today = request.actor.today
    on = {"goal": found, "today": today}
    given = {"goal": found, "today": today}
    about: dict[str, Any] = {"right": KEEP, "late": found.taken_out_on is not None}
    return [
        Act("result", operations.write_result, _("Write the result"), ResultForm, on=on, given=given, **about),
        Act("take_out", operations.take_out_goal, _("Take the goal out"), on=on, **about, beside=found.name),
    ]
