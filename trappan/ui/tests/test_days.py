"""Days in words are Stockholm's: a moment after midnight here is still the day before in the database's time."""

from datetime import UTC, date, datetime

import pytest

from trappan.ui.templatetags.ui import day, month, month_year, short_day

AFTER_MIDNIGHT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (day, "1 januari 2027"),
        (month, "jan"),
        (month_year, "jan 2027"),
        (lambda value: short_day(value, date(2026, 12, 31)), "1 jan 2027"),
    ],
)
def test_a_moment_is_told_by_the_day_it_is_here(words, said):
    assert words(AFTER_MIDNIGHT) == said
    assert words(date(2027, 1, 1)) == said
