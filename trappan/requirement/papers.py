"""Grounds in the words of their document."""

from typing import Any

from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from trappan.attendance.papers import in_words, line
from trappan.requirement.models import Decision, Grounds
from trappan.rules.models import MunicipalText
from trappan.rules.rulesets import rules_on
from trappan.rules.texts import text_on
from trappan.ui.templatetags.ui import day, hours, month_year


def facts_of(found: Grounds, decision: Decision | None, title: str, unit: str) -> dict[str, Any]:
    """Put grounds, and a decision on them, into the words of the document."""
    names = ("attended", "excused", "unexcused", "undecided", "unmarked", "neutral")
    said = in_words()
    return {
        "title": title,
        "name": found.person.name,
        "case": found.case.number,
        "footer": _("Case %(number)s · %(unit)s") % {"number": found.case.number, "unit": unit},
        "foot": text_on(
            MunicipalText.Kind.PAPER,
            decision.decided_on if decision else localdate(found.at),
            found.case.unit.organisation_id,
        ),
        "month": _("Support month %(month)s") % {"month": month_year(found.month)},
        "about": found.get_about_display(),
        "period": f"{day(found.period_from)} – {day(found.period_to)}",
        "summary": found.summary,
        "sums": [[said[name], hours(getattr(found, name)), f"{getattr(found, name)}"] for name in names],
        "sessions": [line(**one) for one in found.sources["sessions"]],
        "dialogues": [
            {
                "day": day(parse_date(one["day"])),
                "what": one["what"],
                "words": one["own_words"],
                "support": ", ".join(filter(None, [*one["support"], one["support_note"]])),
                "result": one["result"],
            }
            for one in found.sources["dialogues"]
        ],
        "heard": found.heard_words,
        "heard_when": (
            f"{day(found.heard_on)}, {str(found.get_heard_how_display()).lower()}" if found.heard_on else ""
        ),
        "written": _("Written %(day)s by %(name)s.")
        % {"day": day(found.at), "name": getattr(found, "signed_by", None) or "–"},
        "decision": decided(decision),
        "labels": {
            "case": _("case"),
            "period": _("Observed period"),
            "what": _("What has happened"),
            "sums": _("The period’s minutes, each in one place"),
            "state": _("Time"),
            "hours": _("Hours"),
            "minutes": _("Minutes"),
            "sessions": _("The sessions"),
            "day": _("Day"),
            "activity": _("Activity"),
            "mark": _("How it went"),
            "dialogues": _("Conversations"),
            "support": _("Support offered"),
            "result": _("Led to"),
            "heard": _("What the person says about the grounds"),
            "decision": _("The decision"),
            "appeal": _("How to appeal"),
            "draft": _("The person has not been heard yet."),
        },
    }


def decided(decision: Decision | None) -> dict[str, Any]:
    """Write the decision, whom it was sent to, and how to appeal where that may be done."""
    if decision is None:
        return {}
    by = getattr(decision, "signed_by", None) or "–"
    return {
        "outcome": str(decision.get_outcome_display()),
        "reason": decision.reason,
        "by": _("Decided %(day)s by %(name)s.") % {"day": day(decision.decided_on), "name": by},
        "replaces": replaces(decision),
        "sent_to": _("Sent to: %(whom)s.") % {"whom": ", ".join(decision.sent_to)},
        "appeal": how_to_appeal(decision),
    }


def replaces(decision: Decision) -> str:
    """Name the decision that one replaces, and what was wrong with it; nothing for a first one."""
    old: Any = decision.replaces
    if old is None:
        return ""
    words = {"day": day(old.decided_on), "why": decision.replaces_why}
    return _("Replaces the decision of %(day)s: %(why)s") % words


def how_to_appeal(decision: Decision) -> list[str]:
    """Return how and where a decision is appealed, in paragraphs, by its day; none where all was granted."""
    if decision.outcome == Decision.Outcome.GRANTED:
        return []
    where = text_on(MunicipalText.Kind.APPEAL, decision.decided_on, decision.grounds.case.unit.organisation_id)
    return [*rules_on(decision.decided_on).how_to_appeal.splitlines(), *where.splitlines()]
