"""What is possible for whom: the weeks that each of those who wait could have, by what is stated of person and place.

Pure: facts in, a town out. What rules a place out is judged as where a place is found (`fit`), and by nothing that
somebody wishes. What nobody has said rules nothing out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain, combinations, groupby, pairwise
from typing import TypeVar

from trappan.matching import fit
from trappan.matching.allocation.town import Choice, Town
from trappan.matching.fit import Free, Place, Profile, Verdict
from trappan.schedules.week import Part

One = TypeVar("One")
# Of places that somebody has not wished for, so many are looked at for each: those with most room.
NOT_WISHED = 40
# Of places not wished for that take some of the planned days, so many are put together with others for each; and each
# place with so many others, those that are wished for most and have most room.
TAKES_SOME = 10
OTHERS = 3
WISHES = 4  # classes of a week at one place; a week at two places comes after all of these


class Hard(StrEnum):
    """What nobody starts for. A site's no, and a colleague's to the same place, count as long as the wait goes on."""

    SEASON = "season"
    HOURS = "hours"
    NEEDS = "needs"
    LANGUAGE = "language"
    LICENCE = "licence"
    TRAVEL = "travel"
    CONSENT = "consent"
    REFUSED = "refused"
    DECLINED = "declined"


@dataclass(frozen=True)
class Seeker:
    """Somebody who waits, by the number of the case: planned times, wishes, and what a place must be.

    `branches` and `needs` are codes, `partner` whether a partner's place is wished for (None: all the same); `speaks`
    and `licence` what is said of languages and classes to drive, None where nobody has asked;
    `journeys` minutes by unit; `consents`, `refused` and `declined` are activities; `kept` is what was proposed last
    and nobody has answered: activities and the times at each. `is_part` tells that the times are not all of the plan's.
    """

    case: int
    since: date
    parts: tuple[Part, ...] = ()
    branches: tuple[str, ...] = ()
    partner: bool | None = None
    needs: tuple[str, ...] = ()
    speaks: tuple[str, ...] | None = None
    licence: tuple[str, ...] | None = None
    most_travel: int | None = None
    journeys: Mapping[int, int] = field(default_factory=dict)
    consents: frozenset[int] = frozenset()
    refused: frozenset[int] = frozenset()
    declined: frozenset[int] = frozenset()
    kept: tuple[tuple[int, tuple[Part, ...]], ...] = ()
    is_part: bool = False


@dataclass(frozen=True)
class Site:
    """An activity as it is judged (its `free` stretches on every day looked at), its unit, and what it takes."""

    place: Place
    unit: int
    needs_consent: bool = False


@dataclass(frozen=True)
class Stay:
    """Where somebody would be at some times of the week, and how well that place is wished for, 0 to 3."""

    activity: int
    parts: tuple[Part, ...]
    wish: int


@dataclass(frozen=True)
class Possible:
    """The town, and what each of its numbers is.

    `stays` are the places of each choice: one for the whole week, or two that share its days. `stretches` are the
    activity and the minutes of the week of each unit; `ruled_out` counts for each seeker the places by what nobody
    starts for, `unlooked` the places that nobody looked at and `unlooked_twos` the twos of places. `kept` is what was
    proposed before and is possible still.
    """

    town: Town
    stays: Sequence[tuple[Stay, ...]]
    stretches: Sequence[tuple[int, int, int]]
    ruled_out: Sequence[Counter[str]]
    unlooked: Sequence[int]
    unlooked_twos: Sequence[int]
    kept: Mapping[int, int]


def possible(seekers: Sequence[Seeker], sites: Sequence[Site], month: int) -> Possible:
    """Return the town of those who wait, in the order given, and every week that is possible for each.

    `month` is that of the first day. Somebody takes all planned times, or none: at one place, or at two of which
    neither takes the whole week. Two places are wished less than any one place. Whoever has no planned times has
    nothing to take.
    """
    judge = Judge(sites, month)
    weeks = Stretches(sites, {part for one in seekers for part in one.parts})
    choices: list[Choice] = []
    stays: list[tuple[Stay, ...]] = []
    ruled_out: list[Counter[str]] = []
    unlooked: list[int] = []
    unlooked_twos: list[int] = []
    kept: dict[int, int] = {}
    for number, seeker in enumerate(seekers):
        indexes, why = judge.left(seeker) if seeker.parts else ([], Counter())
        wishes = judge.wishes(seeker.branches, seeker.partner)
        found = [(wishes[index], index, weeks.units(index, seeker.parts)) for index in indexes]
        looked, left = looked_at(found, weeks.room)
        weeks_of: list[PossibleWeek] = [
            (wish, units, (Stay(sites[index].place.key, seeker.parts, wish),)) for wish, index, units in looked
        ]
        at_two, aside, twos = judge.at_two(seeker, wishes, weeks)
        weeks_of += at_two
        if before := judge.before(seeker, wishes, weeks):
            at = [one for one, (_wish, _units, there) in enumerate(weeks_of) if set(there) == set(before[2])]
            weeks_of += [] if at else [before]  # else what was proposed before might be lost by what is looked at
            kept[number] = len(choices) + (at[0] if at else len(weeks_of) - 1)
        for wish, units, there in weeks_of:
            choices.append(Choice(number, wish, units))
            stays.append(there)
        ruled_out.append(why)
        unlooked.append(left + aside)
        unlooked_twos.append(twos)
    town = Town([one.case for one in seekers], choices, weeks.room)
    return Possible(town, stays, weeks.stretches, ruled_out, unlooked, unlooked_twos, kept)


def looked_at(
    found: Sequence[tuple[int, int, tuple[int, ...]]], room: Sequence[int]
) -> tuple[list[tuple[int, int, tuple[int, ...]]], int]:
    """Return what is looked at, in the order of places, and how many are not: only what nobody wished is left out."""
    aside = [one for one in found if one[0] > 1]
    if len(aside) <= NOT_WISHED:
        return list(found), 0
    aside.sort(key=lambda one: (one[0], -min(room[unit] for unit in one[2]), one[1]))
    left = set(aside[NOT_WISHED:])
    return [one for one in found if one not in left], len(left)


# A week as it could be had: how well it is wished for, the stretches it takes, and where.
PossibleWeek = tuple[int, tuple[int, ...], tuple[Stay, ...]]


class Judge:
    """What is judged of every pair, each fact once: by the functions by which a place is found for one person.

    Many who wait have the same times and needs, or the same wishes: these are gone through once for all of them.
    """

    def __init__(self, sites: Sequence[Site], month: int) -> None:
        self.sites = sites
        self.shut = [is_no(fit.season(Profile(month=month), site.place)) for site in sites]
        self.index_of = {site.place.key: index for index, site in enumerate(sites)}
        self.open_for = cache(self._open_for)
        self.some_days = cache(self._some_days)
        self.wishes = cache(self._wishes)

    def left(self, seeker: Seeker) -> tuple[list[int], Counter[str]]:
        """Return the places where nothing stands in the way, and of the others by what they are ruled out, counted."""
        indexes, before = self.open_for(seeker.parts, seeker.needs)
        found, why = [], Counter(before)
        for index in indexes:
            if (hard := self.own(seeker, self.sites[index])) is None:
                found.append(index)
            else:
                why[hard.value] += 1
        return found, why

    def _open_for(self, parts: tuple[Part, ...], needs: tuple[str, ...]) -> tuple[list[int], Counter[str]]:
        found, why = [], Counter[str]()
        for index, site in enumerate(self.sites):
            if self.shut[index]:
                why[Hard.SEASON.value] += 1
            elif not all(fit.is_open_in(part, site.place) for part in parts):
                why[Hard.HOURS.value] += 1
            elif any(is_no(fit.need(need, need, site.place)) for need in needs):
                why[Hard.NEEDS.value] += 1
            else:
                found.append(index)
        return found, why

    def at_two(self, seeker: Seeker, wishes: Sequence[int], weeks: "Stretches") -> tuple[list[PossibleWeek], int, int]:
        """Return the weeks at two places, of which neither takes every planned day; and what is not looked at.

        That is so many places that nobody wished for, and so many twos of those that are looked at.

        A day is at one place. Where both take a day, it goes with all else that the one takes, or the other.
        """
        days = days_of(seeker.parts)
        every = (1 << len(days)) - 1
        times = [within(days, takes) for takes in range(every + 1)]
        units = {}
        there = []
        for index, takes, room, of_days in self.some_days(seeker.parts, seeker.needs, weeks):
            if self.own(seeker, self.sites[index]) is None:
                there.append((wishes[index], -room, index, takes))
                units[index] = of_days
        there.sort()
        aside = {one[2] for one in [one for one in there if one[0] > 1][TAKES_SOME:]}
        by_days: dict[int, list[tuple[int, int, int, int]]] = {}
        for one in there:
            if one[2] not in aside:
                by_days.setdefault(one[3], []).append(one)
        pairs = set()
        for takes, alike in by_days.items():
            fill = sorted(chain.from_iterable(by_days[other][:OTHERS] for other in by_days if takes | other == every))
            pairs |= {(min(one, other), max(one, other)) for one in alike for other in fill[:OTHERS]}
        found = []
        for one, other in sorted(pairs):
            for first in dict.fromkeys((one[3], every ^ other[3])):
                sides = ((one[2], first), (other[2], every ^ first))
                taken = chain.from_iterable(within(units[index], side) for index, side in sides)
                stays = tuple(Stay(self.sites[at].place.key, times[side], wishes[at]) for at, side in sides)
                found.append((WISHES + max(one[0], other[0]), tuple(taken), stays))
        fit_together = combinations(by_days.items(), 2)
        many = sum(len(one) * len(other) for (takes, one), (fills, other) in fit_together if takes | fills == every)
        return found, len(aside), many - len(pairs)

    def before(self, seeker: Seeker, wishes: Sequence[int], weeks: "Stretches") -> PossibleWeek | None:
        """Return what was proposed last, where it is the whole of the times still and nothing has come in the way."""
        sides = [(self.index_of.get(activity, -1), parts) for activity, parts in seeker.kept]
        if not sides or sorted(part for _index, parts in sides for part in parts) != sorted(seeker.parts):
            return None
        for index, parts in sides:
            if index < 0 or index not in self.open_for(parts, seeker.needs)[0]:
                return None
            if self.own(seeker, self.sites[index]) is not None:
                return None
        wish = max(wishes[index] for index, _parts in sides)
        units = tuple(chain.from_iterable(weeks.units(index, parts) for index, parts in sides))
        stays = tuple(Stay(self.sites[index].place.key, parts, wishes[index]) for index, parts in sides)
        return wish if len(sides) == 1 else WISHES + wish, units, stays

    def _some_days(
        self, parts: tuple[Part, ...], needs: tuple[str, ...], weeks: "Stretches"
    ) -> list[tuple[int, int, int, list[tuple[int, ...]]]]:
        """Return the places that take some of the planned days and not all: which, the least room, and the stretches.

        Those that are closed on the others, or full by those who are there already: whatever anybody wishes.
        """
        days = days_of(parts)
        every = (1 << len(days)) - 1
        found = []
        for index, site in enumerate(self.sites):
            if self.shut[index] or any(is_no(fit.need(need, need, site.place)) for need in needs):
                continue
            units = [weeks.units(index, day) for day in days]
            room = [
                min(weeks.room[unit] for unit in there) if all(fit.is_open_in(part, site.place) for part in day) else 0
                for day, there in zip(days, units, strict=True)
            ]
            takes = sum(1 << number for number, places in enumerate(room) if places)
            if takes not in (0, every):
                found.append((index, takes, min(filter(None, room)), units))
        return found

    @staticmethod
    def own(seeker: Seeker, site: Site) -> Hard | None:
        """Return the first thing for which this one could not start there; None where nothing stands in the way."""
        key = site.place.key
        if site.place.languages_asked and is_no(fit.language_asked(Profile(speaks=seeker.speaks), site.place)):
            return Hard.LANGUAGE
        if site.place.licence and is_no(fit.licence(seeker.licence, site.place.licence)):
            return Hard.LICENCE
        if site.unit in seeker.journeys:
            there = replace(site.place, travel=seeker.journeys[site.unit])
            if is_no(fit.travel(Profile(most_travel=seeker.most_travel), there)):
                return Hard.TRAVEL
        if site.needs_consent and key not in seeker.consents:
            return Hard.CONSENT
        if key in seeker.refused:
            return Hard.REFUSED
        return Hard.DECLINED if key in seeker.declined else None

    def _wishes(self, branches: tuple[str, ...], partner: bool | None) -> list[int]:
        """Return how well each place is wished for, 0 to 3."""
        profile = Profile(branches=dict.fromkeys(branches, ""), partner=partner)
        return [wish(profile, site.place) for site in self.sites]


def wish(profile: Profile, place: Place) -> int:
    """Return how well a place is wished for: by its branch, and whether it is a partner's."""
    work, path = fit.branch(profile, place), fit.path(profile, place)
    if is_no(work):
        return 3
    if work is not None and work.verdict == Verdict.FITS:
        return 1 if is_no(path) else 0
    if path is None:
        return 2
    return 3 if is_no(path) else 1


