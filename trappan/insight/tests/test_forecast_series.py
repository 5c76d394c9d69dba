"""Months as they are forecast: missing and broken ones are marked, and what cannot carry a forecast is refused."""

from datetime import date

import pytest

from trappan.insight.forecast.series import CannotForecast, series_of
from trappan.insight.forecast.testing import months_from
from trappan.schedules.months import months_after

BEGAN = date(2021, 1, 1)


def counts(values):
    return months_from(BEGAN, values)


@pytest.mark.parametrize(
    ("values", "broken"),
    [
        ([1000.0] * 20 + [600.0] + [990.0] * 20, [20]),
        ([1000.0] * 20 + [600.0, 610.0] + [990.0] * 20, [20, 21]),
        ([1000.0] * 20 + [1900.0] + [1000.0] * 20, [20]),
        # A fall that stays is a fall, and one under a fifth is ordinary.
        ([1000.0] * 20 + [700.0] * 20, []),
        ([1000.0] * 20 + [820.0] + [1000.0] * 20, []),
    ],
)
def test_a_month_that_falls_and_comes_back_is_marked_and_bridged(values, broken):
    series = series_of(counts(values))
    assert series.broken == tuple(months_after(BEGAN, at) for at in broken)
    assert series.counted == tuple(values)
    for at in broken:
        assert 980 < series.values[at] < 1001


def test_a_missing_month_is_bridged_and_marked():
    values = counts([1000.0 + at for at in range(40)])
    del values[months_after(BEGAN, 7)]
    values[months_after(BEGAN, 9)] = None
    series = series_of(values)
    assert series.missing == (months_after(BEGAN, 7), months_after(BEGAN, 9))
    assert series.values[7] == pytest.approx(1007, abs=0.1)
    assert len(series.values) == 40


def test_the_last_months_that_have_not_come_back_are_left_out():
    series = series_of(counts([1000.0] * 40 + [500.0]))
    assert series.unsure == (months_after(BEGAN, 40),)
    assert series.last == months_after(BEGAN, 39)
    assert len(series.values) == 40


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], "too_short"),
        ([1000.0] * 23, "too_short"),
        ([1000.0] * 30 + [None] * 4 + [1000.0] * 10, "too_broken"),
        ([1000.0] * 30 + [1000.0, None] * 9 + [1000.0], "too_broken"),
        ([19.0] * 40, "too_small"),
    ],
)
def test_what_cannot_carry_a_forecast_is_refused(values, reason):
    with pytest.raises(CannotForecast) as no:
        series_of(counts(values))
    assert no.value.reason == reason


def test_twenty_four_months_are_enough():
    assert len(series_of(counts([1000.0] * 24)).values) == 24
