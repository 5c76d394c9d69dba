"""A coordinator sees somebody while the person takes part and for the rule's days afterwards, in SQL."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.projects import operations
from trappan.projects.testing import end, join, known_to, make_leader, make_project, own_of, say_what_goes_on, take_part
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def leader(today):
    return make_leader()


@pytest.fixture
def project(leader):
    return make_project(leader, ends_on=date(2028, 1, 1))


@pytest.fixture
def north(leader, project):
    return join(leader, project, "Norr")


def seen_by(coordinator):
    with as_(coordinator):
        rows = {row.person_id for row in database.query("SELECT person_id FROM projects_participation")}
        return rows, {row.id for row in database.query("SELECT id FROM people_person")}


def last_day_of_sight(last):
    return last + timedelta(days=rules_on(TODAY).project_sight_days)


class TestLetOut:
    @pytest.mark.requirement("R-079")
    def test_so_many_days_after_the_last_one_nobody_there_sees_the_person(self, north, project):
        row = take_part(north, project, starts_on=OCTOBER)
        set_today(date(2027, 6, 1))
        assert seen_by(north) == ({row.person_id}, {row.person_id}), "whoever takes part is seen"
        set_today(TODAY)
        end(north, row, ends_on=TODAY)
        last = last_day_of_sight(TODAY - timedelta(days=1))
        set_today(last)
        assert seen_by(north) == ({row.person_id}, {row.person_id})
        set_today(last + timedelta(days=1))
        assert seen_by(north) == (set(), set())

    def test_whoever_begins_again_meanwhile_is_seen_on_and_a_protected_persons_name_ends_too(self, north, project):
        secret = known_to(north, protection="marked")
        plain = known_to(north)
        for person in (secret, plain):
            with as_(north):
                row = operations.add_participant(
                    municipality=own_of(north, project), person=person, starts_on=OCTOBER, today=TODAY
                )
            end(north, row, ends_on=TODAY)
        with as_(north):
            operations.add_participant(municipality=own_of(north, project), person=plain, starts_on=TODAY, today=TODAY)
        set_today(date(2027, 6, 1))
        assert seen_by(north)[1] == {plain.pk}

    def test_whoever_was_let_in_and_takes_part_in_nothing_is_let_out(self, north, project):
        person = known_to(north)
        set_today(last_day_of_sight(TODAY))
        assert seen_by(north)[1] == {person.pk}
        set_today(last_day_of_sight(TODAY) + timedelta(days=1))
        assert seen_by(north)[1] == set()

    def test_let_in_anew_before_that_the_coordinator_sees_on_from_then(self, north, project):
        person = known_to(north)
        last = last_day_of_sight(TODAY)
        set_today(last)
        known_to(north, person)
        set_today(last + timedelta(days=1))
        assert seen_by(north)[1] == {person.pk}
        set_today(last_day_of_sight(last) + timedelta(days=1))
        assert seen_by(north)[1] == set()

    def test_what_ended_long_ago_is_written_today_and_seen_today(self, north, project):
        row = take_part(north, project, starts_on=date(2026, 1, 5))
        end(north, row, ends_on=date(2026, 2, 1))
        assert seen_by(north)[1] == {row.person_id}
        set_today(TODAY + timedelta(days=1))
        assert seen_by(north)[1] == set()

    def test_whom_a_finished_project_had_another_of_the_units_sees_no_longer_than_that(self, leader, north, project):
        over = make_project(leader, ends_on=date(2026, 12, 1))
        with as_(leader):
            operations.add_municipality(project=over, unit=north.unit, planned_women=1, planned_men=0)
        row = take_part(north, over, starts_on=OCTOBER)
        both = take_part(north, over, starts_on=OCTOBER)
        with as_(north):
            operations.add_participant(
                municipality=own_of(north, project), person=both.person, starts_on=TODAY, today=TODAY
            )
        say_what_goes_on(leader, over)
        set_today(date(2026, 12, 2))
        with as_(leader):
            operations.finish_project(project=over, report="Gick bra")
        assert seen_by(north)[1] == {row.person_id, both.person_id}
        set_today(last_day_of_sight(date(2026, 12, 1)) + timedelta(days=1))
        assert seen_by(north)[1] == {both.person_id}

    @pytest.mark.parametrize("about", ["ends_on = NULL, result = ''", "ends_on = '2027-12-31'", "result = 'studies'"])
    def test_an_end_is_neither_taken_away_nor_changed_past_the_form(self, north, project, about):
        row = end(north, take_part(north, project, starts_on=OCTOBER))
        with as_(north), pytest.raises(DatabaseError, match="ended"), transaction.atomic():
            database.execute(f"UPDATE projects_participation SET {about} WHERE id = %s", [row.pk])

    def test_no_end_is_written_that_has_not_come(self, north, project):
        row = take_part(north, project, starts_on=OCTOBER)
        with as_(north), pytest.raises(DatabaseError, match="to come"), transaction.atomic():
            database.execute(
                "UPDATE projects_participation SET ends_on = '2027-12-31', result = 'work' WHERE id = %s", [row.pk]
            )
