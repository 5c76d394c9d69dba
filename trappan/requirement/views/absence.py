"""Absence, support, grounds: one person's chain on one page, each step by a person."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.attended import sessions_of
from trappan.attendance.forms import AskSupportForm, DialogueForm
from trappan.attendance.models import Dialogue, SupportAction
from trappan.cases.models import Case
from trappan.cases.views.draft import Kept
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements.models import Placement
from trappan.requirement.models import Grounds
from trappan.requirement.prompts import prompts
from trappan.requirement.sources import in_words
from trappan.rules.codes import labels
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

TALK = Kept("talk", DialogueForm, Person, "requirement:absence", prefix="talk")


@may("requirement.see_absence")
@in_tab(Tab.ATTENDANCE)
def absence(request: Request, person_id: int) -> HttpResponse:
    """Show why somebody should talk with the person, what has been offered, and what grounds there are."""
    person = get_object_or_404(Person, pk=person_id)
    if not holds(person_id, "plan"):
        raise Http404
    case = Case.objects.open().filter(person=person).first()
    today = request.actor.today
    days = rules_on(today).prompt_window_days
    running = list(Placement.objects.on(today).filter(person=person, agreed=True).select_related("activity", "unit"))
    acts = Acts(request, acts_of(request, case, running) if case else ())
    if acts.carried_out():
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
        "acts": acts,
        "form": acts.form,
        "running": acts.beside("ask", running),
        "actions": actions[:10],
        "dialogues": [(one, in_words(one.support, words)) for one in dialogues],
        "grounds": Grounds.objects.filter(person=person).prefetch_related("decisions")[:12],
        "may_find": has(request.actor, "attendance.find"),
        "may_write": has(request.actor, "requirement.write_grounds") and case is not None,
    }
    return render(request, "requirement/absence.html", context, status=acts.status)


def acts_of(request: Request, case: Case, running: list[Placement]) -> list[Act]:
    """List what may be done about absence: keep the conversation, ask a site for support."""
    today, right = request.actor.today, "requirement.talk"
    typing = TALK.typing(case.person_id)
    initial = {"day": today, "at": localtime(now()).strftime("%H:%M"), **typing.fields}
    return [
        Act(
            "talk",
            operations.talk,
            _("Write down the conversation"),
            DialogueForm,
            on={"case": case, "by": request.actor},
            given={"today": today, "initial": initial},
            done=_("Written down, in the journal too."),
            right=right,
            typing=typing,
        ),
        *(
            Act(
                "ask",
                operations.ask_support,
                _("Ask the site"),
                AskSupportForm,
                on={"placement": one},
                done=_("Asked. The site answers what came of it."),
                right=right,
                row=one.pk,
            )
            for one in running
        ),
    ]
