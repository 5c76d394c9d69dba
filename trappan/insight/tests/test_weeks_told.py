"""What is told by week gives nobody away beside what is told of the month, and the other way round."""

import random
from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from trappan.insight.disclosure.figures import Figure, Key, Row
from trappan.insight.disclosure.publishing import publish
from trappan.insight.disclosure.weeks import WeekRow, keys_of, month_keys, numbers_of, publish_weeks, unsupported
from trappan.insight.tests.outsider import Outsider

OCTOBER = date(2026, 10, 1)
WEEKS = [date(2026, 9, 28), date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 26)]
LAST = WEEKS[-1]


def town(seed, sizes=(9, 30, 60), often=0.7):
    """People of a few units who come or not, week by week: rows by week, and of the month by gender too."""
    drawn = random.Random(seed)
    counts, of_month = defaultdict(lambda: [0, 0, 0, 0]), defaultdict(lambda: [0, 0])
    for unit, size in enumerate(sizes):
        for _one in range(size):
            likely = drawn.choice((0, often / 4, often, 1))
            came = [drawn.random() < likely for _week in WEEKS]
            on_sunday = drawn.random() < 0.1
            gender = drawn.choice("KM")
            of_month[str(unit), gender][0] += any(came)
            of_month[str(unit), gender][1] += 1
            for week, inner in zip(WEEKS, came, strict=True):
                count, hit = counts[week, str(unit)], inner or (week == LAST and on_sunday)
                count[0] += hit
                count[1] += 1
                count[2] += hit and any(came)
                count[3] += any(came)
    rows = [WeekRow(week, unit, *count) for (week, unit), count in sorted(counts.items())]
    month = [
        row
        for (unit, gender), (hits, of) in sorted(of_month.items())
        for parts in [{"unit": unit, "gender": gender}]
        for row in (Row("coverage", OCTOBER, parts, hits, of), Row("under_requirement", OCTOBER, parts, of))
    ]
    return rows, month


def told(rows, month):
    """Tell the month as the plan has it, and its weeks beside it: all figures."""
    of_month = [one for one in publish(month).figures if one.key.by in ((), ("unit",), ("gender",), ("gender", "unit"))]
    return of_month, publish_weeks(OCTOBER, rows, {one.key: one.shown for one in of_month})


def naively(figures):
    """Hide the few alone."""
    return [
        replace(one, shown=not any(0 < value < 5 for value in (one.numerator, one.denominator - one.numerator)))
        for one in figures
    ]


class Reader(Outsider):
    """Knows of each unit and gender what is told, and how the weeks of a month hang together with it."""

    def __init__(self, of_month, of_weeks):
        super().__init__([])
        self.most = 400
        figures = [*of_month, *of_weeks]
        self.named = {
            name: sorted({one.key.part[one.key.by.index(name)] for one in of_month if name in one.key.by})
            for name in ("unit", "gender")
        }
        for place in [(unit, gender) for unit in self.named["unit"] for gender in self.named["gender"]]:
            came, stayed = self.at("month", "hits", None, place), self.at("month", "rest", None, place)
            for week in WEEKS:
                inner, between, outer, others, rest = (
                    self.at("week", what, week, place) for what in ("inner", "between", "outer", "others", "rest")
                )
                self.know({inner: 1, between: 1, came: -1}, 0)
                self.know({outer: 1, others: 1, stayed: -1}, 0)
                self.know({inner: 1, outer: 1, rest: 1, came: -1, stayed: -1}, 0)
                if week != LAST:
                    self.know({outer: 1}, 0)
            weeks = {self.at("week", "inner", week, place): 1 for week in WEEKS}
            self.know(weeks | {came: -1, self.at("week", "again", None, place): -1}, 0)
        for one in figures:
            if one.shown:
                hits, of = one.numerator, one.denominator
                if of is None:
                    self.know(self.both(one.key), hits)
                else:
                    self.know(self.side(one.key, "hits"), hits)
                    self.know(self.side(one.key, "rest"), of - hits)

    def classes(self, key):
        parts = dict(zip(key.by, key.part, strict=True))
        chosen = [[parts[name]] if name in parts else self.named[name] for name in ("unit", "gender")]
        return [(unit, gender) for unit in chosen[0] for gender in chosen[1]]

    def side(self, key, what):
        of_week = key.indicator == "coverage_weekly"
        if not of_week:
            return {self.at("month", what, None, place): 1 for place in self.classes(key)}
        whats = {"hits": ("inner", "outer"), "rest": ("rest",), "between": ("between",)}[what]
        return {self.at("week", one, key.month, place): 1 for one in whats for place in self.classes(key)}

    def both(self, key):
        return self.side(key, "hits") | self.side(key, "rest")


