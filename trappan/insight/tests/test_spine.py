"""The spine: equal to what is counted by hand, the same however often and in whatever order it is built."""

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.insight.jobs import build_month, order_months, waiting
from trappan.insight.models import Build, Cell, PersonMonth, PersonMonthKey, PlacementMonth, PlaceMonth
from trappan.insight.testing import MONTH, add_months, build, build_all, digests, make_months, tell_all
from trappan.people.models import Person
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(today):
    """Thirty people with five years of support here and there, drawn by lot: some together, some children."""
    lot = Random(14)
    people = []
    for at in range(30):
        back = lot.getrandbits(62) | lot.getrandbits(62) if at % 3 else (1 << lot.randrange(1, 62)) - 1
        shared = SupportMonth.objects.filter(person=people[-1]).first() if at % 4 == 1 else None
        born = "20150607" if at % 5 == 4 else f"19{50 + at}0105"
        people.append(make_months(back, gender="KM"[at % 2], born=born, household=shared and shared.household))
    return people


def row_of(person, month):
    key = PersonMonthKey.objects.get(person=person)
    return PersonMonth.objects.filter(month=month, pseudonym=key.pseudonym).first()


def who_had_none(month):
    return Person.objects.exclude(pk__in=SupportMonth.objects.filter(month=month).values("person")).earliest("pk")


def by_hand(person, month):
    """Say a person's month as one would with a calendar and a pencil."""
    had = set(SupportMonth.objects.filter(person=person).values_list("month", flat=True))

    def ago(n):
        return months_after(month, -n) in had

    in_a_row = next(n for n in range(61) if n == 60 or not ago(n))
    last = [ago(n) for n in range(36)]
    held = [n for n in range(36) if last[n]]
    breaks = [later - one - 1 for one, later in pairwise(held)]
    earlier = any(ago(n) for n in range(1, 60))
    return {
        "on_support": ago(0),
        "in_a_row": in_a_row,
        "of_12": sum(last[:12]),
        "of_36": sum(last),
        "is_very_long": last[0] and sum(last) >= 27 and max(breaks, default=0) <= 2,
        "is_new": ago(0) and not earlier,
        "is_back": ago(0) and not ago(1) and earlier,
        "is_ended": ago(1) and not ago(0),
    }


class TestCounted:
    @pytest.mark.requirement("R-162")
    def test_every_row_is_what_is_counted_by_hand_and_every_sum_that_of_the_tables_of_people(self, town):
        looked_at = [months_after(MONTH, -n) for n in (0, 1, 17, 40)]
        build(*looked_at)
        for month in looked_at:
            for person in town:
                row, said = row_of(person, month), by_hand(person, month)
                if row is None:
                    assert not said["on_support"]
                    assert not said["is_ended"]
                else:
                    assert {name: getattr(row, name) for name in said} == said, (person.pk, month)
        for month in looked_at:
            rows, support = PersonMonth.objects.filter(month=month), SupportMonth.objects.filter(month=month)
            assert rows.filter(is_head=True).count() == support.values("household").distinct().count()
            assert rows.filter(on_support=True).count() == support.count()
            women = rows.filter(gender="K", on_support=True)
            assert women.count() == support.filter(person__gender="K").count()

    def test_a_household_is_its_applicant_and_age_is_that_of_the_months_end(self, today):
        head = make_months(0b1, gender="K", born="20081130")
        home = SupportMonth.objects.get().household
        other = make_months(0b1, gender="M", born="20081201", household=home)
        build(MONTH)
        one, two = row_of(head, MONTH), row_of(other, MONTH)
        assert (one.is_head, one.age, one.age_band) == (True, 18, "18-24")
        assert (two.is_head, two.age, two.age_band) == (False, 17, "0-17")
        assert one.household == two.household

    def test_a_month_that_nobody_has_reported_ends_nobodys_support(self, today):
        make_months(0b10)
        set_today(date(2026, 12, 1))
        build(MONTH)
        assert not PersonMonth.objects.filter(month=MONTH, is_ended=True).exists()
        tell_all()
        assert not Cell.objects.filter(month=MONTH).exists(), "and has no figures"
        make_months(0b1)
        build(MONTH)
        assert PersonMonth.objects.filter(month=MONTH, is_ended=True).count() == 1

    def test_who_stands_behind_a_row_is_drawn_by_lot_and_kept_apart(self, town):
        build(MONTH)
        keys = dict(PersonMonthKey.objects.values_list("person_id", "pseudonym"))
        assert len(set(keys.values())) == len(town)
        ordered = [keys[person] for person in sorted(keys)]
        assert ordered != sorted(ordered), "no order of the persons' own is left"
        columns = {field.name for model in (PersonMonth, PlacementMonth, PlaceMonth) for field in model._meta.fields}
        assert columns.isdisjoint({"person", "name", "number", "case", "colleague", "responsible"})


class TestBuiltAnew:
    def stands(self):
        rows = set(PersonMonth.objects.values_list("id", "month", "pseudonym"))
        return rows, digests()

    def test_what_has_not_moved_is_not_written_again(self, town):
        months = [months_after(MONTH, -n) for n in range(3)]
        build(*months)
        before = self.stands()
        build(*months)
        assert self.stands() == before
        assert {(one.added, one.removed) for one in Build.objects.order_by("-id")[:3]} == {(0, 0)}

    @settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(order=st.permutations([months_after(MONTH, -n) for n in (0, 1, 2, 13)]))
    def test_months_are_the_same_in_whatever_order_they_are_built(self, town, order):
        build(*sorted(order))
        built = digests()
        PersonMonth.objects.all().delete()
        build(*order)
        assert digests() == built

    def test_the_list_of_builds_says_what_has_changed_since(self, town):
        build(MONTH)
        someone = who_had_none(MONTH)
        add_months(someone, [MONTH])
        build(MONTH)
        last = Build.objects.latest("id")
        assert (last.added, last.removed, last.rows) == (1, 1, PersonMonth.objects.count()), "one row is another"
        assert row_of(someone, MONTH).on_support


class TestNight:
    @pytest.fixture
    def year(self, today):
        """Two who had support for eleven months, and a third who had it at times."""
        return [make_months(back) for back in ((1 << 11) - 1, (1 << 11) - 1, 0b10000011)]

    def test_each_night_builds_six_months_and_the_older_ones_whose_source_has_moved(self, year):
        assert len(build_all(every=False)) == 11, "what was never built is built first"
        six = [months_after(MONTH, -n) for n in range(6)]
        assert build_all(every=False) == six
        moved = months_after(MONTH, -8)
        add_months(year[2], [moved])
        again = build_all(every=False)
        assert again == [months_after(MONTH, -n) for n in range(9)], "it and those that look back to it"
        assert row_of(year[2], moved).on_support
        night = digests()
        assert len(build_all()) == 11
        assert digests() == night, "as if all had been built"

    def test_on_a_sunday_all_months_are_ordered(self, year):
        build(*[months_after(MONTH, -n) for n in range(11)])
        set_today(date(2026, 11, 15))
        assert order_months() == 11

    def test_a_month_waits_once_however_often_it_is_ordered(self, today):
        make_months(0b1)
        assert (order_months(every=True), order_months(every=True)) == (1, 0)
        (one,) = waiting()
        assert build_month(one) == MONTH
        assert build_month(one) is None, "done, and not done again"
        assert order_months(every=True) == 1

    def test_in_an_empty_house_there_is_nothing_to_build(self, today):
        assert build_all() == []
        assert database.value("insight_support_since") is None
