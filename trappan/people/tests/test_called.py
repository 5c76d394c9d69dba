"""Whom a name finds: those in reach and nobody else, asked of the database as the app role."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.people import operations
from trappan.people.models import Grant, NamePart, Person
from trappan.people.reach import called
from trappan.people.testing import make_person, rectify
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

DERIVED = """
SELECT DISTINCT g.unit_id, g.membership_id, part, p.sort, p.id
FROM people_grant g JOIN people_person p ON p.id = g.person_id,
  unnest(name_parts(p.given_name || ' ' || p.family_name)) part
WHERE g.ends_at IS NULL OR g.ends_at > clock()
"""


@pytest.fixture
def ulla():
    return make_colleague("social_worker", make_unit("social_service"))


@pytest.fixture
def other():
    """The same right on somebody of the same name elsewhere."""
    found = make_colleague("social_worker", make_unit("social_service"))
    make_person(found, "Anna-Karin", "Påhitt O’Brien")
    return found


def names(typed, by, limit=50):
    with as_(by):
        return [one.name for one in called(typed, limit)[0]]


def refuse_drift():
    """Refuse parts that are not those of the grants that are open."""
    kept = set(NamePart.objects.values_list("unit", "membership", "word", "sort", "person"))
    assert kept == {tuple(row) for row in database.query(DERIVED)}
    return kept


@pytest.mark.parametrize(
    "typed",
    ["Anna-Karin Påhitt", "påhitt anna-karin", "karin", "karin obrien", "o'br anna", "ÅNNA", "PAHITT", "ánna", "a p o"],
)
def test_somebody_in_reach_is_found_by_any_start_of_any_part_in_any_order(ulla, typed):
    make_person(ulla, "Anna-Karin", "Påhitt O’Brien")
    make_person(ulla, "Ebbe", "Sken")
    assert names(typed, ulla) == ["Anna-Karin Påhitt O’Brien"]


def test_nobody_is_found_by_a_word_that_begins_no_part(ulla):
    make_person(ulla, "Anna-Karin", "Påhitt")
    assert [names(typed, ulla) for typed in ("arin", "anna karl", "", "-", "hitt")] == [[]] * 5


def test_they_come_in_swedish_order_and_no_more_than_were_asked_for(ulla):
    for given in ("Åsa", "Asta", "Örjan", "Ove"):
        make_person(ulla, given, f"{given}sson")
        make_person(ulla, "Ebbe", "Sken")
    assert names("a", ulla) == ["Asta Astasson", "Åsa Åsasson"]
    assert len(names("sken", ulla, 3)) == 3


@pytest.mark.parametrize("sign", ["a", "\U0001f600", "\ufdfa", "-"], ids=["letter", "wide", "grows", "no letter"])
def test_a_name_as_long_as_a_name_may_be_is_kept_and_found(ulla, sign):
    """One sign may become eighteen where it is folded; an index takes no endless word."""
    made = make_person(ulla, sign * 100, sign * 99 + "x")
    assert names(sign * 100, ulla) == ([made.name] if sign != "-" else [])


def test_nobody_is_lost_between_two_pages(ulla):
    for given, family in (("Ada", "Öst"), ("Adam", "Ask"), ("Adela", "Zorn"), ("Ebbe", "Adolfsson")):
        make_person(ulla, given, family)
    with as_(ulla):
        first, more = called("ad", 2)
        second, no_more = called("ad", 2, skip=2)
    assert (more, no_more) == (True, False)
    assert [one.name for one in first + second] == ["Adam Ask", "Ada Öst", "Ebbe Adolfsson", "Adela Zorn"]


def test_a_name_finds_nobody_whom_somebody_else_works_with(ulla, other):
    mine = make_person(ulla, "Anna-Karin", "Sken")
    assert names("anna-karin", ulla) == [mine.name]
    assert names("obrien", ulla) == []
    assert names("obrien", other) == ["Anna-Karin Påhitt O’Brien"]


@pytest.mark.parametrize("role", ["head_of_unit", "administrator", "auditor"])
def test_a_role_that_holds_nobody_through_the_unit_finds_nobody_there(ulla, role):
    make_person(ulla, "Samira", "Påhitt")
    assert names("samira", make_colleague(role, ulla.unit)) == []
    assert names("samira", make_colleague("social_worker", ulla.unit)) == ["Samira Påhitt"]


def test_a_protected_person_is_found_by_the_named_colleague_alone_and_leaves_the_units_index(ulla):
    samira = make_person(ulla, "Samira", "Påhitt")
    colleague = make_colleague("social_worker", ulla.unit)
    assert names("samira", colleague) == ["Samira Påhitt"]
    with as_(ulla):
        operations.protect(person=samira, protection="marked")
    assert names("samira", ulla) == ["Samira Påhitt"]
    assert names("samira", colleague) == []
    assert {unit for unit, *_rest in refuse_drift()} == {None}, "the unit keeps no row by which a clock could tell"


def test_a_unit_grant_that_slipped_in_finds_no_protected_person(ulla):
    """The owner switches the first lock off: the second must hold by itself."""
    samira = make_person(ulla, "Samira", "Påhitt")
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in ("people_person", "people_grant"):
        database.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    Person.objects.filter(pk=samira.pk).update(protection="marked")
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in ("people_person", "people_grant"):
        database.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    assert NamePart.objects.filter(unit=ulla.unit).exists()
    assert names("samira", ulla) == []


def test_the_parts_follow_grants_and_names(ulla, other):
    samira, soon = make_person(ulla, "Samira", "Påhitt"), now() + timedelta(days=3)
    assert len(refuse_drift()) == 2 + 7, "of each part one, however many grants"
    rectify(samira, ulla, given_name="Sara-Mia")
    refuse_drift()
    assert names("mia påhitt", ulla) == ["Sara-Mia Påhitt"]
    assert names("samira", ulla) == []
    Grant.objects.filter(person=samira).update(ends_at=soon)
    refuse_drift()
    assert names("mia", ulla) == ["Sara-Mia Påhitt"]
    set_today(TODAY + timedelta(days=4))
    assert names("mia", ulla) == [], "what was opened for a time closes by itself"
    Grant.objects.filter(person=samira).update(ends_at=soon)
    assert names("brien", other) == ["Anna-Karin Påhitt O’Brien"]
    refuse_drift()


def test_the_app_role_reads_no_part_of_a_name(ulla, other):
    with as_(ulla):
        for statement in ("SELECT FROM people_namepart", "DELETE FROM people_namepart"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(statement)


def test_nobody_who_acts_as_nobody_finds_anybody(other):
    assert called("anna") == ([], False)


def test_a_partners_supervisor_finds_those_of_the_own_site(ulla):
    samira = make_person(ulla, "Samira", "Påhitt")
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    ours, next_door = (make_colleague("supervisor", make_unit("site", partner)) for _site in range(2))
    Grant.objects.create(person=samira, unit=ours.unit, scope="activity", basis="placement")
    assert names("påhitt", ours) == ["Samira Påhitt"]
    assert names("påhitt", next_door) == []
