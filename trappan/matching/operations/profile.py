"""Write down what the person says of work, part by part."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from trappan import database
from trappan.history.record import record
from trappan.matching.models import ProfilePart
from trappan.matching.models.profile import Part
from trappan.matching.operations.refusals import NO
from trappan.matching.said import Said, saved_profile, standing
from trappan.people.models import Person
from trappan.refusals import refusing
from trappan.refusals.editions import refuse_overtaken
from trappan.schedules.week import Week
from trappan.secrecy.scopes import Scope


@transaction.atomic
def keep_profile(
    *,
    person: Person,
    today: date,
    able: str = "",
    likes: str = "",
    needs: str = "",
    limits: Sequence[str] = (),
    wishes: Sequence[str] = (),
    done: Sequence[str] = (),
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    week: Week | None = None,
    minutes_a_week: int | None = None,
    travel: int | None = None,
    licence: Sequence[str] = (),
    edition: str = "",
) -> None:
    """Keep what the person says of work: a part that is said otherwise is a new row, and the others stay.

    Occupations and skills are ids of concepts, `limits` codes of *access*. A wish that was there keeps the day on
    which it was first asked for. Nothing is the same as not asked. Refused where `edition` has been overtaken.
    """
    database.lock("matching.profile", person.pk)
    before = standing(person.pk)
    refuse_overtaken(saved_profile(before.values()), edition)
    said = {
        Part.ABLE: Said(able.strip()),
        Part.LIKES: Said(likes.strip()),
        Part.NEEDS: Said(needs.strip(), tuple(limits)),
        Part.WISHES: Said(codes=tuple(dict.fromkeys(wishes))),
        Part.DONE: Said(codes=tuple(dict.fromkeys(done))),
        Part.SKILLS: Said(codes=tuple(dict.fromkeys(skills))),
        Part.LANGUAGES: Said(codes=tuple(languages)),
        Part.HOURS: Said(week=str(week) if week else "", number=minutes_a_week),
        Part.TRAVEL: Said(number=travel),
        Part.LICENCE: Said(codes=tuple(licence)),
    }
    first_asked = dict(zip(before["wishes"].codes, before["wishes"].since, strict=True)) if "wishes" in before else {}
    for part, now in said.items():
        if now == (Said.of(before[part]) if part in before else Said()):
            continue
        since = [first_asked.get(code, today) for code in now.codes] if part == Part.WISHES else []
        with refusing(NO):
            ProfilePart.objects.create(
                person=person,
                part=part,
                words=now.words,
                codes=list(now.codes),
                since=since,
                week=now.week,
                number=now.number,
            )
    record("matching.keep_profile", person.pk, scope=Scope.PROFILE)