def exposed(reader, figures, rows):
    """Return which number of few is known by the reader not to be one at most, or not to be five or more."""
    betweens = defaultdict(int)
    for row in rows:
        for key in keys_of(row.week, [row.unit]):
            betweens[key] += row.in_month - row.inner
    found = []
    for one in figures:
        sides = {"hits": one.numerator, "rest": (one.denominator or one.numerator) - one.numerator}
        if one.key in betweens:
            sides["between"] = betweens[one.key]
        for what, value in sides.items():
            if 0 < value < 5:
                low, high = reader.between(reader.side(one.key, what))
                if low > 1 or high < 5:
                    found.append((one.key, what, low, high))
    return found


@pytest.mark.requirement("R-030", "R-129")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_reads_months_and_weeks_together_finds_nobody(seed):
    rows, month = town(seed)
    of_month, of_weeks = told(rows, month)
    assert any(one.shown for one in of_weeks), "and something is told"
    assert exposed(Reader(of_month, of_weeks), [*of_month, *of_weeks], rows) == []


def test_the_same_reader_finds_people_where_the_few_alone_are_hidden():
    rows, month = town(1)
    of_month, of_weeks = told(rows, month)
    few = naively(of_weeks)
    found = exposed(Reader(of_month, few), [*of_month, *few], rows)
    assert [low for _key, _what, low, high in found if low == high], "and some exactly"


def test_weeks_that_are_safe_by_themselves_give_somebody_away_beside_the_month():
    """All but one of those who came in the month came in the week, in units of enough people."""
    rows = [WeekRow(week, unit, 29, 40, 29, 30) for week in WEEKS for unit in ("1", "2")]
    shown = dict.fromkeys((*month_keys(OCTOBER, "12"), *month_keys(OCTOBER, "12", "under_requirement")), True)
    figures = publish_weeks(OCTOBER, rows, shown)
    assert {one.shown for one in figures} == {False}, "two who came in the month and not in this week, of all"
    many = [replace(row, hits=20, inner=20) for row in rows]
    assert {one.shown for one in publish_weeks(OCTOBER, many, shown)} == {True}


def test_what_the_month_hides_of_a_unit_no_week_tells():
    rows = [WeekRow(week, unit, 20, 40, 20, 30) for week in WEEKS for unit in ("1", "2", "3")]
    shown = dict.fromkeys(month_keys(OCTOBER, "123"), True)
    hidden = shown | dict.fromkeys(month_keys(OCTOBER, "12")[1:], False)
    found = {one.key.part: one.shown for one in publish_weeks(OCTOBER, rows, hidden)}
    assert found == {(): True, ("1",): False, ("2",): False, ("3",): True}
    assert not any(one.shown for one in publish_weeks(OCTOBER, rows, {})), "nor anything where the month is not told"


def test_what_is_out_stays_and_what_comes_later_is_not_there_yet():
    rows = [WeekRow(week, unit, 20, 40, 20, 30) for week in WEEKS for unit in ("1", "2")]
    shown = dict.fromkeys(month_keys(OCTOBER, "12"), True)
    early = publish_weeks(OCTOBER, rows, shown, later={LAST})
    assert {one.key.month for one in early} == set(WEEKS[:-1])
    stood = {one.key: one.shown for one in early} | {Key("coverage_weekly", "week", WEEKS[1], (), ()): False}
    later = {one.key: one.shown for one in publish_weeks(OCTOBER, rows, shown | stood)}
    assert not later[Key("coverage_weekly", "week", WEEKS[1], (), ())]
    assert later[Key("coverage_weekly", "week", LAST, (), ())]


def test_who_came_only_on_days_of_the_week_before_keeps_a_unit_untold():
    """Then the weeks add up to fewer than the month, and the difference would be those."""
    rows = [WeekRow(week, "1", 6, 40, 6, 33) for week in WEEKS]
    shown = dict.fromkeys(month_keys(OCTOBER, "1"), True)
    assert {key.by for key in unsupported(OCTOBER, rows, shown)} == {(), ("unit",)}
    assert unsupported(OCTOBER, [replace(row, hits=7, inner=7) for row in rows], shown) == []


def test_a_figure_is_of_all_its_units():
    rows = [WeekRow(LAST, "1", 3, 9, 3, 4), WeekRow(LAST, "", 1, 2, 0, 1)]
    assert numbers_of(rows)[Key("coverage_weekly", "week", LAST, (), ())] == (4, 11)
    assert all(isinstance(one, Figure) for one in publish_weeks(OCTOBER, rows, {}))


@pytest.mark.parametrize("seed", [1, 4])
def test_who_knows_one_unit_finds_nobody_of_another(seed):
    rows, month = town(seed, sizes=(8, 12, 30, 40, 60))
    of_month, of_weeks = told(rows, month)
    assert any(one.shown for one in of_weeks if one.key.by), "and something is told of units"
    for unit in sorted({row.unit for row in rows}):
        known = [
            [replace(one, shown=one.shown or unit in one.key.part) for one in both] for both in (of_month, of_weeks)
        ]
        others = [one for one in [*of_month, *of_weeks] if unit not in one.key.part]
        assert exposed(Reader(*known), others, rows) == [], f"to the head of {unit}"
