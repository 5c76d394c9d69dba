"""The file of a long list, by a real worker under its own login; and what that login reaches without an order."""

import signal
import stat

import psycopg
import pytest
from django.db import connection

from tests.test_worker import wait_until, working
from trappan import database
from trappan.messages.models import Message
from trappan.messages.orders import order_message
from trappan.messages.testing import gateway
from trappan.people.testing import make_person
from trappan.schedules.testing import set_today
from trappan.staff.models import ListFile
from trappan.staff.operations.list_file import order_list_file
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in
from trappan.ui.lists import files
from trappan.ui.testing import sheet


@pytest.fixture
def where(transactional_db):
    set_today(TODAY)
    yield {"host": connection.settings_dict["HOST"], "dbname": connection.settings_dict["NAME"]}
    # The library's own tables are none of Django's, which empties the others.
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")


def test_a_worker_writes_it_delays_no_message_and_killed_at_it_the_next_one_begins_with_what_it_left(
    client, monkeypatch, tmp_path, where
):
    ulla = make_colleague("social_worker", make_unit("social_services"))
    monkeypatch.setattr(files, "AT_MOST", 2)
    everybody = [make_person(ulla, given_name="Ett", family_name=name) for name in ("Aa", "Bb", "Cc")]
    sign_in(client, ulla)
    client.get("/people/?file=xlsx")
    (made,) = ListFile.objects.all()
    with (
        gateway() as service,
        psycopg.connect(**where, user="trappan_nightly") as other,
        psycopg.connect(**where, user=connection.settings_dict["USER"]) as holding,
    ):
        # It rests in a transaction for as long as a worker takes to come up: on a busy machine more than the minute
        # that this login may.
        other.execute("SET idle_in_transaction_session_timeout = 0")
        other.commit()
        other.execute("SET ROLE trappan_app")
        seen = other.execute("SELECT (SELECT count(*) FROM people_person), (SELECT count(*) FROM staff_listfile)")
        assert seen.fetchone() == (0, 0)
        other.execute("RESET ROLE")
        # Somebody is at it, as a worker would be, and another waits for nothing: it stays as it is.
        assert other.execute("SELECT staff_begin_list_file(%s, 4)", [made.pk]).fetchone() == (True,)
        with working(TRAPPAN_SMS=service.url, TRAPPAN_HOME=str(tmp_path)) as worker:
            wait_until(lambda: database.row("worker_state").worker == "up" and is_quiet())
            # What the rows of a list say of a case waits here, when the sheet is begun.
            holding.execute("LOCK TABLE plans_stepmove IN ACCESS EXCLUSIVE MODE")
            with as_(ulla):
                about = {"title": "x", "name": "x", "right": "desk.export_people", "question": {}}
                second = order_list_file(address="/people/?file=xlsx&sort=-name", **about)
            wait_until(lambda: left_in(tmp_path))
            with as_(ulla):
                sms = {"kind": "messages.test", "channel": "sms", "address": "070-174 06 05", "text": "Hej"}
                message = order_message(person=everybody[0], **sms)
            wait_until(lambda: Message.objects.get(pk=message.pk).outcome == "sent")
            second.refresh_from_db()
            assert second.state == "making"
            (left,) = left_in(tmp_path)
            assert stat.S_IMODE(left.parent.stat().st_mode) == stat.S_IMODE(left.parents[1].stat().st_mode) == 0o700
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert left_in(tmp_path) == [left]
        assert ListFile.objects.get(pk=made.pk).state == "waits"
        with working(TRAPPAN_HOME=str(tmp_path)):
            wait_until(lambda: not left.exists())
            other.rollback()
            holding.rollback()
            wait_until(lambda: {one.state for one in ListFile.objects.all()} == {"ready"})
    assert left_in(tmp_path) == []
    content = client.get(f"/my-files/{made.pk}/").content
    assert [row[0] for row in sheet(content)[1:]] == [one.name for one in everybody]


