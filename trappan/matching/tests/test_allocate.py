"""The sharing out: equal to trying everything, by the queue, and nobody loses or gains by what they should not."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from trappan.matching.allocation.allocate import ANY_WISH, allocate
from trappan.matching.allocation.explained import explain
from trappan.matching.allocation.town import Choice, Town
from trappan.matching.tests.towns import a_town, best, classes, is_within


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("start_first", [True, False])
def test_small_towns_are_shared_out_as_if_everything_had_been_tried(start_first, whole):
    random = Random(26)
    for _draw in range(300):
        town = a_town(random, whole=whole)
        assert classes(town, allocate(town, start_first=start_first)) == best(town, start_first=start_first), town


def test_nobody_gains_by_a_false_wish_where_wishes_come_first():
    random = Random(27)
    tried = 0
    for _draw in range(60):
        town = a_town(random)
        honest = allocate(town, start_first=False)
        for seeker, mine in enumerate(town.choices_of):
            true = {index: town.choices[index].wish for index in mine}
            mine = sorted(mine)
            for said in set(permutations(true[index] for index in mine)):
                lie = dict(zip(mine, said, strict=True))
                choices = [
                    Choice(one.seeker, lie.get(index, one.wish), one.units) for index, one in enumerate(town.choices)
                ]
                got = allocate(Town(town.seekers, choices, town.room), start_first=False)[seeker]
                had = honest[seeker]
                assert (ANY_WISH if got is None else true[got]) >= (ANY_WISH if had is None else true[had])
                tried += 1
    assert tried > 500


towns = st.integers(0, 10**9).map(lambda seed: a_town(Random(seed), seekers=12, activities=4))


@settings(max_examples=150)
@drawn(towns, st.booleans())
def test_there_is_room_for_all_that_is_given_and_each_line_tells_the_truth_of_what_was_full(town, start_first):
    given = allocate(town, start_first=start_first)
    assert is_within(town, given)
    for seeker, line in enumerate(explain(town, given)):
        assert line.choice == given[seeker]
        assert line.choice is None or town.choices[line.choice].seeker == seeker
        assert line.possible == len(town.choices_of[seeker])
        has = classes(town, given)[seeker]
        better = sum(town.choices[choice].wish < has for choice in town.choices_of[seeker])
        assert len(line.better) == min(better, 3)
        for full in line.better:
            assert town.choices[full.choice].wish < has
            assert full.unit in town.choices[full.choice].units
            assert full.longer + full.kept + full.no_other >= town.room[full.unit], "it was full"
            assert min(full.longer, full.kept, full.no_other) >= 0


@settings(max_examples=150)
@drawn(towns, st.booleans(), st.randoms(use_true_random=False))
def test_nobody_loses_what_was_proposed_though_nothing_got_worse(town, start_first, random):
    """Next day some have gone and some room is added: who stays has what was proposed, or something wished more."""
    before = allocate(town, start_first=start_first)
    gone = {seeker for seeker in range(len(town.seekers)) if random.random() < 0.2}
    choices = [choice for choice in town.choices if choice.seeker not in gone]
    number = {index: at for at, index in enumerate(i for i, one in enumerate(town.choices) if one.seeker not in gone)}
    room = [places + (random.random() < 0.2) for places in town.room]
    kept = {seeker: number[one] for seeker, one in enumerate(before) if one is not None and seeker not in gone}
    after_town = Town(town.seekers, choices, room)
    after = allocate(after_town, start_first=start_first, kept=kept)
    for seeker, choice in kept.items():
        now = after[seeker]
        assert now == choice or (now is not None and choices[now].wish < choices[choice].wish)


@settings(max_examples=100)
@drawn(towns, st.booleans())
def test_who_comes_last_takes_nothing_from_those_who_have_waited_longer(town, start_first):
    """She may have a flexible person's first wish where starting comes first, and never anybody's only place."""
    last = len(town.seekers) - 1
    without = Town(town.seekers[:last], [one for one in town.choices if one.seeker != last], town.room)
    had, has = (
        classes(town, allocate(town, start_first=start_first))[:last],
        classes(without, allocate(without, start_first=start_first)),
    )
    if start_first:
        had, has = [wish == ANY_WISH for wish in had], [wish == ANY_WISH for wish in has]
    assert had == has


def test_the_one_with_a_single_possible_place_starts_though_the_first_of_the_queue_likes_it_better():
    # Stretch 0 is the only accessible kitchen; the first of the queue wishes it, and could also have the office.
    town = Town([1, 2], [Choice(0, 0, (0,)), Choice(0, 1, (1,)), Choice(1, 0, (0,))], [1, 1])
    assert allocate(town) == [1, 2]
    assert allocate(town, start_first=False) == [0, None]
    line = explain(town, allocate(town))[0]
    assert [(full.choice, full.longer, full.kept, full.no_other) for full in line.better] == [(0, 0, 0, 1)]
    line = explain(town, allocate(town, start_first=False))[1]
    assert [(full.choice, full.longer) for full in line.better] == [(2, 1)]


def test_what_is_kept_and_has_no_room_any_more_is_dropped_and_another_is_looked_for():
    town = Town([1, 2], [Choice(0, 0, (0,)), Choice(1, 0, (0,)), Choice(1, 1, (1,))], [1, 1])
    assert allocate(town, kept={1: 1}) == [None, 1], "what was proposed stays"
    line = explain(town, [None, 1], {1: 1})[0]
    assert [(full.longer, full.kept, full.no_other) for full in line.better] == [(0, 1, 0)]
    shut = Town(town.seekers, town.choices, [0, 1])
    assert allocate(shut, kept={1: 1}) == [None, 2]


def test_choices_out_of_order_are_refused():
    with pytest.raises(ValueError, match="order of seekers"):
        Town([1, 2], [Choice(1, 0, (0,)), Choice(0, 0, (0,))], [1])
