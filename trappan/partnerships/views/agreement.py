"""The agreements: the list, and the page of each with its parties, its steps and what is promised."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.documents.models import File
from trappan.documents.pdf import answer, pdf
from trappan.documents.uploads import attachment
from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.agreement_list import COLUMNS, USUAL, Listed, listed, ordered, row
from trappan.partnerships.facts import facts_of
from trappan.partnerships.forms import (
    AnnexForm,
    BeginPaperForm,
    CommitForm,
    ConsultForm,
    DecideForm,
    DraftAmendmentForm,
    GoalForm,
    KeptForm,
    LapseForm,
    RecipientForm,
    RenewForm,
    SendForm,
    SignForm,
    WithdrawAnnexForm,
)
from trappan.partnerships.gathered import Gathered, gather
from trappan.partnerships.models import Agreement, Annex, Commitment, CommitmentState, DecisionPaper
from trappan.partnerships.papers import facts_of as in_words
from trappan.partnerships.partners import PARTNERS
from trappan.partnerships.standing import Standing, coming, renewal, standings, whole
from trappan.partnerships.views.reading import agreement_or_404, is_ours, reads_terms
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.staff.exports import exported
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.listing import Listing

SEE, KEEP, SIGN = "partnerships.see_agreements", "partnerships.keep", "partnerships.sign"
# The acts of a version's steps, in their order.
STEP_ACTS = ("begin_paper", "consult", "decide", "recipient", "send", "sign", "withdraw")
MEETINGS = 5  # of an agreement, the latest
DOCUMENT = Path(__file__).parent.parent / "typst" / "agreement.typ"
STATES = Prefetch("states", CommitmentState.objects.select_related("author__colleague"))


@may(SEE)
def agreements(request: Request) -> HttpResponse:
    """List the agreements with how far each has come and what comes next; a partner sees its own."""
    today, ours = request.actor.today, is_ours(request)
    found = listed(list(whole().filter(withdrawn_on=None)), today)
    listing = Listing(
        "agreement",
        _("Agreements"),
        COLUMNS,
        USUAL,
        request.GET,
        may_export=ours and has(request.actor, "partnerships.export_agreements"),
    )
    found = ordered(found, listing.order)

    def rows(some: Sequence[Listed]) -> list[ListRow]:
        return [row(one, today) for one in some]

    if listing.is_file:
        file = exported(request, listing, len(found), lambda: rows(found), right="partnerships.export_agreements")
        if file is not None:
            return file
    listing.show_whole(found, lambda one: one.agreement.pk, rows)
    record("partnerships.see_agreements", kind="read")
    context = {
        "listing": listing,
        "ours": ours,
        "keeps": ours and has(request.actor, KEEP),
        "reads": reads_terms(request, ours=ours),
    }
    return render(request, "partnerships/agreements.html", context, status=listing.status)


@may(SEE)
def agreement(request: Request, agreed_id: int) -> HttpResponse:
    """Show one agreement with its versions, their steps and what is promised; take the next step."""
    found, ours = agreement_or_404(request, agreed_id)
    today = request.actor.today
    gathered = gather(found)
    versions = standings(found, today, gathered)
    promises = list(found.commitments.filter(taken_out_on=None).prefetch_related(STATES))
    annexes = list(found.annexes.select_related("file"))
    keeps = ours and has(request.actor, KEEP)
    read = read_of(found, versions, promises, gathered) if keeps else {}
    acts = Acts(request, acts_of(request, found, versions, promises, annexes, read) if ours else ())
    if acts.carried_out():
        return redirect("partnerships:agreement", found.pk)
    record("partnerships.see_agreement", kind="read", agreement=found.pk)
    context = {
        "agreed": found,
        "is_partner": found.organisation.kind in PARTNERS and has(request.actor, "partnerships.see"),
        "standing": versions[0],
        "versions": [(one, gathered.paper_of(one.row)) for one in reversed(versions)],
        "open": [
            (
                one,
                {name: acts.get(key(name, one)) for name in STEP_ACTS},
                steps_to(acts, one),
                gathered.paper_of(one.row),
            )
            for one in versions
            if one.is_open
        ],
        "coming": coming([found], today),
        "renewal": renewal(found, today, ours=ours),
        "meetings": list(found.meetings.all()[:MEETINGS]),
        "promises": acts.beside("kept", promises, "take_out"),
        "annexes": acts.beside("withdraw_annex", annexes),
        "goals": gathered.goals,
        "places": found.places_on(today) if found.covers(today) else None,
        "keeps": keeps,
        "ours": ours,
        "sees_cost": ours and has(request.actor, "insight.see_figures"),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/agreement.html", context, status=acts.status)


def read_of(
    found: Agreement, versions: Sequence[Standing], promises: Sequence[Commitment], gathered: Gathered
) -> dict[int, tuple[DecisionPaper | None, str]]:
    """Return, for each draft that is not decided, its paper and the name of what the page shows of it."""
    drafts = [one for one in versions if one.version.is_draft and one.decision is None]
    read = {}
    for one in drafts:
        said = facts_of(found, one, promises=promises, gathered=gathered)
        paper = gathered.paper_of(one.row)
        read[one.row] = (paper, operations.what_is_read(one.version, paper, said))
    return read


def key(name: str, one: Standing) -> str:
    """Return the key under which a version's act stands among the page's."""
    return f"{name}-{one.row}" if one.row else name


def steps_to(acts: Acts, one: Standing) -> list[tuple[str, bool, str]]:
    """Return a version's steps: what is said, whether it is taken, and the act that takes it, if the actor may."""
    by = {name: "consult" if name == "mbl" else name for name, _words, _done in one.steps}
    return [(words, done, by[name] if key(by[name], one) in acts else "") for name, words, done in one.steps]


