"""The embedded server: shared by processes, cleanly stopped, back after the worst."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.template import admin, digest, drop
from tests.testing import open_folder
from trappan import postgres

ROOT = Path(__file__).parent.parent
HOLD = """
import sys, time
from trappan import postgres
with postgres.running() as server:
    print("up", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def home(monkeypatch):
    with open_folder() as folder:
        home = folder / "home"
        monkeypatch.setenv("TRAPPAN_HOME", str(home))
        yield home
        subprocess.run(["pkill", "-f", str(home)], check=False)


@pytest.fixture
def migrated(django_db_setup, django_db_blocker):
    """A database of one's own on the tests' own server, in which everything is committed; return where it is."""
    template, name = f"test_template_{digest()}", f"test_import_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    where = connection.settings_dict
    with django_db_blocker.unblock(), admin(where["NAME"]) as owner:
        drop(owner, name)
        owner.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        yield {**where, "NAME": name}
        drop(owner, name)


def hold():
    """Start a process that uses the server until its input closes."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=os.environ.copy()
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"
    return process


def leave(process):
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()


def test_several_processes_share_one_server_and_the_last_turns_off_the_light(home):
    first, second = hold(), hold()
    server = postgres.Server(home)
    pid = (server.data / "postmaster.pid").read_text().split()[0]
    leave(first)
    assert server.alive()
    assert (server.data / "postmaster.pid").read_text().split()[0] == pid
    where = {"host": str(server.socket), "dbname": "postgres", "user": "postgres"}
    with psycopg.connect(**where) as connection:
        verbosity = connection.execute("SHOW log_error_verbosity").fetchone()
    assert verbosity == ("terse",), "the server's own log quotes no row"
    leave(second)
    assert not server.alive()
    assert not (server.data / "postmaster.pid").exists()


def test_a_killed_process_leaves_nobody_locked_out(home):
    killed = hold()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()
    killed.stdin.close()
    server = postgres.Server(home)
    assert server.alive(), "the server outlives a killed user"
    leave(hold())
    assert not server.alive()


def test_a_killed_server_is_back_at_the_next_start(home):
    user = hold()
    server = postgres.Server(home)
    pid = int((server.data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    time.sleep(0.3)
    again = hold()
    assert server.alive()
    leave(user)
    leave(again)


def test_a_strangers_process_is_left_alone(home):
    leave(hold())
    server = postgres.Server(home)
    with subprocess.Popen(["sleep", "60"]) as stranger:
        (server.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.data}\n")
        leave(hold())
        assert stranger.poll() is None
        stranger.kill()


@pytest.mark.long
def test_a_real_server_over_tcp_with_passwords(home):
    """`trappan migrate` on a server of one's own: logins with passwords of their own, and web may not read people."""
    server = postgres.Server(home)
    home.mkdir()
    server._let_pass()
    server._own(server.socket)
    secret = home.parent / "secret"
    secret.write_text("owner-word\n")
    secret.chmod(0o644)
    port = 54_000 + os.getpid() % 900
    data = home / "tcp"
    server._own(data)
    server._run(
        "initdb",
        "-D",
        data,
        "-U",
        "trappan_owner",
        "--auth=scram-sha-256",
        f"--pwfile={secret}",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )
    server._run(
        "pg_ctl",
        "-D",
        data,
        "-l",
        data / "log",
        "-w",
        "-o",
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
        "start",
    )
    try:
        base = f"127.0.0.1:{port}/postgres"
        environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://trappan_web:web-word@{base}",
            "DATABASE_OWNER_URL": f"postgres://trappan_owner:owner-word@{base}",
            "DATABASE_NIGHTLY_URL": f"postgres://trappan_nightly:night-word@{base}",
            "DJANGO_SETTINGS_MODULE": "trappan.settings",
        }
        for name in ("TRAPPAN_DATABASE_ROLE", "TRAPPAN_DEMO"):
            environment.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "trappan", "migrate", "-v0"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        with psycopg.connect(environment["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT count(*) FROM staff_user").fetchone() == (0,)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT * FROM people_person")
        with psycopg.connect(environment["DATABASE_NIGHTLY_URL"]) as connection:
            assert connection.execute("SELECT count(*) FROM messages_waiting()").fetchone() == (0,)
        for login, word in (("DATABASE_URL", "web-word"), ("DATABASE_NIGHTLY_URL", "night-word")):
            with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
                psycopg.connect(environment[login].replace(word, "wrong"))
    finally:
        server._run("pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


def test_an_import_that_is_killed_leaves_nothing(migrated, tmp_path):
    """Killed in the middle, then started again: none of it, and then all of it."""
    from stdnum import luhn

    folder = tmp_path / "extract"
    folder.mkdir()
    days = [f"{year}{month:02}{day:02}" for year in range(1981, 1989) for month in range(1, 13) for day in range(1, 29)]
    pins = [f"{day}238{luhn.calc_check_digit(day[2:] + '238')}" for day in days]
    (folder / "people.csv").write_text("pin;given_name;family_name\n" + "".join(f"{pin};Namn;Saga\n" for pin in pins))
    months = "".join(
        f"2025-{month:02};H{at};{pin};applicant;3\n" for at, pin in enumerate(pins) for month in range(1, 11)
    )
    (folder / "support_months.csv").write_text("month;household;pin;role;household_type\n" + months)
    where = {"host": migrated["HOST"], "dbname": migrated["NAME"], "user": "trappan_owner"}
    url = f"postgresql://{where['user']}@/{where['dbname']}?host={where['host']}"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "trappan.settings", "DATABASE_OWNER_URL": url}
    for name in ("TRAPPAN_DATABASE_ROLE", "TRAPPAN_DEMO", "DATABASE_URL"):
        environment.pop(name, None)

    def trappan(*arguments):
        return subprocess.Popen(
            [sys.executable, "-m", "trappan", *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
        )

    def count(table):
        with psycopg.connect(**where) as connection:
            busy = connection.execute(
                "SELECT max(pid) FROM pg_stat_activity WHERE query LIKE '%assistance_supportmonth%' AND "
                "pid <> pg_backend_pid() AND state = 'active' AND datname = current_database()"
            ).fetchone()
            return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], busy[0]

    with trappan("import", str(folder)) as killed:
        at_work = None
        while not at_work:  # for as long as this machine needs to get there
            assert killed.poll() is None, "it was over before it was found at work"
            at_work = count("people_person")[1]
            time.sleep(0.01)
        # Pages come first: the server's process for the import waits for them as the import does.
        assert os.getpriority(os.PRIO_PROCESS, at_work) >= 10
        killed.send_signal(signal.SIGKILL)
    time.sleep(0.5)
    assert count("people_person")[0] == 0
    with trappan("import", str(folder)) as again:
        assert again.wait() == 0
    assert count("assistance_supportmonth")[0] == len(pins) * 10