def is_quiet():
    """Tell whether what a worker does when it comes up is done."""
    return not database.query("SELECT id FROM procrastinate_jobs WHERE status IN ('doing', 'todo')")


def left_in(home):
    return sorted(home.glob("working/*/*"))


def test_its_door_only_reads_and_opens_nothing_behind_a_savepoint(where):
    ulla = make_colleague("social_worker", make_unit("social_services"))
    person = make_person(ulla).pk
    with as_(ulla):
        about = {"title": "x", "name": "x", "right": "desk.export_people", "question": {}}
        order = order_list_file(address="/people/?file=xlsx", **about)
    writes = (
        "SELECT people_register('', '1990-01-01', 'Ny', 'Person', 'K', 'none', '{}', false, '{plan}')",
        f"SELECT people_protect({person}, 'marked', '')",
        "INSERT INTO history_event (kind, verb, scope, details) VALUES ('read', 'desk.see_people', 'log', '{}')",
        f"UPDATE people_person SET given_name = 'x' WHERE id = {person}",
    )
    settings = ("role", "trappan.actor", "trappan.colleague", "trappan.unit", "trappan.seal")
    with psycopg.connect(**where, user="trappan_nightly") as session:
        session.execute("SELECT staff_begin_list_file(%s, 4)", [order.pk])
        session.commit()

        def enter():
            door = "SELECT e.*, set_config('role', 'trappan_app', true) FROM staff_enter_for_list_file(%s, %s) e"
            assert session.execute(door, [order.pk, ulla.pk]).fetchone() is not None
            assert session.execute("SELECT count(*) FROM people_person").fetchone() == (1,)

        for write in writes:
            enter()
            with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
                session.execute(write)
            session.rollback()
            # The end of a savepoint takes back that one only reads: the seal then fits no more, neither where the
            # settings outlive it nor where they are taken along.
            for end in ("RELEASE SAVEPOINT here", "ROLLBACK TO SAVEPOINT here"):
                session.execute("SAVEPOINT here")
                enter()
                said = [session.execute("SELECT current_setting(%s)", [name]).fetchone()[0] for name in settings]
                session.execute(end)
                for name, value in zip(settings[::-1], said[::-1], strict=True):
                    session.execute("SELECT set_config(%s, %s, true)", [name, value])
                assert session.execute("SELECT current_setting('transaction_read_only')").fetchone() == ("off",)
                refused_to_nobody(session, write)
                session.rollback()
        # Nor where the setting is turned on anew within the statement that writes: PostgreSQL asks when it begins, and
        # the seal while it runs.
        session.execute("SAVEPOINT here")
        enter()
        session.execute("RELEASE SAVEPOINT here")
        on = "(SELECT set_config('transaction_read_only', 'on', true) AS it OFFSET 0) x WHERE x.it = 'on'"
        with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)):
            session.execute(
                "INSERT INTO history_event (kind, verb, scope, details) "
                f"SELECT 'read', 'desk.see_people', 'log', '{{}}' FROM {on}"
            )
        session.rollback()
    written = database.query(
        "SELECT tablename || '.' || policyname AS name, concat(qual, with_check) AS text FROM pg_policies "
        "WHERE cmd IN ('INSERT', 'UPDATE', 'DELETE', 'ALL') AND 'trappan_app' = ANY (roles)"
    )
    assert len(written) > 100
    assert [one.name for one in written if "transaction_read_only" not in one.text] == []


def refused_to_nobody(session, write):
    """Read nobody and write nothing: refused by a policy or a guard, or no row is found."""
    assert session.execute("SELECT current_actor(), count(*) FROM people_person").fetchone() == (None, 0)
    session.execute("SAVEPOINT tried")
    written, sqlstate = 0, ""
    try:
        written = session.execute(write).rowcount
    except psycopg.Error as error:
        sqlstate = error.sqlstate
    assert sqlstate in {"42501", "23514", "P0001"} or (not sqlstate and not written)
    session.execute("ROLLBACK TO SAVEPOINT tried")
