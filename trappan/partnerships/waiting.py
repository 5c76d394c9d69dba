"""What waits for whoever signs, approves, or has said at a meeting that she does something: the rows of her desk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.partnerships.money import kronor
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.secrecy.scopes import Role
from trappan.ui.templatetags.ui import day as in_words

# In one question, since a start page asks a dozen as it is: what is decided and not signed, what another colleague has
# entered and nobody has approved, whom a partner asks for, what is soon to be renewed or let end by the notice that is
# agreed (of the others the row of partners tells the last day), what begins or closes without the unions having been
# told, what is the actor's own of what was agreed at meetings, and what is next to be done with reports of a year (of
# those `meeting` is the year).
QUESTION = """
(SELECT 'sign' AS kind, a.id, a.name AS name, a.starts_on AS day, 0::bigint AS ore, '' AS meeting
 FROM partnerships_agreement a
 WHERE %(signs)s AND a.signed_on IS NULL AND a.withdrawn_on IS NULL
   AND EXISTS (SELECT FROM partnerships_decision d WHERE d.agreement_id = a.id AND d.amendment_id IS NULL)
 LIMIT %(most)s)
UNION ALL
(SELECT 'sign_amendment', a.id, a.name, m.starts_on, 0, ''
 FROM partnerships_amendment m JOIN partnerships_agreement a ON a.id = m.agreement_id
 WHERE %(signs)s AND m.signed_on IS NULL AND m.withdrawn_on IS NULL
   AND EXISTS (SELECT FROM partnerships_decision d WHERE d.amendment_id = m.id)
 LIMIT %(most)s)
UNION ALL
(SELECT 'budget', a.id, a.name, b.starts_on, 0, ''
 FROM partnerships_budget b JOIN partnerships_agreement a ON a.id = b.agreement_id
 LEFT JOIN staff_membership s ON s.id = b.author_id
 WHERE %(approves)s AND b.approved_at IS NULL AND b.taken_out_on IS NULL
   AND s.colleague_id IS DISTINCT FROM current_colleague()
 LIMIT %(most)s)
UNION ALL
(SELECT 'payment', a.id, a.name, p.paid_on, p.amount_ore, ''
 FROM partnerships_payment p JOIN partnerships_budget b ON b.id = p.budget_id
 JOIN partnerships_agreement a ON a.id = b.agreement_id LEFT JOIN staff_membership s ON s.id = p.author_id
 WHERE %(approves)s AND p.approved_at IS NULL AND p.taken_out_on IS NULL
   AND s.colleague_id IS DISTINCT FROM current_colleague()
 LIMIT %(most)s)
UNION ALL
(SELECT 'invited', u.organisation_id, i.given_name || ' ' || i.family_name, i.starts_on, 0, u.name
 FROM partnerships_invitation i JOIN staff_unit u ON u.id = i.unit_id
 WHERE %(answers)s AND i.answered_at IS NULL
 ORDER BY i.starts_on LIMIT %(most)s)
UNION ALL
(SELECT 'begins', a.id, a.name, COALESCE(m.starts_on, a.starts_on), 0, ''
 FROM partnerships_agreement a LEFT JOIN partnerships_amendment m ON m.agreement_id = a.id AND m.signed_on IS NULL
   AND m.withdrawn_on IS NULL
 WHERE %(keeps)s AND a.withdrawn_on IS NULL AND (a.signed_on IS NULL OR m.id IS NOT NULL)
   AND COALESCE(m.starts_on, a.starts_on) < today() + 60
   AND NOT EXISTS (SELECT FROM partnerships_consultation c WHERE c.agreement_id = a.id
     AND c.amendment_id IS NOT DISTINCT FROM m.id AND c.kind = 'mbl')
 LIMIT %(most)s)
UNION ALL
(SELECT 'closes', u.id, u.name, u.ends_on - 1, 0, ''
 FROM staff_unit u
 -- The day is asked for once, and first: whom one informs of is asked of the units that close, not of the town's all.
 WHERE %(keeps)s AND u.ends_on > (SELECT today()) AND u.ends_on < (SELECT today() + 180)
   AND partnerships_informs_of(u.id)
   AND NOT partnerships_is_informed(u.id, u.ends_on)
 LIMIT %(most)s)
UNION ALL
(SELECT 'renew', r.id, r.name, r.day, 0, ''
 FROM partnerships_to_renew() r JOIN partnerships_agreement a ON a.id = r.id AND r.day < a.until - 1
 WHERE %(keeps)s AND r.day < today() + 60
 LIMIT %(most)s)
UNION ALL
(SELECT 'do', m.id, x.text, x.due_on, 0, m.name
 FROM partnerships_meetingaction x JOIN partnerships_jointmeeting m ON m.id = x.meeting_id
 WHERE x.owner_id = current_actor() AND x.done_on IS NULL
 ORDER BY x.due_on LIMIT %(most)s)
UNION ALL
(SELECT CASE WHEN r.state = 'back' THEN 'report_back' ELSE 'report' END, r.id, a.name, r.due_on, 0, r.year::text
 FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
 WHERE r.state IN ('open', 'back') AND partnerships_reports_of(a.id) LIMIT %(most)s)
UNION ALL
(SELECT 'sign_for_partner', r.id, a.name, r.due_on, 0, r.year::text
 FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
 WHERE r.state = 'to_sign' AND partnerships_my_mandate(a.id) <> '' LIMIT %(most)s)
UNION ALL
(SELECT 'name_signatory', a.id, a.name, r.due_on, 0, r.year::text
 FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
 WHERE %(names)s AND r.state = 'to_sign' AND partnerships_keeps(a.municipality_id)
   AND NOT EXISTS (SELECT FROM partnerships_signatory s JOIN staff_membership m ON m.id = s.membership_id
     WHERE s.agreement_id = a.id AND s.ended_on IS NULL AND staff_in_force(m)) LIMIT %(most)s)
