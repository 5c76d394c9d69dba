"""Weeks and months: read as written, never overlapping, right at the edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.refusals import Refused
from trappan.schedules.months import month_later, months_between, next_month
from trappan.schedules.week import MINUTES_A_DAY, Part, read_week, week_of

parts = st.builds(
    lambda day, start, length: Part(
        day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + min(start + length, MINUTES_A_DAY - 1)
    ),
    st.integers(0, 6),
    st.integers(0, 1400),
    st.integers(1, 600),
).filter(lambda part: part.minutes > 0)


def test_a_week_as_the_import_writes_it():
    week = read_week("mon 09:00-15:00, wed 09:00-12:00")
    assert str(week) == "mon 09:00-15:00, wed 09:00-12:00"
    assert week.minutes == 9 * 60


@pytest.mark.parametrize("text", ["mån 9-15", "Mån 9.00–15.00", "måndag 9-15", "mon 09:00-15:00"])
def test_swedish_and_short_ways_are_read_alike(text):
    assert read_week(text) == read_week("mon 09:00-15:00")


@pytest.mark.parametrize("text", ["", "mån", "mån 15-9", "mån 9-25", "foo 9-15", "mån 9:75-15", "mån 9-12, mån 11-13"])
def test_what_cannot_be_is_refused(text):
    with pytest.raises(Refused):
        read_week(text)


@given(st.lists(parts, max_size=6))
def test_written_and_read_again_a_week_is_itself(given_parts):
    try:
        week = week_of(given_parts)
    except Refused:
        minutes = [minute for part in given_parts for minute in range(part.start, part.end)]
        assert len(minutes) > len(set(minutes)), "only overlaps are refused"
        return
    if week.parts:
        assert read_week(str(week)) == week
    assert week.minutes == len({m for part in week.parts for m in range(part.start, part.end)})


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_month_later_is_the_same_day_or_the_months_last(day):
    later = month_later(day)
    assert (later.year, later.month) == (next_month(day).year, next_month(day).month)
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(st.dates(date(2020, 1, 1), date(2024, 1, 1)), st.integers(0, 60))
def test_months_between_are_all_and_each_once(first, count):
    last = first
    for _step in range(count):
        last = next_month(last)
    assert len(months_between(first, last)) == count + 1
