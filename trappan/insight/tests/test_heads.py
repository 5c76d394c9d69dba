"""Who knows the numbers of one unit whole, and reads all that is told, works out no other unit's few."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import Row
from trappan.insight.disclosure.plan import ALL, Plan, Publication
from trappan.insight.disclosure.publishing import publish
from trappan.insight.tests.outsider import Outsider, exposed, given_out

MONTH = date(2026, 10, 1)
NEW = Plan({"new": Publication(by=(ALL, ("unit",)))})
CROSSED = Plan({"new": Publication(by=(ALL, ("unit",), ("gender",), ("gender", "unit")))})


def read_by_the_head(figures, unit):
    """Return what is exposed to whoever is told these figures, and those of a unit as well."""
    known = [replace(one, shown=True) if unit in one.key.part else one for one in figures]
    found = exposed(Outsider(given_out(known)), figures)
    return [one for one in found if unit not in one[0].part]


def units(counts):
    return [Row("new", MONTH, {"unit": unit}, count) for unit, count in counts.items()]


def hidden(figures):
    return {one.key.part for one in figures if not one.shown}


def test_a_third_unit_is_hidden_where_two_would_tell_each_other():
    figures = publish(units({"Norr": 3, "Söder": 4, "Väster": 20, "Öster": 30}), plan=NEW).figures
    assert len(hidden(figures)) == 3, "and the whole is told"
    assert () not in hidden(figures)
    for unit in ("Norr", "Söder", "Väster", "Öster"):
        assert read_by_the_head(figures, unit) == []


def test_where_there_are_two_units_the_whole_is_told_all_the_same():
    """Whoever knows the one and the whole knows the other: to hide it would be to tell the board nothing."""
    figures = publish(units({"Norr": 3, "Söder": 40}), plan=NEW).figures
    assert hidden(figures) == {("Norr",), ("Söder",)}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 6), st.integers(0, 40)), min_size=3, max_size=6))
def test_of_what_the_others_are_together_enough_no_head_knows_one(counts):
    named = {f"Enhet {at}": count for at, count in enumerate(counts)}
    figures = publish(units(named), plan=NEW).figures
    for unit, own in named.items():
        if sum(counts) - own >= FEWEST:
            assert read_by_the_head(figures, unit) == []


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=4, max_size=5))
def test_by_gender_too(counts):
    rows = [
        Row("new", MONTH, {"unit": f"Enhet {at}", "gender": gender}, count)
        for at, both in enumerate(counts)
        for gender, count in zip("KM", both, strict=True)
    ]
    figures = publish(rows, plan=CROSSED).figures
    women, men = (sum(column) for column in zip(*counts, strict=True))
    for at, (of_women, of_men) in enumerate(counts):
        if women - of_women >= FEWEST and men - of_men >= FEWEST:
            assert read_by_the_head(figures, f"Enhet {at}") == []
