"""The stories of a report as each reader is told them, and what persons have said yes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from trappan import database
from trappan.documents import store
from trappan.documents.models import File
from trappan.partnerships.models import StoryConsent

Part, Place = StoryConsent.Part, StoryConsent.Place
IN, ENDED, WITHOUT, OUT, UNTOLD = "in", "ended", "without", "out", "untold"


@dataclass(frozen=True)
class Yes:
    """A person's yes to a part of a story: where, until when, how it was said and to whom."""

    part: str
    places: Sequence[str]
    given_how: str
    starts_on: date
    ends_on: date
    withdrawn_on: date | None
    asked_by: str
    holds: bool

    @property
    def part_words(self) -> str:
        return str(Part(self.part).label)

    @property
    def where(self) -> str:
        return ", ".join(str(Place(one).label).lower() for one in self.places)


@dataclass
class StorySaid:
    """A story as the reader may have it: `who` it is of is told to the partner's leader who has the person alone.

    `name_ended_on` and `picture_ended_on` say since when these may not be spread further, of a story that was
    delivered and whose words stand there. `edition` is of the consents, which a new one is written after.
    """

    pk: int
    words: str
    name: str
    shows: str
    who: str
    state: str
    ended_on: date | None
    name_ended_on: date | None
    picture_ended_on: date | None
    consents: list[Yes] = field(default_factory=list)
    edition: str = ""

    def holds(self, part: str) -> bool:
        """Tell whether a yes to a part holds today, of those that the reader is told of."""
        return any(one.part == part and one.holds for one in self.consents)


@dataclass(frozen=True)
class StoryOf:
    """A story of one person, for whoever works with her: in whose report, of which year, and what she said yes to."""

    pk: int
    partner: str
    year: int
    words: str
    consents: list[Yes] = field(default_factory=list)


def told(report_id: int) -> list[StorySaid]:
    """Return the stories of a report, each as the reader may have it; none to whoever does not read the report."""
    return [StorySaid(*one) for one in database.rows("partnerships_stories", report_id)]


def with_consents(report_id: int) -> list[StorySaid]:
    """Return the stories of a report with what was said yes to, which the partner alone is told."""
    stories = told(report_id)
    by_story = {one.pk: one for one in stories}
    for row in database.rows("partnerships_story_consents", report_id, None):
        if row.story_id in by_story:
            by_story[row.story_id].consents.append(yes(row))
            by_story[row.story_id].edition = row.edition
    return stories


def of_person(person_id: int) -> list[StoryOf]:
    """Return what a person has told, the latest first; nothing to whoever does not hold the plan."""
    found: dict[int, StoryOf] = {}
    for row in database.rows("partnerships_story_consents", None, person_id):
        story = found.setdefault(row.story_id, StoryOf(row.story_id, row.partner, row.year, row.words))
        story.consents.append(yes(row))
    return sorted(found.values(), key=lambda one: -one.pk)


def yes(row: Any) -> Yes:
    """Return a row's yes."""
    return Yes(
        row.part, row.places, row.given_how, row.starts_on, row.ends_on, row.withdrawn_on, row.asked_by, row.holds
    )


def picture_file(story_id: int) -> File | None:
    """Return the picture of a story, for whoever may read it while the person's yes to it holds; else None."""
    file_id = database.value("partnerships_story_picture", story_id) if story_id < 2**63 else None
    return File.objects.filter(pk=file_id).first() if file_id else None


def picture_of(story_id: int) -> bytes:
    """Return what a story's picture draws; empty where the reader may not see it, or it is not in the store."""
    found = picture_file(story_id)
    try:
        return store.content_of(found) if found else b""
    except store.NotThere:
        return b""


def in_state(stories: Iterable[StorySaid], state: str) -> list[StorySaid]:
    """Return the stories that stand there, have ended, or lack a consent."""
    return [one for one in stories if one.state == state]
