"""What suits whom, from facts alone: unknown counts for nothing, and the order is the same however it is asked."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.matching.fit import Free, Place, Profile, Topic, Verdict, fits_of, reasons, unasked
from trappan.schedules.season import is_in_season
from trappan.schedules.week import read_week

WHOLE = (Free(0, 7 * 24 * 60, 3),)
CODES = {"garden": "Odling", "wood": "Snickeri", "sitting": "Går att sitta", "quiet": "Lugn miljö"}
WEEKS = st.sampled_from(["mån 9-12", "mån 9-12, tor 9-12", "lör 9-12"]).map(read_week)

profiles = st.builds(
    Profile,
    week=st.none() | WEEKS,
    month=st.integers(1, 12),
    branches=st.sets(st.sampled_from(["garden", "wood"])).map(lambda codes: {code: CODES[code] for code in codes}),
    needs=st.sets(st.sampled_from(["sitting", "quiet"])).map(lambda codes: {code: CODES[code] for code in codes}),
    step=st.none() | st.integers(1, 6),
    languages=st.lists(st.sampled_from(["svenska", "arabiska"]), unique=True),
    speaks=st.none() | st.lists(st.sampled_from(["svenska", "arabiska"]), unique=True),
    licence=st.none() | st.sampled_from([("none",), ("B",), ("B", "C")]),
    most_travel=st.none() | st.integers(1, 180),
    partner=st.none() | st.booleans(),
)
places = st.builds(
    Place,
    key=st.integers(1, 99),
    name=st.sampled_from(["Café", "Snickeri", "Odling"]),
    open_days=st.lists(st.integers(0, 6), unique=True),
    free=st.integers(0, 3).map(lambda free: (Free(0, 7 * 24 * 60, free),)),
    season=st.none() | st.tuples(st.integers(1, 12), st.integers(1, 12)),
    branch=st.sampled_from(["", "garden", "wood"]),
    branch_words=st.just("Bransch"),
    access=st.lists(st.sampled_from(["sitting", "quiet"]), unique=True),
    steps=st.none() | st.just((1, 3)),
    languages=st.lists(st.sampled_from(["svenska", "arabiska"]), unique=True),
    languages_asked=st.lists(st.sampled_from(["svenska", "engelska"]), unique=True),
    licence=st.sampled_from(["", "B", "C"]),
    travel=st.none() | st.integers(1, 200),
    is_partner=st.booleans(),
)
several = st.lists(places, max_size=6, unique_by=lambda place: place.key)
UNKNOWN = {"branch": "", "access": (), "steps": None, "languages": (), "travel": None}


def verdicts(profile, place):
    return {(reason.topic, reason.verdict) for reason in reasons(profile, place)}


def place(**about):
    return Place(1, "Odlingen", (0, 1, 2, 3, 4), WHOLE, **about)


@pytest.mark.parametrize(
    ("looked_for", "known", "verdict"),
    [
        ({"week": read_week("mån 9-12")}, {}, (Topic.DAYS, Verdict.FITS)),
        ({"week": read_week("mån 9-12, lör 9-12")}, {}, (Topic.DAYS, Verdict.LACKS)),
        ({"week": read_week("mån 9-12")}, {"hours": (540, 720)}, (Topic.DAYS, Verdict.FITS)),
        ({"week": read_week("mån 9-12")}, {"hours": (540, 719)}, (Topic.DAYS, Verdict.LACKS)),
        ({"branches": {"wood": "Snickeri"}}, {"branch": "wood"}, (Topic.BRANCH, Verdict.FITS)),
        ({"branches": {"wood": "Snickeri"}}, {"branch": "garden"}, (Topic.BRANCH, Verdict.LACKS)),
        ({"branches": {"wood": "Snickeri"}}, {}, (Topic.BRANCH, Verdict.UNKNOWN)),
        ({"needs": {"quiet": "Lugnt"}}, {"access": ["quiet"]}, (Topic.NEEDS, Verdict.FITS)),
        ({"needs": {"quiet": "Lugnt"}}, {"access": ["bus"]}, (Topic.NEEDS, Verdict.LACKS)),
        ({"needs": {"quiet": "Lugnt"}}, {}, (Topic.NEEDS, Verdict.UNKNOWN)),
        ({"step": 3}, {"steps": (1, 3)}, (Topic.STEP, Verdict.FITS)),
        ({"step": 4}, {"steps": (1, 3)}, (Topic.STEP, Verdict.LACKS)),
        ({"step": 4}, {}, (Topic.STEP, Verdict.UNKNOWN)),
        ({"languages": ["dari"]}, {"languages": ["dari", "svenska"]}, (Topic.LANGUAGE, Verdict.FITS)),
        ({"languages": ["dari"]}, {"languages": ["svenska"]}, (Topic.LANGUAGE, Verdict.LACKS)),
        ({"languages": ["dari"]}, {}, (Topic.LANGUAGE, Verdict.UNKNOWN)),
        ({"most_travel": 40}, {"travel": 40}, (Topic.TRAVEL, Verdict.FITS)),
        ({"most_travel": 40}, {"travel": 41}, (Topic.TRAVEL, Verdict.LACKS)),
        ({"most_travel": 40}, {}, (Topic.TRAVEL, Verdict.UNKNOWN)),
        ({"partner": True}, {"is_partner": True}, (Topic.PATH, Verdict.FITS)),
        ({"partner": False}, {"is_partner": True}, (Topic.PATH, Verdict.LACKS)),
        ({"month": 12}, {"season": (3, 10)}, (Topic.SEASON, Verdict.LACKS)),
    ],
)
def test_each_fact_fits_lacks_or_is_not_known(looked_for, known, verdict):
    assert verdict in verdicts(Profile(**looked_for), place(**known))


@given(profiles, places)
def test_what_is_not_known_never_counts_for_a_place(profile, known):
    fit = fits_of(profile, [known], 3)[0]
    for name, nothing in UNKNOWN.items():
        less = fits_of(profile, [replace(known, **{name: nothing})], 3)[0]
        assert set(less.fits) <= set(fit.fits)
        assert less.known <= fit.known


@given(profiles, several)
def test_the_order_is_fewest_lacks_then_most_known_then_name_however_it_is_asked(profile, known):
    found = fits_of(profile, known, 3)
    assert found == fits_of(profile, reversed(known), 3)
    keys = [(len(one.lacks), -one.known, one.place.name) for one in found]
    assert keys == sorted(keys)


@given(profiles, several)
def test_a_place_is_judged_the_same_alone_and_among_others(profile, known):
    assert {fit.place.key: fit.reasons for fit in fits_of(profile, known, 3)} == {
        one.key: reasons(profile, one) for one in known
    }


@given(profiles, several)
def test_no_place_suits_under_three_known_facts_or_where_nobody_can_start(profile, known):
    for one in fits_of(profile, known, 3):
        assert one.is_suiting or one.why_not
        if one.is_suiting:
            assert one.known >= 3
            assert len(one.fits) > len(one.lacks)
            assert not any(reason.is_hard for reason in one.reasons)
            assert one.place.open_days
            assert is_in_season(profile.month, one.place.season)


@given(profiles, places)
def test_what_nobody_has_asked_the_person_judges_no_place(profile, known):
    judged = {reason.topic for reason in reasons(profile, known)}
    assert not judged & set(unasked(profile)) - {Topic.DAYS}


@given(profiles, places)
def test_every_reason_is_told_in_words(profile, known):
    for reason in reasons(profile, known):
        assert reason.words.strip()
        assert "%(" not in reason.words


def test_a_full_hour_lacks_by_its_name_and_a_week_that_is_full_everywhere_excludes():
    monday = Free(0, 24 * 60, 0)
    rest = Free(24 * 60, 7 * 24 * 60, 2)
    half = Place(1, "Odlingen", (0, 3), (monday, rest))
    profile = Profile(week=read_week("mån 9-12, tor 9-12"))
    lacks = fits_of(profile, [half], 3)[0].lacks
    assert [(reason.is_hard, reason.words) for reason in lacks] == [(False, "Fullt mån 9–12")]
    full = fits_of(Profile(week=read_week("mån 9-12")), [half], 3)[0]
    assert full.lacks[0].is_hard
    assert not full.is_suiting


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ({}, ("unknown", "unknown")),
        ({"speaks": ["Svenska"], "licence": ["B"]}, ("fits", "fits")),
        ({"speaks": ["dari"], "licence": ["none"]}, ("lacks", "lacks")),
        ({"languages": ["svenska"]}, ("unknown", "unknown")),  # of the register: spoken, and not how well
    ],
)
def test_what_a_place_asks_for_excludes_who_lacks_it_and_nobody_who_has_not_been_asked(said, verdicts):
    place = Place(1, "Caféet", (0,), WHOLE, languages_asked=["svenska"], licence="B", licence_words="B, personbil")
    told = {reason.topic: reason for reason in reasons(Profile(**said), place)}
    asked = (told[Topic.ASKED], told[Topic.LICENCE])
    assert tuple(reason.verdict.value for reason in asked) == verdicts
    assert [reason.is_hard for reason in asked] == [verdicts[0] == "lacks"] * 2
    if verdicts[0] == "lacks":
        assert [reason.words for reason in asked] == ["Det krävs svenska", "Det krävs körkort: B, personbil"]
    nothing_asked = Place(2, "Caféet", (0,), WHOLE, languages=["svenska"])
    assert not {Topic.ASKED, Topic.LICENCE} & {reason.topic for reason in reasons(Profile(**said), nothing_asked)}


def test_the_facts_of_a_person_hold_no_gender_age_origin_or_religion():
    assert {one.name for one in fields(Profile)} == {
        "week",
        "month",
        "branches",
        "needs",
        "step",
        "languages",
        "speaks",
        "licence",
        "most_travel",
        "partner",
    }
