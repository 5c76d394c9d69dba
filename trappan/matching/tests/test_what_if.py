"""What would be different, in the pure: no change is the run, more places never start fewer, and no few are told."""

from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.difference import difference, pair
from trappan.matching.allocation.reckoned import Reckoned, from_json
from trappan.matching.allocation.town import Choice, Town
from trappan.matching.allocation.what_if import more_places, other_order, queue_aside, started, without

ACTIVITIES = 5
TOWNS = st.integers(0, 2**32 - 1)


def a_run(seed: int, seekers: int = 60) -> Reckoned:
    """Return a run of a small town: activities of two stretches of the week, of which somebody needs one or both."""
    random = Random(seed)
    room = [random.randint(0, 12) for _unit in range(2 * ACTIVITIES)]
    choices = []
    for seeker in range(seekers):
        for at in sorted(random.sample(range(ACTIVITIES), random.randint(0, 3))):
            units = random.choice([(2 * at, 2 * at + 1), (2 * at,), (2 * at + 1,)])
            choices.append(Choice(seeker, random.randint(0, 3), units))
    town = Town(range(seekers), choices, room)
    starts_first = random.random() < 0.5
    return Reckoned(
        town=town,
        stretches=[(unit // 2, 60 * unit, 60 * unit + 60) for unit in range(2 * ACTIVITIES)],
        whose=range(seekers),
        waited=sorted((random.randint(0, 400) for _seeker in range(seekers)), reverse=True),
        kept={},
        given=allocate(town, start_first=starts_first),
        starts_first=starts_first,
        names={at: f"Plats {at}" for at in range(ACTIVITIES)},
        sites={at: at // 2 for at in range(ACTIVITIES)},
    )


def counts(answer):
    """Yield every number of people in an answer, and every difference of two."""
    yield from answer["started"].values()
    yield from answer["wished"].values()
    for one in answer["activities"]:
        yield from (one["from"], one["to"], one["difference"])
    for group in (answer["passed"], answer["instead"]):
        yield group and group["many"]


@settings(max_examples=40, deadline=None)
@drawn(TOWNS)
def test_with_no_change_it_is_the_run(seed):
    run = a_run(seed)
    assert more_places(run, 0, 0) == list(run.given)
    assert without(run, ()) == list(run.given)
    told = difference(run, run.given)
    assert (told["passed"], told["instead"]) == ({"many": 0, "weeks": None}, {"many": 0, "weeks": None})
    assert told["started"]["difference"] in (0, None)


@settings(max_examples=40, deadline=None)
@drawn(TOWNS, st.integers(1, 12))
def test_more_places_never_start_fewer_and_take_nothing_from_anybody(seed, places):
    run = a_run(seed)
    before = started(run.given)
    for at in range(ACTIVITIES):
        given = more_places(run, at, places)
        assert started(given) >= before
        for had, has in zip(run.given, given, strict=True):
            if had is not None:
                assert has is not None
                assert run.town.choices[has].wish <= run.town.choices[had].wish
    assert started(queue_aside(run)) >= before


@settings(max_examples=20, deadline=None)
@drawn(TOWNS)
def test_nobody_starts_where_it_is_closed_and_the_rest_keep_what_they_had(seed):
    run = a_run(seed)
    given = without(run, {0, 1})
    assert not {at for choice in given if choice is not None for at in run.at[choice]} & {0, 1}
    for had, has in zip(run.given, given, strict=True):
        if had is not None and not {0, 1} & set(run.at[had]):
            assert has is not None


@settings(max_examples=40, deadline=None)
@drawn(TOWNS, st.integers(1, 9))
def test_no_number_under_five_is_told_nor_any_that_follows_of_two_others(seed, places):
    run = a_run(seed)
    for given in (more_places(run, 1, places), without(run, {2}), other_order(run), queue_aside(run)):
        told = difference(run, given)
        assert [one for one in counts(told) if one is not None and 0 < abs(one) < 5] == []
        for one in (told["started"], told["wished"], *told["activities"]):
            if one["from"] is not None and one["to"] is not None:
                assert one["difference"] == one["to"] - one["from"]
        for side, shared in (("from", run.given), ("to", given)):
            if told["started"][side] is not None:
                assert not 0 < len(run.waited) - started(shared) < 5, "nor the rest"
        if told["passed"] and told["instead"]:
            assert not 0 < abs(told["instead"]["many"] - told["passed"]["many"]) < 5
            assert told["instead"]["many"] - told["passed"]["many"] == told["started"]["difference"]
        for side in ("from", "to"):
            hidden = [one for one in told["activities"] if one[side] is None]
            everything = told["started"][side]
            if everything is not None and len(told["activities"]) > len(hidden) > 0:
                left = everything - sum(one[side] for one in told["activities"] if one[side] is not None)
                assert len(hidden) > 1, "one alone is what is left of the sum"
                assert not 0 < left < 5


def test_the_queue_set_aside_starts_more_by_passing_over_those_who_take_most():
    """One stretch each for ten who came last, or both for the five who have waited longest."""
    choices = [Choice(seeker, 0, (0, 1)) for seeker in range(5)]
    choices += [Choice(seeker, 0, (seeker % 2,)) for seeker in range(5, 15)]
    town = Town(range(15), choices, [5, 5])
    waited = [400] * 5 + [10] * 10
    run = Reckoned(town, [(1, 0, 60), (1, 60, 120)], range(15), waited, {}, allocate(town), True, {1: "Köket"}, {1: 7})
    told = difference(run, queue_aside(run))
    assert told["started"] == {"from": 5, "to": 10, "difference": 5}
    assert told["passed"] == {"many": 5, "weeks": 57}
    assert told["instead"] == {"many": 10, "weeks": 1}
    assert told["weeks"] == {"from": 57, "to": 1}


def test_a_run_is_kept_and_read_again_as_it_was():
    run = a_run(3)
    again = from_json(run.to_json())
    assert more_places(again, 1, 4) == more_places(run, 1, 4)
    assert (again.given, again.whose, again.waited) == (run.given, list(run.whose), run.waited)
    assert (again.names, again.sites) == (run.names, run.sites)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (20, 30, (20, 30, 10)),
        (20, 22, (20, None, None)),
        (3, 30, (None, 30, None)),
        (20, 3, (20, None, None)),
        (2, 3, (None, None, None)),
        (7, 0, (7, 0, -7)),
        (0, 0, (0, 0, 0)),
    ],
)
def test_of_from_to_and_difference_no_two_tell_a_small_third(before, after, told):
    assert tuple(pair(before, after).values()) == told


def test_who_is_looked_for_twice_is_one_person():
    """Ten persons, each with a part of the week kept and the rest looked for: ten start, before and after."""
    choices = [Choice(seeker, 0, (seeker % 2,)) for seeker in range(20)]
    town = Town(range(20), choices, [10, 0])
    run = Reckoned(
        town,
        stretches=[(1, 0, 60), (2, 0, 60)],
        whose=[seeker // 2 for seeker in range(20)],
        waited=[30] * 20,
        kept={},
        given=allocate(town),
        starts_first=True,
        names={1: "Köket", 2: "Butiken"},
        sites={1: 7, 2: 8},
    )
    told = difference(run, more_places(run, 2, 10))
    assert told["started"] == {"from": 10, "to": 10, "difference": 0}
    assert [(one["name"], one["from"], one["to"]) for one in told["activities"]] == [
        ("Butiken", 0, 10),
        ("Köket", 10, 10),
    ]
    assert (told["passed"]["many"], told["instead"]["many"]) == (0, 0)
