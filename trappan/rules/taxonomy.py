"""Read the taxonomy of Arbetsförmedlingen (JobTech) from a folder, as its own service gives the files."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals import Refused
from trappan.rules.models import Concept, ConceptLink, ConceptMark

HIERARCHY = "jobtech_ssyk_hierarchy_with_occupations.json"
STANDS_IN = "jobtech_substitutability_between_occupations.json"
SKILLS = "jobtech_skills.json"
SKILLS_USED = "jobtech_ssyk4_with_related_skills.json"
LANGUAGES = "jobtech_languages.json"
# Collections of occupations, of 2020: that which needs no education is where new people can often begin.
COLLECTIONS = "jobtech_occupation_collections.csv"
NO_EDUCATION = "UdVa_jRr_9DE"
COLLECTED_ON, COLLECTED_BY = date(2020, 9, 30), "Arbetsförmedlingens yrkessamling 2020: yrken utan krav på utbildning"
# What somebody has said of occupations: concept, mark, starts_on, ends_on (the last day), source.
MARKS = "concept_marks.csv"
OTHERWISE = gettext_lazy("%(file)s is written in another way than expected; nothing was loaded.")


@dataclass
class Taxonomy:
    """Concepts by their id, as kind, label and code; links as kind, from, to and per cent; marks with their source."""

    concepts: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    links: dict[tuple[str, str, str], int | None] = field(default_factory=dict)
    marks: list[tuple[str, str, date, date | None, str]] = field(default_factory=list)

    def add(self, found: Any, kind: str, code: str = "") -> str:
        """Take a concept up, as the first file calls it, and return its id."""
        self.concepts.setdefault(found["id"], (kind, found["preferred_label"], code))
        return str(found["id"])

    def link(self, kind: str, a: str, b: str, percent: int | None = None) -> None:
        if a != b:
            self.links[kind, a, b] = percent


def read_taxonomy(folder: Path) -> Taxonomy:
    """Read a folder; refused where the hierarchy of occupations is not in it, or a file is another than it was."""
    found = Taxonomy()
    if not (folder / HIERARCHY).is_file():
        raise Refused(_("There is no %(file)s in the folder.") % {"file": HIERARCHY})
    for file, read in ((HIERARCHY, read_groups), (STANDS_IN, read_standing_in), (SKILLS_USED, read_skills_used)):
        for one in concepts_in(folder / file):
            understood(file, read, found, one)
    for file, kind in ((SKILLS, Concept.Kind.SKILL), (LANGUAGES, Concept.Kind.LANGUAGE)):
        for one in concepts_in(folder / file):
            understood(file, found.add, one, kind)
    understood(COLLECTIONS, read_collection, found, folder)
    understood(MARKS, read_marks, found, folder)
    return found


def understood(file: str, read: Any, *about: Any) -> None:
    """Read a part of a file; refused where it is another than it was."""
    try:
        read(*about)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused(OTHERWISE % {"file": file}) from None


def concepts_in(file: Path) -> list[Any]:
    """Return the concepts of a file, none where it is not there."""
    if not file.is_file():
        return []
    try:
        return list(json.loads(file.read_bytes())["data"]["concepts"])
    except (ValueError, KeyError, TypeError):
        raise Refused(OTHERWISE % {"file": file.name}) from None


def read_groups(found: Taxonomy, one: Any, broader: str = "") -> None:
    """Take up a group of occupations with all that is below it."""
    is_group = one["type"].startswith("ssyk-level")
    kind = Concept.Kind.GROUP if is_group else Concept.Kind.OCCUPATION
    own = found.add(one, kind, one["ssyk_code_2012"] if is_group else "")
    if broader:
        found.link(ConceptLink.Kind.BROADER, own, broader)
    for below in one.get("narrower") or ():
        read_groups(found, below, own)


def read_standing_in(found: Taxonomy, one: Any) -> None:
    """Take up who can stand in for an occupation; the other direction is the same, told twice."""
    own = found.add(one, Concept.Kind.OCCUPATION)
    for other in one["substituted_by"]:
        stand_in = found.add(other, Concept.Kind.OCCUPATION)
        found.link(ConceptLink.Kind.STANDS_IN, stand_in, own, int(other["substitutability_percentage"]))


def read_skills_used(found: Taxonomy, one: Any) -> None:
    """Take up the skills that are used in a group of occupations."""
    for skill in one["related"]:
        if one["id"] in found.concepts:
            found.link(ConceptLink.Kind.USED_IN, found.add(skill, Concept.Kind.SKILL), one["id"])


def rows_in(file: Path) -> Iterator[dict[str, str]]:
    """Return the rows of a CSV file, none where it is not there."""
    if file.is_file():
        with file.open(encoding="utf-8-sig", newline="") as rows:
            yield from csv.DictReader(rows)


def read_collection(found: Taxonomy, folder: Path) -> None:
    """Take up where new people can often begin, of the occupations that there still are."""
    for row in rows_in(folder / COLLECTIONS):
        if row["collection_id"] == NO_EDUCATION and row["occupation_id"] in found.concepts:
            found.marks.append((row["occupation_id"], "low_threshold", COLLECTED_ON, None, COLLECTED_BY))


def read_marks(found: Taxonomy, folder: Path) -> None:
    """Take up what is said of occupations in a file of one's own."""
    for row in rows_in(folder / MARKS):
        last = date.fromisoformat(row["ends_on"]) if row.get("ends_on") else None
        ends_on = date.fromordinal(last.toordinal() + 1) if last else None
        mark = ConceptMark.Kind(row["mark"]).value
        if row["concept"] not in found.concepts or not row["source"]:
            raise ValueError
        found.marks.append((row["concept"], mark, date.fromisoformat(row["starts_on"]), ends_on, row["source"][:300]))
