"""Competing exits, held to an independent library; nobody breaks ties, and small groups and thin tails stay out."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.evaluation.competing import Course, curve, tell, tell_each

WAYS = ("work", "other")


def drawn(seed, people, whole_months):
    rng = np.random.default_rng(seed)
    months = rng.exponential(12, people)
    months = np.ceil(months) if whole_months else months
    return [
        Course(float(at), str(way)) for at, way in zip(months, rng.choice(["work", "other", ""], people), strict=True)
    ]


@pytest.fixture(scope="module")
def lifelines():
    with warnings.catch_warnings():  # what the library and those it stands on say of themselves
        warnings.simplefilter("ignore")
        import lifelines

        yield lifelines


@pytest.mark.parametrize("seed", range(3))
def test_shares_are_those_of_an_independent_library(lifelines, seed):
    courses = drawn(seed, 300, whole_months=False)
    ours = curve(courses, WAYS)
    events = [WAYS.index(course.way) + 1 if course.way else 0 for course in courses]
    for number, way in enumerate(WAYS, start=1):
        fitter = lifelines.AalenJohansenFitter(calculate_variance=False)
        theirs = fitter.fit([course.months for course in courses], events, event_of_interest=number).cumulative_density_
        for month in (0.1, 3, 6, 12, 24, 40):
            until = theirs[theirs.index <= month].iloc[-1, 0]
            assert ours.at(way, month) == pytest.approx(until, abs=1e-12)


def test_with_one_way_out_and_ties_it_is_kaplan_and_meiers_curve(lifelines):
    courses = [Course(one.months, "work" if one.way == "work" else "") for one in drawn(1, 400, whole_months=True)]
    ours = curve(courses, WAYS)
    fitter = lifelines.KaplanMeierFitter()
    fitter.fit([one.months for one in courses], [one.way == "work" for one in courses])
    for month in range(1, 40):
        assert ours.at("work", month) == pytest.approx(1 - fitter.predict(month), abs=1e-12)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Course, st.integers(1, 30).map(float), st.sampled_from(WAYS)), min_size=1, max_size=60))
def test_when_everybody_is_seen_to_leave_it_is_the_plain_share(courses):
    ours = curve(courses, WAYS)
    for month in (1, 6, 12, 30):
        for way in WAYS:
            gone = sum(one.way == way and one.months <= month for one in courses)
            assert ours.at(way, month) == pytest.approx(gone / len(courses))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Course, st.integers(1, 30).map(float), st.sampled_from((*WAYS, ""))), max_size=60))
def test_shares_never_fall_nor_come_to_more_than_one(courses):
    ours = curve(courses, WAYS)
    for way in WAYS:
        assert np.all(np.diff(ours.shares[way]) >= -1e-12)
    assert np.all(sum(ours.shares[way] for way in WAYS) <= 1 + 1e-9) if len(ours.times) else ours.at("work", 99) == 0


def test_whoever_has_left_otherwise_is_not_counted_as_still_coming():
    courses = [Course(3, "other")] * 50 + [Course(6, "work")] * 25 + [Course(24)] * 25
    assert curve(courses, WAYS).at("work", 6) == pytest.approx(0.25)  # one minus Kaplan and Meier says 0.5


def test_small_groups_and_thin_tails_are_left_out():
    many = [Course(5, "work")] * 10 + [Course(13)] * 10
    assert tell(many[:19], WAYS, "work") is None
    assert tell([Course(5, "work")] * 4 + [Course(30)] * 40, WAYS, "work") is None
    assert tell(many, WAYS, "work").shares == {"work": {6: 0.5, 12: 0.5, 24: None}}
    thin = [Course(5, "work")] * 30 + [Course(7, "other")] * 5 + [Course(30)] * 4
    assert tell(thin, WAYS, "work").shares["other"] == {6: 0.0, 12: None, 24: None}
    assert list(tell_each({"few": many[:5], "many": many}, WAYS, "work")) == ["many"]
