"""The forecast from the spine: it reads what counting by hand gives, in the role for figures, and tells of nobody."""

import json
import random
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from trappan import database
from trappan.insight import outlook
from trappan.insight.forecast.figure import Population
from trappan.insight.forecast.moves import OTHER, Place, group_of
from trappan.insight.models import Build, Cell, PersonMonth, PlaceMonth
from trappan.insight.prepared import picture_of
from trappan.insight.role import counting
from trappan.schedules.clock import now
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
MONTHS, PEOPLE = 40, 120
FIRST = months_after(TODAY.replace(day=1), -MONTHS)
KINDS = ["workplace"] * 5 + ["language"] * 3 + ["ability"]
NOTHING = {
    "case_opened": False,
    "case_closed": False,
    "waits_for": "",
    "exit_in_shortage": False,
    "gender": "K",
    "age_band": "",
    "role": "applicant",
    "obstacle": "",
    "of_12": 0,
    "of_36": 0,
    "is_very_long": False,
    "is_new": False,
    "is_back": False,
    "is_ended": False,
    "requirement": "",
    "requirement_why": "",
    "is_reduced": False,
    "is_refused": False,
    "has_case": True,
    "expected": 0,
    "assigned": 0,
    "attended": 0,
    "excused": 0,
    "unexcused": 0,
    "exit_reason": "",
}


@pytest.fixture
def town():
    """Lay a spine by hand: who is on support, waits, and is where, by month; the last person is a child."""
    set_today(TODAY)
    chance = random.Random(4)
    rows = {}
    for person in range(PEOPLE):
        on, kind, in_a_row = True, "", 0
        for month in (months_after(FIRST, at) for at in range(MONTHS)):
            on = chance.random() < (0.95 if on else 0.3)
            in_a_row = in_a_row + 1 if on else 0
            kind = kind if kind and chance.random() < 0.8 else chance.choice([KINDS[person % 9], ""])
            planned = None if person % 4 == 0 and not kind else 600
            rows[month, person] = PersonMonth(
                month=month,
                pseudonym=person,
                on_support=on,
                is_head=on and person % 3 > 0,
                in_a_row=in_a_row,
                age=12 if person == PEOPLE - 1 else 30,
                planned=planned,
                is_placed=bool(kind),
                kind=kind,
                **NOTHING,
            )
        PlaceMonth.objects.create(
            month=months_after(FIRST, person % MONTHS),
            activity_id=person,
            unit_id=1,
            organiser_id=1,
            kind=KINDS[person % 9],
            places=10,
            taken=12,
            started=0,
            ended=0,
            assigned=0,
            attended=0,
        )
    PersonMonth.objects.bulk_create(rows.values())
    Build.objects.create(
        month=months_after(FIRST, MONTHS - 1), cutoff=now(), rows=0, added=0, removed=0, source={}, digest="", seconds=1
    )
    return rows


@pytest.fixture
def source(town):
    with counting():
        return outlook.read_source(TODAY)


def adults_of(town):
    found = {}
    for (month, person), row in town.items():
        if row.on_support and row.age >= 18:
            found.setdefault(month, {})[person] = row
    return found


def test_months_are_counted_as_by_hand_and_nobody_twice_in_a_year(town, source):
    adults = adults_of(town)
    assert source.adults == {month: len(people) for month, people in adults.items()}
    assert source.households == {
        month: sum(row.is_head for (at, _person), row in town.items() if at == month) for month in adults
    }
    months = sorted(adults)
    assert source.in_the_year == {
        month: len(set().union(*(adults[one] for one in months[at - 11 : at + 1])))
        for at, month in enumerate(months)
        if at >= 11
    }


def test_moves_are_counted_as_by_hand(town, source):
    def place(row):
        return row and Place(group_of(row.in_a_row), row.planned is not None and not row.is_placed, row.kind)

    adults, expected = adults_of(town), Counter()
    for month, later in pairwise([*sorted(adults), months_after(max(adults), 1)]):
        here = adults.get(later, {})
        for person in {*adults[month], *here}:
            expected[month, place(adults[month].get(person)), place(here.get(person))] += 1
    assert {(move.month, move.there, move.here): move.people for move in source.moves} == expected


def test_the_role_for_figures_reads_the_forecast_and_no_person(town):
    with counting():
        outlook.read_source(TODAY)
        with pytest.raises(DatabaseError), transaction.atomic():
            database.query("SELECT count(*) FROM people_person")
        with pytest.raises(DatabaseError), transaction.atomic():
            database.query("SELECT count(*) FROM assistance_supportmonth")


def told(**options):
    out = StringIO()
    call_command("forecast", runs=100, months=24, format="json", stdout=out, **options)
    return json.loads(out.getvalue())


