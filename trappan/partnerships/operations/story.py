"""Write down what somebody has told and has said yes to; take a yes back, or the story out of the report."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.documents import store
from trappan.documents.pictures import bare
from trappan.history.record import record
from trappan.partnerships.models import AnnualReport, StoryConsent
from trappan.partnerships.operations.refusals import NO
from trappan.people.models import Person
from trappan.refusals import Refused, call
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

Part = StoryConsent.Part
MOST_BYTES = 5 * 1024**2  # of a picture, as of a site's
TEXT = 2000


class Said(NamedTuple):
    """How a person said yes: on which day, in which way, and until which day it holds (the first after it)."""

    on: date
    how: str
    ends_on: date


@transaction.atomic
def write_story(
    *,
    by: Actor,
    report: AnnualReport,
    person: Person,
    words: str,
    said: Said,
    places: Mapping[str, Sequence[str]],
    picture: bytes = b"",
    shows: str = "",
) -> int:
    """Write a story in a report, with what the person said yes to: `places` of each part, the words at least.

    Refused: somebody who is not with the actor's own workplace, or protected; the person's name in the words; a
    personal number; no yes to the words in the annual report; a report that is sent; a picture without words of it.
    """
    if StoryConsent.Place.REPORT not in places.get(Part.WORDS, ()):
        raise Refused(_("Without a yes to the words in the annual report there is no story."), "words_at")
    if picture and not places.get(Part.PICTURE):
        raise Refused(_("Without a yes to the picture it is not kept. Take it out of the form."), "picture_at")
    kept = None
    if picture:
        store.refuse_size(len(picture), MOST_BYTES)
        kept = store.keep_bytes(bare(picture)).id
    (made,) = call(
        "partnerships_write_story",
        report.pk,
        person.pk,
        words.strip(),
        kept,
        shows.strip() if kept else "",
        sentences=NO,
    )
    for number, (part, where) in enumerate((part, where) for part, where in places.items() if where):
        consented(int(made), part, where, said, edition=f"{number}.0")
    scope = Scope.ACTIVITY
    record("partnerships.write_story", person.pk, scope=scope, unit_id=by.unit_id, report=report.pk, story=made)
    return int(made)


@transaction.atomic
def consent_to_story(*, by: Actor, story: int, part: str, places: Sequence[str], said: Said, edition: str) -> None:
    """Write down that the person says yes to a part of a story, anew or for the first time; refused as above.

    Refused too: a yes that was said before the part was last taken back, and of whoever has not read what the story's
    consents say now (`edition`, as `StorySaid` has it).
    """
    person = consented(story, part, places, said, edition)
    scope = Scope.ACTIVITY
    record("partnerships.consent_to_story", person, scope=scope, unit_id=by.unit_id, story=story, part=part)


def consented(story: int, part: str, places: Sequence[str], said: Said, edition: str) -> int:
    """Keep one yes, and return whose it is; the database asks who asks, and of whom."""
    about = (story, part, list(places), said.on, said.how, said.ends_on, edition)
    (person,) = call("partnerships_consent_to_story", *about, sentences=NO)
    return int(person)


@transaction.atomic
def withdraw_story(*, story: int, part: str) -> None:
    """Take the person's yes to a part back, at once; without the words there is no story anywhere.

    In a draft nothing is left of it. Refused: what is taken back already, and another's to take back.
    """
    (person,) = call("partnerships_withdraw_story", story, part, sentences=NO)
    record("partnerships.withdraw_story", person, scope=Scope.PLAN if person else "", story=story, part=part)


@transaction.atomic
def take_out_story(*, story: int) -> None:
    """Take a story out of a report that nobody has been given; refused where somebody has."""
    call("partnerships_take_out_story", story, sentences=NO)
    record("partnerships.take_out_story", story=story)
