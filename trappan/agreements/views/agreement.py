"""An agreement for the colleague: written, read, signed in order, sent, written anew, printed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from trappan.agreements import operations
from trappan.agreements.content import usual_terms
from trappan.agreements.forms import (
    AgreementForm,
    BehalfForm,
    ChangeAgreementForm,
    PaidForm,
    ReachForm,
    SendForm,
    SignForm,
)
from trappan.agreements.forms.prepared import SETTLED
from trappan.agreements.models import Agreement, Link, Prepared, Signature
from trappan.agreements.papers import facts_of
from trappan.agreements.standing import Standing, standing_of
from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.people.operations import holds, only_reads
from trappan.placements.models import Placement
from trappan.refusals.forms import carry_out
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import today
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.differences import differences
from trappan.ui.tabs import Tab, in_tab

KEEP = "agreements.keep"
DOCUMENT = Path(__file__).parent.parent / "typst" / "agreement.typ"
PARTY = Signature.Party


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def write(request: Request, placement_id: int) -> HttpResponse:
    """Write an agreement on a placement; where there is one already, lead to it."""
    placement = get_object_or_404(Placement.objects.select_related("person", "activity__opening"), pk=placement_id)
    if not holds(placement.person_id, "plan"):
        raise Http404
    there = Agreement.objects.filter(placement=placement).first()
    if there is not None:
        return redirect("agreements:agreement", there.pk)
    prepared = prepared_for(placement)
    settled = {name: words for name in SETTLED if (words := getattr(prepared, name, ""))}
    usual = {"ends_on": placement.ends_on, "aim": placement.aim, **usual_terms()}
    begins = {**usual, **of_opening(placement), **settled}
    form = AgreementForm(request.POST or None, by=request.actor, initial=begins)
    made: list[Agreement] = []

    def make(**values: Any) -> None:
        made.append(operations.write_agreement(placement=placement, by=request.actor, **values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("The agreement is written. The placement waits until all three have signed."))
        return redirect("agreements:agreement", made[-1].pk)
    record("agreements.see_agreement", placement.person_id, scope="plan", kind="read")
    context = {"placement": placement, "person": placement.person, "form": form, "prepared": prepared}
    return render(request, "agreements/write.html", context, status=422 if form.errors else 200)


def prepared_for(placement: Placement) -> Prepared | None:
    """Return what an employer team has settled with the employer that somebody is placed at, the latest."""
    found = Prepared.objects.filter(person_id=placement.person_id, opening=placement.activity.opening_id)
    return found.select_related("author__colleague", "unit").order_by("-at", "-pk").first()


def of_opening(placement: Placement) -> dict[str, Any]:
    """Return what the opening that somebody is placed at says of its agreement; nothing of other places."""
    one = placement.activity.opening
    if one is None:
        return {}
    said = {
        "workplace": one.workplace_id,
        "contact": one.contact_id,
        "form": one.kind,
        "support_form": one.support_form,
    }
    supervisor = one.contact.name if one.contact else ""
    return {**said, "tasks": one.tasks, "supervisor": supervisor}


def agreement_of(agreement_id: int) -> Agreement:
    """Return an agreement that the actor may see."""
    about = (
        "person",
        "placement__person",
        "placement__activity",
        "workplace__employer",
        "contact",
        "keeper__colleague",
    )
    return get_object_or_404(Agreement.objects.select_related(*about), pk=agreement_id)


def acts_about(request: Request, person_id: int, acts: Iterable[Act]) -> Acts:
    """Return the acts of a page about somebody: none for whoever only reads, who would be refused each of them."""
    return Acts(request, () if only_reads(person_id) else acts)


def seen(agreement_id: int) -> Standing:
    """Return an agreement that the actor may see, with how it stands."""
    return standing_of(agreement_of(agreement_id))


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def agreement(request: Request, agreement_id: int) -> HttpResponse:
    """Show an agreement, who has signed and whose turn it is; sign, send a link, put right whom one reaches."""
    found = seen(agreement_id)
    acts = acts_about(request, found.agreement.person_id, acts_of(request, found))
    if acts.carried_out():
        return redirect("agreements:agreement", agreement_id)
    record("agreements.see_agreement", found.agreement.person_id, scope="plan", kind="read", agreement=agreement_id)
    rules = rules_on(request.actor.today)
    most = getattr(rules, f"{found.latest.form}_most_days")
    context = {
        "standing": found,
        "agreement": found.agreement,
        "version": found.latest,
        "person": found.agreement.person,
        "links": acts.beside("read_code", found.links, "read_answer"),
        "acts": acts,
        "form": acts.form,
        "differs": found.differs(),
        "most": most,
        "last_possible": found.last_possible(most),
        "warned": rules.agreement_warning_days,
        "contact_differences": differences_of(acts.get("contact")),
        "paid_differences": differences_of(acts.get("paid")),
    }
    return render(request, "agreements/agreement.html", context, status=acts.status)


def differences_of(act: Act | None) -> Any:
    """Return what somebody else saved meanwhile, as the act's form says it."""
    return getattr(act.bound, "differences", []) if act else []


