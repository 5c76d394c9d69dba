"""Proposals of a person: asking about an opening, and one proposal from the first question to its outcome."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements.forms import PrepareForm
from trappan.agreements.models import Prepared
from trappan.agreements.operations import prepare_agreement
from trappan.employers.models import Contact, Opening
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.proposal import AcceptedForm, AskForm, MeetForm, NoForm, SendForm, TakeBackForm, YesForm
from trappan.matching.hosted import managers_of
from trappan.matching.models import Proposal, SentPaper, WorkSearch
from trappan.matching.paper import Paper, let_be_told, paper_for
from trappan.matching.views.placement import placed
from trappan.matching.views.work import proposals_of, search_of
from trappan.people.models import Person
from trappan.refusals.forms import row_number
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.ui.tabs import Tab, in_tab


@may("matching.see_work")
@in_tab(Tab.ACTIVITIES)
def proposals(request: Request, person_id: int) -> HttpResponse:
    """List what the person was asked about and what came of it, and ask about one opening more."""
    person = get_object_or_404(Person, pk=person_id)
    search = search_of(person.pk)
    found = list(proposals_of(person.pk))
    said_yes = [one for one in found if one.is_yes]
    acts = Acts(request, ask_acts(request, None if said_yes else search))
    if acts.carried_out():
        return redirect("matching:proposals", person.pk)
    context = {
        "person": person,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "search": search,
        "acts": acts,
        "form": acts.form,
        "open": [one for one in found if one.is_open],
        "said_yes": said_yes,
        "past": [one for one in found if not one.is_open and not one.is_yes],
        "today": request.actor.today,
    }
    record("matching.see_proposals", person.pk, scope="profile", kind="read")
    return render(request, "matching/proposals.html", context, status=acts.status)


def ask_acts(request: Request, search: WorkSearch | None) -> list[Act]:
    """Return the act of asking about an opening that is open, of whoever is on the list and has no yes."""
    if search is None or not has(request.actor, "matching.propose"):
        return []
    today = request.actor.today
    openings = Opening.objects.to_offer(today).select_related("employer").order_by("title", "pk")
    return [
        Act(
            "ask",
            operations.ask_person,
            _("Ask the person"),
            AskForm,
            on={"search": search, "today": today},
            given={"openings": openings, "initial": {"opening": row_number(request.GET.get("opening", ""))}},
            done=_("Written down. When the person has answered, write the answer here."),
        )
    ]


@may("matching.see_work")
@in_tab(Tab.ACTIVITIES)
def proposal(request: Request, person_id: int, proposal_id: int) -> HttpResponse:
    """Show one proposal: what was answered, what goes out as it will be read, and what may be done next."""
    found = get_object_or_404(proposals_of(person_id).select_related("person", "sent_by__colleague"), pk=proposal_id)
    officer = request.actor.role == Role.EMPLOYER_OFFICER
    paper = paper_for(found, request.actor) if officer and found.is_open and found.sent_at is None else None
    agreement = database.row("matching_agreement", found.pk) if officer and found.is_yes else None
    listed = acts_of(request.actor, found, paper) if agreement is None else []
    acts = Acts(request, listed, gone=_("Something has become of the proposal already."))
    if acts.carried_out():
        return redirect("matching:proposal", found.person_id, found.pk)
    context = {
        "person": found.person,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "proposal": found,
        "paper": paper,
        "sent": words_of(found) if found.sent_at else [],
        "lets": let_be_told(found.person_id),
        "acts": acts,
        "form": acts.form,
        "is_late": found.is_late(request.actor.today),
        "placement": placed(found) if not officer and found.outcome == Proposal.Outcome.ACCEPTED else None,
        "agreement": agreement,
        "prepare_differences": getattr(acts["prepare"].bound, "differences", []) if acts.get("prepare") else [],
    }
    record("matching.see_proposal", found.person_id, scope="profile", kind="read", proposal=found.pk)
    return render(request, "matching/proposal.html", context, status=acts.status)


def words_of(one: Proposal) -> list[str]:
    """Return the lines that went out, as long as the reader may know them."""
    return [line for paper in SentPaper.objects.filter(proposal=one) for line in paper.words.splitlines()]


def acts_of(actor: Actor, one: Proposal, paper: Paper | None) -> list[Act]:
    """List what may be done with a proposal where it stands: only what comes next, and what ends it."""
    if not has(actor, "matching.propose"):
        return []
    if one.is_yes and one.opening.kind != "job":
        return [prepare_act(actor, one)]
    if not one.is_open:
        return []
    on: dict[str, Any] = {"proposal": one, "today": actor.today}
    acts = []
    if one.willing is None:
        acts.append(Act("yes", willing, _("The person says yes"), YesForm, on=on))
    elif one.sent_at is None and paper is not None:
        contacts = Contact.objects.filter(employer_id=one.opening.employer_id, left_on=None)
        mailed = contacts.exclude(email="").values_list("pk", flat=True)
        managed = bool(managers_of(one.opening))
        how = "desk" if managed else "mail" if one.opening.contact_id in mailed else "phone"
        acts.append(
            Act(
                "send",
                operations.send_proposal,
                _("Send just this, or write down that it went out"),
                SendForm,
                on={"proposal": one, "by": actor},
                given={
                    "contacts": contacts,
                    "managed": managed,
                    "initial": {"shown": paper.edition, "sent_how": how, "contact": one.opening.contact_id},
                },
                done=_("It has gone out, as it stands below."),
            )
        )
    else:
        soon = {"initial": {"day": actor.today + timedelta(days=1)}}
        acts += [
            Act("meet", operations.agree_meeting, _("Write down the meeting"), MeetForm, on=on, given=soon),
            Act("accepted", accepted, _("The employer says yes"), AcceptedForm, on=on),
            Act("declined", declined, _("The employer says no"), NoForm, on=on),
        ]
    acts += [
        Act("no", unwilling, _("The person says no"), NoForm, on=on),
        Act("back", operations.take_back_proposal, _("Take the proposal back"), TakeBackForm, on=on),
    ]
    return acts


def prepare_act(actor: Actor, one: Proposal) -> Act:
    """Return the act of preparing the agreement with the employer, begun from what the opening says."""
    there = Prepared.objects.filter(person_id=one.person_id, opening_id=one.opening_id, unit_id=actor.unit_id).first()
    supervisor = one.opening.contact.name if one.opening.contact else ""
    return Act(
        "prepare",
        prepare_agreement,
        _("Save what is settled"),
        PrepareForm,
        on={"person": one.person, "opening": one.opening, "by": actor},
        given={"initial": PrepareForm.begun(there, tasks=one.opening.tasks, supervisor=supervisor)},
        done=_("Saved. The consultant begins from it when the agreement is written."),
    )


def willing(*, proposal: Proposal, **values: Any) -> None:
    """Write down that the person says yes."""
    operations.answer_as_person(proposal=proposal, willing=True, **values)


def unwilling(*, proposal: Proposal, **values: Any) -> None:
    """Write down that the person says no."""
    operations.answer_as_person(proposal=proposal, willing=False, **values)


def accepted(*, proposal: Proposal, **values: Any) -> None:
    """Write down that the employer says yes."""
    operations.tell_outcome(proposal=proposal, accepted=True, **values)


def declined(*, proposal: Proposal, **values: Any) -> None:
    """Write down that the employer says no."""
    operations.tell_outcome(proposal=proposal, accepted=False, **values)
