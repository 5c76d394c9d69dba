"""What an agreement, or an amendment to it, says for the sections of its decision paper: labels and words.

In Swedish whoever asks: a paper of a Swedish authority is in Swedish, and what it said is compared with what is said
now.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.partnerships.gathered import Gathered, gather
from trappan.partnerships.models import Agreement, Amendment, Budget, Commitment, Consultation, ServedGoal
from trappan.partnerships.money import kronor, percent, shares
from trappan.partnerships.standing import Standing, standings
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day

# A section by name, its lines each a label and words.
Facts = dict[str, list[list[str]]]


def facts_of(agreed: Agreement, standing: Standing, *, promises: Iterable[Commitment], gathered: Gathered) -> Facts:
    """Put what stands with a version into the sections of its paper; a section without anything is left out."""
    version = standing.version
    with override("sv"):
        said = {
            "background": [*terms(agreed, version), *promised(promises)],
            "economy": economy(gathered.budgets, version),
            "goals": [
                *([_("Goal of the municipality"), of_goal(one)] for one in gathered.goals),
                *([_("Effect goal"), of_effect(one)] for one in gathered.effects if one.taken_out_on is None),
            ],
            "consultation": [told(one) for one in standing.consultations if one.kind == Consultation.Kind.CONSULTATION],
            "mbl": [told(one) for one in standing.consultations if one.kind == Consultation.Kind.MBL],
            "follow_up": followed_up(agreed),
            "distribution": [["", one.name] for one in standing.recipients],
        }
    return {name: [[str(label), str(words)] for label, words in lines] for name, lines in said.items() if lines}


def terms(agreed: Agreement, version: Agreement | Amendment) -> list[list[str]]:
    """Say who agrees with whom, about what, from when to when, and with which notice."""
    us = version.municipality_as or agreed.municipality.name
    them = version.organisation_as or agreed.organisation.name
    ends_on = version.ends_on or (agreed.last_end if version is not agreed else None)
    last = day_before(ends_on)
    notice = version.notice_months if version.notice_months is not None else agreed.notice
    until = day(last) if last else _("until further notice")
    lines = [
        (_("Parties"), f"{us}, {them}"),
        (_("Agreement"), f"{agreed.get_kind_display()}: {agreed.name}"),
        (_("What changes"), version.scope if isinstance(version, Amendment) else ""),
        (_("What it is for"), "" if isinstance(version, Amendment) else agreed.purpose),
        (_("Holds"), f"{day(version.starts_on)} – {until}"),
        (_("Months of notice"), str(notice) if notice is not None else ""),
        (_("Places"), f"{version.places:+d}" if isinstance(version, Amendment) else str(version.places)),
        (_("Under the framework"), agreed.framework.name if agreed.framework else ""),
        (_("Follows"), agreed.succeeds.name if agreed.succeeds else ""),
    ]
    return [[label, words] for label, words in lines if words not in ("", "0", "+0")]


def promised(promises: Iterable[Commitment]) -> list[list[str]]:
    """Say what each side promises."""
    return [[_("Commitment: %(side)s") % {"side": one.get_side_display()}, one.text] for one in promises]


def economy(budgets: Iterable[Budget], version: Agreement | Amendment) -> list[list[str]]:
    """Say the budgets that reach into a version, years that are alike in one line, and how shares are rounded."""
    within = [one for one in budgets if one.taken_out_on is None and one.ends_on > version.starts_on]
    lines = []
    for _same, alike in groupby(within, key=lambda one: (one.total_ore, one.municipality_ore, one.board, one.line)):
        years = list(alike)
        lines.append([years_of(years), amounts(years[0])])
    if lines:
        rule = _("Shares are rounded half up to two decimals; the last is what is left to 100, so they make up 100.00.")
        lines.append([_("Rounding"), rule])
    return lines


def years_of(budgets: Sequence[Budget]) -> str:
    """Say the years of budgets that follow each other."""
    first, last = budgets[0].starts_on.year, budgets[-1].starts_on.year
    return str(first) if first == last else _("%(first)s–%(last)s, each year") % {"first": first, "last": last}


def amounts(budget: Budget) -> str:
    """Say what a budget is, who pays what and which share that is, and out of which line."""
    ours, theirs = shares([budget.municipality_ore, budget.partner_ore])
    return _(
        "%(total)s: the municipality %(ours)s (%(our_share)s), the partner %(theirs)s (%(their_share)s). "
        "Out of %(board)s, %(line)s."
    ) % {
        "total": kronor(budget.total_ore),
        "ours": kronor(budget.municipality_ore),
        "our_share": percent(ours),
        "theirs": kronor(budget.partner_ore),
        "their_share": percent(theirs),
        "board": budget.board,
        "line": budget.line,
    }


def of_goal(goal: ServedGoal) -> str:
    """Say a goal that the agreement serves, with its period."""
    last = day_before(goal.ends_on)
    until = day(last) if last else _("until further notice")
    return f"{goal.wording} ({day(goal.starts_on)} – {until})"


def told(one: Consultation) -> list[str]:
    """Say a consultation, or the unions' information with its paragraph: the day, with whom, what came of it."""
    label = one.get_paragraph_display() if one.paragraph else one.get_kind_display()
    return [str(label), f"{day(one.held_on)}, {one.whom}: {one.outcome}"]


def followed_up(agreed: Agreement) -> list[list[str]]:
    """Say when the agreement is evaluated."""
    return [[_("To be evaluated"), day(agreed.evaluate_on)]] if agreed.evaluate_on else []


def of_effect(effect: Any) -> str:
    """Say an effect that the agreement is to have, with the day of its evaluation."""
    return _("%(effect)s. To be evaluated %(day)s") % {"effect": effect.wording, "day": day(effect.evaluate_on)}


def facts_now(version: Agreement | Amendment) -> Facts:
    """Read what stands with a version as it is now, and put it into the sections of its paper."""
    agreed = version.agreement if isinstance(version, Amendment) else version
    agreed = Agreement.objects.select_related("organisation", "municipality", "framework", "succeeds").get(pk=agreed.pk)
    gathered = gather(agreed)
    wanted = version.pk if isinstance(version, Amendment) else 0
    standing = next(one for one in standings(agreed, version.starts_on, gathered) if one.row == wanted)
    return facts_of(agreed, standing, promises=agreed.commitments.filter(taken_out_on=None), gathered=gathered)


def changed_since(said: Facts, now: Facts) -> list[str]:
    """Return the sections in which what is said beside a paper has changed since it was saved."""
    return [name for name in dict.fromkeys([*said, *now]) if said.get(name, []) != now.get(name, [])]
