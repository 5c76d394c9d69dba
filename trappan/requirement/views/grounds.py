"""Grounds: write them, hear the person, send, receive, decide, appeal; as a page and as a document."""

from datetime import date
from pathlib import Path

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.attendance.attended import sessions_of, totals
from trappan.cases.models import Case
from trappan.cases.views.draft import Kept
from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.refusals.forms import carry_out
from trappan.requirement import changes, operations
from trappan.requirement.forms import (
    AppealEndForm,
    AppealForm,
    DecisionForm,
    GroundsForm,
    HeardForm,
    ReplaceDecisionForm,
    SendForm,
    TakeBackForm,
)
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.papers import facts_of, how_to_appeal
from trappan.rules.rulesets import rules_on
from trappan.schedules.months import month_of
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff.choices import in_role
from trappan.staff.signed import SignedBy
from trappan.ui.tabs import Tab, in_tab

DOCUMENT = Path(__file__).parent.parent / "typst" / "grounds.typ"
WRITTEN = Kept("grounds", GroundsForm, Person, "requirement:write_grounds")
HEARD = Kept("heard", HeardForm, Grounds, "requirement:grounds", prefix="hear")
DECISION = Kept("decision", DecisionForm, Grounds, "requirement:grounds", prefix="decide")
REPLACED = Kept("replacement", ReplaceDecisionForm, Grounds, "requirement:grounds", prefix="replace")
APPEAL = Kept("appeal", AppealForm, Grounds, "requirement:grounds", prefix="appeal")
KEPT = (WRITTEN, HEARD, DECISION, REPLACED, APPEAL)


@may("requirement.write_grounds")
@in_tab(Tab.SUPPORT)
def write(request: Request, person_id: int) -> HttpResponse:
    """Write the grounds for a month, beside what the month's attendance adds up to."""
    person = get_object_or_404(Person, pk=person_id)
    case = Case.objects.open().filter(person=person).first()
    if not holds(person_id, "requirement") or case is None:
        raise Http404
    today = request.actor.today
    month = month_of(today)
    typing = WRITTEN.typing(person_id)
    form = GroundsForm(request.POST or None, initial={"month": month, "about": "absence", **typing.fields})
    if form.is_valid():
        made: list[Grounds] = []
        if carry_out(
            form,
            lambda **values: made.append(operations.write_grounds(**values)),
            case=case,
            today=today,
            **form.cleaned_data,
        ):
            messages.success(request, _("Written and frozen. Now the person is heard."))
            return redirect("requirement:grounds", made[0].pk)
    if form.is_bound and form.cleaned_data.get("month"):
        month = form.cleaned_data["month"]
    first, after = rules_on(today).observed_period(month)
    rows = sessions_of(person_id, first, after)
    record("requirement.see_grounds", person_id, scope="requirement", kind="read")
    context = {
        "person": person,
        "form": form,
        "typing": typing,
        "month": month,
        "first": first,
        "after": after,
        "totals": totals(rows),
        "away": [row for row in rows if row.away],
    }
    return render(request, "requirement/write_grounds.html", context, status=422 if form.errors else 200)


def seen(grounds_id: int) -> Grounds:
    """Return grounds that the actor may see, with everybody who has had a part in them."""
    decisions = Decision.objects.select_related("replaces", "grounds__case__unit").annotate(
        signed_by=SignedBy("requirement_decider")
    )
    return get_object_or_404(
        Grounds.objects.select_related(
            "person", "case__unit", "case__social_worker__unit", "author", "sent_to__colleague"
        )
        .annotate(signed_by=SignedBy("requirement_writer"))
        .prefetch_related(Prefetch("decisions", decisions)),
        pk=grounds_id,
    )


@may("requirement.see_grounds")
@in_tab(Tab.SUPPORT)
def grounds(request: Request, grounds_id: int) -> HttpResponse:
    """Show grounds with their sources, and the one step that comes next for this colleague."""
    found = seen(grounds_id)
    today = request.actor.today
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("requirement:grounds", found.pk)
    record("requirement.see_grounds", found.person_id, scope="requirement", kind="read")
    due = rules_on(today).grounds_due(found.month)
    decision = found.decision
    context = {
        "grounds": found,
        "person": found.person,
        "decision": decision,
        "replaced": [one for one in found.decisions.all() if one.replaced_at],
        "how_to_appeal": how_to_appeal(decision) if decision else [],
        "acts": acts,
        "form": acts.form,
        "due": due,
        "late": found.sent_at is None and due < today,
        "own": found.author is not None and found.author.colleague_id == request.actor.colleague_id,
        "four_eyes": rules_on(today).four_eyes,
        "may_decide": has(request.actor, "requirement.decide"),
        "steps": steps_of(found),
        "changes": changes.since([found.pk]).get(found.pk, []),
        "known": changes.kept(decision.changes) if decision else [],
    }
    return render(request, "requirement/grounds.html", context, status=acts.status)


