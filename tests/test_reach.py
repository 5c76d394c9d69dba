"""A row about somebody out of reach is refused before anything else is asked of it, whatever the table."""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.secrecy.every_rule import every_table
from trappan.secrecy.tables import Table
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db
GUARDED = [
    one
    for one in every_table()
    if isinstance(one, Table) and one.scope and one.person != "id" and (one.insert or one.insert_columns)
]


@pytest.fixture
def hidden():
    """Somebody of another unit, with a protected address; and a colleague who has the same rights on others."""
    theirs = make_colleague("social_worker", make_unit("social_services"))
    person = make_person(theirs)
    with as_(theirs):
        protect(person=person, protection="registration")
    return person, make_colleague("consultant", make_unit("labour_market"))


@pytest.mark.parametrize("table", GUARDED, ids=lambda one: one.name)
def test_the_only_answer_is_that_of_row_level_security(hidden, table):
    person, stranger = hidden
    with as_(stranger), pytest.raises(DatabaseError) as no, transaction.atomic():
        database.execute(f"INSERT INTO {table.name} ({table.person}) VALUES (%s)", [person.pk])
    assert no.value.__cause__.sqlstate == "42501"
    assert f'row-level security policy for table "{table.name}"' in str(no.value)


def test_no_trigger_of_such_a_table_comes_before_the_one_that_refuses():
    first = database.query(
        'SELECT c.relname, min(t.tgname COLLATE "C") AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid '
        "WHERE NOT t.tgisinternal AND t.tgtype & 7 = 7 AND c.relname = ANY (%s) GROUP BY 1",
        [[one.name for one in GUARDED]],
    )
    assert len(first) > 20
    assert {one.relname for one in first if one.name != "a_a_reach"} == set()
