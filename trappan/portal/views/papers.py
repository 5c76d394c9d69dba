"""Messages to me, and what has been decided about me with how to appeal."""

from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan import database
from trappan.documents.pdf import answer, pdf
from trappan.messages.kinds import words_of
from trappan.messages.models import Message
from trappan.messages.texts import as_read
from trappan.portal.own import Own, Page, eid_page, own_page
from trappan.portal.week import moment_in_words
from trappan.requirement.models import Decision
from trappan.ui.templatetags.ui import day, month_year

PAPER = Path(__file__).parent.parent / "typst" / "decision.typ"
CHANNELS: dict[str, str | Promise] = dict(Message.Channel.choices)
OUTCOMES: dict[str, str | Promise] = dict(Decision.Outcome.choices)
RESULTS: dict[str, str | Promise] = dict(Decision.Appeal.choices)


@own_page
def messages(_request: HttpRequest, _me: Own) -> Page:
    """Show what was sent to one: when, by which way, and the words; a link in them is not kept."""
    rows = [
        {
            "what": words_of(row.kind),
            "sent": moment_in_words(row.sent_at),
            "by": CHANNELS[row.channel],
            "bounced": row.bounced,
            "subject": row.subject,
            "words": as_read(row.words),
        }
        for row in database.rows("portal_messages")
    ]
    return Page("portal/messages.html", {"rows": rows, "here": "more"})


@eid_page
def papers(_request: HttpRequest, _me: Own) -> Page:
    """Show what is decided, in the decision's own words, and how to appeal."""
    rows = [
        {
            "row": row,
            "outcome": OUTCOMES[row.outcome],
            "month": month_year(row.month),
            "appeal": row.how_to_appeal.splitlines(),
            "result": RESULTS.get(row.appeal_result, ""),
        }
        for row in database.rows("portal_decisions")
    ]
    return Page("portal/papers.html", {"rows": rows, "here": "more"})


@eid_page
def decision_paper(_request: HttpRequest, _me: Own, decision_id: int) -> HttpResponse:
    """Give the paper of one decision; another's is the same as none."""
    row = next((row for row in database.rows("portal_decisions") if row.id == decision_id), None)
    if row is None:
        raise Http404
    database.value("portal_fetched", row.id)
    # A decision is in Swedish, whatever language its reader has.
    with override("sv"):
        title = _("Decision")
        content = pdf(PAPER, facts_of(row, title), title=title, language="sv")
    return answer(content, f"beslut-{row.case_number}-{row.month:%Y-%m}.pdf")


def facts_of(row: Any, title: str) -> dict[str, Any]:
    """Put a decision into the words of its paper."""
    return {
        "title": title,
        "month": _("Support month %(month)s") % {"month": month_year(row.month)},
        "case": row.case_number,
        "outcome": str(OUTCOMES[row.outcome]),
        "reason": row.reason,
        "by": _("Decided %(day)s by %(name)s.") % {"day": day(row.decided_on), "name": row.decided_by or "–"},
        "appeal": row.how_to_appeal.splitlines(),
        "footer": _("Case %(number)s") % {"number": row.case_number},
        "foot": row.foot,
        "labels": {"case": _("case"), "appeal": _("How to appeal")},
    }
