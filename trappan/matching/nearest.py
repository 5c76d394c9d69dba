"""The places that suit first, without counting how full a whole town is.

Pure: places as they were if they had room at all times (`EVERYWHERE`), and a way to ask how full some of them are.
How full a place is can only speak against it: it stands where it could at best, and whether it has room is asked of
those that stand first, until nothing behind them could come before.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trappan.matching.fit import Fit, Free, Judge, Place, Profile, order
from trappan.schedules.week import MINUTES_A_DAY

EVERYWHERE = (Free(0, 7 * MINUTES_A_DAY, 1),)
FIRST = 40  # places that are asked about first; then twice as many, and so on

# How full places are, by their keys: the stretches that were asked about.
AskRoom = Callable[[Sequence[int]], Mapping[int, Sequence[Free]]]


@dataclass(frozen=True)
class Nearest:
    """Places in order: `fits` those that were judged whole; `is_all` tells that these are all that there are.

    Where they are not, the first that suit stand in it in their order, and some of what does not.
    """

    fits: Sequence[Fit]
    is_all: bool

    @property
    def suiting(self) -> list[Fit]:
        return [one for one in self.fits if one.is_suiting]

    @property
    def others(self) -> list[Fit]:
        return [one for one in self.fits if not one.is_suiting]


def whole(profile: Profile, places: Iterable[Place], at_least: int, room: AskRoom) -> Nearest:
    """Judge every place, with how full each is."""
    judge = Judge(profile)
    listed = list(places)
    return Nearest(sorted(judged(judge, listed, at_least, room), key=order), is_all=True)


def nearest(
    profile: Profile, places: Iterable[Place], at_least: int, room: AskRoom, number: int, also: Iterable[int] = ()
) -> Nearest:
    """Return the first `number` of the places that suit, as `whole` has them, and the places `also` asked for.

    Where fewer suit, every place is judged.
    """
    judge = Judge(profile)
    listed = list(places)
    asked_for = set(also)
    found = judged(judge, [one for one in listed if one.key in asked_for], at_least, room)
    at_best = (Fit(judge.reasons(place), at_least, place) for place in listed if place.key not in asked_for)
    waiting = sorted((one for one in at_best if one.is_suiting), key=order)
    step = FIRST
    while waiting:
        taken, waiting, step = waiting[:step], waiting[step:], 2 * step
        found += judged(judge, [one.place for one in taken], at_least, room)
        # Whoever waits could at best come where it stands now: those before are settled.
        settled = [one for one in found if one.is_suiting and (not waiting or order(one) < order(waiting[0]))]
        if waiting and len(settled) >= number:
            settled.sort(key=order)
            kept = {one.place.key for one in settled[:number]} | asked_for
            return Nearest(sorted((one for one in found if one.place.key in kept), key=order), is_all=False)
    known = {one.place.key for one in found}
    found += judged(judge, [one for one in listed if one.key not in known], at_least, room)
    return Nearest(sorted(found, key=order), is_all=True)


def judged(judge: Judge, places: Sequence[Place], at_least: int, room: AskRoom) -> list[Fit]:
    """Judge places with how full they are, which is asked once."""
    free = room([place.key for place in places]) if places else {}
    with_room = [replace(place, free=free.get(place.key, ())) for place in places]
    return [Fit(judge.reasons(place), at_least, place) for place in with_room]
