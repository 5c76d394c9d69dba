"""The flow: more places never lengthen the queue, the same chance with and without, and a month that adds up."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.forecast.chance import Chance
from trappan.insight.forecast.flow import Change, simulate
from trappan.insight.forecast.testing import town

KINDS = ("workplace", "language", "ability")
changes = st.builds(
    Change,
    places=st.dictionaries(st.sampled_from(KINDS), st.integers(-80, 80)),
    consultants=st.integers(-20, 8),
    inflow=st.integers(-60, 60),
)


@settings(max_examples=30, deadline=None)
@given(
    people=st.sampled_from([120, 600, 3000]),
    helps=st.booleans(),
    base=changes,
    kind=st.sampled_from(KINDS),
    more=st.integers(1, 200),
    seed=st.integers(0, 99),
)
def test_more_places_never_lengthen_the_queue_in_any_run_or_month(people, helps, base, kind, more, seed):
    places = {**base.places, kind: base.places.get(kind, 0) + more}
    without, with_more = simulate(town(people, helps=helps), [base, replace(base, places=places)], 24, 40, seed)
    for name in KINDS:
        assert np.all(with_more.waiting[name] <= without.waiting[name])
        if name != kind:
            assert np.array_equal(with_more.waiting[name], without.waiting[name])


@settings(max_examples=20, deadline=None)
@given(change=changes, seed=st.integers(0, 99))
def test_no_group_is_below_none_and_what_is_without_a_change_does_not_hang_on_what_is_asked(change, seed):
    flow = town(600)
    alone = simulate(flow, [Change()], 12, 40, seed)[0]
    beside, changed = simulate(flow, [Change(), change], 12, 40, seed)
    # Who is planned is as many in both, at most as many as there are in each: only where nobody is left do they differ.
    if min(changed.adults.min(), alone.adults.min()) > 300:
        assert np.array_equal(alone.adults, beside.adults)
    assert changed.adults.min() >= 0
    assert all(queue.min() >= 0 for queue in changed.waiting.values())
    assert all(free.min() >= 0 for free in changed.free.values())


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    one, same, other = (simulate(town(), [Change()], 12, 50, seed)[0].adults for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_nobody_appears_or_vanishes_but_by_coming_and_leaving():
    flow = replace(town(), inflow=0.0)
    shut = replace(
        flow,
        pool_out=[replace(rate, hits=0, of=1e9) for rate in flow.pool_out],
        waiting_out=replace(flow.waiting_out, hits=0, of=1e9),
        kinds=[replace(kind, out=replace(kind.out, hits=0, of=1e9)) for kind in flow.kinds],
    )
    adults = simulate(shut, [Change({"workplace": 60})], 36, 20, 1)[0].adults
    assert np.all(adults == sum(flow.pool) + sum(kind.waiting + kind.active for kind in flow.kinds))


def test_places_limit_who_is_in_an_activity():
    flow = town()
    for variant in simulate(flow, [Change(), Change({"workplace": -300})], 24, 50, 1):
        full = [variant.waiting[kind.name] > 0 for kind in flow.kinds]
        free = [variant.free[kind.name] for kind in flow.kinds]
        assert all(np.all(none[waits] == 0) for waits, none in zip(full, free, strict=True))


def test_more_of_what_helps_lowers_and_more_who_come_raises():
    flow = town()
    asked = [Change(), Change({"workplace": 60}), Change(inflow=20), Change(consultants=-10)]
    base, places, inflow, consultants = simulate(flow, asked, 12, 300, 1)
    assert places.adults[:, 11].mean() < base.adults[:, 11].mean() < inflow.adults[:, 11].mean()
    assert np.all(consultants.waiting["workplace"] <= base.waiting["workplace"])
    assert consultants.waiting["workplace"][:, 11].mean() < base.waiting["workplace"][:, 11].mean()


def test_in_a_larger_group_the_same_ones_leave_and_never_more_than_it_is_larger_by():
    sizes = np.arange(0, 400, 7)[:, None] * np.ones(200, int)
    left = Chance(5, 200).leavers(1, 0, np.full(200, 0.1), sizes)
    steps = np.diff(left, axis=0)
    assert np.all((steps >= 0) & (steps <= 7))
    assert abs(left[-1].mean() / sizes[-1, 0] - 0.1) < 0.005
    assert abs(left[-1].var() / (sizes[-1, 0] * 0.09) - 1) < 0.3
