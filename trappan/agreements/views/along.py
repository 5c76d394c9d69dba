"""Following along after the start: talks with the person and the employer, when the next is due, and how often."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements import operations
from trappan.agreements.forms import AlongForm, RhythmForm
from trappan.agreements.models import AlongContact
from trappan.agreements.views.agreement import KEEP, acts_about, agreement_of, differences_of
from trappan.history.record import record
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

AT_MOST = 50


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def along(request: Request, agreement_id: int) -> HttpResponse:
    """Show how it goes after the start, note a talk, and agree how often."""
    one, today = agreement_of(agreement_id), request.actor.today
    acts = acts_about(
        request,
        one.person_id,
        [
            Act(
                "speak",
                operations.speak_along,
                _("Note the talk"),
                AlongForm,
                on={"agreement": one, "by": request.actor},
                given={"initial": {"day": today, "with_whom": request.GET.get("with", "")}},
                done=_("Noted."),
            ),
            Act(
                "rhythm",
                operations.set_rhythm,
                _("Save"),
                RhythmForm,
                on={"agreement": one},
                given={"initial": RhythmForm.begun(one)},
            ),
        ],
    )
    if acts.carried_out():
        return redirect("agreements:along", agreement_id)
    record("agreements.see_along", one.person_id, scope="plan", kind="read", agreement=agreement_id)
    asked = database.rows("agreements_along", [one.person_id])
    due = {row.with_whom: row for row in asked if row.agreement_id == agreement_id}
    rules = rules_on(today)
    context: dict[str, Any] = {
        "agreement": one,
        "person": one.person,
        "contacts": one.along.select_related("author__colleague")[:AT_MOST],
        "due": [(label, due.get(who)) for who, label in AlongContact.With.choices],
        "rules": rules,
        "today": today,
        "acts": acts,
        "form": acts.form,
        "rhythm_differences": differences_of(acts.get("rhythm")),
    }
    return render(request, "agreements/along.html", context, status=acts.status)
