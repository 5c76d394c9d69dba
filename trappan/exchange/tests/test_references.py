"""Foreign keys asked set-wise are as strong as PostgreSQL's own, and are left to it where they must be."""

import pytest
from django.db import IntegrityError, connection, transaction

from trappan import postgres
from trappan.exchange.merging import merge
from trappan.people.models import Contact, Household, Number, Person

pytestmark = pytest.mark.django_db
MONTH = ["household_id", "role", "household_type", "obstacle"]
NOBODY = 999_999_999


@pytest.fixture
def person():
    return Person.objects.create(given_name="Ada", family_name="Dikt")


@pytest.fixture
def home():
    return Household.objects.create(reference="H1")


def months(person_id, household_id, *, fresh=()):
    row = [2, person_id, "2026-10-01", household_id, "applicant", 3, "unknown"]
    return merge("assistance_supportmonth", ["person_id", "month"], MONTH, [row], fresh=fresh)


def setting():
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("made_now", [True, False])
def test_a_row_that_points_at_nothing_is_refused_at_once(person, home, made_now):
    for person_id, household_id in ((NOBODY, home.pk), (person.pk, NOBODY)):
        with pytest.raises(IntegrityError, match="not there"), transaction.atomic():
            months(person_id, household_id, fresh={person_id} if made_now else ())
    assert setting() == "origin"
    assert months(person.pk, home.pk).new == {2}


def test_the_triggers_are_back_after_every_statement(person, home):
    months(person.pk, home.pk)
    assert setting() == "origin"
    with pytest.raises(IntegrityError, match="people_number_person_id"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO people_number (person_id, number) VALUES (%s, '19910101R900')", [NOBODY])
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_table_s_own_constraints_hold_in_every_case(person, home):
    with pytest.raises(IntegrityError, match="no such code"), transaction.atomic():
        row = [2, person.pk, "2026-10-01", home.pk, "applicant", 2, "unknown"]
        merge("assistance_supportmonth", ["person_id", "month"], MONTH, [row], fresh={person.pk})
    with pytest.raises(IntegrityError, match="one_person_a_number"), transaction.atomic():
        rows = [[line, person.pk, "19910101R900"] for line in (2, 3)]
        merge("people_number", ["person_id", "number"], [], rows, fresh={person.pk})
    assert not Number.objects.exists()


def test_a_table_with_a_guard_of_its_own_keeps_it(person):
    Person.objects.update(protection="registration")
    with pytest.raises(IntegrityError, match="never stored"), transaction.atomic():
        merge("people_contact", ["person_id"], ["phone"], [[2, person.pk, "070-1740605"]])
    assert not Contact.objects.exists()


def test_without_the_right_postgresql_asks_row_by_row():
    step = [[2, NOBODY, 1, "Steg", []]]
    with pytest.raises(IntegrityError, match="foreign key"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("CREATE ROLE without_the_right")
            cursor.execute("GRANT without_the_right TO CURRENT_USER WITH SET TRUE")
            cursor.execute("GRANT USAGE ON SCHEMA public TO without_the_right")
            cursor.execute("GRANT ALL ON plans_ladderstep, plans_ladder TO without_the_right")
            cursor.execute("SET LOCAL ROLE without_the_right")
            merge("plans_ladderstep", ["ladder_id", "number"], ["name", "signs"], step, fresh={NOBODY})
            cursor.execute("RESET ROLE")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db(transaction=True)
def test_who_is_pointed_at_cannot_go_before_the_import_is_done(person, home):
    import psycopg

    where = {
        "host": connection.settings_dict["HOST"],
        "port": connection.settings_dict["PORT"] or None,
        "user": connection.settings_dict["USER"],
        "dbname": connection.settings_dict["NAME"],
        "password": connection.settings_dict["PASSWORD"] or None,
    }
    with psycopg.connect(**where) as other, transaction.atomic():
        months(person.pk, home.pk)
        other.execute("SET lock_timeout = 100")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("DELETE FROM people_person WHERE id = %s", [person.pk])
        other.rollback()
        # While it is held, everybody else reads and changes the person as always.
        other.execute("UPDATE people_person SET given_name = 'Eva' WHERE id = %s", [person.pk])
        other.rollback()


def test_the_embedded_server_gives_the_owner_the_right():
    if connection.settings_dict["HOST"] != str(postgres.Server(postgres.home()).socket):
        pytest.skip("the server is not the embedded one")
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
        assert cursor.fetchone() == (True,)
