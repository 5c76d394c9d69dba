"""The actor is sealed: who sets the settings is nobody, who comes in by a door is who signed in.

What is tried here is tried as the app role inside `acting`, by somebody who holds the same right on
somebody else, or as web with a connection of its own.
"""

import threading
from contextlib import contextmanager

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from trappan import database
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.people.models import Grant, Person
from trappan.people.testing import make_person
from trappan.schedules.testing import set_today
from trappan.secrecy.acting import NotActing, acting, acting_as
from trappan.staff.testing import as_, as_web, make_colleague, make_unit
from trappan.testing import TODAY

SETTINGS = ("actor", "colleague", "unit")
TRIED = [("actor",), ("colleague",), ("unit",), ("actor", "colleague"), SETTINGS]
WHO = (
    "SELECT current_actor() AS actor, current_colleague() AS colleague, current_unit() AS unit, secrecy_role() AS role"
)
NOBODY = (None, None, None, None)
BREAKING = (
    "UPDATE cases_case SET closed_on = ('2026-11-12' || set_config('{name}', '', true))::date",
    "UPDATE cases_case SET kept_on = '2026-11-12', kept_why = 'Ja' || set_config('{name}', '', true)",
    "UPDATE cases_case SET closed_on = '2026-11-12' WHERE set_config('{name}', '', true) = ''",
)
committed = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ulla(today):
    """Somebody with a person of her own."""
    membership = make_colleague("social_worker", make_unit("social_service"))
    make_person(membership)
    return membership


@pytest.fixture
def stranger(ulla):
    """The same role in another unit, with another person."""
    other = make_colleague("social_worker", make_unit("social_service"))
    make_person(other, "Någon", "Annan")
    return other


def values(membership):
    return dict(zip(SETTINGS, (membership.pk, membership.colleague_id, membership.unit_id), strict=True))


def say(**settings):
    for name, value in settings.items():
        database.query("SELECT set_config(%s, %s, true)", [f"trappan.{name}", str(value)])


@contextmanager
def elsewhere():
    """Be the owner on another connection, in a transaction of its own."""
    said = connection.get_connection_params()
    known = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{name: said[name] for name in known if name in said}) as other:
        yield other


def is_closed():
    """Tell whether nobody acts: nothing is seen and nothing is written."""
    assert database.query(WHO) == [NOBODY]
    assert not Person.objects.exists()
    assert not Grant.objects.exists()
    assert not Event.objects.exists()
    assert database.execute("UPDATE cases_case SET closed_on = '2026-11-12'") == 0
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        database.execute("INSERT INTO history_event (kind, verb, scope, details) VALUES ('read', 'x.y', 'log', '{}')")
    return True


def changed(statement):
    """Return how many rows a statement changed; none, where the policies refuse it."""
    try:
        with transaction.atomic():
            return database.execute(statement)
    except DatabaseError as error:
        if "row-level security" not in str(error):
            raise
        return 0


@pytest.mark.django_db
class TestSettings:
    @pytest.mark.parametrize("names", TRIED, ids="+".join)
    def test_a_setting_makes_nobody_of_anybody(self, ulla, stranger, names):
        with as_(stranger):
            assert Person.objects.count() == 1, "her own is seen before"
            say(**{name: value for name, value in values(ulla).items() if name in names})
            assert is_closed()

    def test_the_seal_of_another_connection_and_moment_does_not_fit(self, ulla, stranger):
        mine = list(values(ulla).values())
        with elsewhere() as other:
            other.execute("SELECT secrecy_seal(%s, %s, %s)", mine)
            (seal,) = other.execute("SELECT current_setting('trappan.seal')").fetchone()
            assert other.execute("SELECT current_actor()").fetchone() == (ulla.pk,), "there it fits"
            with as_(stranger):
                say(**values(ulla), seal=seal)
                assert is_closed()

    def test_a_seal_holds_on_its_own_connection_alone(self, ulla, stranger):
        prove = "SELECT secrecy_proof(s.secret, pg_backend_pid() + %s, %s, %s, %s) AS seal FROM secrecy_secret s"
        seals = [database.query(prove, [more, *values(ulla).values()])[0].seal for more in (1, 0)]
        with as_(stranger):
            say(**values(ulla), seal=seals[0])
            assert is_closed()
            say(seal=seals[1])
            assert database.query(WHO)[0].actor == ulla.pk, "the same with the connection's own number"

    @pytest.mark.parametrize("name", SETTINGS)
    def test_a_seal_holds_for_what_it_was_made_of(self, ulla, stranger, name):
        """Another's role is not had by one's own seal; nor is anything by none."""
        with as_(stranger):
            own = database.query("SELECT current_setting('trappan.seal') AS seal")[0].seal
            say(**{name: values(ulla)[name]}, seal=own)
            assert is_closed()
            say(**values(stranger))
            assert database.query(WHO)[0].actor == stranger.pk
            say(seal="")
            assert is_closed()

    @pytest.mark.parametrize("statement", BREAKING)
    @pytest.mark.parametrize("name", ["seal", *SETTINGS])
    def test_who_breaks_the_own_seal_on_the_way_slips_past_no_guard(self, today, statement, name):
        """Guards that leave an import alone are not had by becoming nobody between policy and trigger."""
        case = make_case()
        with as_(case.responsible):
            assert changed(statement.format(name="trappan.nothing")) == 1, "what is hers to change"
            assert changed(statement.format(name=f"trappan.{name}")) == 0


