"""Absence, support, grounds: one person's chain on one page, each step by a person."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.attended import sessions_of
from trappan.attendance.forms import AskSupportForm, DialogueForm
from trappan.attendance.models import Dialogue, SupportAction
from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements.models import Placement
from trappan.refusals.forms import carry_out
from trappan.requirement.models import Grounds
from trappan.requirement.prompts import prompts
from trappan.requirement.sources import in_words
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import now
from trappan.secrecy.rights import Request, has, may


@may("requirement.see_absence")
def absence(request: Request, person_id: int) -> HttpResponse:
    """Show why somebody should talk with the person, what has been offered, and what grounds there are."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    case = Case.objects.open().filter(person=person).first()
    today, which = request.actor.today, request.POST.get("form", "")
    days = rules_on(today).prompt_window_days
    moment = localtime(now())
    talk = DialogueForm(
        request.POST if which == "talk" else None,
        prefix="talk",
        today=today,
        initial={"day": today, "at": moment.strftime("%H:%M")},
    )
    running = list(Placement.objects.on(today).filter(person=person, agreed=True).select_related("activity", "unit"))
    asking = {
        one.pk: AskSupportForm(request.POST if which == f"ask-{one.pk}" else None, prefix=f"ask-{one.pk}")
        for one in running
    }
    writes = has(request.actor, "requirement.talk")
    if writes and case is not None and act(request, case, running, talk, asking):
        return redirect("requirement:absence", person_id)
    record("requirement.see_absence", person_id, scope="plan", kind="read")
    away = [row for row in sessions_of(person_id, today - timedelta(days=days), today + timedelta(days=1)) if row.away]
    actions = SupportAction.objects.filter(person=person).select_related(
        "unit", "author__colleague", "done_by__colleague"
    )
    dialogues = list(Dialogue.objects.filter(person=person).select_related("note", "author__colleague")[:10])
    words = labels("support") if dialogues else {}
    context: dict[str, Any] = {
        "person": person,
        "case": case,
        "prompt": prompts([person_id]).get(person_id),
        "days": days,
        "away": away,
        "talk": talk,
        "running": [(one, asking[one.pk]) for one in running],
        "actions": actions[:10],
        "writes": writes and case is not None,
        "dialogues": [(one, in_words(one.support, words)) for one in dialogues],
        "grounds": Grounds.objects.filter(person=person).select_related("decision")[:12],
        "may_find": has(request.actor, "attendance.find"),
        "may_write": has(request.actor, "requirement.write_grounds") and case is not None,
    }
    errors = talk.errors or any(form.errors for form in asking.values())
    return render(request, "requirement/absence.html", context, status=422 if errors else 200)


def act(
    request: Request, case: Case, running: list[Placement], talk: DialogueForm, asking: dict[int, AskSupportForm]
) -> bool:
    """Keep the conversation, or ask a site for support; tell whether it was done."""
    if talk.is_bound:
        if talk.is_valid() and carry_out(talk, operations.talk, case=case, by=request.actor, **talk.cleaned_data):
            messages.success(request, _("Written down, in the journal too."))
            return True
        return False
    for one in running:
        form = asking[one.pk]
        if (
            form.is_bound
            and form.is_valid()
            and carry_out(form, operations.ask_support, placement=one, **form.cleaned_data)
        ):
            messages.success(request, _("Asked. The site answers what came of it."))
            return True
    return False
