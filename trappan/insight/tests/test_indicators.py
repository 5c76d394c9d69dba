"""Indicators: counted alike by two databases, rolled up right, and given out in one shape."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO

import duckdb
import ibis
import pytest
from django.core.management import CommandError, call_command

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.insight.indicators.breakdowns import BREAKDOWNS, DIMENSIONS, TITLES
from trappan.insight.indicators.counting import finest, question, spine
from trappan.insight.indicators.definitions import BY_NAME, TOLD
from trappan.insight.models import Cell, PersonMonth
from trappan.insight.testing import MONTH, build, make_months
from trappan.schedules.months import months_after

pytestmark = pytest.mark.django_db
OCTOBER = months_after(MONTH, -1)


@pytest.fixture
def town(today):
    """Two months: twelve women and nine men on support, two of each no more in the second, one man new in it."""
    for at in range(12):
        make_months(0b10 if at < 2 else (1 << 20) - 1, gender="K", born=f"19{60 + at}0105")
    for at in range(8):
        make_months(0b10 if at < 2 else 0b11, gender="M", born=f"19{60 + at}0105")
    make_months(0b1, gender="M")
    build(OCTOBER, MONTH)


def given_out(**asked):
    out = StringIO()
    call_command("figures", format="json", stdout=out, **asked)
    return json.loads(out.getvalue())


def test_every_indicator_is_said_whole():
    assert len(BY_NAME) == len(TOLD)
    assert all(one.title and one.unit and one.definition for one in TOLD)
    assert set(TITLES) == set(DIMENSIONS)
    assert {name for by in BREAKDOWNS for name in by} <= set(DIMENSIONS)


def test_two_databases_count_alike(town):
    columns = {name: str(kind.copy(nullable=True)) for name, kind in spine().schema().items()}
    kinds = {"int64": "BIGINT", "int32": "INTEGER", "int16": "SMALLINT", "string": "VARCHAR"}
    with duckdb.connect() as duck:
        said = ", ".join(f"{name} {kinds.get(kind, kind)}" for name, kind in columns.items())
        duck.execute(f"CREATE TABLE insight_personmonth ({said})")
        held = PersonMonth.objects.values_list(*columns)
        duck.executemany(f"INSERT INTO insight_personmonth VALUES ({', '.join('?' * len(columns))})", list(held))
        found = duck.execute(ibis.to_sql(finest(spine()), dialect="duckdb")).fetchall()
    here = [tuple(row) for row in database.query(question())]
    assert len(here) > 5
    # As numbers, whatever each calls them; nothing counted is a fraction.
    assert sorted(map(alike, here)) == sorted(map(alike, found))


def alike(row):
    return [str(int(one)) if isinstance(one, int | Decimal) else str(one) for one in row]


@pytest.mark.requirement("R-169")
def test_cells_add_up_and_equal_a_plain_count_over_the_tables_of_people(town):
    for month in (OCTOBER, MONTH):
        support = SupportMonth.objects.filter(month=month)
        told = {(one.indicator, *one.part): one.numerator for one in Cell.objects.filter(month=month)}
        assert told["people",] == support.count()
        assert told["households",] == support.values("household").distinct().count()
        assert told["people", "K"] == support.filter(person__gender="K").count()
        for by in BREAKDOWNS:
            parts = Cell.objects.filter(month=month, indicator="people", by=list(by))
            assert sum(one.numerator for one in parts) == told["people",], by
    now = {one.indicator: one for one in Cell.objects.filter(month=MONTH, by=[])}
    assert {name: now[name].numerator for name in ("new", "returned", "ended")} == {"new": 1, "returned": 0, "ended": 4}
    assert (now["long_term"].value, now["long_term"].denominator) == (round(1000 / 17, 1), 17)
    assert "very_long_term" not in now, "nobody can look three years back yet"


def test_a_breakdown_in_which_anybody_could_be_few_is_not_told_at_all(town):
    ages = Cell.objects.filter(month=MONTH, indicator="people", by=["gender", "age_band"])
    assert any(0 < one.numerator < 5 for one in ages)
    assert not any(one.shown for one in ages)
    assert all(one.shown for one in Cell.objects.filter(month=MONTH, indicator="people", by=["gender"]))
    assert not Cell.objects.get(month=MONTH, indicator="new", by=[]).shown, "one is few also of all"


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
