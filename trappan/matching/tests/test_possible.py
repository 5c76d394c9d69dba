"""What is possible for whom: hard conditions as where a place is found, wishes as classes, stretches with room."""

from datetime import date

import pytest

from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.possible import NOT_WISHED, Hard, Seeker, Site, possible
from trappan.matching.fit import Free, Place
from trappan.schedules.week import read_week

SINCE = date(2026, 9, 1)
ALL_WEEK = 7 * 24 * 60


def site(key, *, places=2, unit=0, needs_consent=False, free=None, **about):
    about = {"open_days": range(5), "name": f"Plats {key}", **about}
    return Site(Place(key=key, free=free or [Free(0, ALL_WEEK, places)], **about), unit or key, needs_consent)


def seeker(case, week="mån 9-12", **about):
    return Seeker(case, SINCE, read_week(week).parts if week else (), **about)


def found(person, place, month=11):
    made = possible([person], [place], month)
    return [one.wish for one in made.town.choices], dict(made.ruled_out[0])


@pytest.mark.parametrize(
    ("person", "place", "hard"),
    [
        ({}, {"season": (4, 9)}, Hard.SEASON),
        ({}, {"open_days": (1, 2)}, Hard.HOURS),
        ({}, {"hours": (10 * 60, 15 * 60)}, Hard.HOURS),
        ({"week": "mån 9-12, lör 9-12"}, {}, Hard.HOURS),
        ({"needs": ("step_free",)}, {"access": ["sitting"]}, Hard.NEEDS),
        ({"speaks": ("dari",)}, {"languages_asked": ["svenska"]}, Hard.LANGUAGE),
        ({"speaks": ("Svenska",)}, {"languages_asked": ["svenska", "engelska"]}, Hard.LANGUAGE),
        ({"licence": ("none",)}, {"licence": "AM"}, Hard.LICENCE),
        ({"licence": ("B",)}, {"licence": "C"}, Hard.LICENCE),
        ({"most_travel": 30, "journeys": {1: 31}}, {}, Hard.TRAVEL),
        ({}, {"needs_consent": True}, Hard.CONSENT),
        ({"refused": frozenset({1})}, {}, Hard.REFUSED),
        ({"declined": frozenset({1})}, {}, Hard.DECLINED),
    ],
)
def test_what_is_stated_of_person_or_place_rules_it_out(person, place, hard):
    assert found(seeker(7, **person), site(1, **place)) == ([], {hard.value: 1})


@pytest.mark.parametrize(
    ("person", "place"),
    [
        ({}, {"season": (10, 3)}),
        ({"needs": ("step_free",)}, {"access": []}),
        ({"speaks": None, "licence": None}, {"languages_asked": ["svenska"], "licence": "B"}),
        ({"speaks": ("Svenska", "dari")}, {"languages_asked": ["svenska"]}),
        ({"speaks": (), "licence": ("none",)}, {"languages": ["svenska"]}),
        ({"licence": ("C",)}, {"licence": "B"}),
        ({"most_travel": 30, "journeys": {2: 90}}, {}),
        ({"most_travel": 30, "journeys": {1: 30}}, {}),
        ({"consents": frozenset({1})}, {"needs_consent": True}),
    ],
)
def test_what_nobody_has_said_and_what_is_within_bounds_rules_nothing_out(person, place):
    assert found(seeker(7, **person), site(1, **place)) == ([2], {})


@pytest.mark.parametrize(
    ("person", "place", "wish"),
    [
        ({"branches": ("garden",)}, {"branch": "garden"}, 0),
        ({"branches": ("garden",), "partner": True}, {"branch": "garden"}, 1),
        ({"branches": ("garden",)}, {"branch": "wood"}, 3),
        ({"branches": ("garden",)}, {"branch": ""}, 2),
        ({"partner": True}, {"is_partner": True, "branch": "wood"}, 1),
        ({"partner": False}, {"is_partner": True, "branch": "wood"}, 3),
        ({}, {"branch": "wood"}, 2),
    ],
)
def test_a_wish_is_a_class_and_never_rules_anything_out(person, place, wish):
    assert found(seeker(7, **person), site(1, **place)) == ([wish], {})


def test_a_stretch_has_the_room_of_its_fullest_minute_on_every_day_looked_at():
    """Somebody begins in three weeks, Monday 10–11: then one place less is free in the whole of 9–12."""
    free = [Free(0, ALL_WEEK, 2), Free(0, 600, 2), Free(600, 660, 1), Free(660, ALL_WEEK, 2)]
    made = possible([seeker(1), seeker(2, "mån 13-15")], [site(1, free=free)], 11)
    assert made.stretches == [(1, 540, 720), (1, 780, 900)]
    assert made.town.room == [1, 2]


def test_times_that_meet_share_a_stretch_and_times_that_do_not_share_none():
    made = possible([seeker(1, "mån 9-12"), seeker(2, "mån 11-15"), seeker(3, "mån 12-15")], [site(1, places=1)], 11)
    nine, eleven, twelve = (set(one.units) for one in made.town.choices)
    assert nine & eleven
    assert eleven & twelve
    assert not nine & twelve
    assert allocate(made.town) == [0, None, 2]


def test_of_places_that_nobody_wished_the_roomiest_are_looked_at_and_of_wished_ones_all():
    wood = [site(key, places=key, branch="wood") for key in range(1, NOT_WISHED + 11)]
    garden = [site(key, places=0, branch="garden") for key in range(900, 950)]
    made = possible([seeker(1, branches=("garden",))], [*wood, *garden], 11)
    assert made.unlooked == [10]
    assert {stays[0].activity for stays in made.stays} == set(range(11, NOT_WISHED + 11)) | set(range(900, 950))


def test_what_was_proposed_before_is_kept_where_it_is_possible_at_the_same_times():
    parts = read_week("mån 9-12").parts
    kept = seeker(1, kept=((2, parts),))
    moved = seeker(2, "tis 9-12", kept=((2, parts),))
    shut = seeker(3, kept=((3, parts),))
    made = possible([kept, moved, shut], [site(1), site(2), site(3, open_days=(4,))], 11)
    assert {number: made.stays[choice][0].activity for number, choice in made.kept.items()} == {0: 2}


def test_whoever_has_no_planned_times_is_proposed_nothing_and_nothing_is_ruled_out():
    assert found(seeker(1, ""), site(1)) == ([], {})
