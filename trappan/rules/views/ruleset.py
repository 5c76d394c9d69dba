"""The pages of the rules: every version with what it changes, one of them, and the draft that is written."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals.editions import edition_of
from trappan.refusals.forms import carry_out
from trappan.rules import operations
from trappan.rules.codes import choices
from trappan.rules.forms import RuleSetForm
from trappan.rules.models import RuleSet
from trappan.rules.versions import Shown, all_versions
from trappan.schedules.months import month_of, next_month
from trappan.secrecy.acts import Act, Acts, Words
from trappan.secrecy.rights import Request, has, may
from trappan.ui.forms import Form

DECIDED = gettext_lazy("It is decided.")
SENT = gettext_lazy("It waits for a second person: an administrator or a head of unit.")
WITHDRAWN = gettext_lazy("It is withdrawn.")
STOPPING = gettext_lazy("A second person is needed here too: it is withdrawn when a colleague has agreed.")


@may("rules.see")
def rulesets(request: Request) -> HttpResponse:
    """List the versions by their first day, each with what it changes, its source and who decided."""
    versions = all_versions(request.actor.today)
    draft = any(one.state in ("draft", "sent") for one in versions)
    context = {
        "versions": versions,
        "latest_first": versions[::-1],
        "has_draft": draft,
        "may_write": has(request.actor, "rules.write"),
    }
    return render(request, "rules/rulesets.html", context)


class ReadForm(Form):
    """Nothing is typed: it says which edition was read."""

    edition = forms.CharField(widget=forms.HiddenInput, required=False)


def acts_of(one: Shown) -> list[Act]:
    """Return what may be done with a version, by where it stands."""
    version, edition = one.version, edition_of(operations.saved_as(one.version))
    read: dict[str, Any] = {"form": ReadForm, "given": {"initial": {"edition": edition}}, "on": {"ruleset": version}}
    acts = []
    if one.state == "draft":
        button = _("Hand on to a second person") if one.takes_two else _("Decide the version")
        acts.append(Act("send", operations.send_rules, button, done=sent, right="rules.write", **read))
    if one.state == "sent":
        acts.append(Act("confirm", operations.confirm_rules, _("Confirm"), done=DECIDED, right="rules.confirm", **read))
        words = _("It is a draft again.")
        acts.append(
            Act("return", operations.return_rules, _("Send back"), on=read["on"], done=words, right="rules.confirm")
        )
    if one.state in ("draft", "sent", "to_come"):
        button = _("Agree to withdraw it") if version.stop_asked_at else _("Withdraw the version")
        right = "rules.confirm" if version.stop_asked_at else "rules.write"
        acts.append(Act("withdraw", operations.withdraw_rules, button, on=read["on"], done=stopped, right=right))
    return acts


def sent(decided: bool) -> Words:
    """Return what is said when a draft has been handed on."""
    return DECIDED if decided else SENT


def stopped(withdrawn: bool) -> Words:
    """Return what is said when somebody has withdrawn a version."""
    return WITHDRAWN if withdrawn else STOPPING


@may("rules.see")
def ruleset(request: Request, ruleset_id: int) -> HttpResponse:
    """Show a version whole: each rule beside what it was, who has done what, and what may be done with it."""
    versions = all_versions(request.actor.today)
    one = next((each for each in versions if each.version.pk == ruleset_id), None)
    if one is None:
        raise Http404
    acts = Acts(request, acts_of(one))
    if acts.carried_out():
        return redirect("rules:ruleset", ruleset_id)
    context = {
        "one": one,
        "versions": versions,
        "acts": acts,
        "may_write": has(request.actor, "rules.write"),
        "may_try": one.state in ("draft", "sent", "to_come") and has(request.actor, "requirement.try_rules"),
    }
    return render(request, "rules/ruleset.html", context, status=acts.status)


@may("rules.write")
def draft(request: Request) -> HttpResponse:
    """Write the draft of a new version, or go on with the one there is."""
    today = request.actor.today
    found = RuleSet.objects.drafts().first()
    form = RuleSetForm(
        request.POST or None,
        begun=operations.saved_as(found) if found else begun(today),
        saved=found is not None,
        obstacles=choices("obstacle", today),
    )
    if form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("edition", "name", "valid_from", "backdated", "source")}
        if carry_out(form, operations.write_rules, draft=found, parameters=form.parameters, **typed):
            messages.success(request, _("The draft is saved. Nothing has changed yet."))
            return redirect("rules:ruleset", RuleSet.objects.drafts().values_list("pk", flat=True).get())
    context = {"form": form, "found": found}
    return render(request, "rules/draft.html", context, status=422 if form.errors else 200)


def begun(today: date) -> dict[str, Any]:
    """Return where a new draft begins: at the latest decided version, from the next month that none begins with."""
    latest = RuleSet.objects.decided().latest("valid_from")
    first = next_month(max(month_of(today), month_of(latest.valid_from)))
    return {"name": "", "valid_from": first, "backdated": False, "source": "", "parameters": latest.parameters}
