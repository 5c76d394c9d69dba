"""What an agreement is to bring about, beside its terms and its money."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.effects import Effect, begun_from, effects_of, left_behind
from trappan.insight.forms import EffectGoalForm, EvaluateForm
from trappan.insight.told import last_month
from trappan.partnerships.views.reading import agreement_or_404
from trappan.refusals.forms import carry_out
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

SEE, KEEP = "partnerships.see_agreements", "insight.keep_effects"


@may(SEE)
def effects(request: Request, agreed_id: int) -> HttpResponse:
    """Show the effect goals of an agreement, with what evaluations have said; both parties read it."""
    found, ours = agreement_or_404(request, agreed_id)
    today = request.actor.today
    shown = effects_of(found, today, last_month(today))
    keeps = ours and has(request.actor, KEEP)
    acts = Acts(request, [act for one in shown for act in acts_of(request, one)] if keeps else ())
    if acts.carried_out():
        return redirect("insight:effects", found.pk)
    record("insight.see_effects", kind="read", agreement=found.pk)
    context = {
        "agreed": found,
        "effects": [(one, acts.get(f"evaluate-{one.goal.pk}"), acts.get(f"take_out-{one.goal.pk}")) for one in shown],
        "left_behind": left_behind(found) if keeps else (),
        "keeps": keeps,
        "sees_cost": ours and has(request.actor, "insight.see_figures"),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/effects.html", context, status=acts.status)


def acts_of(request: Request, one: Effect) -> list[Act]:
    """List what may be done with an effect goal: write an evaluation, and take out what nobody has evaluated."""
    on = {"goal": one.goal, "today": request.actor.today}
    about: dict[str, Any] = {"on": on, "row": one.goal.pk, "beside": one.goal.wording, "right": KEEP}
    evaluate = Act("evaluate", operations.evaluate_effect, _("Write the evaluation"), EvaluateForm, given=on, **about)
    take_out = Act("take_out", operations.take_out_effect_goal, _("Take it out"), **about)
    return [evaluate] if one.results else [evaluate, take_out]


@may(KEEP)
def set_effect_goal(request: Request, agreed_id: int) -> HttpResponse:
    """Write down an effect that an agreement is to have: a new one, or one of the agreement before, looked over."""
    found, _ours = agreement_or_404(request, agreed_id)
    before = {str(one.pk): one for one in left_behind(found)}.get(request.GET.get("after", ""))
    begun = begun_from(before) if before is not None else {}
    form = EffectGoalForm(request.POST or None, initial={**begun, "evaluate_on": found.evaluate_on})
    if form.is_valid() and carry_out(form, operations.set_effect_goal, agreement=found, **form.cleaned_data):
        messages.success(request, _("The effect goal is written down."))
        return redirect("insight:effects", found.pk)
    context = {"agreed": found, "form": form, "before": before}
    return render(request, "insight/set_effect_goal.html", context, status=422 if form.errors else 200)
