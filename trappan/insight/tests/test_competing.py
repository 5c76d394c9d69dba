"""Competing exits, held to numbers of others, and to another way of reckoning in fractions; nobody breaks ties."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.evaluation.competing import Course, at_risk, curve, gone

WAYS = ("work", "studies", "other")
SOME = st.lists(
    st.builds(Course, st.integers(0, 30), st.sampled_from((*WAYS, "")), st.integers(1, 4)), min_size=1, max_size=40
)


def test_shares_are_those_of_an_independent_library():
    """What AalenJohansenFitter of lifelines 0.30.0 gives for these hundred courses, none at the same time.

    The library brings 300 MB (pandas, SciPy, Matplotlib) and breaks ties by lot, so its numbers stand here and it does
    not: fit(times, codes, event_of_interest=code), calculate_variance=False.
    """
    ways = ("", "work", "work", "other", "studies", "work", "other")
    courses = [Course((37 * at) % 101 + 1, ways[(at * at + 3 * at) % 7]) for at in range(100)]
    theirs = {
        "work": (0.020307239057, 0.030625624376, 0.073372116129, 0.15440099589, 0.233330127242, 0.391024464114),
        "studies": (0.020307239057, 0.040831853332, 0.083578345085, 0.175895056203, 0.255478685682, 0.380628268211),
        "other": (0.0, 0.010206228956, 0.020641868653, 0.066172522031, 0.11994139221, 0.176162154325),
    }
    ours = curve(courses, WAYS)
    for way, shares in theirs.items():
        found = [ours.at(way, months) for months in (6, 12, 24, 50, 75, 100)]
        assert found == pytest.approx(list(shares), abs=1e-11), way


def test_with_one_way_out_it_is_kaplan_and_meiers_curve():
    """Weeks to relapse of 21 patients on 6-MP, with ties (Freireich and others 1963), as every textbook has them."""
    left = {6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1}
    courses = [Course(week, "work", people) for week, people in left.items()]
    courses += [Course(week) for week in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
    ours = curve(courses, WAYS)
    survived = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {week: round(1 - ours.at("work", week), 3) for week in survived} == survived


def to_the_right(courses, way, months):
    """Reckon otherwise: all weigh alike, and whoever is lost leaves their weight to those who were watched longer."""
    people = sorted(one.months for one in courses for _each in range(one.people))
    weight = Fraction(1, len(people))
    share = Fraction(0)
    for time in range(months + 1):
        here = [one for one in courses if one.months == time]
        share += weight * sum(one.people for one in here if one.way == way)
        lost = sum(one.people for one in here if not one.way)
        longer = sum(month > time for month in people)
        if longer:
            weight += weight * lost / longer
    return share


@settings(max_examples=60, deadline=None)
@given(SOME)
def test_shares_are_those_of_weights_left_to_the_right_in_fractions(courses):
    ours = curve(courses, WAYS)
    for way in WAYS:
        for months in (0, 6, 12, 24, 30):
            assert ours.at(way, months) == pytest.approx(float(to_the_right(courses, way, months)), abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(SOME)
def test_shares_never_fall_nor_come_to_more_than_one(courses):
    ours = curve(courses, WAYS)
    shares = [[ours.at(way, months) for months in range(32)] for way in WAYS]
    assert all(after >= before - 1e-12 for one in shares for before, after in pairwise(one))
    assert all(sum(at) <= 1 + 1e-9 for at in zip(*shares, strict=True))


def test_whoever_has_left_otherwise_is_not_counted_as_still_coming():
    courses = [Course(3, "other", 50), Course(6, "work", 25), Course(24, people=25)]
    assert curve(courses, WAYS).at("work", 6) == pytest.approx(0.25)  # one minus Kaplan and Meier says 0.5
    assert (at_risk(courses, 6), gone(courses, "other", 3), gone(courses, "work", 5)) == (50, 50, 0)


def test_of_nobody_and_of_those_of_whom_nobody_left_the_share_is_none():
    assert curve([], WAYS).at("work", 6) == curve([Course(9)], WAYS).at("work", 12) == 0.0
