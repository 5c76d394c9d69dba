"""Indicators: counted alike by two databases, rolled up right, and given out in one shape."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.insight.disclosure.plan import PLAN
from trappan.insight.indicators.breakdowns import DIMENSIONS, TITLES
from trappan.insight.indicators.counting import finest, question, spine
from trappan.insight.indicators.definitions import BY_NAME, TOLD
from trappan.insight.indicators.reading import why_hidden
from trappan.insight.jobs import carry_out_telling, tell, to_tell
from trappan.insight.models import BuildOrder, Cell, Chart, PersonMonth
from trappan.insight.testing import MONTH, add_months, build, build_all, make_months, tell_all
from trappan.insight.tests.duck import alike
from trappan.insight.told import told as told_to
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
OCTOBER, DECEMBER = months_after(MONTH, -1), date(2026, 12, 1)


@pytest.fixture
def town(today):
    """Two months: twelve women and nine men on support, two of each no more in the second, one man new in it."""
    for at in range(12):
        make_months(0b10 if at < 2 else (1 << 20) - 1, gender="K", born=f"19{60 + at}0105")
    for at in range(8):
        make_months(0b10 if at < 2 else 0b11, gender="M", born=f"19{60 + at}0105")
    make_months(0b1, gender="M")
    build(OCTOBER, MONTH)
    set_today(DECEMBER)
    assert tell_all() == [2026]


def given_out(**asked):
    out = StringIO()
    call_command("figures", format="json", stdout=out, **asked)
    return json.loads(out.getvalue())


def test_what_the_stock_gives_away_is_named_in_the_log_with_why(today, caplog):
    """Two women fewer and none new: that more than one ended is known of the stock, and not of what was told before."""
    for at in range(12):
        always = (1 << 20) - 1
        make_months(always - 1 if at < 2 else always, gender="K", born=f"19{60 + at}0105")
        make_months(always, gender="M", born=f"19{60 + at}0105")
    build(OCTOBER, MONTH)
    set_today(DECEMBER)
    tell_all()
    said = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    named = {one.split(" is of few people")[0] for one in said}
    assert {"ended 2026-11", "ended 2026-11 (gender K)"} <= named
    assert all(one.startswith("ended 2026-11") for one in named)
    assert all("follows from the number of people on support" in one for one in said)
    assert not Cell.objects.filter(indicator="ended", month=MONTH, period="month", shown=True, numerator__gt=0).exists()


def test_every_indicator_is_said_whole():
    assert len(BY_NAME) == len(TOLD)
    assert all(one.title and one.unit and one.definition for one in TOLD)
    assert set(TITLES) == set(DIMENSIONS)
    published = {name for one in PLAN.indicators.values() for by in one.by for name in by}
    assert published <= set(DIMENSIONS)
    assert set(BY_NAME) <= set(PLAN.indicators), "each has its line in the plan"


def test_other_engines_count_alike(town, elsewhere):
    here = [tuple(row) for row in database.query(question())]
    assert len(here) > 5
    assert sorted(map(alike, here)) == elsewhere(PersonMonth, finest(spine()))


@pytest.mark.requirement("R-169")
def test_cells_add_up_and_equal_a_plain_count_over_the_tables_of_people(town):
    for month in (OCTOBER, MONTH):
        support, cells = SupportMonth.objects.filter(month=month), Cell.objects.filter(month=month, period="month")
        told = {(one.indicator, *one.part): one.numerator for one in cells if len(one.by) < 2}
        assert told["people",] == support.count()
        assert told["households",] == support.values("household").distinct().count()
        assert told["people", "K"] == support.filter(person__gender="K").count()
        for by in PLAN["people"].by:
            parts = cells.filter(indicator="people", by=list(by))
            assert sum(one.numerator for one in parts) == told["people",], by
    now = {one.indicator: one for one in Cell.objects.filter(month=MONTH, period="month", by=[])}
    assert {name: now[name].numerator for name in ("new", "ended")} == {"new": 1, "ended": 4}
    assert (now["long_term"].value, now["long_term"].denominator) == (round(1000 / 17, 1), 17)
    assert "very_long_term" not in now, "nobody can look three years back yet"


def test_what_would_tell_of_few_is_not_shown_and_a_correction_of_one_is_not_told(town):
    few = Cell.objects.filter(period="month", numerator__range=(1, 4))
    assert few.exists()
    assert not few.filter(shown=True).exists()
    assert Cell.objects.get(month=MONTH, period="month", indicator="people", by=[]).shown
    finest = Cell.objects.filter(period=Cell.FINEST)
    assert finest.exists()
    assert not finest.filter(shown=True).exists()
    people = Cell.objects.filter(indicator="people", period="month").order_by("id")
    stood = list(people.values_list("month", "by", "part", "numerator"))
    add_months(make_months(0), [MONTH])
    build(MONTH)
    assert tell_all() == [2026]
    assert list(people.values_list("month", "by", "part", "numerator")) == stood, "as it was told"
    assert set(people.filter(corrected=True).values_list("month", flat=True)) == {MONTH}
    for _one in range(9):
        add_months(make_months(0), [MONTH])
    build(MONTH)
    tell_all()
    assert people.get(month=MONTH, by=[]).numerator == 27, "so many that nobody is told of: it is told anew"
    assert not people.filter(corrected=True).exists()


def test_a_month_is_told_when_it_is_over_and_not_by_its_first_days(today):
    """Told early, the first thirty would hold back the three men, and they all who come after."""
    for _one in range(30):
        make_months(0b1)
    build(MONTH)
    tell_all()
    assert not Cell.objects.exists(), "the month goes on"
    for at in range(63):
        make_months(0b1, gender="M" if at < 3 else "K")
    build_all()
    tell_all()
    set_today(DECEMBER)
    build_all()
    assert tell_all() == [2026], "no building has changed anything: that it is over is enough"
    of_all = Cell.objects.get(indicator="people", period="month", by=[], month=MONTH)
    assert (of_all.numerator, of_all.shown, of_all.corrected) == (93, True, False)
    build_all()
    assert tell_all() == []


def test_a_month_that_stands_though_corrected_is_marked_wherever_it_is_read(client, town):
    add_months(make_months(0), [MONTH])
    build(MONTH)
    tell_all()
    reader = make_colleague("board_reader", make_unit("management"))
    with as_(reader):
        marked = {cell.month: cell.corrected for cell in told_to(["people"])}
    assert marked == {OCTOBER: False, MONTH: True}
    sign_in(client, reader)
    page = markup(client.get(reverse("insight:indicator", args=["people"])))
    word = '<span class="muted small">rättad sedan dess</span>'
    assert page.count(word) == 4, "in the heading, the table of months, and at each part"
    rows = sheet(client.get(reverse("insight:board"), {"file": "xlsx"}).content)
    people = [row[-1] == "Ja" for row in rows if row[0] == str(BY_NAME["people"].title)]
    assert people == [False, True]


def test_what_has_not_moved_is_not_told_again_and_what_moves_meanwhile_waits(town):
    before = set(Cell.objects.values_list("id", "build"))
    build(MONTH)
    assert tell_all() == []
    add_months(make_months(0), [MONTH])
    build(MONTH)
    (order,) = to_tell()
    BuildOrder.objects.create(month=OCTOBER)
    assert tell(order) is None, "a month of the year waits to be built"
    assert set(Cell.objects.values_list("id", "build")) == before


def test_the_latest_year_is_drawn_when_it_is_told_before_years_that_wait(today):
    """Whoever opens the board sees it while earlier years are still gone through."""
    for _one in range(9):
        make_months((1 << 13) - 1)
    build(*(months_after(OCTOBER, -n) for n in range(3)), months_after(MONTH, -12))
    latest, before = to_tell()
    carry_out_telling(latest)
    assert list(to_tell()) == [before]
    assert Chart.objects.filter(name="people").count() == 2


class TestTheCommand:
    def test_an_indicator_is_given_out_in_one_shape(self, town):
        told = given_out(indicator="households", first="2026-10", last="2026-11")
        assert list(told) == ["indicator", "title", "unit", "definition", "cutoff", "rows"]
        assert told["indicator"] == "households"
        assert told["title"] == "Hushåll med ekonomiskt bistånd"
        assert told["cutoff"].startswith("2026-11-12T")
        assert told["rows"] == [
            {"month": "2026-10", "value": 20, "numerator": 20, "denominator": None, "shown": True},
            {"month": "2026-11", "value": 17, "numerator": 17, "denominator": None, "shown": True},
        ]

    def test_by_gender_each_row_says_whose_it_is(self, town):
        told = given_out(indicator="people", first="2026-11", last="2026-11", by="gender")
        assert [(row["gender"], row["value"]) for row in told["rows"]] == [("K", 10), ("M", 7)]

    def test_what_is_hidden_has_no_numbers_and_is_the_same_whatever_they_are(self, town):
        told = given_out(indicator="new", first="2026-11", last="2026-11")
        nothing = {"value": None, "numerator": None, "denominator": None}
        assert told["rows"] == [{"month": "2026-11", **nothing, "shown": False}]

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ({"indicator": "wealth", "first": "2026-10", "last": "2026-11"}, "--indicator"),
            ({"indicator": "people", "first": "2026-13", "last": "2026-11"}, "--from"),
            ({"indicator": "people", "first": "2026-10", "last": "november"}, "--to"),
            ({"indicator": "people", "first": "2026-11", "last": "2026-10"}, "--from"),
            ({"indicator": "people", "first": "2026-10", "last": "2026-11", "by": "gender,unit,kind"}, "--by"),
            ({"indicator": "people", "first": "2026-10", "last": "2026-11", "by": "name"}, "--by"),
            ({}, "--indicator"),
            ({"indicator": "people", "rebuild": True}, "--indicator"),
        ],
    )
    def test_what_cannot_be_asked_is_refused_in_a_sentence(self, today, asked, said):
        with pytest.raises(CommandError, match=said) as no:
            given_out(**asked)
        assert no.value.returncode == 2

    def test_months_of_which_nothing_is_known_say_so(self, today):
        with pytest.raises(CommandError, match="rebuild"):
            given_out(indicator="people", first="1998-01", last="1998-12")

    def test_rebuilt_by_hand_all_months_stand(self, today):
        make_months(0b111)
        out = StringIO()
        call_command("figures", rebuild=True, format="json", stdout=out)
        assert json.loads(out.getvalue())["months"] == 3
        assert set(PersonMonth.objects.values_list("month", flat=True)) == {months_after(MONTH, -n) for n in range(3)}
        assert date(2026, 9, 1) in set(Cell.objects.values_list("month", flat=True))


def test_each_figure_says_by_its_own_rule_why_numbers_of_it_are_hidden():
    said = {name: " ".join(why_hidden(BY_NAME[name])) for name in ("people", "days_to_plan", "days_to_plan_nine")}
    assert "under fem" in said["people"]
    assert ("färre än 5 personer" in said["days_to_plan"], "alla delar eller ingen" in said["days_to_plan"]) == (
        True,
        True,
    )
    assert "färre än 20 personer" in said["days_to_plan_nine"]
