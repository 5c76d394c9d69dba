"""A forecast of a figure: bands that nest and hold, the same answer to the same seed, and when a level is reached."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.forecast.backtest import origins, prove
from trappan.insight.forecast.bands import bands, when
from trappan.insight.forecast.figure import Level, Population, forecast
from trappan.insight.forecast.series import series_of
from trappan.insight.forecast.testing import BEGAN, dalarna, invented, months_from
from trappan.schedules.months import months_after

numbers = st.lists(st.floats(200, 5000), min_size=24, max_size=60)


@settings(max_examples=25, deadline=None)
@given(values=numbers, seed=st.integers(0, 9), smooth=st.floats(0.9, 0.99))
def test_bands_nest_and_the_same_seed_gives_the_same_answer(values, seed, smooth):
    calm = [values[0]]
    for value in values[1:]:
        calm.append(smooth * calm[-1] + (1 - smooth) * value)
    asked = {"months": 36, "runs": 200, "seed": seed, "level": Level(calm[-1] * 0.9, is_at_least=False)}
    one, same = (forecast("households", months_from(BEGAN, calm), **asked) for _twice in range(2))
    assert one.bands == same.bands
    assert one.reached == same.reached
    assert len(one.bands) == 36
    assert one.months[0] == months_after(one.series.last, 1)
    for band in one.bands:
        assert 0 < band.low <= band.lower <= band.middle <= band.upper <= band.high


def test_the_bands_of_a_world_that_is_as_assumed_hold_what_they_say():
    tried = [prove(series_of(invented(seed)))[1] for seed in range(12)]
    for ahead in range(3):
        nine = [one[ahead].nine_of_ten for one in tried]
        half = [one[ahead].half for one in tried]
        assert 0.8 <= np.mean(nine) <= 0.99
        assert 0.35 <= np.mean(half) <= 0.75


def test_the_band_holds_on_a_real_county_and_the_middle_beats_the_last_value():
    series = series_of(dalarna())
    assert series.broken == (date(2017, 1, 1), date(2017, 2, 1))
    constants, tried = prove(series)
    assert constants.width == 1.0
    assert [(one.first, one.last) for one in tried] == [(1, 6), (7, 12), (13, 24)]
    assert [one.guesses for one in tried] == [489, 453, 798]
    assert all(0.85 <= one.nine_of_ten <= 0.97 for one in tried)
    assert all(0.45 <= one.half <= 0.7 for one in tried)
    assert tried[0].error < tried[1].error < tried[2].error
    later, values = origins(series)[1], series.values
    last = [
        abs(values[at - 1] / values[at + ahead] - 1)
        for at in later
        for ahead in range(6, 12)
        if at + ahead < len(values)
    ]
    assert tried[1].error < np.mean(last)


def test_a_guess_is_as_wide_as_the_months_before_it_had_chosen():
    counts = invented(2, 71)
    _constants, before = prove(series_of(counts))
    # What comes after an origin moves nothing that was guessed at it: a turn in the last month is in the last guesses.
    turned = {**counts, max(counts): counts[max(counts)] * 1.15}
    _constants, after_it = prove(series_of(turned))
    assert [one.guesses for one in before] == [one.guesses for one in after_it]
    assert before[2].width == after_it[2].width
    few = series_of(months_from(BEGAN, [1000.0 + at for at in range(40)]))
    assert origins(few) == (range(24, 40), range(24, 40))
    assert prove(few)[0].width == 1.0


def test_broken_months_are_no_answer_in_the_proof():
    whole = invented(3)
    torn = dict(whole)
    torn[months_after(BEGAN, 80)] *= 0.6
    one, other = (prove(series_of(counts))[1] for counts in (whole, torn))
    assert one[0].guesses - other[0].guesses == 6
    assert one[0].nine_of_ten == pytest.approx(other[0].nine_of_ten, abs=0.05)


def test_a_level_is_reached_in_the_first_month_that_two_more_follow():
    runs = np.array(
        [
            [5, 9, 5, 9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5],  # for three months in the fourth
            [5, 9, 9, 5, 9, 9, 5, 9, 9, 5, 9, 9, 5, 5],  # never for three
            [5] * 11 + [9] * 3,  # in the twelfth, seen in the two that follow
            [5] * 14,
        ]
    )
    reached = when(runs, 9, is_at_least=True)
    assert reached.within == {12: 0.5}
    assert reached.not_within == 0.5
    assert when(-runs, -9, is_at_least=False) == when(runs, 9, is_at_least=True).__class__(-9, {12: 0.5}, 0.5)


def test_a_band_is_told_of_runs_and_of_no_run():
    drawn = np.random.default_rng(1).normal(100, 10, (1000, 2))
    first = bands(drawn)[0]
    assert np.mean((drawn[:, 0] >= first.low) & (drawn[:, 0] <= first.high)) == pytest.approx(0.9, abs=0.002)
    assert np.mean((drawn[:, 0] >= first.lower) & (drawn[:, 0] <= first.upper)) == pytest.approx(0.5, abs=0.002)


def test_a_share_is_of_the_last_known_population_and_turned_about():
    living = Population({2020: 100_000, 2021: 120_000})
    assert living.of(date(2020, 12, 1)) is None
    assert living.of(date(2021, 5, 1)) == 100_000, "of 31 December of the year before, as the indicator of it says"
    assert living.of(date(2026, 5, 1)) == 120_000
    share = forecast(
        "other_support",
        invented(1),
        months=36,
        runs=300,
        seed=1,
        level=Level(96, is_at_least=True),
        shown=living.without_support,
    )
    counted = forecast("adults", invented(1), months=36, runs=300, seed=1)
    assert share.bands[0].low == pytest.approx(100 * (1 - counted.bands[0].high / 120_000))
    assert sum(share.reached.within.values()) >= 0
    assert share.reached.within[36] + share.reached.not_within == pytest.approx(1)
