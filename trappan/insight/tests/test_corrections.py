"""Figures that are told already: told anew by five or more, else as corrected"""

from dataclasses import replace
from datetime import date

import pytest

from trappan.insight.disclosure.corrections import republish
from trappan.insight.disclosure.plan import refuse_unpublished
from trappan.insight.disclosure.publishing import publish
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
    assert all(figure.corrected for figure in after.figures if figure.key.month == MARCH)


def test_a_correction_of_five_is_told_with_its_number():
    rows = more(MANY, MARCH, 5)
    after = republish(rows, stood=MANY, told=told_of(MANY), plan=EXITS)
    assert values(after.figures) == values(publish(rows, plan=EXITS).figures)
    assert corrected(after) == set()


def test_a_month_that_is_new_is_told_beside_one_that_stands():
    first = [row for row in MANY if row.month <= MARCH]
    rows = more([row for row in MANY if row.month <= APRIL], MARCH, 2)
    after = republish(rows, stood=first, told=told_of(first), plan=EXITS)
    assert corrected(after) == {MARCH}
    april = {key: value for key, value in values(after.figures).items() if key.month == APRIL}
    assert april == {key: value for key, value in values(publish(rows, plan=EXITS).figures).items() if key in april}
    assert april


def test_a_breakdown_that_is_not_published_is_refused_with_those_that_are():
    """Also one filter more than a breakdown has: it would single somebody out."""
    refuse_unpublished("coverage", ("kind", "gender"))
    with pytest.raises(Refused, match="gender × kind") as no:
        refuse_unpublished("coverage", ("gender", "kind", "unit"))
    assert no.value.field == "by"
    with pytest.raises(Refused):
        refuse_unpublished("not yet in the plan", ("gender",))
    with pytest.raises(Refused, match="age_band"):
        refuse_unpublished("exits_work", ("age_band",))
