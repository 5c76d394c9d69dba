"""A period is half-open: it holds on its first day and no longer on the day it ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.staff.models import Unit
from trappan.staff.testing import make_unit
from trappan.testing import TODAY

near = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))


DAYS = [TODAY + timedelta(days=days) for days in (-9, -1, 0, 1)]
PERIODS = [(first, after) for first in DAYS for after in (None, *DAYS) if after is None or first < after]


@pytest.mark.django_db
@pytest.mark.parametrize(("starts_on", "ends_on"), PERIODS)
def test_the_database_answers_as_the_row_does(today, starts_on, ends_on):
    unit = make_unit(starts_on=starts_on, ends_on=ends_on)
    for day in (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)):
        assert (unit in Unit.objects.on(day)) is unit.covers(day)
    assert (unit in Unit.objects.in_force()) is unit.covers(TODAY)
    assert (unit in Unit.objects.lasting(TODAY)) is (ends_on is None or ends_on > TODAY)


@given(near, st.none() | near, near)
def test_it_holds_from_its_first_day_until_the_day_before_it_ends(starts_on: date, ends_on: date | None, day: date):
    days = {starts_on + timedelta(days=n) for n in range(10)}
    inside = {one for one in days if ends_on is None or one < ends_on}
    assert Unit(starts_on=starts_on, ends_on=ends_on).covers(day) is (day in inside)