def acts_of(
    request: Request,
    found: Agreement,
    versions: Sequence[Standing],
    promises: Sequence[Commitment],
    annexes: Sequence[Annex],
    read: Mapping[int, tuple[DecisionPaper | None, str]],
) -> list[Act]:
    """List what may be done with an agreement: the steps of its open versions, and what is written in it."""
    today, on = request.actor.today, {"agreement": found}
    called = {"municipality_as": found.municipality.name, "organisation_as": found.organisation.name}
    amend = Act(
        "amend",
        operations.draft_amendment,
        _("Begin the draft"),
        DraftAmendmentForm,
        on=on,
        given={"initial": {"starts_on": today, **called}},
        right=KEEP,
    )
    save = _("Write it down")
    steps = [one for one in versions if one.is_open]
    mbl_days = rules_on(today).mbl_valid_days if any(one.version.is_draft for one in steps) else 0
    return [
        *(act for one in steps for act in steps_of(request, one, *read.get(one.row, (None, "")), mbl_days)),
        *([amend] if found.signed_on else []),
        *acts_at_end(request, found),
        Act("commit", operations.commit, save, CommitForm, on=on, right=KEEP),
        Act("goal", operations.serve_goal, save, GoalForm, on=on, right=KEEP),
        Act("annex", add_annex, _("Add the annex"), AnnexForm, on=on, right=KEEP),
        *(act for one in promises for act in acts_on_promise(one, request)),
        *(
            Act(
                "withdraw_annex",
                operations.withdraw_annex,
                _("Withdraw"),
                WithdrawAnnexForm,
                on={"annex": one},
                row=one.pk,
                beside=one.title,
                right=KEEP,
            )
            for one in annexes
            if one.withdrawn_at is None
        ),
    ]


def acts_at_end(request: Request, found: Agreement) -> list[Act]:
    """List what may be done with a signed agreement that has a last day, and that nothing follows."""
    end = found.last_end
    on: dict[str, Any] = {"agreement": found}
    if found.signed_on is None or end is None or found.successors.all():
        return []
    begun = {"initial": {"starts_on": end, "ends_on": operations.as_long_after(found)}}
    renewed = _(
        "The draft is begun, and stands below. Effect goals are carried over one by one, from its page of them."
    )
    acts = [
        Act(
            "renew",
            operations.renew,
            _("Begin the draft"),
            RenewForm,
            on={**on, "by": request.actor},
            given=begun,
            done=renewed,
            right=KEEP,
        )
    ]
    if found.lapse:  # type: ignore[attr-defined]  # with_lapse
        on["today"] = request.actor.today
        take_back = _("Take back that it ends")
        acts.append(Act("take_back_lapse", operations.take_back_lapse, take_back, on=on, right=KEEP))
    elif end > request.actor.today:
        acts.append(Act("let_lapse", operations.let_lapse, _("Let it end"), LapseForm, on=on, right=KEEP))
    return acts


