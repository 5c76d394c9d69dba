"""What is told of a month is not told again eleven months later, of those who left in it and stayed away since."""

import random
from datetime import date

import pytest

from trappan.insight.disclosure.figures import Figure, Row
from trappan.insight.disclosure.plan import ALL
from trappan.insight.disclosure.publishing import publish
from trappan.insight.indicators.telling import cell_of
from trappan.insight.models import Cell
from trappan.insight.tests.outsider import Outsider, exposed, given_out
from trappan.insight.tests.test_board import built
from trappan.insight.told import told
from trappan.schedules.months import months_after

pytestmark = pytest.mark.django_db
LEFT = date(2025, 12, 1)
LATER = months_after(LEFT, 11)
FLOWS, AWAY = ("new", "returned", "ended"), ("stayed_away_6", "stayed_away_12")
WAYS = (ALL, ("gender",))


def counts(lot):
    """Return the rows of a month and of eleven months later, by lot: of those who left, so many stayed away."""
    rows = []
    for gender in ("K", "M"):
        flows = {name: lot.randint(0, lot.choice((3, 18))) for name in FLOWS}
        rows += [Row(name, LEFT, {"gender": gender}, number) for name, number in flows.items()]
        if left := flows["ended"]:
            half = lot.randint(0, left)
            whole = lot.randint(0, half)
            for name, away in zip(AWAY, (half, whole), strict=True):
                rows.append(Row(name, LATER, {"gender": gender}, away, left))
    return rows


def given_to_readers(published):
    """Write what was decided as cells, and return the figures as the database tells them to readers."""
    Cell.objects.all().delete()
    builds = {month: built(month).pk for month in (LEFT, LATER)}
    Cell.objects.bulk_create(cell_of(one, builds) for one in published.figures)
    shown = {
        (one.indicator, one.month, by, one.part)
        for by in WAYS
        for one in told([*FLOWS, *AWAY], by, door="insight_tellable")
        if one.shown
    }
    return [
        Figure(key, one.numerator, one.denominator, (key.indicator, key.month, key.by, key.part) in shown)
        for one in published.figures
        if (key := one.key).by in WAYS
    ]


def reckoned(figures):
    """Return the outsider, who knows the stock, and that whoever left then is whom it is about later."""
    rows = given_out(figures)
    months = {}
    for row, one in zip(rows, figures, strict=True):
        if one.key.indicator in FLOWS:
            sign = -1 if one.key.indicator == "ended" else 1
            months.setdefault(one.key[3:], []).append((sign, row, one.numerator))
    balance = [
        ([(sign, row) for sign, row, _ in parts], sum(sign * number for sign, _, number in parts))
        for parts in months.values()
    ]
    outsider = Outsider(rows, same=[AWAY], within=[AWAY[::-1]], balance=balance)
    for place in outsider.places:
        left = {outsider.at("ended", "hits", LEFT, place): -1}
        outsider.know({**outsider.of(AWAY[0], LATER, place), **left}, 0)
    return outsider


@pytest.mark.parametrize("seed", range(12))
def test_who_left_is_not_told_by_who_stayed_away(seed, today):
    """Every number of few people may still be one at most, and five or more, by all months together."""
    published = publish(counts(random.Random(seed)))
    figures = given_to_readers(published)
    found = exposed(reckoned(figures), figures)
    assert {key for key, _what, _low, _high in found} <= set(published.exposed)


def test_it_is_told_where_as_many_were_told_to_have_left_and_as_a_total_alone(today):
    flows = [Row(name, LEFT, {"gender": gender}, 20) for name in FLOWS for gender in "KM"]
    later = [Row(name, LATER, {"gender": gender}, 12, 20) for name in AWAY for gender in "KM"]
    figures = given_to_readers(publish(flows + later))
    assert [(one.key.by, one.shown) for one in figures if one.key.indicator == AWAY[0]] == [(ALL, True)]
    Cell.objects.filter(indicator="ended", by=[]).update(numerator=41)
    assert not any(one.shown for one in told(AWAY, door="insight_tellable")), "one more left, as is known by now"
