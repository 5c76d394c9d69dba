"""The work that is near to a person, and the people who asked for such work: asked in the role of the fit."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, IntegerField, JSONField, Q, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from trappan.employers.models import Opening
from trappan.matching.facts import Words
from trappan.matching.fit import drives
from trappan.matching.fit_work import Nearness, Offer, Wanted, WorkFit, judge
from trappan.matching.models import Profile
from trappan.matching.role import as_the_fit
from trappan.rules.codes import labels
from trappan.rules.models import Concept, ConceptLink
from trappan.rules.rulesets import Rules
from trappan.schedules.week import DAYS, read_week

NEAR = "(SELECT jsonb_agg(to_jsonb(n)) FROM matching_near(matching_profile.person_id) n)"
ASKED = "SELECT matching_asked_about()"
JUDGED = 60  # openings of which a page has the reasons, the nearest of all


@dataclass(frozen=True)
class Near:
    """How near an occupation lies to what a person has said, by which other or group, and the skills used in it."""

    nearness: str = ""
    via: str = ""
    skills: Sequence[str] = ()


FAR = Near()


@dataclass(frozen=True)
class FoundWork:
    """The openings that are nearest to a person, judged, and how many there are.

    `days` and `licence` tell how many more nobody like this can start at: none of their days is possible, or a driving
    licence that lacks is asked for. `opened` are the openings themselves, by key; `likes` is in the person's own words.
    """

    wanted: Wanted
    fits: list[WorkFit]
    opened: dict[int, Opening]
    compared: int
    days: int
    licence: int
    likes: str

    @property
    def suiting(self) -> list[WorkFit]:
        return [one for one in self.fits if one.is_suiting]

    @property
    def others(self) -> list[WorkFit]:
        return [one for one in self.fits if not one.is_suiting]


def near_of() -> RawSQL:
    """Return what work lies near to a profile, in the question for the profile itself."""
    return RawSQL(NEAR, [], JSONField())  # noqa: S611  # our own text, with no value in it


def weights(rules: Rules) -> dict[Nearness, int]:
    """Return what each nearness weighs: openings stand in the order of it."""
    return {
        Nearness.WISH: rules.fit_wish,
        Nearness.DONE: rules.fit_done,
        Nearness.NEAR: rules.fit_near,
        Nearness.GROUP: rules.fit_group,
    }


def work_for(person_id: int, today: date, rules: Rules) -> FoundWork:
    """Return the openings nearest to what a person has said, judged; hard conditions are the database's.

    By weight first, then how long each has been offered; nothing else of the person moves it.
    """
    with as_the_fit():
        profile = Profile.objects.filter(person_id=person_id).annotate(near=near_of()).first()
        near = {one.pop("occupation_id"): Near(**one) for one in (getattr(profile, "near", None) or [])}
        offered = Opening.objects.to_offer(today)
        no_day, no_licence = hard(wanted_of(profile, {}))
        counted = offered.aggregate(
            all=Count("pk"), days=Count("pk", filter=no_day), licence=Count("pk", filter=no_licence & ~no_day)
        )
        by: dict[str, Any] = {"weight": weighed(near, weights(rules)), "since": Coalesce("agreed_on", "at__date")}
        order = ("-weight", "since", "pk")
        nearest = offered.exclude(no_day | no_licence).annotate(**by).order_by(*order).values("pk")[:JUDGED]
        # The nearest are chosen first: what stands beside them is not joined to thousands.
        beside = Opening.objects.filter(pk__in=nearest).select_related("employer", "workplace", "occupation")
        opened = {one.pk: one for one in beside.annotate(**by).order_by(*order)}
    wanted = wanted_of(profile, said_of([profile]))
    offers = [offer_of(one, near.get(one.occupation_id or "", FAR)) for one in opened.values()]
    fits = [judge(wanted, offer, rules.fit_known) for offer in offers]
    likes = profile.likes or "" if profile else ""
    ruled_out = {"days": counted["days"], "licence": counted["licence"]}
    return FoundWork(wanted, fits, opened, counted["all"], **ruled_out, likes=likes)


def wanted_of(profile: Profile | None, said: Words) -> Wanted:
    """Return what a profile says; a part that its reader may not know is as one that nobody has asked about."""
    if profile is None:
        return Wanted()
    week = read_week(profile.schedule) if profile.schedule else None
    limits = None if profile.limits is None else {code: said.get(("access", code), code) for code in profile.limits}
    return Wanted(
        has_said_work=bool(profile.wishes or profile.done),
        week=week,
        minutes=profile.minutes_a_week,
        licence=None if profile.licence is None else frozenset(profile.licence),
        languages=profile.languages,
        limits=limits,
        travel=profile.travel,
    )


def said_of(profiles: Sequence[Profile | None]) -> Words:
    """Return the words of what these people need; nothing is asked where nobody has said that."""
    return labels("access") if any(one is not None and one.limits for one in profiles) else {}


def hard(wanted: Wanted) -> tuple[Q, Q]:
    """Return the openings at which nobody starts who can come on other days alone, or lacks the licence."""
    never = Q(pk__in=[])
    no_day = never
    if wanted.days is not None:
        no_day = ~Q(weekdays="")
        for day in wanted.days:
            no_day &= ~Q(weekdays__contains=DAYS[day])
    no_licence = never if wanted.licence is None else ~Q(licence__in=["", *drives(wanted.licence)])
    return no_day, no_licence


def weighed(near: dict[str, Near], weights: dict[Nearness, int]) -> Case:
    """Return an opening's weight by how near its occupation lies; nothing where it is none of these."""
    by_nearness: dict[str, list[str]] = {}
    for occupation, one in near.items():
        by_nearness.setdefault(one.nearness, []).append(occupation)
    cases = [
        When(occupation_id__in=by_nearness[nearness], then=Value(weight))
        for nearness, weight in weights.items()
        if nearness in by_nearness
    ]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def offer_of(opening: Opening, near: Near = FAR) -> Offer:
    """Return what is known of an opening, and how near its work lies."""
    return Offer(
        key=opening.pk,
        occupation=opening.occupation.label if opening.occupation else "",
        nearness=Nearness(near.nearness),
        via=near.via,
        week=opening.hours,
        days=opening.days,
        minutes=opening.weekly_minutes,
        licence=opening.licence,
        licence_words=opening.get_licence_display() if opening.licence else "",
        languages=opening.languages,
        access=opening.workplace.access if opening.workplace else (),
        skills=near.skills,
    )


