"""Figures that are told already: told anew by five or more, else as corrected; and open data's fives."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.disclosure.corrections import republish
from trappan.insight.disclosure.figures import Row
from trappan.insight.disclosure.plan import ALL, Plan, Publication, refuse_unpublished
from trappan.insight.disclosure.publishing import publish
from trappan.insight.disclosure.rounding import round_to_five, share_of
from trappan.insight.tests.test_disclosure import EXITS, exits
from trappan.refusals import Refused

MARCH, APRIL = date(2024, 3, 1), date(2024, 4, 1)
MANY = [replace(row, numerator=row.numerator + 20) for row in exits()]


def told_of(rows):
    return {figure.key: figure.shown for figure in publish(rows, plan=EXITS).figures}


def more(rows, month, by, kinds=("language",)):
    return [
        replace(row, numerator=row.numerator + by)
        if row.month == month and row.parts["kind"] in kinds and row.parts["gender"] == "K"
        else row
        for row in rows
    ]


def corrected(result):
    return {figure.key.month for figure in result.figures if figure.corrected}


def values(figures):
    return {figure.key: figure.numerator for figure in figures}


def test_a_correction_of_one_person_is_told_as_corrected_and_no_number_moves():
    before = publish(MANY, plan=EXITS).figures
    after = republish(more(MANY, MARCH, 1), stood=MANY, told=told_of(MANY), plan=EXITS)
    assert values(after.figures) == values(before)
    assert corrected(after) == {MARCH}
    assert all(
        figure.corrected for figure in after.figures if figure.key.month == MARCH and figure.key.period == "month"
    )


def test_a_correction_of_five_is_told_with_its_number():
    rows = more(MANY, MARCH, 5)
    after = republish(rows, stood=MANY, told=told_of(MANY), plan=EXITS)
    assert values(after.figures) == values(publish(rows, plan=EXITS).figures)
    assert corrected(after) == set()


def test_two_corrections_that_move_the_year_by_few_both_wait():
    rows = more(more(MANY, MARCH, 7), APRIL, -5)
    after = republish(rows, stood=MANY, told=told_of(MANY), plan=EXITS)
    assert corrected(after) == {MARCH, APRIL}
    assert values(after.figures) == values(publish(MANY, plan=EXITS).figures)


def test_a_month_that_is_new_is_told_beside_one_that_stands():
    first = [row for row in MANY if row.month <= MARCH]
    rows = more([row for row in MANY if row.month <= APRIL], MARCH, 2)
    after = republish(rows, stood=first, told=told_of(first), plan=EXITS)
    assert corrected(after) == {MARCH}
    april = {key: value for key, value in values(after.figures).items() if key.month == APRIL and key.period == "month"}
    assert april == {key: value for key, value in values(publish(rows, plan=EXITS).figures).items() if key in april}
    assert april


def test_open_data_in_fives_adds_up_and_its_shares_are_of_the_fives():
    plan = Plan({"exits": replace(EXITS["exits"], adds_up=False), "refused": Publication(by=(ALL, ("kind",)))})
    refused = [Row("refused", MARCH, {"kind": "language"}, 3, 12), Row("refused", MARCH, {"kind": "ability"}, 22, 68)]
    figures = round_to_five([*exits(3), *refused], plan)
    found = {figure.key: figure for figure in figures}
    assert not any(figure.numerator % 5 or (figure.denominator or 0) % 5 for figure in figures)
    exact = values(publish([*exits(3), *refused], plan=plan).figures)
    assert max(abs(figure.numerator - exact[figure.key]) for figure in figures) < 10
    for key, figure in found.items():
        if key.by == ALL:
            parts = [one for other, one in found.items() if other[:3] == key[:3] and other.by == ("kind",)]
            assert sum(one.numerator for one in parts) == figure.numerator
    total = next(figure for key, figure in found.items() if key.indicator == "refused" and key.by == ALL)
    assert (total.numerator, total.denominator, share_of(total)) == (25, 80, 25 / 80)


@settings(max_examples=15, deadline=None)
@given(counts=st.lists(st.integers(0, 12), min_size=6, max_size=6))
def test_fives_of_small_tables_add_up(counts):
    rows = [replace(row, numerator=count) for row, count in zip(exits(1), counts, strict=True)]
    figures = {figure.key: figure.numerator for figure in round_to_five(rows, EXITS)}
    for by in (("gender",), ("kind",), ("gender", "kind")):
        of_all = next(value for key, value in figures.items() if key.by == ALL)
        assert sum(value for key, value in figures.items() if key.by == by) == of_all


def test_a_breakdown_that_is_not_published_is_refused_with_those_that_are():
    """Also one filter more than a breakdown has: it would single somebody out."""
    refuse_unpublished("coverage", ("kind", "gender"))
    with pytest.raises(Refused, match="gender × kind") as no:
        refuse_unpublished("coverage", ("gender", "kind", "unit"))
    assert no.value.field == "by"
    with pytest.raises(Refused):
        refuse_unpublished("not yet in the plan", ("gender",))
    refuse_unpublished("exits_work", ("age_band",), monthly=False)
    with pytest.raises(Refused, match="age_band"):
        refuse_unpublished("exits_work", ("age_band",))
