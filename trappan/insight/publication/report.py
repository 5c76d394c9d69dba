"""A publication as a paper for the board: the frozen figures, how each is counted, and the board's pictures of then."""

import re
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.documents.pdf import pdf
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.models import Publication
from trappan.insight.publication.beside import Beside

DOCUMENT = Path(__file__).parents[1] / "typst" / "publication.typ"
# The page's colours as the paper has them; what else there is, as its text.
COLORS = {"accent-base-default": "#12595C", "neutral-border-subtle": "#C9CED3"}
INK = "#1E2A32"
FINDING = re.compile(r"<desc[^>]*>([^<]*)</desc>")
COLOR = re.compile(r"var\(--ds-color-([a-z-]+)\)")


def report(publication: Publication, totals: list[Beside], municipality: str) -> bytes:
    """Return the board's report of a publication: nothing but what it froze, and what it replaces."""
    facts = facts_of(publication, totals, municipality)
    return pdf(DOCUMENT, facts, title=facts["title"], language=get_language() or "sv")


def facts_of(publication: Publication, totals: list[Beside], municipality: str) -> dict[str, Any]:
    """Return what stands on the paper, in words."""
    title = _("Published figures, %(period)s") % {"period": period_of(publication)}
    return {
        "title": title,
        "municipality": municipality,
        "published": _("Published %(day)s by %(name)s")
        % {
            "day": date_format(localtime(publication.at), "j F Y"),
            "name": publication.author.colleague.name if publication.author else _("the system"),
        },
        "replaces": _("It takes the place of publication %(number)s: %(reason)s")
        % {"number": publication.replaces_id, "reason": publication.reason}
        if publication.replaces_id
        else "",
        "frozen": _("The figures stand as they were told then. What has been corrected since is told on the page."),
        "pictures": (pictures := pictures_of(publication)),
        "no_pictures": ""
        if pictures
        else _("There are no pictures here: they are frozen only with the latest month that is told."),
        "figures": [
            {
                "title": one.called["title"],
                "month": month_of(one),
                "words": one.words or "–",
                "unit": one.called["unit"],
            }
            for one in totals
        ],
        "definitions": [
            {"title": called["title"], "definition": called["definition"]}
            for called in {one.cell.indicator: one.called for one in totals}.values()
        ],
        "cutoff": cutoff_of(totals),
        "digest": publication.digest,
        "hidden": _("Numbers of few people are not published, nor what they could be reckoned from."),
        "footer": title,
        "labels": {
            "figures": _("The figures"),
            "figure": _("Figure"),
            "month": _("Month"),
            "value": _("Value"),
            "unit": _("Counted in"),
            "definitions": _("How they are counted"),
            "pictures": _("As pictures"),
            "digest": _("SHA-256 of the file of open data:"),
        },
    }


def pictures_of(publication: Publication) -> list[dict[str, Any]]:
    """Return the pictures that were frozen as a paper has them, their findings in words, and the days in them."""
    return [
        {
            "svg": on_white(picture["svg"]),
            "title": str(BY_NAME[name].title),
            "said": ": ".join([str(BY_NAME[name].title), *map(unescape, FINDING.findall(picture["svg"]))]),
            "days": [
                f"{one['number']}: {date_format(date.fromisoformat(one['day']), 'j F Y')}, {one['name']}"
                for one in picture["marks"]
            ],
        }
        for name in ("households", "coverage")
        if (picture := publication.pictures.get(name))
    ]


def period_of(publication: Publication) -> str:
    """Return the months of a publication in words."""
    return months_in_words(publication.since, publication.month)


def months_in_words(first: date, last: date) -> str:
    """Return months in words: October 2026, or January to October 2026."""
    until = date_format(last, "F Y")
    return until if first == last else _("%(first)s to %(last)s") % {"first": date_format(first, "F"), "last": until}


def month_of(one: Beside) -> str:
    """Return the month of a figure in words."""
    return date_format(one.cell.month, "F Y")


def cutoff_of(totals: list[Beside]) -> str:
    """Return up to when the sources were read: a day, or the first and the last where months differ."""
    days = [day_of(one) for one in sorted(total.cell.cutoff for total in totals)]
    if not days:
        return ""
    if days[0] == days[-1]:
        return _("Data taken %(day)s.") % {"day": days[0]}
    return _("Data taken between %(first)s and %(last)s") % {"first": days[0], "last": days[-1]}


def day_of(moment: datetime) -> str:
    """Return the day of a moment, in words."""
    return date_format(localtime(moment), "j F Y")


def on_white(picture: str) -> str:
    """Return a picture of a page as a paper has it, with colours of its own."""
    return COLOR.sub(lambda found: COLORS.get(found[1], INK), picture)
