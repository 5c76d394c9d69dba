"""What every test stands on: the embedded server, the app role where requests run, fixed days."""

import gc
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


@pytest.hookimpl(trylast=True)  # after whoever shuffles
def pytest_collection_modifyitems(items):
    """Begin with what takes long, so that at the end no process of a run waits for another's."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish(session):
    """Let what has been read in stand, and look for garbage seldom: a quarter of what a test takes went to it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let a report carry which requirements its test is marked as proving, also from another process."""
    report = yield
    named = [name for mark in item.iter_markers("requirement") for name in mark.args]
    report.user_properties.append(("requirements", named))
    return report


plain = DatabaseWrapper.get_connection_params


def params(self):
    """Let the live server's threads sign in as web, so that missing grants are found; a worker's as itself."""
    chosen = plain(self)
    thread = threading.current_thread()
    if thread is not threading.main_thread():
        chosen["user"] = thread.name if thread.name == "trappan_nightly" else "trappan_web"
    return chosen


DatabaseWrapper.get_connection_params = params


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Test on a copy of the migrated database; a test that commits leaves it as it was."""
    from django.test import TransactionTestCase

    from tests.template import Kept, copied

    with pytest.MonkeyPatch.context() as patch, ExitStack() as copy:
        with django_db_blocker.unblock():
            copy.enter_context(copied())
            kept = Kept()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: kept.put_back())
        yield
        with django_db_blocker.unblock():
            copy.close()


@pytest.fixture(scope="session", autouse=True)
def store(tmp_path_factory):
    """Keep files that tests attach in a folder of the run's own."""
    from django.test import override_settings

    with override_settings(FILES=tmp_path_factory.mktemp("files")):
        yield


@pytest.fixture(scope="session", autouse=True)
def told_of_pages(django_test_environment):
    """Keep what a page was drawn with, not what each of its hundred parts was: the library copies it for each."""
    from django.template import RequestContext, Template

    tells = Template._render

    def drawn(template, context):
        of_a_page = context.template is template and isinstance(context, RequestContext)
        return tells(template, context) if of_a_page else template.nodelist.render(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", drawn)
        yield


@pytest.fixture
def today(db):
    """Hold the clock at the day of the demo, a Thursday in week 46, in the afternoon whenever the tests run."""
    from datetime import time

    from trappan.schedules.testing import set_today
    from trappan.testing import TODAY

    return set_today(TODAY, time(16))
