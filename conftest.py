"""What every test stands on: the embedded server, the app role where requests run, fixed days."""

import os
import threading
from contextlib import ExitStack

import pytest
from django.db.backends.postgresql.base import DatabaseWrapper

from trappan import postgres

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop is not ours
SERVER = ExitStack()
pytest_plugins = ["tests.requirements"]


def pytest_configure(config):
    if "DATABASE_URL" not in os.environ:
        SERVER.enter_context(postgres.running())


def pytest_unconfigure():
    SERVER.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let a report carry which requirements its test is marked as proving, also from another process."""
    report = yield
    named = [name for mark in item.iter_markers("requirement") for name in mark.args]
    report.user_properties.append(("requirements", named))
    return report


plain = DatabaseWrapper.get_connection_params


def params(self):
    """Let the live server's threads sign in as web, so that missing grants are found."""
    chosen = plain(self)
    if threading.current_thread() is not threading.main_thread():
        chosen["user"] = "trappan_web"
    return chosen


DatabaseWrapper.get_connection_params = params


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """Test on a copy of the migrated database; tests that commit begin with what stands in it."""
    from django.db import connection

    from tests.template import copied

    copy = ExitStack()
    with django_db_blocker.unblock():
        copy.enter_context(copied())
        marks = (item.get_closest_marker("django_db") for item in request.session.items)
        if any(mark and mark.kwargs.get("serialized_rollback") for mark in marks):
            connection._test_serialized_contents = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        copy.close()


@pytest.fixture(scope="session", autouse=True)
def store(tmp_path_factory):
    """Keep files that tests attach in a folder of the run's own."""
    from django.test import override_settings

    with override_settings(FILES=tmp_path_factory.mktemp("files")):
        yield


@pytest.fixture
def today(db):
    """Hold the clock at the day of the demo, a Thursday in week 46, in the afternoon whenever the tests run."""
    from datetime import time

    from trappan.schedules.testing import set_today
    from trappan.testing import TODAY

    return set_today(TODAY, time(16))
