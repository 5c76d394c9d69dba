"""What every test stands on: the embedded server, the app role where requests run, fixed days."""

import json
import os
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db.backends.postgresql.base import DatabaseWrapper

from trappan import postgres

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop is not ours
SERVER = ExitStack()


def pytest_configure(config):
    if "DATABASE_URL" not in os.environ:
        SERVER.enter_context(postgres.running())


PROVEN: dict[str, list[tuple[str, bool]]] = {}


def pytest_runtest_makereport(item, call):
    """Remember which requirement each marked test proved, for `make requirements`."""
    if call.when == "call":
        for mark in item.iter_markers("requirement"):
            PROVEN.setdefault(mark.args[0], []).append((item.nodeid, call.excinfo is None))


def pytest_unconfigure(config):
    if PROVEN:
        note = Path(__file__).parent / ".trappan" / "requirements.json"
        note.parent.mkdir(exist_ok=True)
        note.write_text(json.dumps(PROVEN))
    SERVER.close()


plain = DatabaseWrapper.get_connection_params


def params(self):
    """Let the live server's threads sign in as web, so that missing grants are found."""
    chosen = plain(self)
    if threading.current_thread() is not threading.main_thread():
        chosen["user"] = "trappan_web"
    return chosen


DatabaseWrapper.get_connection_params = params


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Roles belong to the server: the migrate command makes them, as on any installation."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let row numbers have five figures, as in a real town: a page that groups their digits fails here."""
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename), greatest(20000, last_value)) "
            "FROM pg_sequences WHERE schemaname = 'public'"
        )


@pytest.fixture
def today(db):
    """Hold the clock at the day of the demo, a Thursday in week 46."""
    from datetime import date

    from trappan.schedules.testing import set_today

    return set_today(date(2026, 11, 12))
