"""Two places that make up one person's week: what is possible, shared out by the queue as all else."""

from datetime import date
from itertools import chain, combinations
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from trappan.matching.allocation.allocate import ANY_WISH, allocate
from trappan.matching.allocation.possible import OTHERS, TAKES_SOME, WISHES, Seeker, Site, possible
from trappan.matching.fit import Free, Place
from trappan.matching.tests.towns import best, classes
from trappan.schedules.week import MINUTES_A_DAY, Part, read_week

SINCE = date(2026, 9, 1)
BRANCHES = ("garden", "wood", "restaurant")
DAYS = ("mån 9-12", "tis 9-12", "ons 9-12")


def site(key, days, *, places=1, branch="garden", **about):
    """A place that is open Monday to Friday and has room on some days: those of `days`."""
    free = [Free(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY, places if day in days else 0) for day in range(7)]
    return Site(Place(key=key, name=f"Plats {key}", open_days=range(5), free=free, branch=branch), key, **about)


def seeker(case, week="mån 9-12, tis 9-12", **about):
    return Seeker(case, SINCE, read_week(week).parts if week else (), **about)


def where(made, choice):
    return None if choice is None else {(one.activity, one.parts) for one in made.stays[choice]}


def a_town(random: Random, *, wishes=None):
    """Return who waits and the places of a small town, in which many places take some days."""
    sites = [
        site(
            key,
            [day for day in range(3) if random.random() < 0.6],
            places=random.randint(1, 2),
            branch=random.choice(BRANCHES),
            needs_consent=random.random() < 0.2,
        )
        for key in range(1, 5)
    ]
    seekers = [
        seeker(
            case,
            ", ".join(random.sample(DAYS, random.randint(1, 3))),
            branches=tuple(random.sample(BRANCHES, random.randint(0, 2))),
            consents=frozenset(random.sample(range(1, 5), 2)),
        )
        for case in range(5)
    ]
    return seekers, sites


seeds = st.integers(0, 10**9)


def test_two_places_that_each_take_a_day_make_up_the_week_and_come_after_any_one_place():
    garden, wood = site(1, [0]), site(2, [1], branch="wood")
    made = possible([seeker(1, branches=("garden",))], [garden, wood], 11)
    (choice,) = [one for one in allocate(made.town) if one is not None]
    assert where(made, choice) == {(1, read_week("mån 9-12").parts), (2, read_week("tis 9-12").parts)}
    assert made.town.choices[choice].wish == WISHES + 3, "by the place that is wished for least"
    assert {one.activity: one.wish for one in made.stays[choice]} == {1: 0, 2: 3}
    all_week = site(3, [0, 1], branch="wood")
    made = possible([seeker(1, branches=("garden",))], [garden, wood, all_week], 11)
    assert [where(made, one) for one in allocate(made.town)] == [{(3, read_week("mån 9-12, tis 9-12").parts)}]


def test_a_day_is_at_one_place_and_what_both_take_goes_with_the_one_or_the_other():
    made = possible([seeker(1, "mån 9-12, mån 13-15, tis 9-12, ons 9-12")], [site(1, [0, 1]), site(2, [1, 2])], 11)
    at_two = [{one.activity: str(len(one.parts)) for one in there} for there in made.stays if len(there) > 1]
    assert at_two == [{1: "3", 2: "1"}, {1: "2", 2: "2"}]
    assert not [
        there for there in possible([seeker(1, "mån 9-12")], [site(1, [0]), site(2, [1])], 11).stays if there[1:]
    ]


@settings(max_examples=60)
@drawn(seeds)
def test_every_week_that_is_possible_is_the_whole_planned_one_where_each_place_is_open_and_may_be(seed):
    seekers, sites = a_town(Random(seed))
    made = possible(seekers, sites, 11)
    by_key = {one.place.key: one for one in sites}
    for choice, there in zip(made.town.choices, made.stays, strict=True):
        who = seekers[choice.seeker]
        assert sorted(chain.from_iterable(stay.parts for stay in there)) == sorted(who.parts)
        assert len({stay.activity for stay in there}) == len(there) <= 2
        days = [{part.weekday for part in stay.parts} for stay in there]
        assert not any(one & other for one, other in combinations(days, 2))
        for stay in there:
            assert not by_key[stay.activity].needs_consent or stay.activity in who.consents


