"""The facts that places are found by: what is known of the person, and of every place."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from trappan.activities.models import Activity
from trappan.activities.places import Stretch, stretches
from trappan.matching.fit import Free, Place, Profile
from trappan.matching.models import Journey, ProfilePart
from trappan.matching.models.profile import Part
from trappan.people.models import Person
from trappan.plans.models import Mapping, StepMove
from trappan.rules.codes import labels
from trappan.schedules.week import Week

Words = dict[tuple[str, str], str]


def words() -> Words:
    """Return the words of the codes that persons and places are described by."""
    return labels("branch", "access")


def with_said(people: QuerySet[Person]) -> QuerySet[Person]:
    """Add what is said in the profile of languages (`speaks`) and licence (`drives`); None where nobody has asked."""
    said = ProfilePart.objects.filter(person=OuterRef("pk"), replaced_at=None).exclude(codes=[]).values("codes")
    return people.annotate(
        speaks=Subquery(said.filter(part=Part.LANGUAGES)), drives=Subquery(said.filter(part=Part.LICENCE))
    )


def profile_of(person: Any, week: Week | None, mapping: Mapping | None, said: Words, first: date) -> Profile:
    """Return what is looked for from a day on: the planned week, and what the person has been asked and said.

    The person is one of `with_said`.
    """
    wishes = mapping or Mapping()
    of_path: dict[str, bool] = {Mapping.Path.MUNICIPAL.value: False, Mapping.Path.PARTNER.value: True}
    partner = of_path.get(str(wishes.path_wish))
    return Profile(
        week=week,
        month=first.month,
        branches={code: said.get(("branch", code), code) for code in wishes.branch_wish},
        needs={code: said.get(("access", code), code) for code in wishes.needs},
        step=step_of(person),
        languages=person.languages,
        speaks=person.speaks,
        licence=person.drives,
        most_travel=wishes.most_travel,
        partner=partner,
    )


def step_of(person: Person) -> int | None:
    """Return the step of the main frame that the person stands on as staff see it; None before the first."""
    moves = StepMove.objects.filter(person=person, rated_by="staff", corrected=False)
    latest = moves.select_related("step__maps_to").last()
    return (latest.step.maps_to or latest.step).number if latest else None


def with_journey(activities: QuerySet[Activity], person: Person) -> QuerySet[Activity]:
    """Add how long the person's journey to each site is, in minutes; None where nobody has written it down."""
    written = Journey.objects.filter(person=person, unit=OuterRef("unit"))
    return activities.annotate(journey=Subquery(written.values("minutes")[:1]))


def places_of(activities: Iterable[Activity], said: Words, first: date) -> list[Place]:
    """Return activities as places, with how full each is on the first day."""
    listed = list(activities)
    week = stretches([one.pk for one in listed], first)
    return [place_of(one, week[one.pk], said) for one in listed]


def place_of(found: Any, week: Iterable[Stretch], said: Words) -> Place:
    """Return what is known of an activity with its journey; `week` is how full it is."""
    steps = (found.steps_from, found.steps_to) if found.steps_from and found.steps_to else None
    return Place(
        key=found.pk,
        name=found.name,
        open_days=found.open_days,
        free=[Free(one.start, one.end, one.free) for one in week],
        season=found.season,
        hours=found.hours,
        branch=found.branch,
        branch_words=said.get(("branch", found.branch), found.branch),
        access=found.access,
        steps=steps,
        languages=found.languages,
        languages_asked=found.languages_asked,
        licence=found.licence,
        licence_words=found.get_licence_display() if found.licence else "",
        travel=found.journey,
        is_partner=found.unit.organisation.kind != "municipality",
    )
