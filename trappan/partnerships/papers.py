"""An agreement in the words of its paper, and the paper on which a decision about it is made, as facts and as text."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.partnerships.facts import Facts, changed_since
from trappan.partnerships.forms.paper import SECTION_LABELS
from trappan.partnerships.models import Agreement, Commitment, Decision, DecisionPaper
from trappan.partnerships.models.paper import DecidedPaper, Paper
from trappan.partnerships.standing import WITHDRAWN, Standing
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day


def facts_of(agreed: Agreement, versions: Sequence[Standing], promises: Iterable[Commitment]) -> dict[str, Any]:
    """Put an agreement, its versions and what both sides have promised into the words of the paper."""
    first = versions[0]
    return {
        "title": agreed.name,
        "kind": ", ".join(filter(None, [str(agreed.get_kind_display()), agreed.reference])),
        "missing": "" if agreed.signed_on else _("%(stage)s. Not signed: it does not hold.") % {"stage": first.words},
        "purpose": paragraphs(agreed.purpose),
        "lines": lines_of(agreed),
        "promises": [[str(one.get_side_display()), one.text] for one in promises],
        "versions": [told(one) for one in versions if one.stage != WITHDRAWN],
        "footer": _("Agreement with a partner"),
        "labels": {"promises": _("What both sides have promised"), "versions": _("Versions and signatures")},
    }


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [one.strip() for one in text.splitlines() if one.strip()]


def lines_of(agreed: Agreement) -> list[list[str]]:
    """Return what an agreement says, label by label; what it does not say is left out."""
    us, them = agreed.municipality_as or agreed.municipality.name, agreed.organisation_as or agreed.organisation.name
    last, notice = day_before(agreed.last_end), agreed.notice
    places = agreed.places + sum(one.places for one in agreed.signed_amendments)
    until = day(last) if last else _("until further notice")
    said = [
        (_("Parties, as they were named then"), f"{us}, {them}"),
        (_("Holds"), f"{day(agreed.starts_on)} – {until}"),
        (_("Months of notice"), str(notice) if notice is not None else ""),
        (_("Places in the agreement"), str(places) if places else ""),
        (_("To be evaluated"), day(agreed.evaluate_on) if agreed.evaluate_on else ""),
        (_("Under the framework"), agreed.framework.name if agreed.framework else ""),
        (_("Follows"), agreed.succeeds.name if agreed.succeeds else ""),
        (_("Target groups"), agreed.target_groups),
        (_("How one works together"), agreed.routines),
    ]
    return [[str(label), text] for label, text in said if text]


def told(one: Standing) -> dict[str, Any]:
    """Say a version: what it is, since when, how it was decided, and who signed."""
    version, decision = one.version, one.decision
    what = version.scope if one.row else _("the agreement")  # type: ignore[union-attr]  # only an amendment has a row
    said = [_("%(stage)s, from %(day)s") % {"stage": one.words, "day": day(version.starts_on)}]
    if decision:
        words = {"day": day(decision.decided_on), "body": decision.body, "reference": decision.reference}
        said.append(_("Decided %(day)s by %(body)s, %(reference)s") % words)
    if version.signed_on:
        said.append(_("Signed %(day)s") % {"day": day(version.signed_on)})
    signed = [
        _("%(name)s, on the mandate %(mandate)s") % {"name": version.signatory, "mandate": version.mandate}
        if version.signatory
        else "",
        version.partner_signatory,
    ]
    return {
        "title": _("Version %(number)s: %(what)s") % {"number": one.number, "what": what},
        "said": ". ".join(said) + ".",
        "signed": [name for name in signed if name],
    }


def decision_facts_of(paper: DecisionPaper, decision: Decision | None, now: Facts) -> dict[str, Any]:
    """Put a decision paper into words: who, when, its sections with what the agreement said, to whom it goes.

    A paper that is not decided by says so, and in which sections the agreement has changed since it was saved.
    """
    with override("sv"):
        to = [words for _label, words in paper.said.get("distribution", [])]
        return in_words(paper, state_of(paper, decision, now), to, _("From the agreement"))


def decided_facts_of(paper: DecidedPaper, now: Facts) -> dict[str, Any]:
    """Put a paper that carries its own decision into words, as `decision_facts_of` does."""
    with override("sv"):
        if paper.decided_on is not None:
            words = {"day": day(paper.decided_on), "body": ", ".join(filter(None, [paper.body, paper.paragraph]))}
            state = _("Decided %(day)s by %(body)s.") % words
        else:
            changed = changed_words(paper, now)
            state = _("Draft: it is not decided.")
            if changed:
                state += " " + _("What stands beside it has changed since this was saved: %(sections)s.") % changed
        return in_words(paper, state, paragraphs(paper.recipients), _("As it was written down"))


def in_words(paper: Paper, state: str, to: Sequence[str], beside: str) -> dict[str, Any]:
    """Put what every paper has into words; `beside` says where what stands beside its text is from."""
    said: Facts = paper.said
    return {
        "title": paper.title,
        "state": state,
        "head": [
            [_("Registry number"), paper.reference],
            [_("Officer"), paper.officer],
            [_("Manager"), paper.manager],
            [_("Edition"), str(paper.edition)],
        ],
        "sections": [
            {
                "title": str(label),
                "text": paragraphs(getattr(paper, name)),
                "said": [": ".join(filter(None, line)) for line in said.get(name, [])],
            }
            for name, label in SECTION_LABELS.items()
            if getattr(paper, name) or said.get(name)
        ],
        "to": list(to) or [_("Nobody yet: fill in the list.")],
        "footer": _("Decision paper, %(reference)s") % {"reference": paper.reference},
        "labels": {"said": beside, "to": _("The decision goes to")},
    }


def state_of(paper: DecisionPaper, decision: Decision | None, now: Facts) -> str:
    """Say whether it is decided by the paper, or what it lacks to be so."""
    if decision is not None and decision.paper_edition is not None:
        words = {"day": day(decision.decided_on), "body": decision.body}
        return _("Decided %(day)s by %(body)s.") % words
    draft, changed = _("Draft: it is not decided."), changed_words(paper, now)
    if not changed:
        return draft
    since = _("The agreement has changed since this was saved: %(sections)s.") % changed
    return f"{draft} {since}"


def changed_words(paper: Paper, now: Facts) -> dict[str, str]:
    """Name the sections beside which something else is said now than in the paper; nothing where they agree."""
    names = {**SECTION_LABELS, "distribution": _("Who is to have the decision")}
    changed = [str(names[name]) for name in changed_since(paper.said, now)]
    return {"sections": ", ".join(changed)} if changed else {}


def as_text(facts: dict[str, Any]) -> str:
    """Return a decision paper as plain text with headings, to be pasted into a system of the municipality's own."""
    blocks = [facts["title"].upper(), "\n".join(f"{label}: {words}" for label, words in facts["head"]), facts["state"]]
    for one in facts["sections"]:
        blocks.append(one["title"].upper())
        blocks += one["text"]
        if one["said"]:
            blocks.append("\n".join([f"{facts['labels']['said']}:", *(f"- {line}" for line in one["said"])]))
    blocks += [facts["labels"]["to"].upper(), "\n".join(f"- {name}" for name in facts["to"])]
    return "\n\n".join(blocks) + "\n"
