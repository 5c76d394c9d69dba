"""The week that is pressed: rows read back as they were made, and a grid that fills every day exactly."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.schedules.week import EVERY, MINUTES_A_DAY, A, B, Part, Week, read_week, week_of
from trappan.ui.forms import Form
from trappan.ui.testing import pressed
from trappan.ui.week.fields import WeekField
from trappan.ui.week.grid import Block, grid
from trappan.ui.week.rows import Press, Row, minute_of, pressed_hour, read_press, rows_of, week_from


class Asking(Form):
    week = WeekField(required=False)


def asking(sent):
    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return Asking(data)


@st.composite
def parts(draw):
    """Parts of a week of any minutes, some every other week, whether or not they overlap."""
    found = []
    for _one in range(draw(st.integers(0, 8))):
        day, start = draw(st.integers(0, 6)), draw(st.integers(0, MINUTES_A_DAY - 1))
        end = draw(st.integers(start + 1, MINUTES_A_DAY))
        weeks = draw(st.sampled_from([EVERY, A, B]))
        found.append(Part(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end, weeks))
    return found


@st.composite
def weeks(draw):
    """A week in which nothing overlaps."""
    kept: list[Part] = []
    for part in draw(parts()):
        if not any(part.meets(other) for other in kept):
            kept.append(part)
    return week_of(kept)


@given(weeks())
def test_a_week_is_read_back_from_its_rows_and_from_a_form(week):
    read = week_from(rows_of(week.parts))
    assert read == (week if week.parts else None)
    form = asking(pressed(str(week)))
    assert form.is_valid()
    assert form.cleaned_data["week"] == (week if week.parts else None)


@given(parts(), st.sampled_from([EVERY, A, B]))
def test_the_grid_fills_every_day_to_the_last_half_hour_and_shows_every_part(found, letter):
    lines = grid([Block(part) for part in found], letter)
    for day in range(7):
        at = 0
        for number, line in enumerate(lines):
            for cell in (one for one in line.cells if one.day == day):
                assert number == at, "cells of a day follow each other, with no hole and none over another"
                assert cell.tall > 0
                at += cell.tall
        assert at == len(lines)
    apart = all(not one.meets(other) for number, one in enumerate(found) for other in found[:number])
    drawn = [cell for line in lines for cell in line.cells if cell.block]
    wanted = [part for part in found if letter == EVERY or part.weeks in (EVERY, letter)]
    if apart and letter != EVERY and all(part.minutes >= 60 for part in found):
        assert sorted(cell.block.part for cell in drawn) == sorted(wanted)
    assert any(cell.clashes for cell in drawn) <= (not apart)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [("9", 540), ("9.30", 570), ("9:30", 570), ("9,30", 570), ("0930", 570), (" 13 ", 780), ("24", 1440)],
)
def test_a_time_is_read_as_people_write_it(typed, minute):
    assert minute_of(typed) == minute


@pytest.mark.parametrize("typed", ["nio", "25", "9.75", "9.3", "-1", "24.01", "", "9–10"])
def test_what_is_no_time_is_refused_in_words(typed):
    with pytest.raises(Refused, match="inget klockslag"):
        assert minute_of(typed) == 540


def test_hours_that_are_pressed_grow_a_row_and_give_it_days():
    rows: list[Row] = []
    for day, hour in ((0, 9), (0, 10), (0, 11), (2, 10), (4, 15)):
        rows = pressed_hour(rows, Press("hour", day=day, hour=hour))
    assert rows == [Row((0, 2), "9", "12"), Row((4,), "15", "16")]
    assert str(week_from(rows)) == "mon 09:00-12:00, wed 09:00-12:00, fri 15:00-16:00"


def test_an_hour_of_week_a_leaves_what_is_there_every_week_alone():
    rows = pressed_hour([Row((0,), "9", "12")], Press("hour", weeks=A, day=0, hour=12))
    assert rows == [Row((0,), "9", "12"), Row((0,), "12", "13", A)]


@given(st.text(max_size=12))
def test_a_button_that_no_page_has_draws_the_week_and_no_more(text):
    press = read_press(text)
    assert press.what in {"draw", "add", "drop", "hour"}
    assert 0 <= press.day < 7
    assert 0 <= press.hour < 24


@pytest.mark.django_db
@given(
    st.dictionaries(st.sampled_from(["week-rows", "week-press", "week-0-days", "week-0-from", "week-0-to"]), st.text())
)
def test_whatever_is_sent_is_a_week_or_a_sentence(sent):
    form = asking({name: [value] for name, value in sent.items()})
    assert form.is_valid() or form.is_pressed or form.errors["week"]
    assert "week-rows" in str(form["week"])


def test_a_button_of_the_week_judges_nothing_and_loses_nothing():
    sent = {**pressed("mån 9-12"), "week-0-from": "nio", "week-press": "add"}
    form = asking(sent)
    assert not form.is_valid()
    assert not form.errors
    drawn = str(form["week"])
    assert 'value="nio"' in drawn
    assert 'name="week-rows" value="2"' in drawn


def test_a_row_that_meets_another_is_marked_and_both_are_named():
    form = asking(pressed("mån 9-12") | {"week-rows": 2, "week-1-days": ["0"], "week-1-from": "11", "week-1-to": "13"})
    assert not form.is_valid()
    assert form.errors["week"] == ["mån 9–12 och mån 11–13 går in i varandra. Ändra en av dem."]
    assert str(form["week"]).count("data-bad") == 2


@pytest.mark.django_db
def test_weeks_a_and_b_are_drawn_apart_only_where_they_differ():
    assert str(asking(pressed("mån 9-12"))["week"]).count("<table") == 1
    assert str(asking(pressed("mån 9-12, mån 13-15 A"))["week"]).count("<table") == 2
    assert isinstance(read_week("mån 9-12 A"), Week)


@pytest.mark.django_db
def test_the_grid_says_which_of_weeks_a_and_b_is_now():
    set_today(date(2026, 11, 12))
    drawn = str(asking(pressed("mån 9-12 B"))["week"])
    assert drawn.count("denna vecka") == 1
    assert drawn.index("Vecka A") < drawn.index("Vecka B") < drawn.index("denna vecka"), "week 46 is a B"
    set_today(date(2026, 12, 31))
    drawn = str(asking(pressed("mån 9-12 B"))["week"])
    assert drawn.index("denna vecka") < drawn.index("Vecka B"), "week 53 is an A"
