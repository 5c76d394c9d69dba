"""What the pages of papers that carry their own decision have in common: their acts, their words, and the PDF."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from trappan.documents.pdf import answer, pdf
from trappan.partnerships.decided import edition_of_decided
from trappan.partnerships.facts import Facts, changed_since
from trappan.partnerships.forms import BeginPaperForm, DecideByPaperForm, WriteDecidedPaperForm
from trappan.partnerships.models.paper import DecidedPaper
from trappan.partnerships.papers import as_text, changed_words, decided_facts_of
from trappan.secrecy.acts import Act

PAPER = Path(__file__).parents[1] / "typst" / "decision.typ"
# What a decision waits for, beside the text: the sections that may not be empty.
NEEDED = ("consultation", "mbl", "recipients")


def act_that_begins(operation: Callable[..., Any], right: str, **on: Any) -> Act:
    """Return the act by which a paper is begun."""
    return Act("begin_paper", operation, _("Begin the paper"), BeginPaperForm, on=on, right=right)


def acts_on_paper(
    paper: DecidedPaper, now: Facts, today: date, write: Callable[..., Any], decide: Callable[..., Any], right: str
) -> list[Act]:
    """List what may be done with a paper: to write on it and to decide by it, until it is decided by."""
    if paper.decided_on is not None:
        return []
    edition = edition_of_decided(paper, now)
    text = {
        "initial": {**WriteDecidedPaperForm.begun(paper), "edition": edition},
        "now": now,
        "changed": changed_since(paper.said, now),
    }
    read = {"initial": {"decided_on": today, "read": edition}}
    return [
        Act("write", write, _("Save"), WriteDecidedPaperForm, on={"paper": paper}, given=text, right=right),
        Act(
            "decide",
            decide,
            _("Write it down"),
            DecideByPaperForm,
            on={"paper": paper, "today": today},
            given=read,
            right=right,
        ),
    ]


def words_of(paper: DecidedPaper, now: Facts) -> dict[str, Any]:
    """Return what the page of a paper says."""
    facts = decided_facts_of(paper, now)
    labels = WriteDecidedPaperForm.base_fields
    return {
        "paper": paper,
        "changed": changed_words(paper, now) if paper.decided_on is None else {},
        "missing": [str(labels[name].label) for name in NEEDED if not getattr(paper, name)],
        "facts": facts,
        "text": as_text(facts),
    }


def as_pdf(paper: DecidedPaper, now: Facts) -> HttpResponse:
    """Answer with a paper as it is saved."""
    facts = decided_facts_of(paper, now)
    content = pdf(PAPER, facts, title=facts["title"], language="sv")
    return answer(content, _("decision-paper-%(row)s.pdf") % {"row": paper.pk})
