"""By week: equal to what is counted by hand, across months and years, and told beside the month to whom it may be."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.attendance.models import Attendance
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.insight.charts.keeping import draw_charts
from trappan.insight.indicators.counting import spine
from trappan.insight.indicators.weeks import prepare_weeks, question, sums
from trappan.insight.models import Cell, Chart, PersonMonth, PersonMonthKey, PersonWeek
from trappan.insight.testing import add_months, build
from trappan.insight.tests.duck import alike
from trappan.insight.tests.test_board import built, cell
from trappan.plans.models import Plan
from trappan.plans.testing import make_mapping
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.schedules.weeks import monday_of, month_of_week, months_within, written
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
COVERAGE = reverse("insight:coverage")
OCTOBER = date(2026, 10, 1)
STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAYS = [date(2026, 9, 28) + timedelta(days=7 * at) for at in range(5)]


def make_weeks(unit, came, *, size=40, mondays=tuple(MONDAYS), **about):
    """Make rows of a unit by hand: in each week so many of its people came, the first ones always."""
    PersonWeek.objects.bulk_create(
        PersonWeek(
            week=monday,
            month=month_of_week(monday),
            pseudonym=unit * 1000 + at,
            gender="K",
            unit_id=unit,
            should=True,
            target=600,
            planned=300,
            attended=240 if at < number else 0,
            in_month=at < max(came),
            **about,
        )
        for monday, number in zip(mondays, came, strict=True)
        for at in range(size)
    )


def tell_month(parts, month=OCTOBER):
    """Tell a month by hand: of each unit how many came of how many, and of all."""
    for indicator in ("coverage", "under_requirement"):
        numbers = {unit: (came, of) if indicator == "coverage" else (of, None) for unit, (came, of) in parts.items()}
        cell(indicator, month, *map(sum_of, zip(*numbers.values(), strict=True)))
        for unit, one in numbers.items():
            cell(indicator, month, *one, unit=str(unit))


def sum_of(numbers):
    return None if None in numbers else sum(numbers)


def shown(week, *part, name="coverage_weekly"):
    """Return what is told of a week: its value, None where it is hidden, and whether it stands corrected."""
    found = Cell.objects.filter(indicator=name, period="week", month=week, part=list(part)).first()
    return found and (found.value if found.shown else None, found.corrected)


class TestCounted:
    @pytest.fixture
    def person(self, db):
        """Somebody with support, placed on Mondays, Thursdays and Saturdays from the end of September 2026."""
        set_today(date(2026, 9, 24))
        case = make_case()
        week = "mån 9-12, tor 9-12, lör 9-12"
        self.placement = put(case, make_activity(starts_on=date(2021, 1, 1)), week, starts_on=MONDAYS[0])
        add_months(case.person, [months_after(OCTOBER, at) for at in range(-6, 4)])
        make_mapping(case)
        decided = datetime(2026, 10, 7, 9, tzinfo=STOCKHOLM)
        about = {"person": case.person, "case": case, "goal": "Arbete", "review_on": date(2027, 1, 1)}
        Plan.objects.create(**about, weekly_minutes=1400, decided_at=decided, imported=True)
        set_today(date(2027, 2, 1))
        return case.person

    def come(self, *days):
        one = self.placement
        about = {"person": one.person, "placement": one, "unit_id": one.unit_id, "mark": "present"}
        Attendance.objects.bulk_create(Attendance(day=day, **about) for day in days)

    def weeks(self, person):
        key = PersonMonthKey.objects.get(person=person)
        found = PersonWeek.objects.filter(pseudonym=key.pseudonym).order_by("week")
        return {written(one.week): (f"{one.month:%m}", one.should, one.attended, one.in_month) for one in found}

    @pytest.mark.requirement("R-030", "R-162")
    def test_a_week_is_of_its_thursdays_month_and_counts_all_seven_days(self, person):
        self.come(date(2026, 9, 28), date(2026, 10, 8), date(2026, 12, 28), date(2027, 1, 2))
        build(*(months_after(OCTOBER, at) for at in (0, 1, 2, 3)))
        weeks = self.weeks(person)
        assert weeks["2026-W40"] == ("10", True, 180, True), "a Monday in September, of October"
        assert weeks["2026-W41"] == ("10", True, 180, True)
        assert weeks["2026-W42"] == ("10", True, 0, True)
        assert weeks["2026-W45"] == ("11", True, 0, False), "who came in no week of November"
        assert weeks["2026-W53"] == ("12", True, 360, True), "2 January lies in the old year's last week"
        assert weeks["2027-W01"] == ("01", True, 0, True)
        plans = {written(one.week): (one.target, one.planned) for one in PersonWeek.objects.all()}
        assert (plans["2026-W40"], plans["2026-W41"]) == ((None, None), (1400, 0)), "the plan of the week's end"
        assert list(weeks)[-1] == "2027-W04", "January's last week, of the Thursday"

    def test_weeks_are_the_same_in_whatever_order_months_are_built_and_follow_both_months(self, person):
        months = [months_after(OCTOBER, at) for at in (0, 1, 2, 3)]
        self.come(date(2026, 12, 28))
        build(*months)
        before = set(PersonWeek.objects.values_list("id", "week", "attended"))
        build(*months)
        assert set(PersonWeek.objects.values_list("id", "week", "attended")) == before, "nothing is written again"
        stood = self.weeks(person)
        PersonWeek.objects.all().delete()
        PersonMonth.objects.all().delete()
        build(*reversed(months))
        assert self.weeks(person) == stood
        self.come(date(2027, 1, 2))
        build(date(2027, 1, 1))
        assert self.weeks(person)["2026-W53"] == ("12", True, 360, True), "by the building of January"

    def test_weeks_of_long_ago_are_not_built_and_stay(self, person):
        build(OCTOBER)
        stood = PersonWeek.objects.count()
        set_today(date(2027, 12, 1))
        build(OCTOBER)
        assert PersonWeek.objects.count() == stood
        PersonWeek.objects.all().delete()
        build(OCTOBER)
        assert not PersonWeek.objects.exists()

    def test_a_persons_week_names_nobody(self):
        columns = {field.name for field in PersonWeek._meta.fields}
        assert columns.isdisjoint({"person", "name", "number", "case", "colleague", "responsible"})


class TestTold:
    @pytest.fixture
    def told_october(self, today):
        """Two units whose weeks are told, and a third of few, beside what is told of October."""
        for unit, came in ((1, (20, 22, 24, 22, 30)), (2, (25, 25, 25, 25, 32))):
            make_weeks(unit, came)
        tell_month({1: (30, 40), 2: (32, 40)})
        prepare_weeks()

    @pytest.mark.requirement("R-030", "R-129")
    def test_a_week_is_told_as_a_whole_and_by_unit_beside_its_month(self, told_october):
        assert shown(MONDAYS[0]) == (round(100 * 45 / 80, 1), False)
        assert shown(MONDAYS[1], "1") == (55.0, False)
        assert shown(MONDAYS[1], name="hours_planned_weekly") == (50.0, False)
        assert shown(MONDAYS[1], name="hours_attended_weekly") == (23.8, False), "in tens of hours: 190 of 800"
        assert shown(MONDAYS[1], "1", name="hours_planned_weekly") is None, "told as a whole alone"
        assert prepare_weeks() == 0, "and is not written again"

    def test_a_week_waits_for_the_months_that_it_lies_in(self, today):
        lies_in_two = date(2026, 10, 26)
        assert months_within(lies_in_two) == {OCTOBER, date(2026, 11, 1)}
        make_weeks(1, (20, 22, 24, 22, 30))
        prepare_weeks()
        assert not Cell.objects.filter(period="week").exists(), "of no month that is not told"
        tell_month({1: (30, 40)})
        prepare_weeks()
        assert shown(MONDAYS[3]) == (55.0, False)
        assert shown(lies_in_two) is None
        make_weeks(1, (9,), mondays=(date(2026, 11, 2),))
        tell_month({1: (28, 40)}, date(2026, 11, 1))
        prepare_weeks()
        assert shown(lies_in_two) == (75.0, False)

    def test_what_the_month_hides_no_week_tells(self, today):
        make_weeks(1, (20, 22, 24, 22, 30))
        make_weeks(2, (20, 22, 24, 22, 30))
        tell_month({1: (30, 40), 2: (30, 40)})
        Cell.objects.filter(indicator="coverage", by=["unit"]).update(shown=False)
        prepare_weeks()
        assert shown(MONDAYS[0])[0] == 50.0
        assert shown(MONDAYS[0], "1") == (None, False)

    def test_weeks_stand_until_they_are_of_five_more_or_fewer_and_their_month_is_told_as_they_count(self, told_october):
        before = shown(MONDAYS[0])[0]
        one = PersonWeek.objects.filter(week=MONDAYS[0], unit_id=1, attended__gt=0).first()
        PersonWeek.objects.filter(pk=one.pk).update(attended=0)
        prepare_weeks()
        assert shown(MONDAYS[0]) == (before, True), "one fewer: it stands, and is marked"
        gone = PersonWeek.objects.filter(week=MONDAYS[0], unit_id=1, attended__gt=0)[:4]
        PersonWeek.objects.filter(pk__in=[row.pk for row in gone]).update(attended=0)
        Cell.objects.filter(indicator="coverage", by=[]).update(numerator=61)
        prepare_weeks()
        assert shown(MONDAYS[0]) == (before, True), "the month is told of others"
        Cell.objects.filter(indicator="coverage", by=[]).update(numerator=62)
        prepare_weeks()
        assert shown(MONDAYS[0]) == (50.0, False)

    def test_other_engines_count_alike(self, told_october, elsewhere):
        here = [tuple(row) for row in database.query(question())]
        assert len(here) == 10
        assert sorted(map(alike, here)) == elsewhere(PersonWeek, sums(spine(PersonWeek)))

    def test_the_command_gives_weeks_out(self, told_october, capsys):
        asked = {"indicator": "coverage", "first": "2026-W40", "last": "2026-W41", "format": "json"}
        call_command("figures", **asked, by="unit")
        said = json.loads(capsys.readouterr().out)
        assert (said["indicator"], len(said["rows"])) == ("coverage", 4)
        assert {**said["rows"][0], "unit": ""} == {
            "week": "2026-W40",
            "unit": "",
            "value": 50,
            "numerator": 20,
            "denominator": 40,
            "shown": True,
        }
        call_command("figures", **asked | {"format": "text"})
        assert "2026-W41  58.8" in capsys.readouterr().out
        for wrong in ({"by": "gender"}, {"indicator": "households"}, {"first": "2025-W53"}, {"last": "2026-10"}):
            with pytest.raises(CommandError):
                call_command("figures", **asked | wrong)

    def test_a_picture_is_drawn_of_three_weeks(self, told_october):
        draw_charts()
        wide = Chart.objects.get(name="coverage_weekly", size="wide")
        assert "I aktivitet av dem som ska vara det, per vecka" in wide.svg
        assert "Från 56,2" in wide.svg
        assert all(f"v. {week}" in wide.svg for week in (40, 41, 42, 43)), "the first too"


class TestPage:
    @pytest.fixture
    def office(self, today):
        unit = make_unit("office", name="=Norr")
        make_weeks(unit.pk, (20, 22, 24, 22, 30))
        make_weeks(0, (3, 3, 3, 3, 4), size=6)
        tell_month({unit.pk: (30, 40)})
        for week, figure in ((MONDAYS[0], 20), (MONDAYS[1], 22)):
            about = {"period": "week", "indicator": "coverage_weekly", "month": week, "denominator": 40}
            Cell.objects.create(**about, numerator=figure, value=figure * 2.5, shown=True, build=built(OCTOBER))
            about |= {"by": ["unit"], "part": [str(unit.pk)]}
            Cell.objects.create(**about, numerator=3, value=7.5, shown=False, build=built(OCTOBER))
        return unit

    @pytest.mark.requirement("R-030", "R-161")
    def test_weeks_stand_beside_their_month_without_what_is_hidden(self, client, office, django_assert_max_num_queries):
        sign_in(client, make_colleague("board_reader", make_unit("management")))
        # Twelve at most, and the two savepoints that are the test's own.
        with django_assert_max_num_queries(14):
            page = " ".join(markup(client.get(COVERAGE)).replace("\xa0", " ").split())
        for words in ("Vecka för vecka, oktober 2026", "vecka 40", "vecka 41", "50,0 %", "22 av 40"):
            assert words in page
        assert "3 av 40" not in page
        assert "Din enhet vecka för vecka" not in page
        rows = sheet(client.get(COVERAGE, {"file": "weeks"}).content)
        assert rows[1][2:6] == ["2026-W40", "20", "40", "50"]
        assert rows[2][1:6] == ["'=Norr", "2026-W40", *["döljs"] * 3]

    def test_a_head_sees_the_own_unit_whole_and_no_other(self, client, office):
        head = make_colleague("head_of_unit", office)
        other = make_colleague("head_of_unit", make_unit("office", office.organisation, name="Söder"))
        sign_in(client, head)
        page = " ".join(markup(client.get(COVERAGE)).replace("\xa0", " ").split())
        assert "Din enhet vecka för vecka" in page
        assert "30 av 40" in page, "a week that is over, though it is not told"
        reader = make_colleague("director", make_unit("management"))
        for who, weeks in ((head, 4), (other, 0), (reader, 0)):
            with as_(who):
                found = database.rows("insight_own_weeks", MONDAYS[0], MONDAYS[3] + timedelta(days=7))
                assert len(found) == weeks

    def test_a_month_of_which_no_week_is_told_says_so(self, client, office):
        Cell.objects.filter(period="week").delete()
        sign_in(client, make_colleague("director", make_unit("management")))
        assert "Inget visas per vecka" in markup(client.get(COVERAGE))


def test_weeks_have_the_numbers_of_the_calendar():
    assert written(date(2026, 12, 28)) == "2026-W53"
    assert written(date(2025, 12, 29)) == "2026-W01"
    assert month_of_week(date(2025, 12, 29)) == date(2026, 1, 1)
    assert monday_of("2026-W53") == date(2026, 12, 28)
    for wrong in ("2025-W53", "2026-53", "2026-W1", "W40", "2026-W400"):
        with pytest.raises(ValueError, match=r".*"):
            monday_of(wrong)