def acts_of(request: Request, found: Grounds) -> list[Act]:
    """List what comes next with grounds in this state, for whoever may do it."""
    today, state = request.actor.today, found.state
    on = {"grounds": found}
    dated = {**on, "today": today}
    write, decide = "requirement.write_grounds", "requirement.decide"
    own = found.author is not None and found.author.colleague_id == request.actor.colleague_id
    acts: list[Act] = []
    if state in ("written", "heard"):
        typing = HEARD.typing(found.pk)
        acts.append(
            Act(
                "hear",
                operations.hear,
                _("Note what was said"),
                HeardForm,
                on=dated,
                given={"initial": HeardForm.begun(found, heard_on=today), "typed": typing.fields},
                typing=typing,
                done=_("Noted. It can be sent."),
                right=write,
            )
        )
    if state == "heard":
        worker = found.case.social_worker
        receivers = in_role("social_worker").filter(unit_id=worker.unit_id if worker else None)
        acts.append(
            Act(
                "send",
                operations.send,
                _("Send"),
                SendForm,
                on=on,
                given={"receivers": receivers, "initial": {"to": worker.pk if worker else None}},
                done=_("Sent. You see here when it is received."),
                right=write,
            )
        )
    if state == "sent" and found.sent_to_id == request.actor.membership_id:
        received = _("Received. The writer sees that you have it.")
        acts.append(
            Act("receive", operations.receive_grounds, _("I have received it"), on=on, done=received, right=decide)
        )
    if state == "received" and not (own and rules_on(today).four_eyes):
        typing = DECISION.typing(found.pk)
        initial = {"decided_on": today, "sent_to": f"{found.person.name}\n", **typing.fields}
        acts.append(
            Act(
                "decide",
                operations.decide,
                _("Keep the decision"),
                DecisionForm,
                on=dated,
                given={"initial": initial, "changes": changes.seen(found.pk)},
                typing=typing,
                done=decided,
                right=decide,
            )
        )
    if state in ("written", "heard", "sent", "received"):
        back = operations.take_back_grounds
        done = _("Taken back. It stays readable.")
        acts.append(Act("take_back", back, _("Take them back"), TakeBackForm, on=on, done=done, right=write))
    if found.decision:
        acts += [
            *replacements_of(request, found, found.decision, own),
            *appeals_of(found, found.decision, today, decide),
        ]
    return acts


def replacements_of(request: Request, found: Grounds, decision: Decision, own: bool) -> list[Act]:
    """Offer to replace the decision that stands, to whoever may decide on these grounds."""
    today = request.actor.today
    if own and rules_on(today).four_eyes:
        return []
    typing = REPLACED.typing(found.pk)
    initial = {
        "outcome": decision.outcome,
        "reason": decision.reason,
        "decided_on": today,
        "sent_to": "\n".join(decision.sent_to),
        "reference": decision.reference,
        **typing.fields,
    }
    return [
        Act(
            "replace",
            operations.replace_decision,
            _("Keep the new decision"),
            ReplaceDecisionForm,
            on={"decision": decision, "today": today},
            given={"initial": initial, "changes": changes.seen(found.pk)},
            typing=typing,
            done=_("Replaced. The old decision and its paper stay as they were."),
            right="requirement.decide",
        )
    ]


def decided(made: Decision) -> str:
    """Say that a decision is kept, and where it stands how to appeal it, where that may be done."""
    if how_to_appeal(made):
        return _("Kept. How to appeal stands on this page.")
    return _("Kept.")


def appeals_of(found: Grounds, decision: Decision, today: date, right: str) -> list[Act]:
    """List what may be noted of an appeal, and of what came of it; also of a decision that was replaced meanwhile."""
    on = {"decision": decision, "today": today}
    acts = []
    if decision.appealed_on is None and decision.outcome != "granted":
        typing = APPEAL.typing(decision.grounds_id)
        given = {"initial": {"appealed_on": today, **typing.fields}}
        done = _("The appeal is noted.")
        acts.append(
            Act(
                "appeal",
                operations.appeal,
                _("Note the appeal"),
                AppealForm,
                on=on,
                given=given,
                typing=typing,
                done=done,
                right=right,
            )
        )
    if waits := next((one for one in found.decisions.all() if one.appealed_on and not one.appeal_result), None):
        given = {"initial": {"ended_on": today}}
        on = {"decision": waits, "today": today}
        acts.append(
            Act(
                "appeal_ended",
                operations.end_appeal,
                _("Note what came of it"),
                AppealEndForm,
                on=on,
                given=given,
                done=_("Noted."),
                right=right,
            )
        )
    return acts


def steps_of(found: Grounds) -> list[tuple[str, bool]]:
    """Return the way of the grounds in words, and how far they have come."""
    decided = found.state == "decided"
    return [
        (_("Written"), True),
        (_("Heard"), found.heard_on is not None),
        (_("Sent"), found.sent_at is not None),
        (_("Received"), found.received_at is not None),
        (_("Decided"), decided),
    ]


@may("requirement.see_grounds")
def document(request: Request, grounds_id: int) -> HttpResponse:
    """Give the grounds, with the decision and how to appeal where there is one, as a tagged PDF."""
    found = seen(grounds_id)
    return paper(request, found, found.decision)


@may("requirement.see_grounds")
def decision_document(request: Request, decision_id: int) -> HttpResponse:
    """Give the paper of a decision, as it was also where another has replaced it."""
    found = seen(get_object_or_404(Decision, pk=decision_id).grounds_id)
    return paper(request, found, next(one for one in found.decisions.all() if one.pk == decision_id))


def paper(request: Request, found: Grounds, decision: Decision | None) -> HttpResponse:
    """Give grounds and a decision on them as a tagged PDF; of a protected person's file nothing is printed."""
    if found.person.is_protected:
        raise Http404
    record("requirement.document", found.person_id, scope="requirement", kind="read", grounds=found.pk)
    title = _("Grounds for a decision")
    facts = facts_of(found, decision, title, request.actor.unit_name)
    content = pdf(DOCUMENT, facts, title=title, language=get_language() or "sv")
    return answer(content, f"underlag-{found.case.number}-{found.month:%Y-%m}.pdf")
