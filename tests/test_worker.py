"""The worker: real processes, killed in the middle, asked to end; and that no page becomes it."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from trappan import database
from trappan.messages.models import Message
from trappan.messages.orders import order_message
from trappan.messages.testing import gateway
from trappan.people.testing import make_person
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY
from trappan.worker.migrations import __path__ as migrations
from trappan.worker.running import DUE, GRACE, make_app

ROOT = Path(__file__).parent.parent
# What is begun and not ended after so long has failed; the machine may be busy.
PATIENCE = 90


def of_this_database():
    """Return what a process of its own must be told, to work on this test's own database."""
    where = connection.settings_dict
    url = f"postgresql://{{}}@/{where['NAME']}?host={where['HOST']}"
    logins = {"DATABASE_URL": url.format("trappan_web"), "DATABASE_NIGHTLY_URL": url.format("trappan_nightly")}
    return {"DJANGO_SETTINGS_MODULE": "trappan.settings", "TRAPPAN_DEMO": "1", **logins}


@contextmanager
def working(**environment):
    """Run a worker, signed in as itself, on this test's own database."""
    kept = {name: value for name, value in os.environ.items() if name != "TRAPPAN_DATABASE_ROLE"}
    command = [sys.executable, "-m", "trappan", "worker"]
    settings = {**kept, **of_this_database(), **environment}
    worker = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL)
    try:
        yield worker
    finally:
        if worker.poll() is None:
            worker.kill()
        worker.wait()


def wait_until(true, seconds=PATIENCE):
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it does not come about"
        time.sleep(0.05)


@pytest.fixture
def orders(transactional_db):
    set_today(TODAY)
    ulla = make_colleague("social_worker", make_unit("social_services"))
    person = make_person(ulla)

    def order(how_many):
        with as_(ulla):
            about = {"person": person, "kind": "messages.test", "channel": "sms", "address": "070-174 06 05"}
            return [order_message(**about, text="Hej") for _one in range(how_many)]

    yield order
    # The library's own tables are none of Django's, which empties the others.
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")


def outcomes():
    return list(Message.objects.order_by("pk").values_list("outcome", flat=True))


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_the_next_one_goes_on_and_nothing_is_sent_twice(orders):
    third, go_on = threading.Event(), threading.Event()

    def answer(number):
        if number == 3:
            third.set()
            go_on.wait(PATIENCE)
        return 202

    with gateway() as service:
        service.answer = answer
        made = orders(5)
        with working(TRAPPAN_SMS=service.url) as worker:
            assert third.wait(PATIENCE)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert outcomes() == ["sent", "sent", "", "", ""]
        assert database.row("worker_state").worker == "up", "for a while: it is known by its age alone"
        database.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
        # What it was sending, and perhaps what it reckoned beside.
        assert database.row("worker_state").stalled in (1, 2)
        with working(TRAPPAN_SMS=service.url) as worker:
            wait_until(lambda: outcomes() == ["sent", "sent", "", "sent", "sent"])
            # Rung for while the worker is up, by the bell and not by the minute's round.
            (last,) = orders(1)
            wait_until(lambda: Message.objects.get(pk=last.pk).outcome == "sent")
            database.execute("UPDATE messages_outbox SET tried_at = now() - interval '6 minutes' WHERE outcome = ''")
            wait_until(lambda: database.query("SELECT id FROM procrastinate_jobs WHERE status = 'doing'") == [])
            before = time.monotonic()
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(timeout=PATIENCE) == 0
            assert time.monotonic() - before < GRACE, "nothing was begun, so nothing is waited for"
        go_on.set()
    assert service.taken == [str(one.key) for one in (*made, last)], "each once, also the one in the middle"
    said = database.query("SELECT messages_state(outcome, tried_at) AS said FROM messages_outbox ORDER BY id")
    assert [one.said for one in said] == ["sent", "sent", "unknown", "sent", "sent", "sent"]
    done = database.query("SELECT name, day FROM worker_done")
    assert {one.day for one in done} == {TODAY}
    chores = sorted(one.name for one in done)
    assert "staff.clean" in chores
    assert chores == sorted(set(chores)), "two workers, one day's chores"


