"""How an opening suits a person, judged from facts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.matching.fit import Topic, Verdict, drives
from trappan.matching.fit_work import Nearness, Offer, Wanted, judge
from trappan.schedules.week import read_week

WEEK = read_week("mån 9-15, tis 9-15")
SAID = Wanted(has_said_work=True, week=WEEK, minutes=720, licence=frozenset({"B"}), languages=["arabiska"], travel=40)
KITCHEN = Offer(key=1, occupation="Köksbiträde", nearness=Nearness.WISH, days=[0], minutes=360)


def said(wanted, offer, topic):
    return [(one.verdict, one.is_hard) for one in judge(wanted, offer, 3).reasons if one.topic == topic]


@pytest.mark.parametrize(
    ("wanted", "offer", "topic", "expected"),
    [
        ({}, {"nearness": Nearness.NONE}, Topic.WORK, (Verdict.LACKS, False)),
        ({"has_said_work": False}, {"nearness": Nearness.NONE}, Topic.WORK, (Verdict.UNKNOWN, False)),
        ({}, {"occupation": ""}, Topic.WORK, (Verdict.UNKNOWN, False)),
        ({}, {"nearness": Nearness.NEAR, "via": "Diskare"}, Topic.WORK, (Verdict.FITS, False)),
        ({}, {}, Topic.DAYS, (Verdict.FITS, False)),
        ({}, {"days": [0, 3]}, Topic.DAYS, (Verdict.LACKS, False)),
        ({}, {"days": [3, 4]}, Topic.DAYS, (Verdict.LACKS, True)),
        ({}, {"days": []}, Topic.DAYS, (Verdict.UNKNOWN, False)),
        ({"week": None}, {}, Topic.DAYS, (Verdict.UNKNOWN, False)),
        ({}, {"week": read_week("mån 9-12, tis 10-15")}, Topic.DAYS, (Verdict.FITS, False)),
        ({}, {"week": read_week("mån 7-13")}, Topic.DAYS, (Verdict.LACKS, False)),
        ({}, {"week": read_week("mån 17-21")}, Topic.DAYS, (Verdict.LACKS, True)),
        ({"week": read_week("mån 9-15 A")}, {"week": read_week("mån 9-12")}, Topic.DAYS, (Verdict.LACKS, False)),
        ({"week": read_week("mån 9-15 A")}, {"week": read_week("mån 9-12 A")}, Topic.DAYS, (Verdict.FITS, False)),
        ({}, {"minutes": 721}, Topic.HOURS, (Verdict.LACKS, False)),
        ({}, {"minutes": None}, Topic.HOURS, (Verdict.UNKNOWN, False)),
        ({"minutes": None}, {}, Topic.HOURS, (Verdict.UNKNOWN, False)),
        ({}, {"licence": "B"}, Topic.LICENCE, (Verdict.FITS, False)),
        ({}, {"licence": "CE"}, Topic.LICENCE, (Verdict.LACKS, True)),
        ({"licence": None}, {"licence": "B"}, Topic.LICENCE, (Verdict.UNKNOWN, False)),
        ({"licence": frozenset({"none"})}, {"licence": "AM"}, Topic.LICENCE, (Verdict.LACKS, True)),
        ({}, {"languages": ["Arabiska"]}, Topic.LANGUAGE, (Verdict.FITS, False)),
        ({}, {"languages": ["arabiska", "svenska"]}, Topic.LANGUAGE, (Verdict.LACKS, False)),
        ({"languages": None}, {"languages": ["svenska"]}, Topic.LANGUAGE, (Verdict.UNKNOWN, False)),
        ({"limits": {"quiet": "Lugn miljö"}}, {"access": ["quiet"]}, Topic.NEEDS, (Verdict.FITS, False)),
        ({"limits": {"quiet": "Lugn miljö"}}, {"access": ["bus"]}, Topic.NEEDS, (Verdict.LACKS, False)),
        ({"limits": {"quiet": "Lugn miljö"}}, {}, Topic.NEEDS, (Verdict.UNKNOWN, False)),
        ({}, {"skills": ["Diskning"]}, Topic.SKILL, (Verdict.FITS, False)),
        ({}, {}, Topic.TRAVEL, (Verdict.UNKNOWN, False)),
    ],
)
def test_each_reason_is_one_of_three(wanted, offer, topic, expected):
    wanted = Wanted(**{**vars(SAID), **wanted})
    assert said(wanted, Offer(**{**vars(KITCHEN), **offer}), topic) == [expected]


def test_what_nobody_asks_for_is_no_reason():
    """Languages that the work does not ask for say nothing of a person; nor do licences or needs."""
    topics = {one.topic for one in judge(SAID, KITCHEN, 3).reasons}
    assert topics == {Topic.WORK, Topic.DAYS, Topic.HOURS, Topic.TRAVEL}


def test_under_three_known_facts_nothing_suits_and_that_is_said():
    fit = judge(Wanted(has_said_work=True), Offer(**{**vars(KITCHEN), "skills": ["Diskning"]}), 3)
    assert (fit.known, fit.is_suiting, fit.is_too_little_known) == (2, False, True)
    assert "2" in fit.why_not
    assert judge(SAID, KITCHEN, 3).is_suiting


def test_a_licence_opens_what_it_opens():
    assert drives({"none"}) == []
    assert drives({"B"}) == ["AM", "B"]
    assert drives({"C", "E"}) == ["AM", "B", "BE", "C", "CE"]


FACTS = {
    "week": st.sampled_from([None, WEEK]),
    "minutes": st.sampled_from([None, 300, 900]),
    "licence": st.sampled_from([None, frozenset({"none"}), frozenset({"B"})]),
    "languages": st.sampled_from([None, ["svenska"], ["arabiska"]]),
    "limits": st.sampled_from([None, {"quiet": "Lugn miljö"}]),
}
OFFERS = st.builds(
    Offer,
    key=st.just(1),
    occupation=st.sampled_from(["", "Köksbiträde"]),
    nearness=st.sampled_from(list(Nearness)),
    days=st.sampled_from([[], [0], [3]]),
    minutes=st.sampled_from([None, 600]),
    licence=st.sampled_from(["", "B"]),
    languages=st.sampled_from([[], ["svenska"]]),
    access=st.sampled_from([[], ["quiet"], ["bus"]]),
)


@given(
    wanted=st.builds(Wanted, has_said_work=st.booleans(), **FACTS), offer=OFFERS, forgot=st.sampled_from(list(FACTS))
)
def test_what_is_not_known_never_counts_for(wanted, offer, forgot):
    """Whatever is forgotten of a person, nothing more fits than did."""
    less = judge(Wanted(**{**vars(wanted), forgot: None}), offer, 3)
    more = judge(wanted, offer, 3)
    assert len(less.fits) <= len(more.fits)
    assert not (less.is_suiting and less.known < 3)