@pytest.mark.django_db
class TestDoors:
    @pytest.mark.parametrize(
        "asked",
        [
            "SELECT * FROM secrecy_enter('x', 1)",
            "SELECT * FROM secrecy_enter_as({colleague}, {actor})",
            "SELECT secrecy_seal({actor}, {colleague}, {unit})",
            "SELECT secrecy_proof('x', 1, 1, 1, 1)",
            "SELECT staff_sign_in(1, 'x', 'y')",
            "SELECT * FROM desk_feed('x', now(), now())",
            "SELECT * FROM desk_formal_feed('x')",
            "SELECT secret FROM secrecy_secret",
            "SELECT * FROM staff_signin",
            "SELECT * FROM django_session",
        ],
    )
    def test_the_app_role_opens_no_door_and_reads_no_secret(self, ulla, stranger, asked):
        with as_(stranger), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query(asked.format(**values(ulla)))

    @pytest.mark.parametrize("function", ["secrecy_enter_as", "secrecy_seal", "secrecy_proof", "secrecy_leave"])
    def test_the_owners_functions_are_nobody_elses(self, today, function):
        may = "SELECT has_function_privilege(%s, p.oid, 'EXECUTE') AS may FROM pg_proc p WHERE p.proname = %s"
        for role in ("trappan_app", "trappan_web"):
            assert [one.may for one in database.query(may, [role, function])] == [False]

    def test_neither_role_reads_the_secret(self, today):
        may = "SELECT has_any_column_privilege(%s, 'secrecy_secret', 'SELECT, INSERT, UPDATE') AS may"
        for role in ("trappan_app", "trappan_web"):
            assert database.query(may, [role]) == [(False,)]

    def test_without_a_sign_in_nobody_enters(self, ulla):
        for shown in ("", "x", str(ulla.pk), "0" * 64):
            with pytest.raises(NotActing), acting(shown, ulla.pk):
                pass

    def test_a_block_within_another_steps_back_to_whoever_acted(self, ulla, stranger):
        with as_(stranger):
            with as_(ulla):
                assert database.query(WHO)[0].actor == ulla.pk
            assert database.query(WHO)[0].actor == stranger.pk
            assert Person.objects.count() == 1


@committed
def test_web_enters_by_a_sign_in_that_is_committed_and_never_undone():
    """At the database as web: nobody without, nobody in the same transaction, somebody in the next."""
    set_today(TODAY)
    ulla = make_colleague("social_worker", make_unit("social_service"))
    make_person(ulla)
    found = {}

    def try_the_doors():
        with pytest.raises(DatabaseError, match="permission denied"), acting_as(ulla.colleague_id, ulla.pk):
            pass
        with pytest.raises(NotActing):
            with transaction.atomic(), as_web(ulla):
                pass
        found["undone"] = database.query("SELECT count(*) AS rows FROM django_session")[0].rows
        entered = as_web(ulla)
        with entered as actor:
            found["actor"], found["sees"] = actor.membership_id, Person.objects.count()
            database.execute("SET LOCAL debug_parallel_query = on")
            plan = database.query("EXPLAIN (COSTS OFF) SELECT current_actor(), current_unit(), secrecy_role()")
            found["gathers"] = any("Gather" in line[0] for line in plan)
            found["worker"] = tuple(database.query("SELECT current_actor(), current_unit(), secrecy_role()")[0])
            transaction.set_rollback(True)

    errors = at_the_database_as_web(try_the_doors)
    assert errors == []
    assert found == {
        "undone": 0,
        "actor": ulla.pk,
        "sees": 1,
        "gathers": True,
        "worker": (ulla.pk, ulla.unit_id, "social_worker"),
    }
    assert Event.objects.filter(verb="staff.sign_in", actor=ulla).count() == 1, "the rollback took no sign-in back"


def at_the_database_as_web(run):
    """Run in a thread, whose connection signs in as web (conftest.py); return what went wrong."""
    errors = []

    def guarded():
        try:
            run()
        except BaseException as error:  # shown by the assertion
            errors.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=guarded)
    thread.start()
    thread.join()
    return errors