@pytest.mark.django_db(transaction=True)
def test_asked_to_end_it_first_ends_what_it_has_begun(orders):
    begun, go_on = threading.Event(), threading.Event()

    def answer(_number):
        begun.set()
        go_on.wait(PATIENCE)
        return 202

    with gateway() as service:
        service.answer = answer
        orders(2)
        with working(TRAPPAN_SMS=service.url) as worker:
            assert begun.wait(PATIENCE)
            worker.send_signal(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                worker.wait(timeout=0.3)
            go_on.set()
            assert worker.wait(timeout=PATIENCE) == 0
    assert outcomes() == ["sent", ""]
    assert database.row("worker_state").worker == "down"


@pytest.mark.django_db(transaction=True)
def test_a_bell_that_is_none_ends_no_worker(orders):
    """Whoever may sign in may ring, with whatever words: the library gives up, and the worker begins anew."""
    where = connection.settings_dict
    with gateway() as service, working(TRAPPAN_SMS=service.url) as worker:
        orders(1)
        wait_until(lambda: outcomes() == ["sent"])
        first = database.query("SELECT id FROM procrastinate_workers")
        with psycopg.connect(host=where["HOST"], dbname=where["NAME"], user="trappan_web", autocommit=True) as web:
            web.execute("""NOTIFY "procrastinate_queue_v1#messages.send", 'x'""")
        wait_until(lambda: database.query("SELECT id FROM procrastinate_workers") not in (first, []))
        orders(1)
        wait_until(lambda: outcomes() == ["sent", "sent"])
        assert worker.poll() is None


@pytest.mark.django_db
class TestTheLogins:
    @contextmanager
    def signed_in(self, login):
        where = connection.settings_dict
        with psycopg.connect(host=where["HOST"], dbname=where["NAME"], user=login, autocommit=True) as session:
            yield session

    @pytest.mark.parametrize(
        "asked",
        [
            "SELECT count(*) FROM people_person",
            "SELECT count(*) FROM messages_outbox",
            "SELECT count(*) FROM django_session",
            "SELECT count(*) FROM worker_done",
            "SELECT count(*) FROM insight_personmonth",
            "SELECT count(*) FROM insight_personmonthkey",
            "SELECT count(*) FROM exchange_deliveryfile",
            "SELECT * FROM exchange_households('2026-10-01', '2026-10-01')",
            "SET ROLE trappan_web",
            "SET ROLE trappan_owner",
            "SELECT * FROM secrecy_enter('x', 1)",
            "SELECT * FROM secrecy_enter_as(1, 1)",
            "SELECT messages_send_again(1, true)",
            "SELECT messages_print(ARRAY[1::bigint], false)",
            "SELECT messages_receive(gen_random_uuid(), 'email', 'delivered', '')",
        ],
    )
    def test_the_worker_reads_nobody_and_becomes_nobody(self, asked):
        with self.signed_in("trappan_nightly") as worker, pytest.raises(psycopg.errors.InsufficientPrivilege):
            worker.execute(asked)

    @pytest.mark.parametrize(
        "asked",
        [
            "SELECT count(*) FROM procrastinate_jobs",
            "INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'messages.send')",
            "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'messages.send', 0, NULL, NULL, '{}', NULL)"
            "::procrastinate_job_to_defer_v1])",
            "SELECT * FROM messages_waiting()",
            "SELECT * FROM messages_take(1)",
            "SELECT messages_tell(1, 'sent')",
            "SELECT worker_begin('staff.clean')",
            "SELECT * FROM staff_erase_past_use(1, 1)",
            "SELECT * FROM documents_digests()",
            "SELECT * FROM insight_build_month(1)",
            "SELECT insight_order_months(true)",
            "SELECT exchange_make(1, '{}', true)",
            "SELECT * FROM staff_enter_for_list_file(1, 1)",
            "SELECT staff_keep_list_file(1, 1, '', '{}', 1)",
            "SELECT * FROM matching_allocations_waiting()",
            "SET ROLE trappan_figures",
            "SET ROLE trappan_allocation",
            "SET ROLE trappan_nightly",
        ],
    )
    @pytest.mark.parametrize("role", ["", "SET ROLE trappan_app"])
    def test_no_page_becomes_the_worker_or_touches_its_bells(self, asked, role):
        with self.signed_in("trappan_web") as web:
            if role:
                web.execute(role)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(asked)

    def test_no_other_login_is_one(self):
        members = database.query(
            "SELECT pg_get_userbyid(m.roleid) AS role, pg_get_userbyid(m.member) AS who, m.inherit_option AS always "
            "FROM pg_auth_members m WHERE 'trappan_nightly'::regrole IN (m.roleid, m.member) "
            "AND m.roleid <> 'trappan_figures'::regrole AND m.member <> 'trappan_owner'::regrole"
        )
        # In the role of pages it writes the files that colleagues have ordered (tests/test_worker_lists.py); in that of
        # the night's proposals it calls twelve functions (trappan/matching/tests/test_allocation_run.py).
        assert sorted(tuple(one) for one in members) == [
            ("trappan_allocation", "trappan_nightly", False),
            ("trappan_app", "trappan_nightly", False),
        ]


@pytest.mark.django_db
def test_every_bell_is_rung_for_a_task_and_every_task_has_a_bell():
    rung = database.query(
        "SELECT encode(tgargs, 'escape') AS named FROM pg_trigger WHERE tgfoid = 'worker_ring'::regproc"
    )
    # What waits for its day is found by the minute's round: no row rings it.
    by_the_round = {DUE, "placements.remind", "partnerships.remind_report"}
    tasks = {name for name in make_app().tasks if name not in by_the_round and "builtin" not in name}
    assert {one.named.removesuffix("\\000") for one in rung} == tasks != set()


def test_a_release_of_the_library_with_other_tables_is_noticed():
    """Then a migration is needed in `worker/migrations`, and the text of the first one kept there."""
    text = Path(*migrations).joinpath("0001_initial.py").read_text()
    assert 'joinpath("sql", "schema.sql")' in text
    import procrastinate

    schema = Path(procrastinate.__file__).parent / "sql" / "schema.sql"
    assert hashlib.sha256(schema.read_bytes()).hexdigest()[:16] == "c70ec4b400a60ad9"


@pytest.mark.django_db
def test_the_worker_never_signs_in_as_the_owner():
    where = connection.settings_dict
    url = f"postgresql://trappan_owner@/{where['NAME']}?host={where['HOST']}"
    kept = {name: value for name, value in os.environ.items() if name != "TRAPPAN_DATABASE_ROLE"}
    refused = subprocess.run(
        [sys.executable, "-m", "trappan", "worker"],
        cwd=ROOT,
        env={**kept, "DJANGO_SETTINGS_MODULE": "trappan.settings", "DATABASE_NIGHTLY_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert "DATABASE_NIGHTLY_URL signs in as an owner" in refused.stderr


def running(process):
    """Tell whether a process is there, and has not ended unseen."""
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False


TOGETHER = """
import os, signal, sys
from trappan.demo.together import run_together
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
says = "import os, time; os.write(1, (str(os.getpid()) + chr(10)).encode()); time.sleep(float('{}'))"
sys.exit(run_together([[sys.executable, "-c", says.format(one)] for one in sys.argv[1:]], dict(os.environ)))
"""


def together(*seconds):
    """Run programs that sleep so long; return their parent, and their numbers."""
    command = [sys.executable, "-c", TOGETHER, *seconds]
    parent = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return parent, [int(parent.stdout.readline()) for _one in seconds]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_what_runs_together_ends_together_however_its_parent_ends(number, status):
    parent, children = together("600", "600")
    parent.send_signal(number)
    assert parent.wait(timeout=PATIENCE) == status
    wait_until(lambda: not any(map(running, children)))
    parent.stdout.close()


def test_where_one_of_them_ends_the_others_do_and_the_status_says_so():
    parent, children = together("600", "0.2")
    assert parent.wait(timeout=PATIENCE) == 1
    assert not any(map(running, children))
    parent.stdout.close()
