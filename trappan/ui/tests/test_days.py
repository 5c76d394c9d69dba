"""A moment is written as the day that it was here, not in UTC."""

from datetime import UTC, date, datetime

from trappan.ui.templatetags.ui import day, short_day

# A quarter past midnight on Thursday 12 November in Sweden.
LATE = datetime(2026, 11, 11, 23, 15, tzinfo=UTC)


def test_what_happened_after_midnight_happened_that_day():
    assert day(LATE) == day(date(2026, 11, 12)) == "12 november 2026"
    assert short_day(LATE, date(2026, 11, 12)) == short_day(date(2026, 11, 12), date(2026, 11, 12))
    assert short_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2026, 12, 31)).endswith("2027")