def is_no(reason: fit.Reason | None) -> bool:
    """Tell whether a reason says that something lacks; what is not known lacks nothing."""
    return reason is not None and reason.verdict == Verdict.LACKS


def days_of(parts: Iterable[Part]) -> list[tuple[Part, ...]]:
    """Return the times of each day of the week."""
    return [tuple(there) for _day, there in groupby(sorted(parts), key=lambda part: part.weekday)]


def within(days: Sequence[tuple[One, ...]], takes: int) -> tuple[One, ...]:
    """Return what some of the days hold, each a bit."""
    return tuple(one for number, day in enumerate(days) if takes >> number & 1 for one in day)


class Stretches:
    """The stretches of each activity's week, cut where somebody's planned times begin or end, with their room.

    A stretch has as many places as are free in the fullest minute of it, on every day that is looked at. Weeks A and B
    are one: who comes every other week takes a place in both.
    """

    def __init__(self, sites: Sequence[Site], parts: Iterable[Part]) -> None:
        self.sites = sites
        cuts = {minute for part in parts for minute in (part.start, part.end)}
        self.cuts = sorted(cuts)
        self.stretches: list[tuple[int, int, int]] = []
        self.room: list[int] = []
        self.known: dict[tuple[int, int], int] = {}
        self.of_part = cache(self._of_part)
        self.units = cache(self._units)

    def _units(self, index: int, parts: tuple[Part, ...]) -> tuple[int, ...]:
        """Return the stretches of an activity that these times take, each once."""
        return tuple(dict.fromkeys(unit for part in parts for unit in self.of_part(index, part.start, part.end)))

    def _of_part(self, index: int, start: int, end: int) -> tuple[int, ...]:
        within = [minute for minute in self.cuts if start <= minute <= end]
        return tuple(self.unit(index, first, last) for first, last in pairwise(within))

    def unit(self, index: int, start: int, end: int) -> int:
        """Return the number of a stretch, counted the first time that somebody asks for it."""
        if (index, start) not in self.known:
            self.known[index, start] = len(self.room)
            place = self.sites[index].place
            self.stretches.append((place.key, start, end))
            self.room.append(fit.free_in(Part(start, end), place))
        return self.known[index, start]


def free_stretches(rows: Iterable[tuple[int, int, int, int]]) -> dict[int, list[Free]]:
    """Return by activity its stretches, from rows of activity, first minute, minute after the last, and free places."""
    found: dict[int, list[Free]] = {}
    for activity, start, end, places in rows:
        found.setdefault(activity, []).append(Free(start, end, places))
    return found