def numbers_under(value, names, path=()):
    if isinstance(value, dict):
        for name, part in value.items():
            yield from numbers_under(part, names, (*path, name))
    elif isinstance(value, list):
        for part in value:
            yield from numbers_under(part, names, path)
    elif isinstance(value, int) and not isinstance(value, bool) and names & set(path):
        yield value


def test_the_command_tells_each_figure_with_its_proof_and_assumptions_and_of_nobody(town):
    answer = told(seed=7)
    assert answer == told(seed=7)
    assert {name: answer[name] for name in ("months", "runs", "seed")} == {"months": 24, "runs": 100, "seed": 7}
    households, share, in_the_year = answer["figures"]
    assert [month["month"] for month in households["forecast"]] == [
        f"{months_after(TODAY.replace(day=1), at):%Y-%m}" for at in range(24)
    ]
    assert households["history"] == [], "no month has been told"
    assert [one["ahead"] for one in households["back_test"]] == ["1–6", "7–12", "13–24"]
    assert share["forecast"] == in_the_year["forecast"] == []
    assert "vuxna" in share["why_not"]
    assert [one["ahead"] for one in answer["flow_back_test"]] == ["1–6", "7–12", "13–24"]
    # Nothing is told of one to four who wait, and a kind that few are in has no line of its own.
    assert all(waiting >= 5 for waiting in numbers_under(answer["queue"], {"waiting"}))
    assert {kind["kind"] for kind in answer["queue"]} == {"workplace", "language", OTHER}
    assert any("inget om någon enskild" in one for one in answer["assumptions"])


def test_the_share_is_forecast_when_the_population_is_known(source):
    answer, _flow = outlook.whole(source, Population({2020: 1000}), outlook.Asked(months=12, runs=100))
    share = answer["figures"][1]
    assert 85 < share["forecast"][0]["median"] < 95
    assert share["when"]["level"] == 96
    assert set(share["when"]["within"]) == {"12"}


def test_what_has_been_is_what_is_told_and_not_what_is_counted(town):
    """Held back and corrected, a month stands in the forecast as on the board; one that is hidden is left out."""
    one, hidden, december = months_after(FIRST, MONTHS - 1), months_after(FIRST, MONTHS - 2), date(2025, 12, 1)
    for month, indicator, numbers, shown in (
        (one, "households", (70, None), True),
        (hidden, "households", (69, None), False),
        (one, "adults", (80, None), True),
        (december, "other_support_in_year", (880, 1000), True),
    ):
        Cell.objects.create(
            indicator=indicator,
            period="month",
            month=month,
            value=0,
            numerator=numbers[0],
            denominator=numbers[1],
            shown=shown,
            build=Build.objects.get(),
        )
    with counting():
        source = outlook.read_source(TODAY)
    answer, _flow = outlook.whole(source, Population({2020: 1000}), outlook.Asked(months=12, runs=100))
    assert [figure["history"] for figure in answer["figures"]] == [
        [{"month": f"{one:%Y-%m}", "value": 70, "state": "whole"}],
        [{"month": f"{one:%Y-%m}", "value": 92.0, "state": "whole"}],
        [{"month": "2025-12", "value": 88.0, "state": "whole"}],
    ]
    assert source.households[one] != 70, "the sums go on from what is counted"
    for figure in answer["figures"]:
        assert picture_of(figure)["wide"].startswith("<svg")
    assert picture_of({**answer["figures"][0], "history": []}), "nothing is told yet"


def test_under_two_years_there_is_a_sentence_and_no_forecast(town):
    PersonMonth.objects.filter(month__lt=months_after(FIRST, MONTHS - 23)).delete()
    out = StringIO()
    with pytest.raises(CommandError, match="23 hela månader") as no:
        call_command("forecast", format="json", stdout=out)
    assert no.value.returncode == 2
    assert json.loads(out.getvalue())["figures"][0]["forecast"] == []


def test_a_broken_month_is_marked_and_told(town):
    broken = months_after(FIRST, 20)
    PersonMonth.objects.filter(month=broken, pseudonym__lt=PEOPLE // 2).update(is_head=False)
    answer = told()
    states = {month["month"]: month["state"] for month in answer["figures"][0]["history"]}
    assert {month for month, state in states.items() if state != "whole"} == {f"{broken:%Y-%m}"}
    assert any(f"{broken:%Y-%m}" in one for one in answer["assumptions"])


@pytest.mark.parametrize(("name", "value"), [("months", 37), ("months", 0), ("runs", 99), ("seed", -1)])
def test_what_cannot_be_asked_is_refused_in_a_sentence(name, value, db):
    with pytest.raises(CommandError, match=f"--{name}") as no:
        call_command("forecast", **{name: value})
    assert no.value.returncode == 2


def test_without_any_month_there_is_a_sentence(db):
    set_today(date(2026, 1, 1) + timedelta(days=1))
    with pytest.raises(CommandError, match="0 hela månader"):
        call_command("forecast", stdout=StringIO())