UNION ALL
(SELECT 'sign_report', r.id, a.name, r.due_on, 0, r.year::text
 FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
 WHERE %(signs)s AND r.state = 'sent' LIMIT %(most)s)
UNION ALL
(SELECT 'deliver_report', r.id, a.name, r.due_on, 0, r.year::text
 FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
 WHERE r.state = 'signed' AND partnerships_keeps(a.municipality_id) LIMIT %(most)s)
UNION ALL
(SELECT 'story_' || e.part, e.report_id, e.name, e.ended_on, 0, e.year::text
 FROM partnerships_stories_ended() e WHERE %(told_of_stories)s LIMIT %(most)s)
"""
AT_MOST = 50  # of each kind
# Late after this day: what has begun unsigned or without the unions, somebody who was to begin, what is not done.
HAVE_A_LAST_DAY = (
    *("sign", "sign_amendment", "begins", "closes", "renew", "invited", "do", "report", "report_back"),
    *("sign_for_partner", "name_signatory"),
)


@dataclass(frozen=True)
class Asked:
    """An answer of `QUESTION`."""

    kind: str
    id: int
    name: str
    day: date
    ore: int
    meeting: str


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: of what, what is to be done, where, and by or since which day."""

    name: str
    why: str
    url: str
    day: date
    late: bool


def of_report(row: Any) -> dict[str, str]:
    """Return of which year a report is, and until when it is to be sent."""
    return {"year": row.meeting, "day": in_words(row.day)}


WHY: Mapping[str, Callable[[Any], str]] = {
    "sign": lambda _row: _("Decided: sign it"),
    "sign_amendment": lambda _row: _("An amendment is decided: sign it"),
    "budget": lambda row: _("Approve the budget of %(year)s") % {"year": row.day.year},
    "payment": lambda row: _("Approve a payment of %(amount)s") % {"amount": kronor(row.ore)},
    "invited": lambda row: _("%(site)s asks for a colleague: confirm or say no") % {"site": row.meeting},
    "begins": lambda row: _("Begins %(day)s: inform the unions under MBL first") % {"day": in_words(row.day)},
    "closes": lambda row: _("Closes, last day %(day)s: inform the unions under MBL first") % {"day": in_words(row.day)},
    "renew": lambda row: _("Renew it, or say that it is let end, by %(day)s") % {"day": in_words(row.day)},
    "do": lambda row: _("%(meeting)s, to be done by %(day)s") % {"meeting": row.meeting, "day": in_words(row.day)},
    "report": lambda row: _("Write the annual report of %(year)s, by %(day)s") % of_report(row),
    "report_back": lambda row: _("The annual report of %(year)s is back with a comment, by %(day)s") % of_report(row),
    "sign_for_partner": lambda row: (
        _("The annual report of %(year)s is written: read it and sign it for the partner, by %(day)s") % of_report(row)
    ),
    "name_signatory": lambda row: (
        _("The annual report of %(year)s is written, and nobody is named to sign for the partner: name somebody")
        % of_report(row)
    ),
    "sign_report": lambda row: _("The annual report of %(year)s is sent: read and sign it") % of_report(row),
    "story_words": lambda row: (
        _("A story in the annual report of %(year)s may not be spread further since %(day)s") % of_report(row)
    ),
    "story_name": lambda row: (
        _("The name in a story in the annual report of %(year)s may not be spread further since %(day)s")
        % of_report(row)
    ),
    "story_picture": lambda row: (
        _("The picture of a story in the annual report of %(year)s may not be spread further since %(day)s")
        % of_report(row)
    ),
    "deliver_report": lambda row: _("The annual report of %(year)s is signed: deliver it") % of_report(row),
}
PAGES = {
    "sign": "partnerships:agreement",
    "sign_amendment": "partnerships:agreement",
    "budget": "partnerships:money",
    "payment": "partnerships:money",
    "invited": "partnerships:partner",
    "begins": "partnerships:agreement",
    "closes": "partnerships:closing",
    "renew": "partnerships:agreement",
    "do": "partnerships:meeting",
    "name_signatory": "partnerships:signatory",
    **dict.fromkeys(
        ("report", "report_back", "sign_for_partner", "sign_report", "deliver_report"), "insight:annual_report"
    ),
    **dict.fromkeys(("story_words", "story_name", "story_picture"), "insight:annual_report"),
}


def asked(actor: Actor) -> dict[str, bool | int]:
    """Return what `QUESTION` is asked with."""
    return {
        "signs": has(actor, "partnerships.sign"),
        "approves": has(actor, "partnerships.approve"),
        "answers": has(actor, "partnerships.answer_invitation"),
        "names": has(actor, "partnerships.name_signatory"),
        "keeps": has(actor, "partnerships.keep"),
        "told_of_stories": actor.role in (Role.SITE_LEADER, Role.CONTROLLER),
        "most": AT_MOST,
    }


def ordered(rows: Iterable[Any], today: date) -> list[Waiting]:
    """Return the answers of `QUESTION` in words, what is late first."""
    found = [
        Waiting(
            row.name,
            WHY[row.kind](row),
            reverse(PAGES[row.kind], args=[row.id]),
            row.day,
            row.kind in HAVE_A_LAST_DAY and row.day < today,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (not one.late, one.day, one.name))


def waiting_for(actor: Actor) -> list[Waiting]:
    """Return everything about partners that waits for a colleague, what is late first; who reads none is not asked."""
    if not has(actor, "partnerships.see_agreements"):
        return []
    return ordered(database.query(QUESTION, asked(actor)), actor.today)
