"""Seasons over New Year and within a year."""

import pytest

from trappan.schedules.season import in_words, is_in_season


@pytest.mark.parametrize(("month", "season", "there"), [(3, (3, 10), True), (11, (3, 10), False), (1, (11, 2), True)])
def test_a_season_may_go_over_new_year(month, season, there):
    assert is_in_season(month, season) is there


def test_without_a_season_it_is_always_open_and_one_is_read_in_words():
    assert all(is_in_season(month, None) for month in range(1, 13))
    assert in_words((3, 10)) == "mars–oktober"
