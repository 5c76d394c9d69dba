"""The town meets the published figures, is the same every time, and holds nobody real."""

import csv
import itertools
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Count

from trappan.activities.forecast import forecast
from trappan.activities.models import Activity
from trappan.assistance.models import SupportMonth
from trappan.attendance.reports import due_on, is_missing, with_last_report
from trappan.cases.models import Case
from trappan.demo import bulk, cards
from trappan.demo.clock import TODAY
from trappan.demo.founding import build, found_town
from trappan.demo.numbers import Numbers
from trappan.demo.rooms import people, plans
from trappan.demo.rooms.assistance import NOT_WHOLE, households
from trappan.demo.rows import Rows
from trappan.demo.tables import ORDER
from trappan.desk.guide import picture
from trappan.desk.work.places import about_places
from trappan.desk.work.rows import person_url
from trappan.exchange.sus import all_due
from trappan.exchange.testing import run
from trappan.insight.forecast.series import series_of
from trappan.insight.models import Population, SeriesValue
from trappan.outcomes.models import Exit
from trappan.people.models import Grant, Number, Person
from trappan.placements.models import Placement
from trappan.placements.testing import slow
from trappan.staff.models import Membership
from trappan.staff.testing import as_

DATA = Path(__file__).parents[4] / "shared" / "data" / "testpersonnummer" / "skatteverket_testpersonnummer.csv"