def acts_of(request: Request, found: Standing) -> list[Act]:
    """List what may be done with an agreement, as it stands."""
    one, version = found.agreement, found.latest
    on = {"version": version}
    shown = {"initial": {"seen": version.digest}}
    told = _("Signed.")
    acts = [
        Act(
            "contact",
            operations.correct_contact,
            _("Save"),
            ReachForm,
            on={"agreement": one},
            given={"employer_id": one.workplace.employer_id, "initial": ReachForm.begun(one)},
            done=told_of_contact,
        ),
        Act(
            "paid",
            operations.note_paid,
            _("Save"),
            PaidForm,
            on={"agreement": one},
            given={"initial": PaidForm.begun(one)},
        ),
    ]
    acts += link_acts(found)
    if found.is_merged:
        return acts
    left = [party for party in (PARTY.PARTICIPANT, PARTY.EMPLOYER) if party not in found.signed]
    if PARTY.PARTICIPANT in left:
        words = _("%(name)s signs here") % {"name": version.content["name"]}
        acts.append(Act("room", operations.sign_in_room, words, SignForm, on=on, given=shown, done=told))
    if left:
        given = {**shown, "parties": left}
        acts.append(
            Act("behalf", operations.sign_on_behalf, _("Sign on behalf"), BehalfForm, on=on, given=given, done=told)
        )
    elif not found.is_signed:
        done = _("Signed by all three. The placement goes on as agreed.")
        sign = operations.sign_for_municipality
        given_by = {**on, "by": request.actor}
        acts.append(
            Act("municipality", sign, _("Sign for the municipality"), SignForm, on=given_by, given=shown, done=done)
        )
    if PARTY.EMPLOYER in left and not one.person.is_protected:
        words = _("Send a new link") if found.links else _("Send a link")
        done = _("The link is ordered, and is sent in a moment.")
        where = request.build_absolute_uri("/").rstrip("/")
        to = {"agreement": one, "version": version, "site": where}
        acts.append(Act("send", operations.send_link, words, SendForm, on=to, done=done))
    return acts


def told_of_contact(link_ended: bool) -> str:
    """Tell that what was put right touches no signature, and that a link which was out opens nothing more."""
    if link_ended:
        return _("Saved. Every signature stands. The link that was out has ended: send a new one.")
    return _("Saved. Every signature stands.")


def link_acts(found: Standing) -> list[Act]:
    """List what may be done with the links that went out."""
    acts = []
    for link in found.links:
        said = getattr(link, "statement", None)
        if said is not None and said.seen_at is None:
            words = _("I have read it")
            acts.append(Act("read_answer", operations.read_answer, words, on={"statement": said}, row=link.pk))
        if link.outcome and link.used_at is None and link.ended_at is None:
            acts.append(code_act(link))
    return acts


def code_act(link: Link) -> Act:
    """Return the act of making a code to read aloud to whoever has a link."""
    words = _("Make a code to read aloud")
    return Act("read_code", operations.read_code, words, on={"link": link}, row=link.pk, done=read_aloud)


def read_aloud(code: str) -> str:
    """Tell the colleague the code to read."""
    minutes = rules_on(today()).link_code_minutes
    words = ngettext(
        "Read aloud: %(code)s. It holds for %(n)s minute, and is shown only now.",
        "Read aloud: %(code)s. It holds for %(n)s minutes, and is shown only now.",
        minutes,
    )
    return words % {"code": code, "n": minutes}


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def change(request: Request, agreement_id: int) -> HttpResponse:
    """Write an agreement anew, from the version that stands; whoever has signed is told."""
    found = seen(agreement_id)
    one, latest = found.agreement, found.latest
    saved = {
        "workplace": one.workplace,
        "contact": one.contact,
        "form": latest.form,
        "support_form": latest.support_form,
        "ends_on": latest.ends_on,
        **latest.terms,
    }
    form = ChangeAgreementForm(
        request.POST or None,
        by=request.actor,
        held=(one.workplace_id, one.contact_id),
        initial={**saved, "edition": latest.number},
    )
    told: list[list[str]] = []

    def make(**values: Any) -> None:
        told.append(operations.change_agreement(agreement=one, by=request.actor, **values))

    if form.is_valid() and carry_out(form, make, **form.cleaned_data):
        messages.success(request, _("Written anew. All three sign this version."))
        if told[-1]:
            messages.info(request, _("Told: %(whom)s.") % {"whom": ", ".join(told[-1])})
        elif found.signed:
            messages.warning(request, _("Nobody could be told from here. Ring those who had signed."))
        return redirect("agreements:agreement", agreement_id)
    record("agreements.see_agreement", one.person_id, scope="plan", kind="read", agreement=agreement_id)
    context = {
        "agreement": one,
        "person": one.person,
        "version": latest,
        "form": form,
        "differences": differences(form, saved, str(latest.number)) if form.errors else [],
        "signed": found.signed,
    }
    return render(request, "agreements/change.html", context, status=422 if form.errors else 200)


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def version(request: Request, agreement_id: int, number: int) -> HttpResponse:
    """Show a version as it was read, and who signed it."""
    found = seen(agreement_id)
    shown = next((one for one in found.versions if one.number == number), None)
    if shown is None:
        raise Http404
    record("agreements.see_agreement", shown.person_id, scope="plan", kind="read", agreement=agreement_id)
    context = {"agreement": found.agreement, "person": found.agreement.person, "version": shown, "standing": found}
    return render(request, "agreements/version.html", context)


@may(KEEP)
def paper(_request: Request, agreement_id: int) -> HttpResponse:
    """Print the latest version with its signatures; of somebody protected there is no paper."""
    found = seen(agreement_id)
    if found.agreement.person.is_protected:
        raise Http404
    record("agreements.print_agreement", found.agreement.person_id, scope="plan", kind="read", agreement=agreement_id)
    facts = facts_of(found)
    content = pdf(DOCUMENT, facts, title=facts["title"], language=get_language() or "sv")
    return answer(content, f"avtal-{agreement_id}.pdf")
