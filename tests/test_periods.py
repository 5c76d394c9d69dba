"""A period is half-open: it holds on its first day and no longer on the day it ends."""

import re
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trappan
from trappan.exchange.readers import last_in
from trappan.refusals import Refused
from trappan.schedules.periods import day_before
from trappan.staff.models import Unit
from trappan.staff.testing import make_unit
from trappan.testing import TODAY
from trappan.ui.forms import Form, LastDayField

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


PACKAGE = Path(trappan.__file__).parent
# Where a day called `ends_on` is the day on which something happened, not the day after the last.
HAPPENED = {"MoveOnForm", "referral.html", "referrals.html"}


def forms_of_ours():
    """Return every class of form that asks for something."""
    for path in sorted(PACKAGE.rglob("forms*/**/*.py")) + sorted(PACKAGE.glob("*/forms.py")):
        module = import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, Form) and found.__module__ == module.__name__:
                yield found


def test_every_form_asks_for_the_last_day():
    asked = [
        f"{form.__name__}.{name}"
        for form in forms_of_ours()
        for name, field in form.base_fields.items()
        if name in ("ends_on", "closes_on", "valid_to", "until") and form.__name__ not in HAPPENED
        if not isinstance(field, LastDayField)
    ]
    assert asked == []
    assert sum(isinstance(field, LastDayField) for form in forms_of_ours() for field in form.base_fields.values()) > 10


def test_every_page_shows_the_last_day():
    plain = re.compile(r"(?:ends_on|closes_on|last_end)\|(?!day_before)\w+")
    shown = [
        f"{path.name}: {found}"
        for path in PACKAGE.rglob("*.html")
        if path.name not in HAPPENED
        for found in plain.findall(path.read_text())
    ]
    assert shown == []


def test_what_is_typed_as_the_last_day_is_kept_as_the_day_after():
    class One(Form):
        ends_on = LastDayField()

    form = One({"ends_on": "2026-11-30"})
    assert form.is_valid()
    assert form.cleaned_data["ends_on"] == date(2026, 12, 1)
    assert 'value="2026-11-30"' in str(form["ends_on"])
    assert 'value="2026-11-30"' in str(One(initial={"ends_on": date(2026, 12, 1)})["ends_on"])
    assert not One({"ends_on": "9999-12-31"}).is_valid()


def test_a_file_says_the_last_day_and_shows_it_as_it_said_it():
    read_last_day = last_in("")
    assert read_last_day("2026-11-30") == date(2026, 12, 1)
    assert day_before(date(2026, 12, 1)) == date(2026, 11, 30)
    with pytest.raises(Refused, match="tom"):
        read_last_day("9999-12-31")
