"""What is told of those who began gives nobody away: not by subtracting, reckoning, or waiting."""

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from trappan.insight.disclosure.publishing import publish
from trappan.insight.evaluation.competing import Course
from trappan.insight.evaluation.telling import SYSTEMS, Began, allowed, controlled, counts, standing, tell
from trappan.insight.evaluation.words import BREAKDOWNS, MONTHS, WAYS
from trappan.insight.tests.outsider import Outsider, exposed, given_out

UNTIL = date(2026, 6, 1)
NAMES = ("began", *(f"{way}_{months}" for way in WAYS for months in MONTHS))


def town(people=260, seed=1):
    """People who began, by lot: few leave for studies, and activities are of one kind, organiser and way each."""
    drawn = random.Random(seed)
    activities = [("workplace", "true", "1"), ("workplace", "false", "2"), ("language", "false", "2")]
    found = []
    for _each in range(people):
        kind, real, organiser = drawn.choices(activities, (6, 4, 1))[0]
        began = drawn.randrange(48)
        months, way = int(drawn.expovariate(1 / 22)), drawn.choices(tuple(WAYS), (9, 2, 2, 4))[0]
        left = Course(months, way) if months <= 47 - began else Course(47 - began)
        age = drawn.choice(("18-24", "25-29", "30-39"))
        parts = {"cohort": str(2022 + began // 12), "kind": kind, "real": real, "organiser": organiser}
        found.append(Began({**parts, "age_band": age}, left))
    return found


def began(people, way="", months=0, **parts):
    """So many who began alike and of whom the same became."""
    whole = {"cohort": "2024", "kind": "workplace", "real": "true", "organiser": "1", "age_band": "18-24"}
    return Began(whole | parts, Course(months, way, people))


def outsider(figures):
    """Somebody who knows every count that may be told, that who left early has left, and that nobody is lost."""
    rows = given_out(figures)
    within = [(f"{way}_{earlier}", f"{way}_{later}") for way in WAYS for earlier, later in pairwise(MONTHS)]
    within += [(f"still_{later}", f"still_{earlier}") for earlier, later in pairwise(MONTHS)]
    by_place = {}
    for row in rows:
        by_place.setdefault(tuple(row["part"].items()), {})[row["indicator"]] = row
    whole = [
        ([*((1, row[f"{way}_{months}"]) for way in (*WAYS, "still")), (-1, row["began"])], 0)
        for row in by_place.values()
        for months in MONTHS
    ]
    return Outsider(rows, within=within, balance=whole)


@pytest.mark.parametrize("names", SYSTEMS)
def test_an_outsider_who_is_told_the_counts_themselves_finds_nobody(names):
    figures = controlled(town(), UNTIL, names)
    assert exposed(outsider(figures), figures) == []
    assert not any(0 < one.numerator < 5 for one in figures if one.shown)
    assert any(one.shown for one in figures if one.key.by)


def test_the_outsider_bites():
    """The few hidden alone, total and cohorts give people away to the same outsider."""
    figures = [
        replace(one, shown=not 0 < one.numerator < 5 and not one.key.indicator.startswith("still"))
        for one in controlled(town(), UNTIL, ("cohort",))
    ]
    assert len(exposed(outsider(figures), figures)) > 5


@pytest.mark.parametrize("seed", range(3))
def test_parts_taken_from_the_whole_leave_no_few(seed):
    """Whoever takes all parts that are told from the whole is left with nobody, or with those of five and more."""
    told = tell(town(seed=seed), UNTIL)
    [whole] = [group for group in told if not group["by"]]
    for by in BREAKDOWNS:
        groups = [group for group in told if group["by"] == by]
        assert sum(group["counts"]["began"] for group in groups) == whole["counts"]["began"] == 260
        for name in NAMES:
            left = whole["counts"][name] - sum(group["counts"][name] for group in groups if said(group, name))
            assert not 0 < left < 5 or not said(whole, name), (by, name)


def said(group, name):
    """Tell whether a number is told."""
    if name == "began":
        return group["people"] is not None
    way, months = name.split("_")
    return group["ways"][way][MONTHS.index(int(months))] is not None


def test_what_is_told_is_what_may_be_in_tens_and_whole_per_cent():
    people = town()
    may = allowed(people, UNTIL)
    told = tell(people, UNTIL)
    for group in told:
        assert {name for name in NAMES if said(group, name)} <= {
            one for one, *of in may if of == [group["by"], group["part"]]
        }
        assert group["people"] is None or group["people"] % 10 == 0
        assert all(isinstance(share, int) for ways in group["ways"].values() for share in ways if share is not None)
    assert any(said(group, "work_12") for group in told if group["by"] == "cohort")


@pytest.mark.parametrize(
    ("who", "people", "shares"),
    [
        ([began(10, "work", 5), began(9, months=30)], None, [None, None, None]),
        ([began(4, "work", 5), began(40, months=30)], 40, [None, None, None]),
        ([began(10, "work", 5), began(40, months=13)], 50, [20, 20, None]),
        ([began(10, "work", 5), began(40, months=30)], 50, [20, 20, 20]),
        ([began(30, "work", 5), began(6, "otherwise", 7), began(4, months=30)], 40, [75, None, None]),
    ],
    ids=["nineteen", "four left", "nobody followed so long", "enough", "four still there"],
)
def test_small_groups_and_thin_tails_are_left_out(who, people, shares):
    whole = tell(who, UNTIL)[0]
    assert (whole["people"], whole["ways"]["work"]) == (people, shares)


def test_counts_are_all_that_could_be_reckoned():
    courses = [Course(6, "work", 3), Course(7, "work", 2), Course(30, "studies"), Course(4, people=5)]
    found = counts(courses)
    assert (found["began"], found["work_6"], found["work_12"], found["studies_24"]) == (11, 3, 5, 0)
    assert (found["still_6"], found["still_12"], found["still_24"]) == (8, 6, 6)


MANY = [
    began(60, "work", 5),
    began(60, months=30),
    began(60, "work", 5, cohort="2025"),
    began(60, months=30, cohort="2025"),
]


def stood(groups):
    """Return groups as they are told where they stand."""
    return [{**group, "stands": True} for group in groups]


def test_a_breakdown_stands_until_five_more_make_the_difference():
    before = tell(MANY, UNTIL)
    more = [*MANY, began(4, "work", 4, cohort="2025"), began(20, "work", 4, cohort="2024")]
    later = tell(more, date(2026, 12, 1))
    now = standing(later, before)
    until = {(group["by"], group["part"]): group["until"][:4] + group["until"][5:7] for group in now}
    assert until["", ""] == "202612"
    assert until["cohort", "2024"] == until["cohort", "2025"] == "202606", (
        "the cohort with four more tells who they are"
    )
    assert until["kind", "workplace"] == "202612"
    assert {group["by"] for group in now if group["stands"]} == {"cohort"}
    assert [group for group in now if group["stands"]] == stood(group for group in before if group["by"] == "cohort")


def test_all_stands_where_the_whole_does():
    before = tell(MANY, UNTIL)
    later = tell([*MANY, began(4, "work", 4)], date(2026, 12, 1))
    assert later[0]["ways"]["work"] != before[0]["ways"]["work"]
    assert standing(later, before) == stood(before)
    assert standing(later, []) == later
    same = tell(MANY, date(2026, 12, 1))
    assert standing(same, before) == same, "the same numbers tell of nobody"


def test_of_nobody_nothing_is_told():
    assert tell([], UNTIL) == []
    assert publish([]).figures == []
