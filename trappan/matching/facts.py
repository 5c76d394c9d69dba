"""The facts that places are found by: what is known of the person, and of every place."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from trappan import database
from trappan.activities.models import Activity
from trappan.activities.models.activity import hours_of, open_days_of
from trappan.employers.models import Opening
from trappan.matching.fit import Free, Place, Profile
from trappan.matching.models import Journey, ProfilePart
from trappan.matching.models.profile import Part as Asked
from trappan.matching.nearest import EVERYWHERE
from trappan.people.models import Person
from trappan.plans.models import Mapping, StepMove
from trappan.rules.codes import labels
from trappan.schedules.week import MINUTES_A_DAY, Part, Week

Words = dict[tuple[str, str], str]


def words() -> Words:
    """Return the words of the codes that persons and places are described by."""
    return labels("branch", "access")


def with_said(people: QuerySet[Person]) -> QuerySet[Person]:
    """Add what is said in the profile of languages (`speaks`) and licence (`drives`), None where nobody has asked.

    And `step`, the step of the main frame that the person stands on as staff see it; None before the first.
    """
    said = ProfilePart.objects.filter(person=OuterRef("pk"), replaced_at=None).exclude(codes=[]).values("codes")
    moves = StepMove.objects.filter(person=OuterRef("pk"), rated_by="staff", corrected=False).reverse()
    number = Coalesce("step__maps_to__number", "step__number")
    return people.annotate(
        speaks=Subquery(said.filter(part=Asked.LANGUAGES)),
        drives=Subquery(said.filter(part=Asked.LICENCE)),
        step=Subquery(moves.values(on=number)[:1]),
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
        step=person.step,
        languages=person.languages,
        speaks=person.speaks,
        licence=person.drives,
        most_travel=wishes.most_travel,
        partner=partner,
    )


# What is judged of an activity: of a town's many, no more is read than that.
JUDGED = (
    *("pk", "name", "branch", "access", "languages", "languages_asked", "licence", "weekdays", "opens", "closes"),
    *("steps_from", "steps_to", "season_from", "season_to", "unit_id"),
)
LICENCES = dict(Opening.Licence.choices)
WHOLE_DAYS = [Part(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY) for day in range(7)]


def to_judge(activities: QuerySet[Activity], person: Person) -> list[Any]:
    """Return what is judged of activities, with the person's journey to each (None where nobody has written it down).

    And with `site`, and `kind_of` its organisation.
    """
    written = Journey.objects.filter(person=person, unit=OuterRef("unit"))
    about = {"site": F("unit__name"), "kind_of": F("unit__organisation__kind")}
    known = activities.annotate(journey=Subquery(written.values("minutes")[:1]), **about)
    return list(known.order_by().values_list(*JUDGED, "journey", *about, named=True))


def places_of(activities: Iterable[Any], said: Words) -> list[Place]:
    """Return activities `to_judge` as places, as if each had room at all times: how full they are is asked apart."""
    return [place_of(one, said) for one in activities]


def place_of(found: Any, said: Words) -> Place:
    """Return what is known of an activity with its journey."""
    return Place(
        key=found.pk,
        name=found.name,
        open_days=open_days_of(found.weekdays),
        free=EVERYWHERE,
        season=(found.season_from, found.season_to) if found.season_from and found.season_to else None,
        hours=hours_of(found.opens, found.closes),
        branch=found.branch,
        branch_words=said.get(("branch", found.branch), found.branch),
        access=found.access,
        steps=(found.steps_from, found.steps_to) if found.steps_from and found.steps_to else None,
        languages=found.languages,
        languages_asked=found.languages_asked,
        licence=found.licence,
        licence_words=str(LICENCES.get(found.licence, found.licence)),
        travel=found.journey,
        is_partner=found.kind_of != "municipality",
    )


def free_at(activity_ids: Sequence[int], day: date, week: Week | None) -> dict[int, list[Free]]:
    """Return by activity how many places are free at the times of a week, as it is on a day; whole days without one.

    In the fuller of weeks A and B. Times that overlap, in other weeks, are cut where one begins or ends.
    """
    asked = week.parts if week else WHOLE_DAYS
    cuts = sorted({minute for part in asked for minute in (part.start, part.end)})
    within = [(start, end) for start, end in pairwise(cuts) if any(one.start <= start < one.end for one in asked)]
    rows = database.rows("activities_free", day, list(activity_ids), *map(list, zip(*within, strict=True)))
    known: dict[tuple[int, ...], list[Free]] = {}
    found = {}
    for activity, free in rows:
        if (told := tuple(free)) not in known:
            known[told] = [Free(start, end, places) for (start, end), places in zip(within, told, strict=True)]
        found[activity] = known[told]
    return found
