"""Read ads in the form of Arbetsförmedlingen's JobSearch: what is kept of each, and nothing of a person."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trappan.employers.models.lead import LONGEST_TEXT
from trappan.employers.numbers import has_a_persons_number, read_organisation_number
from trappan.refusals import Refused

MOST = 5000  # ads in a file
# Whom to write to and ring stands in many ads: it is taken out of what is kept of the text.
REACHES_SOMEBODY = re.compile(r"\S+@\S+|\+?\d[\d\s()-]{6,}\d")


@dataclass(frozen=True)
class Ad:
    """What is kept of an ad; empty where it does not say. `last_on` is the last day to apply."""

    source_id: str
    headline: str
    employer_name: str
    organisation_number: str
    occupation_id: str
    occupation_name: str
    group_id: str
    place_name: str
    vacancies: int | None
    extent: str
    wants_experience: bool
    wants_licence: bool
    url: str
    text: str
    published_on: date | None
    last_on: date | None
    is_removed: bool

    @property
    def alike(self) -> tuple[str, str, str]:
        """Return what two ads have in common that are the same, under other numbers."""
        who = self.organisation_number or self.employer_name.casefold()
        return who, self.headline.casefold(), self.place_name.casefold()


def read_ads(content: bytes) -> tuple[list[Ad], int]:
    """Return the ads of a file, and how many could not be read: without number, headline or employer.

    Refused: what is no JSON, has no list of ads, or more than are read at once.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise Refused(_("That is no JSON file. Choose the file with ads as it was fetched."), "file") from None
    hits = found.get("hits") if isinstance(found, dict) else found
    if not isinstance(hits, list):
        raise Refused(_("No ads stand in the file. It is to hold a list called hits, as JobSearch gives it."), "file")
    if len(hits) > MOST:
        raise Refused(_("More than %(most)s ads stand in the file. Fetch fewer at a time.") % {"most": MOST}, "file")
    ads = [read_ad(one) for one in hits]
    return [one for one in ads if one is not None], ads.count(None)


def read_ad(found: Any) -> Ad | None:
    """Return what is kept of one ad; None where it cannot be told from others, or names somebody by number."""
    headline, name = line(found, "headline"), line(found, "employer", "name")
    source_id = line(found, "id", limit=40)
    occupation = line(found, "occupation", "label")
    if not (source_id and headline and name) or has_a_persons_number(" ".join((headline, name, occupation, source_id))):
        return None
    scope = at(found, "scope_of_work", "min")
    kind = line(found, "working_hours_type", "label", limit=80)
    extent = f"{kind}, {scope} %" if whole(scope, 1, 100) and kind else kind
    return Ad(
        source_id,
        headline,
        name,
        organisation_number(line(found, "employer", "organization_number")),
        line(found, "occupation", "concept_id", limit=40),
        occupation,
        line(found, "occupation_group", "concept_id", limit=40),
        line(found, "workplace_address", "municipality", limit=100),
        whole(at(found, "number_of_vacancies"), 1, 10_000),
        extent,
        at(found, "experience_required") is True,
        at(found, "driving_license_required") is True,
        address(at(found, "webpage_url")),
        beginning(at(found, "description", "text")),
        day(at(found, "publication_date")),
        day(at(found, "application_deadline")) or day(at(found, "last_publication_date")),
        at(found, "removed") is True,
    )


def at(found: Any, *path: str) -> Any:
    """Return what stands at a path; None where anything on the way is missing or of another kind."""
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def line(found: Any, *path: str, limit: int = 200) -> str:
    """Return a line of text, no longer than is kept; nothing where none stands there."""
    text = at(found, *path)
    return clean(text)[:limit].strip() if isinstance(text, str) else ""


def clean(text: str) -> str:
    """Return a text on one line, without what no database keeps."""
    return " ".join(text.replace("\0", "").encode("utf-8", "ignore").decode().split())


def beginning(text: Any) -> str:
    """Return the beginning of an ad's text without addresses and telephones; nothing where it names somebody."""
    if not isinstance(text, str):
        return ""
    whole_text = clean(text[: 4 * LONGEST_TEXT])
    if has_a_persons_number(whole_text):
        return ""
    kept = REACHES_SOMEBODY.sub("…", whole_text)
    return kept if len(kept) <= LONGEST_TEXT else f"{kept[: LONGEST_TEXT - 2].rsplit(' ', 1)[0]} …"


def organisation_number(text: str) -> str:
    """Return an organisation number; nothing where it is a person's, as a sole trader has, or is none."""
    try:
        return read_organisation_number(text) if text else ""
    except Refused:
        return ""


def whole(value: Any, lowest: int, highest: int) -> int | None:
    """Return a number within its bounds."""
    return value if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest else None


def address(value: Any) -> str:
    """Return where the ad stands; nothing where that is no address of the web, or holds a person's number."""
    text = clean(value) if isinstance(value, str) else ""
    return text if re.fullmatch(r"https://[^\s\"<>]{3,280}", text) and not has_a_persons_number(text) else ""


def day(value: Any) -> date | None:
    """Return the day of a moment as JobSearch writes it."""
    try:
        found = date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and 2000 <= found.year <= 2100 else None