def with_a_place_left(today: date) -> list[Any]:
    """Return the openings on offer with a place left, each with whether anybody `is_asked` about it now.

    Counted over all who are asked or have got a place, also those whom the reader does not see; for the employer team.
    """
    asked = RawSQL(ASKED, [])  # noqa: S611  # our own text, with no value in it
    found = Opening.objects.to_offer(today).select_related("employer")
    return list(found.annotate(is_asked=ExpressionWrapper(Q(pk__in=asked), output_field=BooleanField())))


def without_work(person_ids: Collection[int], offered: Iterable[Opening]) -> dict[int, bool]:
    """Return those of some people near whom none of these openings lies, each with whether any work was asked for.

    Near is as the page of one person has it: asked for, done, or kin to it, on a day that is possible, and without a
    driving licence that is known to lack.
    """
    with as_the_fit():
        profiles = {
            one.person_id: one for one in Profile.objects.filter(person_id__in=person_ids).annotate(near=near_of())
        }
    kinds: dict[str, set[tuple[str, str]]] = {}
    for one in offered:
        if one.occupation_id:
            kinds.setdefault(one.occupation_id, set()).add((one.weekdays, one.licence))
    found = {}
    for person_id in person_ids:
        profile: Any = profiles.get(person_id)
        wanted = wanted_of(profile, {})
        near = [one["occupation_id"] for one in (profile.near or ())] if profile else []
        if not any(can_start(wanted, *kind) for occupation in near for kind in kinds.get(occupation, ())):
            found[person_id] = wanted.has_said_work
    return found


def can_start(wanted: Wanted, weekdays: str, licence: str) -> bool:
    """Tell whether nothing shuts somebody out of work on these weekdays that asks for this licence: `hard`, of one."""
    if wanted.days is not None and weekdays and not any(DAYS[day] in weekdays for day in wanted.days):
        return False
    return not licence or wanted.licence is None or licence in drives(wanted.licence)


@dataclass(frozen=True)
class Asker:
    """Somebody who asked for that kind of work, since when, by which occupation, and the reasons."""

    person_id: int
    asked_on: date
    asked_for: str
    likes: str
    fit: WorkFit


def people_for(opening: Opening, rules: Rules) -> list[Asker]:
    """Return those who themselves asked for that kind of work, in the order in which they asked, each judged.

    That kind is the occupation of the opening, and those of the same group. Of each the profile is read as far as the
    reader may know; whom the reader may not see is not there. Nobody stands before another for any other reason.
    """
    if opening.occupation_id is None:
        return []
    with as_the_fit():
        group = ConceptLink.objects.filter(kind="broader", a=opening.occupation_id).values("b")
        kin = Concept.objects.filter(Q(pk=opening.occupation_id) | Q(links__kind="broader", links__b__in=group))
        kind = dict(kin.values_list("pk", "label"))
        profiles = list(Profile.objects.filter(wishes__overlap=list(kind)))
    said = said_of(profiles)
    found = [asker(one, opening, kind, said, rules) for one in profiles]
    return sorted(found, key=lambda one: (one.asked_on, one.person_id))


def asker(profile: Profile, opening: Opening, kind: dict[str, str], said: Words, rules: Rules) -> Asker:
    """Return somebody who asked, judged: nearest is what was asked for in so many words."""
    asked = [(code == opening.occupation_id, day, code) for code, day in wishes(profile) if code in kind]
    is_wish = any(exact for exact, _day, _code in asked)
    _exact, _day, code = min(asked, key=lambda one: (not one[0], one[1], one[2]))
    nearness = Nearness.WISH if is_wish else Nearness.GROUP
    offer = offer_of(opening, Near(nearness, "" if is_wish else kind[code]))
    first = min(day for _exact, day, _code in asked)
    fit = judge(wanted_of(profile, said), offer, rules.fit_known)
    return Asker(profile.person_id, first, kind[code], profile.likes or "", fit)


def wishes(profile: Profile) -> Iterable[tuple[str, date]]:
    return zip(profile.wishes or (), profile.wished_on or (), strict=True)