def acts_on_promise(one: Commitment, request: Request) -> list[Act]:
    """List what may be done with a commitment: say whether it is kept, or take it out."""
    about: dict[str, Any] = {
        "on": {"commitment": one, "today": request.actor.today},
        "row": one.pk,
        "beside": one.text,
        "right": KEEP,
    }
    kept = {"initial": {"as_of": request.actor.today}}
    return [
        Act("kept", operations.say_kept, _("Say how it is"), KeptForm, given=kept, **about),
        Act("take_out", operations.take_out_commitment, _("Take it out"), **about),
    ]


def steps_of(request: Request, one: Standing, paper: DecisionPaper | None, read: str, mbl_days: int) -> list[Act]:
    """List the steps that a version may take, those that it has taken left out; it is decided as it was `read`.

    `mbl_days` are those for which information under MBL counts.
    """
    version, today, done = one.version, request.actor.today, one.done
    on = {"version": version, "today": today}
    save = _("Write it down")

    def dated(name: str) -> dict[str, Any]:
        return {"initial": {name: today}}

    steps = []
    if version.is_draft:
        steps.append(
            Act(
                "consult",
                operations.consult,
                save,
                ConsultForm,
                on=on,
                given={**dated("held_on"), "mbl_days": mbl_days},
                row=one.row,
                right=KEEP,
            )
        )
        if not done["decide"]:
            steps += deciding(one, paper, read, on)
        steps.append(
            Act("sign", operations.sign, _("Sign"), SignForm, on=on, given=dated("signed_on"), row=one.row, right=SIGN)
        )
        steps.append(Act("withdraw", operations.withdraw, _("Withdraw the draft"), on=on, row=one.row, right=KEEP))
    listed_for = {"version": version}
    steps.append(
        Act("recipient", operations.list_recipient, save, RecipientForm, on=listed_for, row=one.row, right=KEEP)
    )
    if not one.sent:
        sending = dated("sent_on")
        steps.append(
            Act("send", operations.send_decision, save, SendForm, on=on, given=sending, row=one.row, right=KEEP)
        )
    return steps


def deciding(one: Standing, paper: DecisionPaper | None, read: str, on: Mapping[str, Any]) -> list[Act]:
    """List what leads to the decision: its paper, where there is none yet, and the decision itself."""
    begun: dict[str, Any] = {"reference": one.version.reference}
    about = {"decided_on": on["today"], "read": read, **begun}
    if paper is not None:
        about |= {"reference": paper.reference, "officer": paper.officer}
    decide = Act(
        "decide",
        operations.decide,
        _("Write it down"),
        DecideForm,
        on=on,
        given={"initial": about},
        row=one.row,
        right=KEEP,
    )
    if paper is not None:
        return [decide]
    begin = Act(
        "begin_paper",
        operations.begin_paper,
        _("Begin the paper"),
        BeginPaperForm,
        on={"version": one.version},
        given={"initial": begun},
        row=one.row,
        right=KEEP,
    )
    return [begin, decide]


def add_annex(*, file: UploadedFile, **values: Any) -> None:
    """Add what was chosen, under the name that it has there."""
    operations.add_annex(name=file.name or "", content=file.read(), **values)


@may(SEE)
def paper(request: Request, agreed_id: int) -> HttpResponse:
    """Give out the agreement as it stands today, with its amendments and who signed."""
    found, _ours = agreement_or_404(request, agreed_id)
    versions = standings(found, request.actor.today, gather(found))
    facts = in_words(found, versions, found.commitments.filter(taken_out_on=None))
    record("partnerships.print_agreement", kind="read", agreement=found.pk)
    content = pdf(DOCUMENT, facts, title=facts["title"], language=get_language() or "sv")
    return answer(content, _("agreement-%(row)s.pdf") % {"row": found.pk})


@may(SEE)
def open_annex(request: Request, annex_id: int) -> HttpResponse:
    """Send an annex, to be saved; one that is withdrawn or not in the store is told of on the agreement's page."""
    annex = get_object_or_404(Annex.objects.select_related("file"), pk=annex_id)
    try:
        content = operations.open_annex(annex=annex)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("partnerships:agreement", annex.agreement_id)
    return attachment(content, File.Kind(annex.file.kind), _("annex-%(row)s") % {"row": annex.pk})