@pytest.mark.parametrize("start_first", [True, False])
def test_small_towns_with_weeks_at_two_places_are_shared_out_as_if_everything_had_been_tried(start_first):
    random, at_two = Random(31), 0
    for _draw in range(50):
        made = possible(*a_town(random), 11)
        given = allocate(made.town, start_first=start_first)
        assert classes(made.town, given) == best(made.town, start_first=start_first)
        at_two += sum(choice is not None and len(made.stays[choice]) > 1 for choice in given)
    assert at_two > 10


def test_nobody_gains_by_any_other_wish_where_wishes_come_first():
    """Each says of every set of branches that they wish for it, and never gets what they truly wish for more."""
    random, tried = Random(32), 0
    said = [one for many in range(4) for one in combinations(BRANCHES, many)]
    for _draw in range(40):
        seekers, sites = a_town(random)
        honest = possible(seekers, sites, 11)
        had = classes(honest.town, allocate(honest.town, start_first=False))
        true = [
            {frozenset(where(honest, index)): honest.town.choices[index].wish for index in mine}
            for mine in honest.town.choices_of
        ]
        for number, who in enumerate(seekers):
            for branches in said:
                lie = possible([*seekers[:number], seeker_with(who, branches), *seekers[number + 1 :]], sites, 11)
                got = where(lie, allocate(lie.town, start_first=False)[number])
                assert (ANY_WISH if got is None else true[number][frozenset(got)]) >= had[number]
                tried += 1
    assert tried > 1_500


def seeker_with(who: Seeker, branches) -> Seeker:
    return Seeker(who.case, who.since, who.parts, branches, consents=who.consents)


@settings(max_examples=60)
@drawn(seeds, st.booleans())
def test_nobody_loses_what_was_proposed_though_places_have_become_free_so_that_one_takes_the_week(seed, first):
    random = Random(seed)
    seekers, sites = a_town(random)
    before = possible(seekers, sites, 11)
    given = allocate(before.town, start_first=first)
    kept = [tuple(sorted(where(before, choice) or (), key=str)) for choice in given]
    today = [
        Seeker(one.case, SINCE, one.parts, one.branches, consents=one.consents, kept=tuple(sorted(was)))
        for one, was in zip(seekers, kept, strict=True)
    ]
    freer = [
        site(
            one.place.key,
            [day for day in range(3) if one.place.free[day].places or random.random() < 0.3],
            places=max(free.places for free in one.place.free) + 1,
            branch=one.place.branch,
            needs_consent=one.needs_consent,
        )
        for one in sites
    ]
    after = possible(today, freer, 11)
    now = allocate(after.town, start_first=first, kept=after.kept)
    for number, was in enumerate(kept):
        if was:
            held = before.town.choices[given[number]].wish
            got = now[number]
            assert got is not None
            assert where(after, got) == set(was) or after.town.choices[got].wish < held


def test_each_place_that_is_wished_for_is_put_together_with_three_others_and_of_the_rest_the_roomiest():
    wood = [site(key, [key % 2], places=key, branch="wood") for key in range(2, 32)]
    garden = [site(key, [key % 2]) for key in range(100, 108)]
    made = possible([seeker(1, branches=("garden",))], [*wood, *garden], 11)
    twos = [{one.activity for one in there} for there in made.stays if there[1:]]
    assert all(sum(key in two for two in twos) >= OTHERS for key in range(100, 108))
    assert {key for two in twos for key in two if key < 100} == set(range(32 - TAKES_SOME, 32))
    looked = TAKES_SOME // 2
    assert made.unlooked == [30 - TAKES_SOME]
    assert made.unlooked_twos == [(4 + looked) ** 2 - len(twos)]


def test_what_stands_alone_takes_its_own_times():
    assert possible([seeker(1, "", kept=((1, (Part(540, 720),)),))], [site(1, [0])], 11).kept == {}
