"""One day's hours are pressed or typed: read as they are said, and refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.schedules.week import Part
from trappan.ui.forms import Form
from trappan.ui.week.day import HoursField
from trappan.ui.week.rows import Row, pressed_stretch


class Asking(Form):
    times = HoursField(label="Tider")


def asking(**sent):
    return Asking({f"times-{name}": value for name, value in sent.items()})


@pytest.mark.parametrize(("start", "end", "part"), [("9", "12.30", (540, 750)), ("0", "24", (0, 1440))])
def test_what_is_typed_is_the_days_part(start, end, part):
    form = asking(**{"from": start, "to": end})
    assert form.is_valid()
    assert form.cleaned_data["times"] == Part(*part)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("", "", "Skriv från när"), ("9", "", "Skriv från när"), ("12", "9", "slutet"), ("x", "9", "inget klockslag")],
)
def test_what_cannot_be_is_refused_in_words(start, end, said):
    form = asking(**{"from": start, "to": end})
    assert said in form.errors["times"][0]


def test_a_pressed_hour_is_drawn_and_nothing_is_judged():
    form = asking(**{"from": "9", "to": "10", "press": "every 0 12"})
    assert not form.is_valid()
    assert form.errors == {}
    drawn = str(form["times"])
    assert 'value="9"' in drawn
    assert 'value="13"' in drawn
    assert drawn.count('aria-pressed="true"') == 4


@given(st.lists(st.integers(0, 23), min_size=1, max_size=6))
def test_pressing_reaches_to_each_hour_or_begins_anew(hours):
    row = Row()
    for hour in hours:
        before = row.hours
        row = pressed_stretch(row, (0,), hour)
        start, end = row.hours
        assert start <= hour * 60 < end
        inside = before is not None and before[0] <= hour * 60 and hour * 60 + 60 <= before[1]
        assert (
            (end - start == 60)
            if inside or before is None
            else (start, end) == (min(before[0], hour * 60), max(before[1], hour * 60 + 60))
        )