def write_csv(path, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def flow():
    return households(Random(1), 1.0)


class TestTheFlow:
    def inside(self, flow, month):
        months, homes = flow
        at = months.index(month)
        return sum(any(start <= at < end for start, end in home.spells) for home in homes)

    def in_year(self, flow, year):
        months, homes = flow
        ats = [at for at, month in enumerate(months) if month.year == year]
        counts = [sum(any(start <= at < end for start, end in home.spells) for at in ats) for home in homes]
        return [count for count in counts if count]

    def test_households_in_the_published_months(self, flow):
        assert self.inside(flow, date(2021, 1, 1)) == 2703
        assert self.inside(flow, date(2024, 1, 1)) == 2087
        assert 2703 - 2087 == 616
        assert abs(self.inside(flow, date(2021, 12, 1)) - 2507) <= 2507 * 0.02

    def test_different_households_in_the_published_years(self, flow):
        assert len(self.in_year(flow, 2022)) == pytest.approx(3464, rel=0.01)
        assert len(self.in_year(flow, 2023)) == pytest.approx(3078, rel=0.01)

    def test_about_sixty_percent_stay_ten_months_or_more(self, flow):
        year = self.in_year(flow, 2022)
        assert sum(count >= 10 for count in year) / len(year) == pytest.approx(0.6, abs=0.03)

    def test_people_leave_and_return_and_no_series_is_a_straight_line(self, flow):
        months, homes = flow
        assert sum(len(home.spells) > 1 for home in homes) > 300
        series = [self.inside(flow, month) for month in months]
        steps = Counter(after - before for before, after in itertools.pairwise(series))
        assert len(steps) > 20


@pytest.fixture(scope="class")
def town(founded):
    with founded(0.05):
        yield


@pytest.mark.usefixtures("town")
@pytest.mark.django_db
class TestTheTown:
    def test_numbers_are_reserved_for_tests_or_reservnummer(self):
        numbers = list(Number.objects.values_list("number", flat=True))
        assert len(numbers) == len(set(numbers))
        if not DATA.exists():
            pytest.skip("the published list is not beside this checkout")
        reserved = set(DATA.read_text().split())
        assert [number for number in numbers if number[8] != "R" and number not in reserved] == []

    def test_who_applies_is_of_age_in_the_first_month_with_support(self):
        months = SupportMonth.objects.exclude(role="child").order_by("-month")
        first = dict(months.values_list("person", "month"))
        numbers = Number.objects.filter(person__in=first).order_by("-id")
        births = {one.person_id: one.number[:8] for one in numbers}
        ages = [
            first[person].year - int(birth[:4]) - (birth[4:] > f"{first[person]:%m%d}")
            for person, birth in births.items()
        ]
        assert len(ages) > 200
        assert min(ages) >= 18
        assert max(Counter(age for age in ages if age < 24).values()) < len(ages) / 12, "not all of one age"

    def test_one_month_is_broken_on_purpose_and_is_marked(self):
        heads = SupportMonth.objects.values("month").annotate(households=Count("household", distinct=True))
        found = series_of({one["month"]: one["households"] for one in heads})
        assert (found.broken, found.missing, found.unsure) == ((NOT_WHOLE,), (), ())
        assert found.counted[found.months.index(NOT_WHOLE)]

    def test_what_figures_stand_beside_would_be_taken_in_as_it_is(self, tmp_path, today):
        """The import has nothing against the town's own inhabitants and series, and finds nothing new in them."""
        write_csv(tmp_path / "population.csv", Population.objects.values("year", "gender", "adults"))
        series = SeriesValue.objects.values("period", "indicator", "area", "gender", "value", "source")
        write_csv(tmp_path / "series.csv", series)
        municipality = Population.objects.values_list("municipality__name", flat=True).first()
        told, status = run(tmp_path, "--municipality", municipality)
        assert (status, told["new"], told["changed"], told.get("notes", [])) == (0, 0, 0, [])
        assert told["unchanged"] == Population.objects.count() + SeriesValue.objects.count()
        assert SeriesValue.objects.filter(indicator="N31825", gender="").values("area").distinct().count() == 4

    def test_every_case_that_ended_has_one_valid_exit(self):
        closed = Case.objects.filter(closed_on__isnull=False)
        standing = Exit.objects.filter(reopened_on=None)
        assert {one.pk for one in closed} == set(standing.values_list("case_id", flat=True))
        assert all(one.day == one.case.closed_on for one in standing.select_related("case"))
        lasting = standing.filter(reason__in=["work", "studies"])
        assert not lasting.filter(held=False).exists(), "who came back is on the way again, or left otherwise"
        assert not lasting.filter(held=None, day__lt=TODAY - timedelta(days=60)).exists(), "each was asked about"
        assert Exit.objects.filter(held=False, reopened_on__isnull=False).exists()

    def test_what_the_tour_needs_is_there(self):
        def person(first, last):
            return Person.objects.get(given_name=first, family_name=last)

        assert person("Samira", "Påhitt").moves.count() == 6
        assert person("Yonas", "Exempelsson").numbers.count() == 2
        hodan = person("Hodan", "Sagolund")
        assert hodan.placements.filter(ends_on=None).values("unit__organisation").distinct().count() == 2 or (
            hodan.placements.count() == 2
        )
        eira = person("Eira", "Fantasidotter")
        assert eira.protection == "marked"
        assert not Grant.objects.filter(person=eira, unit__isnull=False).exists()
        assert Activity.objects.get(name="Matmissionen").starts_on.year == 2024
        assert not Activity.objects.get(name="Cykelverkstaden").placements.exists()
        assert Case.objects.filter(responsible=None, closed_on=None).count() >= 3

    def test_of_sheets_to_sus_some_are_keyed_in_some_wait_and_some_have_no_consent(self):
        found = all_due()
        keyed = {one.keyed_on is not None for one in found if one.consent_on}
        assert keyed == {True, False}
        assert any(one.consent_on is None for one in found)
        assert not any(one.lacking for one in found if one.keyed_on)

    def test_the_start_page_misses_the_reports_that_the_sites_miss(self):
        compared = 0
        for consultant in Membership.objects.filter(role="consultant")[:12]:
            with as_(consultant) as actor:
                people = list(Person.objects.values_list("pk", flat=True))
                found = {(row.url, row.due) for row in about_places(people, actor.today).missing}
                placed = with_last_report(Placement.objects.filter(person__in=people))
                assert found == {
                    (person_url(one.person_id), due_on(one, actor.today))
                    for one in placed
                    if is_missing(one, actor.today)
                }
                compared += len(found)
        assert compared

    def test_the_workplaces_of_the_documents_are_in_the_catalogue(self):
        for name in (
            "Växtcentrum",
            "Café Vidingsjö",
            "Drivbänk odling",
            "Servicegrupperna",
            "Snickeriet",
            "Textilverksamheten",
            "Café Drivbänk",
            "Stadsmissionens café",
            "Stadsmissionens restaurang",
            "Stadsmissionens second hand",
            "Matmissionen",
            "Kalejdo",
        ):
            activity = Activity.objects.select_related("unit__organisation").get(name=name)
            assert activity.branch
            assert activity.trains
            assert activity.challenge
            assert activity.languages
            partner = name.startswith(("Stadsmissionens", "Matmissionen"))
            assert (activity.unit.organisation.name == "Östergötlands Stadsmission") is partner
        assert Activity.objects.get(name="Kalejdo").themes.count() == 3
        assert Activity.objects.get(name="Servicegrupperna").crews.count() == 3
        assert Activity.objects.get(name="Drivbänk odling").season_from == 3

    def test_no_protected_person_is_open_to_a_unit(self):
        assert not Grant.objects.filter(unit__isnull=False).exclude(person__protection="none").exists()

    def test_the_places_to_come_are_a_slow_counts_on_every_site_and_week(self):
        """Day by day and hour by hour: the town's schedules begin and end on the hour."""
        activities = list(Activity.objects.all())
        assert len(activities) == 17
        with as_(Membership.objects.filter(role="consultant").first()):
            lanes = forecast(activities, TODAY)
        for lane in lanes:
            found = [(one.free, one.taken) if one else None for one in lane.weeks]
            assert found == slow(lane.activity, TODAY, len(lane.weeks), 60), lane.activity

    def test_the_clock_stands_on_the_day_of_the_tour(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT today()")
            assert cursor.fetchone() == (TODAY,)


def test_each_file_of_the_cards_holds_the_card_of_its_name():
    files = {path.stem for path in Path(cards.__file__).parent.glob("*.py")} - {"__init__"}
    assert sorted(card.key for card in cards.CARDS) == sorted(files)
    assert all(getattr(cards, card.key).CARD is card for card in cards.CARDS)


def test_one_begins_with_eight_cards_and_each_has_a_picture():
    assert len(cards.START) == 8
    assert len({card.key for card in cards.CARDS}) == len(cards.CARDS)
    assert [card.key for card in cards.CARDS if picture(card.key) is None] == []


def test_numbers_never_run_out():
    numbers = Numbers(set())
    given = [numbers.next(date(2006, 3, 1), "K") for _person in range(2000)]
    assert len(set(given)) == 2000
    assert all(re.fullmatch(r"[0-9]{8}([0-9]{4}|R[0-9]{3})", number) for number in given)


class TestALargeTown:
    def test_the_first_office_has_a_fifth_and_the_others_differ_in_size(self):
        town = build(Rows(ORDER), Random(1), 40)
        assert len(town.social) == 80
        assert sum(town.shares) == pytest.approx(1)
        assert town.shares[0] == 0.2
        assert max(town.shares[1:]) / min(town.shares[1:]) > 5

    def test_units_and_workplaces_are_no_larger_than_in_a_small_town(self):
        town = build(Rows(ORDER), Random(1), 40)
        small = build(Rows(ORDER), Random(1), 1)
        assert small.shares == [0.5, 0.5]
        assert len(town.labour) == 40 * len(small.labour)
        assert {len(made) for made in town.consultants.values()} == {14}
        assert max(site.places for site in town.sites) == max(site.places for site in small.sites)
        assert {len(near) for near in town.near.values()} == {len(small.sites)}


@pytest.mark.django_db
class TestLoadingInBulk:
    """Every guard is back as it was, and has been asked about every row."""

    STANDING = """
        SELECT conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid)
        FROM pg_constraint ORDER BY 1, 2
    """
    INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
    TRIGGERS = """
        SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger
        WHERE NOT tgisinternal ORDER BY 1, 2
    """

    def house(self):
        with connection.cursor() as cursor:
            found = []
            for question in (self.STANDING, self.INDEXES, self.TRIGGERS):
                cursor.execute(question)
                found.append(cursor.fetchall())
            return found

    @pytest.mark.parametrize("whole_tables", [True, False])
    def test_leaves_guards_and_indexes_as_they_were(self, whole_tables, monkeypatch):
        if not (whole_tables and bulk.whole_tables()):
            monkeypatch.setattr(bulk, "whole_tables", lambda: False)
        before = self.house()
        made = found_town(scale=0.02, seed=3)
        assert self.house() == before
        assert Case.objects.count() == made["cases_case"]
        numbers = list(Case.objects.order_by("opened_on", "id").values_list("number", flat=True))
        assert numbers == sorted(numbers)
        assert len(set(numbers)) == len(numbers)

    @pytest.mark.parametrize("whole_tables", [True, False])
    def test_a_row_that_refers_to_nobody_stops_all(self, whole_tables, monkeypatch):
        if not (whole_tables and bulk.whole_tables()):
            monkeypatch.setattr(bulk, "whole_tables", lambda: False)
        with pytest.raises(IntegrityError), transaction.atomic():
            with bulk.in_bulk(["people_number"], unread=[], unguarded=[]):
                rows = Rows(["people_number"])
                rows.add("people_number", person_id=7, number="20000101R001", starts_on="2024-01-01")
                rows.send()


@pytest.mark.django_db
def test_the_same_seed_makes_the_same_town():
    def trace():
        with transaction.atomic():
            made = found_town(scale=0.03, seed=5)
            found = list(Number.objects.order_by("id").values_list("number", flat=True))
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
        return made, found

    assert trace() == trace()


@pytest.mark.django_db
def test_nobody_gets_two_steps_on_a_day():
    """At scale 40 somebody comes back and is mapped on the day of an earlier step."""
    town = build(Rows(ORDER), Random(1), 0.01)
    human = people.person(town, "applicant", "Provsson")
    for _twice in range(2):
        plans.step(town, human, 1, TODAY, author=1, evidence="Kommer till avtalade möten")
    rows = town.rows
    moves = rows.waiting["plans_stepmove"]
    days = [move[rows.columns["plans_stepmove"].index("day")] for move in moves]
    assert len(set(days)) == 2
