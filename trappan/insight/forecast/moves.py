"""From counted moves to a flow: who was where in a month, and where in the next; how many, never who."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from trappan.insight.forecast.backtest import LONGEST, Guess, Tried, told
from trappan.insight.forecast.bands import QUANTILES
from trappan.insight.forecast.drift import fit
from trappan.insight.forecast.flow import GROUPS, LENGTHS, Change, Flow, Kind, Rate, simulate
from trappan.insight.forecast.series import SHORTEST, SMALLEST, Series
from trappan.schedules.months import months_after

# Kinds of activity that too few are in stand together, so that no figure comes near a person.
OTHER = "other"
RUNS = 100


@dataclass(frozen=True)
class Place:
    """Where an adult on support is: `group` by months with it; waiting for a place, or in an activity of a kind."""

    group: int
    waits: bool = False
    kind: str = ""

    @property
    def is_pool(self) -> bool:
        return not self.waits and not self.kind


@dataclass(frozen=True)
class Move:
    """So many adults who were there in a month, and here in the next; None is: not on support."""

    month: date
    there: Place | None
    here: Place | None
    people: int


@dataclass(frozen=True)
class Places:
    """What a kind of activity holds, and how many people a place has had in the last year."""

    places: int
    fill: float


def group_of(months: int) -> int:
    """Return the group of so many months with support in a row."""
    return next((group for group, longest in enumerate(LENGTHS) if months <= longest), GROUPS - 1)


def people(moves: Iterable[Move]) -> int:
    """Return how many have moved so."""
    return sum(move.people for move in moves)


class Counted:
    """What has been counted before a month, and who is where in it."""

    def __init__(self, moves: Sequence[Move], torn: Collection[date], month: date) -> None:
        """Read the moves of the 24 months before; `torn` are missing or broken, and what goes in or out is not read."""
        unread = {*torn, *(months_after(one, -1) for one in torn)}
        today = [move for move in moves if move.month == month and move.there]
        self.own = _big_kinds(today)
        self.now = [self._named(move) for move in today]
        since = months_after(month, -SHORTEST)
        past = [move for move in moves if since <= move.month < month and move.month not in unread]
        self.months = len({move.month for move in past}) or 1
        self.inflow_step = _wandering(past, lambda move: not move.there)
        self.out_step = _wandering(past, _has_left)
        together: Counter[tuple[Place | None, Place | None]] = Counter()
        for move in past:
            together[move.there, move.here] += move.people
        self.past = [self._named(Move(since, *places, size)) for places, size in together.items()]

    def _named(self, move: Move) -> Move:
        """Put the kinds that few are in together."""
        there, here = (
            replace(place, kind=self.name(place.kind)) if place and place.kind else place
            for place in (move.there, move.here)
        )
        return replace(move, there=there, here=here)

    def name(self, kind: str) -> str:
        return kind if kind in self.own else OTHER

    @cached_property
    def begun(self) -> Counter[str]:
        """Return how many have begun in each kind, from anywhere but the kind itself."""
        begun: Counter[str] = Counter()
        for move in self.past:
            if move.here and move.here.kind and not (move.there and move.there.kind == move.here.kind):
                begun[move.here.kind] += move.people
        return begun

    @cached_property
    def planned(self) -> list[Move]:
        """Return those who began to wait or began at once, from no plan, from no support or from another kind."""
        return [
            move
            for move in self.past
            if move.here and not move.here.is_pool and (not move.there or move.there.is_pool or _goes_elsewhere(move))
        ]

    @cached_property
    def ended(self) -> list[Move]:
        """Return those whose plan ended or who went on to another kind, and who still have support."""
        return [
            move
            for move in self.past
            if move.there and move.here and not move.there.is_pool and (move.here.is_pool or _goes_elsewhere(move))
        ]

    @property
    def kinds(self) -> list[str]:
        return sorted({*(move.there.kind for move in self.now if move.there and move.there.kind), *self.begun})

    def rate(self, of: Callable[[Place], bool], hit: Callable[[Move], bool], usual: Rate | None = None) -> Rate:
        """Return how many of those who were somewhere have moved so; `usual` is the same among more people."""
        rows = [move for move in self.past if move.there and of(move.there)]
        return Rate(people(filter(hit, rows)), people(rows), usual.share if usual else None)

    def today(self, of: Callable[[Place], bool]) -> int:
        return people(move for move in self.now if move.there and of(move.there))


def flow_of(counted: Counted, places: Mapping[str, Places], *, consultants: float, households: float) -> Flow:
    """Return the flow of the month that was counted; `places` are by kind, `households` how many there are in it."""
    pools = [_in_pool(group) for group in range(GROUPS)]
    idle = [counted.rate(_idle(group), _has_left) for group in range(GROUPS)]
    out = [counted.rate(of, _has_left, usual) for of, usual in zip(pools, idle, strict=True)]
    older = [counted.rate(of, _older_than(group)) for group, of in enumerate(pools[:-1])]
    joined = [counted.rate(of, lambda move: bool(move.here and not move.here.is_pool)) for of in pools]
    return Flow(
        pool=[counted.today(of) for of in pools],
        pool_out=out,
        pool_older=[
            Rate(rate.hits, rate.of - left.hits, usual=1 / float(months))
            for rate, left, months in zip(older, out[:-1], np.diff(LENGTHS, prepend=0), strict=True)
        ],
        joined_from=[rate.hits / rate.of if rate.of else 0.0 for rate in joined],
        back_to=[people(m for m in counted.ended if m.here and m.here.group == g) + 1 for g in range(GROUPS)],
        waiting_out=counted.rate(lambda place: place.waits, _has_left),
        waiting_back=counted.rate(lambda place: place.waits, lambda move: bool(move.here and move.here.is_pool)),
        kinds=_kinds(counted, places),
        inflow=people(move for move in counted.past if not move.there) / counted.months,
        straight=people(move for move in counted.planned if not move.there) / (people(counted.planned) or 1),
        consultants=consultants,
        households=households / (people(counted.now) or 1),
        inflow_step=counted.inflow_step,
        out_step=counted.out_step,
    )


def _kinds(counted: Counted, places: Mapping[str, Places]) -> list[Kind]:
    """Return the kinds. For which one somebody waits is not known: the queue is split as people have begun."""
    begun, names = counted.begun, counted.kinds
    starts = sum(begun.values()) or 1
    every = counted.rate(lambda place: bool(place.kind), _has_left)
    joins = people(counted.planned) / counted.months
    upto = np.rint(np.cumsum([begun[name] / starts for name in names]) * counted.today(lambda place: place.waits))
    kinds = []
    for name, waiting in zip(names, np.diff(upto, prepend=0), strict=True):
        held = [one for kind, one in places.items() if counted.name(kind) == name]
        holds = sum(one.places for one in held)
        of = _in_kind(name)
        # Asked in turn of those who are left: who has gone waits no more.
        out, back = counted.rate(of, _has_left, every), counted.rate(of, _leaves_kind)
        again = counted.rate(of, lambda move: bool(move.here and move.here.waits))
        kinds.append(
            Kind(
                name=name,
                waiting=int(waiting),
                active=counted.today(of),
                joins=joins * begun[name] / starts,
                out=out,
                back=back,
                again=replace(again, of=again.of - out.hits - back.hits),
                places=holds,
                fill=sum(one.places * one.fill for one in held) / holds if holds else 1.0,
            )
        )
    return kinds


def back_test(moves: Sequence[Move], series: Series, origins: range) -> list[Tried]:
    """Return how the flow would have done on adults on support, with room in activities for as many as there were."""
    torn = {*series.missing, *series.broken, *series.unsure}
    made = []
    for origin in origins:
        month = series.months[origin - 1]
        flow = flow_of(Counted(moves, torn, month), {}, consultants=0, households=1)
        ahead = slice(origin, min(origin + LONGEST, len(series.values)))
        months = ahead.stop - origin
        adults = simulate(flow, [Change()], months, RUNS, seed=origin)[0].adults
        whole = np.array([one not in torn for one in series.months[ahead]])
        came = np.where(whole, series.values[ahead], np.nan)
        made.append(Guess(origin, np.quantile(adults, QUANTILES, axis=0), came))
    return told(made)


def _in_pool(group: int) -> Callable[[Place], bool]:
    return lambda place: place.is_pool and place.group == group


def _older_than(group: int) -> Callable[[Move], bool]:
    return lambda move: bool(move.here and move.here.group > group)


def _has_left(move: Move) -> bool:
    return move.here is None


def _idle(group: int) -> Callable[[Place], bool]:
    return lambda place: not place.kind and place.group == group


def _in_kind(name: str) -> Callable[[Place], bool]:
    return lambda place: place.kind == name


def _goes_elsewhere(move: Move) -> bool:
    """Return whether somebody goes from one kind to another without having waited."""
    return bool(move.there and move.there.kind and move.here and move.here.kind not in ("", move.there.kind))


def _leaves_kind(move: Move) -> bool:
    """Return whether somebody in an activity is without plan after it, or in another kind; not, who waits again."""
    return bool(move.here and move.here.is_pool) or _goes_elsewhere(move)


def _big_kinds(today: Iterable[Move]) -> set[str]:
    """Return the kinds that enough people are in to stand for themselves."""
    sizes: Counter[str] = Counter()
    for move in today:
        if move.there and move.there.kind:
            sizes[move.there.kind] += move.people
    return {kind for kind, size in sizes.items() if size >= SMALLEST}


def _wandering(past: Sequence[Move], of: Callable[[Move], bool]) -> float:
    """Return how far the logarithm of a monthly count wanders in a month."""
    by_month: Counter[date] = Counter()
    for move in past:
        by_month[move.month] += move.people if of(move) else 0
    counts = np.array([max(size, 1) for _month, size in sorted(by_month.items())], float)
    return fit(counts, 0).step if len(counts) >= SHORTEST // 2 else 0.0
