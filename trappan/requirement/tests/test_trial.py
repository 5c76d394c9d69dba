"""A version of the rules tried before it is decided: numbers that are right, rounded, and of nobody."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan import database
from trappan.people.models import Household
from trappan.plans.hours import propose
from trappan.requirement.trial import TakesTooLong, tried
from trappan.rules.operations import withdraw_rules
from trappan.rules.rulesets import rules_on
from trappan.rules.testing import draft
from trappan.schedules.months import months_after, next_month
from trappan.staff.testing import as_, make_colleague
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


def put(months: list[date], count: int, born: str = "19800101", obstacle: str = "unemployed", first: int = 1) -> None:
    """Put so many invented people with support in these months into the database, past everything."""
    home = Household.objects.create(reference=f"alla {first}")
    with connection.cursor() as cursor:
        for person in range(first, first + count):
            cursor.execute(
                "INSERT INTO people_person (id, given_name, family_name, gender, languages, interpreter, education) "
                "VALUES (%s, 'A', 'B', '', '{}', false, '')",
                [person],
            )
            cursor.execute(
                "INSERT INTO people_number (person_id, number, starts_on) VALUES (%s, %s, '2020-01-01')",
                [person, f"{born}R{person:03}"],
            )
            for month in months:
                cursor.execute(
                    "INSERT INTO assistance_supportmonth (person_id, household_id, month, role, household_type, "
                    "obstacle) VALUES (%s, %s, %s, 'applicant', 3, %s)",
                    [person, home.pk, month, obstacle],
                )


@pytest.fixture
def sture():
    return make_colleague("administrator")


def first_ahead(today):
    return months_after(next_month(today), 2)


def numbers(trial):
    return {str(words): (people, months) for words, people, months in trial.rows if people or months}


class TestNumbers:
    """Who is judged otherwise, told in rounded numbers; nothing is changed."""

    @pytest.mark.requirement("R-234")
    def test_people_who_would_no_longer_come_under_it_are_counted(self, sture, today):
        put([months_after(OCTOBER, -back) for back in range(3)], 12)
        put([months_after(OCTOBER, -back) for back in range(9)], 6, first=20)
        before = rules_on(today)
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
            trial = tried(version.pk, 3)
        assert numbers(trial) == {"Omfattades, skulle inte göra det": (10, 10)}
        assert (trial.first, trial.last) == (date(2026, 8, 1), OCTOBER)
        assert (trial.people, trial.months) == (20, 55)
        assert rules_on(today) == before

    def test_the_other_way_and_for_another_reason(self, sture, today):
        run = [months_after(OCTOBER, -back) for back in range(3)]
        put(run, 5, obstacle="sickness_benefit")
        put(run, 10, born="19570101", first=20)
        with as_(sture):
            version = draft(first_ahead(today), outside_obstacles=["pension", "full_time"], pension_age=75)
            assert numbers(tried(version.pk, 1)) == {"Omfattades inte, skulle göra det": (15, 15)}

    def test_hours_are_looked_at_where_a_rule_of_hours_differs(self, sture, today):
        put([months_after(OCTOBER, -back) for back in range(3)], 10)
        with as_(sture):
            version = draft(first_ahead(today), full_time_minutes=2280)
            assert numbers(tried(version.pk, 1)) == {"Skulle få färre timmar föreslagna": (10, 10)}

    def test_one_or_two_people_are_told_of_by_no_number(self, sture, today):
        put([months_after(OCTOBER, -back) for back in range(3)], 2)
        with as_(sture):
            trial = tried(draft(first_ahead(today), consecutive_months=4).pk, 1)
        assert numbers(trial) == {}
        assert (trial.people, trial.months) == (0, 0)

    @pytest.mark.parametrize(
        ("young", "work", "deducted"), [(True, 480, True), (False, 480, False), (True, 2400, True)]
    )
    def test_the_hours_are_those_that_a_plan_proposes(self, young, work, deducted):
        rules = SimpleNamespace(
            full_time_minutes=2400, young_child_age=8, young_child_minutes=600, part_time_deducted=deducted
        )
        youngest = date(2020, 1, 1) if young else date(2010, 1, 1)
        asked = (
            '{"full_time_minutes": 2400, "young_child_age": 8, "young_child_minutes": 600, "part_time_deducted": %s}'
        )
        found = database.value("requirement_hours", asked % str(deducted).lower(), OCTOBER, youngest, work)
        assert found == propose(rules, young_child=young, part_time_minutes=work).minutes


class TestWhoMay:
    """Administrators and heads are told numbers; nobody else is told anything, in SQL either."""

    @pytest.mark.parametrize("role", ["consultant", "social_worker", "auditor", "site_leader", "counsellor"])
    def test_other_roles_are_told_nothing(self, client, sture, today, role):
        put([months_after(OCTOBER, -back) for back in range(3)], 12)
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
        other = make_colleague(role)
        with as_(other):
            assert database.rows("requirement_trial", version.pk, 3) == []
        sign_in(client, other)
        assert client.get(reverse("requirement:trial", args=[version.pk])).status_code == 403

    def test_an_administrator_reads_nobody_and_cannot_judge_the_town(self, sture, today):
        put([OCTOBER], 6)
        with as_(sture):
            for statement in ("SELECT * FROM requirement_in_month('2026-10-01', NULL, '{}')",):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    connection.cursor().execute(statement)
            assert database.query("SELECT count(*) FROM assistance_supportmonth")[0][0] == 0


class TestPage:
    """The page says numbers, what they are, and what to do where it takes too long."""

    def test_a_head_reads_it_before_confirming(self, client, sture, today, django_assert_max_num_queries):
        put([months_after(OCTOBER, -back) for back in range(3)], 12)
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
        sign_in(client, make_colleague("head_of_unit"))
        with django_assert_max_num_queries(14):
            page = client.get(reverse("requirement:trial", args=[version.pk])).content.decode()
        assert "Ungefär 10 personer och 10 månader skulle bedömas annorlunda" in page
        assert "inga namn" in page

    @pytest.mark.parametrize("months", ["0", "13", "x", ""])
    def test_bad_months_are_told_at_their_field(self, client, sture, today, months):
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
        sign_in(client, sture)
        answer = client.get(reverse("requirement:trial", args=[version.pk]), {"months": months})
        assert answer.status_code == 422
        assert "Skriv" in answer.content.decode() or "Fyll i" in answer.content.decode()

    def test_what_takes_too_long_is_told_apart_from_what_fails(self, sture, today):
        put([months_after(OCTOBER, -back) for back in range(12)], 300)
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
            database.execute("SET LOCAL statement_timeout = '20ms'")
            with pytest.raises(TakesTooLong):
                tried(version.pk, 12)
            database.execute("SET LOCAL statement_timeout = 0")
            assert tried(version.pk, 12).people == 300

    def test_a_withdrawn_version_is_not_tried(self, client, sture, today):
        with as_(sture):
            version = draft(first_ahead(today), consecutive_months=4)
            withdraw_rules(ruleset=version)
        sign_in(client, sture)
        assert client.get(reverse("requirement:trial", args=[version.pk])).status_code == 404
