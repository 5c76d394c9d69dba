"""The flow of people through support, waiting and activities: what a change would make different.

Counted are adults on support, in groups: not yet planned, by how long they have had support; with a plan and waiting
for a place, by kind; in an activity, by kind. A month goes so: some leave support, some activities end, some come
anew, some are planned, and free places are filled from those who wait. No person is simulated, and no rate says what
an activity causes: those who get a place earlier are assumed to leave as those who had one have left.

How many are planned is the same with and without a change of places, of those who wait the same ones leave, and
whoever ends an activity and waits again has freed the place. So more places never lengthen the queue
(tests/test_flow.py): let W wait, A be in an activity and C be the places, and W', A', C' the same with more. Is
W' ≤ W and A' − A ≤ C' − C, then it is so in the month after: what waits then is W + A − C, less those who left and
more those who were planned, or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np

from trappan.insight.forecast.chance import Chance
from trappan.insight.forecast.series import Counts, Numbers

# Groups by months with support in a row: up to 3, 6, 12, 24, 36, and longer.
LENGTHS = (3, 6, 12, 24, 36)
GROUPS = len(LENGTHS) + 1
# Rates are drawn towards the pooled ones by so many person-months, or a group that nobody has left would never empty.
PULL = 20
# How the rates wander: the step's share that was chosen on held-back months (docs/decisions.md).
WANDER = 0.3


@dataclass(frozen=True)
class Rate:
    """So many of so many person-months; where they are few, what is `usual` among more people counts too."""

    hits: float
    of: float

    usual: float | None = None

    @property
    def share(self) -> float:
        return self.hits / self.of if self.of else 0.0

    def drawn(self, rng: np.random.Generator, runs: int) -> Numbers:
        """Return the rate by run, as uncertain as the count is small, drawn towards the usual one."""
        pull = 0 if self.usual is None else PULL
        usual = self.usual or 0.0
        return rng.beta(self.hits + pull * usual + 0.5, self.of - self.hits + pull * (1 - usual) + 0.5, runs)


@dataclass(frozen=True)
class Kind:
    """One kind of activity: who waits for it and who is in it now, what happens to them, and what it holds.

    `joins` are the people a month who are planned for it. From an activity some leave support (`out`), some are without
    plan or go to another kind (`back`), and some wait for this kind again. `places` are all there are; a place is
    usually held by `fill` people, more than one where they come on different days.
    """

    name: str
    waiting: int
    active: int
    joins: float
    out: Rate
    back: Rate
    again: Rate
    places: int
    fill: float

    def room(self, more: int) -> int:
        """Return how many people on support the kind takes, with so many more places: now as many as are in it."""
        return max(0, self.active + int(np.floor(more * self.fill)))


@dataclass(frozen=True)
class Flow:
    """All that the simulation begins from: counts of today, and what happened in the last whole months.

    `pool` are those who are not planned, by length of support; `pool_out` leave support, `pool_older` come into the
    next group, `joined_from` are planned. `back_to` is where those come whose plan or activity ends. `inflow` is people
    a month, `straight` the share of the planned who have just come, `consultants` how many plan. `households` is
    households for each adult. `inflow_step` and `out_step` are how far the logarithm of either wanders in a month.
    """

    pool: Sequence[int]
    pool_out: Sequence[Rate]
    pool_older: Sequence[Rate]
    joined_from: Sequence[float]
    back_to: Sequence[float]
    waiting_out: Rate
    waiting_back: Rate
    kinds: Sequence[Kind]
    inflow: float
    straight: float
    consultants: float
    households: float
    inflow_step: float = 0.0
    out_step: float = 0.0

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Flow":
        """Return a flow from its data, as `asdict` made it."""
        rates = {name: [Rate(**one) for one in data[name]] for name in ("pool_out", "pool_older")}
        waiting = {name: Rate(**data[name]) for name in ("waiting_out", "waiting_back")}
        moved = ("out", "back", "again")
        kinds = [Kind(**{**one, **{name: Rate(**one[name]) for name in moved}}) for one in data["kinds"]]
        return cls(**{**data, **rates, **waiting, "kinds": kinds})


@dataclass(frozen=True)
class Change:
    """What is changed from the first month on: places by kind, consultants, and the inflow in per cent."""

    places: Mapping[str, int] = field(default_factory=dict)
    consultants: float = 0
    inflow: float = 0


@dataclass(frozen=True)
class Outcome:
    """What one variant came to, runs × months: adults on support, and by kind who waits and which places are free."""

    adults: Counts
    waiting: Mapping[str, Counts]
    free: Mapping[str, Counts]


def simulate(flow: Flow, changes: Sequence[Change], months: int, runs: int, seed: int) -> list[Outcome]:
    """Return what each variant comes to, all with the same chance; the same seed gives the same answer."""
    state = _State(flow, changes, months, runs, seed)
    for month in range(months):
        state.pass_month(month)
    return state.outcomes()


class _State:
    """The people of all variants and runs in one month; arrays are variants × runs."""

    def __init__(self, flow: Flow, changes: Sequence[Change], months: int, runs: int, seed: int) -> None:
        self.flow, self.changes = flow, changes
        self.chance = Chance(seed, runs)
        shape = (len(changes), runs)
        self.pool = [np.full(shape, size, np.int64) for size in flow.pool]
        self.waiting = [np.full(shape, kind.waiting, np.int64) for kind in flow.kinds]
        self.active = [np.full(shape, kind.active, np.int64) for kind in flow.kinds]
        self.room = [
            np.array([[kind.room(change.places.get(kind.name, 0))] for change in changes]) for kind in flow.kinds
        ]
        before = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(0,)))
        self._draw_rates(before, months, runs)
        self.adults = np.empty((*shape, months), np.int64)
        self.queues = [np.empty((*shape, months), np.int64) for _kind in flow.kinds]
        self.free = [np.empty((*shape, months), np.int64) for _kind in flow.kinds]

    def _draw_rates(self, rng: np.random.Generator, months: int, runs: int) -> None:
        """Draw each run's own rates, the same for all variants, and how they wander."""
        flow = self.flow
        self.out = [rate.drawn(rng, runs) for rate in flow.pool_out]
        self.older = [rate.drawn(rng, runs) for rate in flow.pool_older]
        self.waiting_out, self.waiting_back = flow.waiting_out.drawn(rng, runs), flow.waiting_back.drawn(rng, runs)
        self.active_out = [kind.out.drawn(rng, runs) for kind in flow.kinds]
        self.active_back = [kind.back.drawn(rng, runs) for kind in flow.kinds]
        self.again = [kind.again.drawn(rng, runs) for kind in flow.kinds]
        self.inflow = np.exp(np.cumsum(rng.normal(0, WANDER * flow.inflow_step, (months, runs)), axis=0))
        self.leaving = np.exp(np.cumsum(rng.normal(0, WANDER * flow.out_step, (months, runs)), axis=0))

    def pass_month(self, month: int) -> None:
        """Let a month pass."""
        self.numbers = count()
        self.month = month
        came_back = self._leave()
        self.pool[0] = self.pool[0] + self._arrive()
        joining = self._join()
        for group, back in enumerate(_split(came_back, self.flow.back_to)):
            self.pool[group] = self.pool[group] + back
        for kind, joins in enumerate(joining):
            again = self._some(self.again[kind], self.active[kind])
            staying, wanted = self.active[kind] - again, self.waiting[kind] + again + joins
            starts = np.clip(self.room[kind] - staying, 0, wanted)
            self.waiting[kind] = wanted - starts
            self.active[kind] = staying + starts
            self.queues[kind][:, :, month] = self.waiting[kind]
            self.free[kind][:, :, month] = np.maximum(self.room[kind] - self.active[kind], 0)
        self.adults[:, :, month] = sum(self.pool) + sum(self.waiting) + sum(self.active)

    def _some(self, share: Numbers, groups: Counts) -> Counts:
        return self.chance.leavers(self.month, next(self.numbers), share, groups)

    def _leave(self) -> Counts:
        """Let people leave support, waiting and activities, and stay longer on support; return who is without again."""
        faster = self.leaving[self.month]
        for group in range(GROUPS):
            self.pool[group] = self.pool[group] - self._some(self.out[group] * faster, self.pool[group])
        for group in range(GROUPS - 1):
            older = self._some(self.older[group], self.pool[group])
            self.pool[group], self.pool[group + 1] = self.pool[group] - older, self.pool[group + 1] + older
        came_back = np.zeros_like(self.pool[0])
        for kind, (out, back) in enumerate(zip(self.active_out, self.active_back, strict=True)):
            came_back = came_back + self._part(self.waiting, kind, self.waiting_out * faster, self.waiting_back)
            came_back = came_back + self._part(self.active, kind, out * faster, back)
        return came_back

    def _part(self, people: list[Counts], kind: int, out: Numbers, back: Numbers) -> Counts:
        """Let some of those of a kind leave, and return which of them are still on support."""
        either = np.clip(out + back, 1e-9, 0.99)
        leavers = self._some(either, people[kind])
        people[kind] = people[kind] - leavers
        return leavers - self._some(out / (out + back), leavers)

    def _join(self) -> list[Counts]:
        """Take from the pool those who are planned, by kind: as many in each variant, but for what is asked of them."""
        flow = self.flow
        most = np.sum(self.pool, axis=0).min(axis=0)
        by_kind = []
        for kind in flow.kinds:
            coming = flow.straight * self._coming() + 1 - flow.straight
            expected = kind.joins * np.array([[self._planning(change)] for change in self.changes]) * coming
            joins = np.minimum(self.chance.arrivals(self.month, next(self.numbers), expected), most)
            most = most - joins.max(axis=0)
            by_kind.append(joins)
        self._take(sum(by_kind, np.zeros_like(self.pool[0])))
        return by_kind

    def _planning(self, change: Change) -> float:
        """Return how much of today's planning is done: a consultant plans as many as before."""
        now = self.flow.consultants
        return max(0.0, (now + change.consultants) / now) if now else 1.0

    def _take(self, joins: Counts) -> None:
        """Take people from the pool's groups as they have joined before, and where a group is empty from the next."""
        weights = np.array([rate * group for rate, group in zip(self.flow.joined_from, self.pool, strict=True)])
        shares = np.cumsum(weights, axis=0) / np.maximum(weights.sum(axis=0), 1e-9)
        upto = np.rint(shares * joins).astype(np.int64)
        left = joins
        for group, (to, before) in enumerate(zip(upto, [0, *upto[:-1]], strict=True)):
            taken = np.minimum(to - before, self.pool[group])
            self.pool[group], left = self.pool[group] - taken, left - taken
        for group in reversed(range(GROUPS)):
            taken = np.minimum(left, self.pool[group])
            self.pool[group], left = self.pool[group] - taken, left - taken

    def _arrive(self) -> Counts:
        """Return those who come anew, or back."""
        return self.chance.arrivals(self.month, next(self.numbers), self.flow.inflow * self._coming())

    def _coming(self) -> Numbers:
        """Return how many come, as a share of those who have come: changed by variant, and wandering by run."""
        more = np.array([[max(0.0, 1 + change.inflow / 100)] for change in self.changes])
        coming: Numbers = more * self.inflow[self.month]
        return coming

    def outcomes(self) -> list[Outcome]:
        names = [kind.name for kind in self.flow.kinds]
        return [
            Outcome(
                adults=self.adults[variant],
                waiting={name: queue[variant] for name, queue in zip(names, self.queues, strict=True)},
                free={name: free[variant] for name, free in zip(names, self.free, strict=True)},
            )
            for variant in range(len(self.changes))
        ]


def _split(people: Counts, shares: Sequence[float]) -> list[Counts]:
    """Divide people by shares, whole, so that the parts are all of them."""
    upto = np.rint(np.cumsum(shares)[:, None, None] / sum(shares) * people).astype(np.int64)
    return [to - before for to, before in zip(upto, [np.zeros_like(people), *upto[:-1]], strict=True)]
