"""The paper on which a decision is made: written beside what the agreement says, as PDF, and as text to paste."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.facts import Facts, changed_since, facts_now
from trappan.partnerships.forms import WritePaperForm
from trappan.partnerships.models import Decision, DecisionPaper
from trappan.partnerships.papers import as_text, changed_words, decision_facts_of
from trappan.partnerships.views.agreement import DOCUMENT, KEEP, SEE
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, may

PAPER = DOCUMENT.parent / "decision.typ"


def paper_or_404(paper_id: int) -> tuple[DecisionPaper, Decision | None, Facts]:
    """Return a paper that the actor reads, the decision that was made by it, and what the agreement says now.

    What a decided paper says is what it said then, so the agreement is not asked.
    """
    papers = DecisionPaper.objects.select_related("amendment__agreement__organisation", "agreement__organisation")
    found = get_object_or_404(papers, pk=paper_id)
    decision = Decision.objects.filter(agreement=found.agreement_id, amendment=found.amendment_id).first()
    now: Facts = found.said if decision else facts_now(found.amendment or found.agreement)
    return found, decision, now


@may(SEE)
def decision_paper(request: Request, paper_id: int) -> HttpResponse:
    """Show a paper with what the agreement says beside each section; write on it until it is decided by."""
    found, decision, now = paper_or_404(paper_id)
    form = None
    if has(request.actor, KEEP) and decision is None:
        begun = {**WritePaperForm.begun(found), "edition": operations.edition_of_paper(found, now)}
        changed = changed_since(found.said, now)
        form = WritePaperForm(request.POST or None, initial=begun, now=now, changed=changed)
        if form.is_valid() and carry_out(form, operations.write_paper, paper=found, **form.cleaned_data):
            messages.success(request, _("Saved."))
            return redirect("partnerships:decision_paper", found.pk)
    record("partnerships.see_paper", kind="read", agreement=found.agreement_id)
    facts = decision_facts_of(found, decision, now)
    context = {
        "paper": found,
        "agreed": found.agreement,
        "decision": decision,
        "now": now,
        "changed": changed_words(found, now),
        "form": form,
        "facts": facts,
        "text": as_text(facts),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "partnerships/decision_paper.html", context, status=status)


@may(SEE)
def printed(_request: Request, paper_id: int) -> HttpResponse:
    """Give out a paper as it is saved."""
    found, decision, now = paper_or_404(paper_id)
    facts: dict[str, Any] = decision_facts_of(found, decision, now)
    record("partnerships.print_paper", kind="read", agreement=found.agreement_id)
    content = pdf(PAPER, facts, title=facts["title"], language="sv")
    return answer(content, _("decision-paper-%(row)s.pdf") % {"row": found.pk})
