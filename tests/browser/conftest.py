"""A real town on a real server: `trappan demo` in a process of its own, and Chromium beside it.

Nothing here shares a process with the server, so missing grants and missing headers show.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import sync_playwright

from tests.testing import open_folder
from trappan.postgres import Server

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# The town has support since 2021, and its worker would tell six years where pages are opened of the latest; each costs
# half a minute of the machine that the tests run on. That old months are ordered and built, and several years told:
# test_spine.py and test_indicators.py in trappan/insight/tests.
LATELY = """
CREATE FUNCTION lately() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER lately BEFORE INSERT ON insight_buildorder FOR EACH ROW WHEN (NEW.month < '2024-01-01')
  EXECUTE FUNCTION lately();
DELETE FROM insight_buildorder WHERE month < '2024-01-01' AND done_at IS NULL;
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("town"))  # one town, one process
    if CHROMIUM:
        return
    if os.environ.get("CI") == "true":
        pytest.exit("CI has no Chromium: install it (see .ci/run)", returncode=1)
    skip = pytest.mark.skip(reason="there is no Chromium on this machine")
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def browser():
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--lang=en-US"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def home():
    """Where the small town lives."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def town(home):
    """The address of a small town, served as `make demo` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "TRAPPAN_HOME": str(home / "home"), "TRAPPAN_FLEETING": "1", "TRAPPAN_DEMO": "1"}
    for name in ("TRAPPAN_DATABASE_ROLE", "DJANGO_SETTINGS_MODULE", "TRAPPAN_POOL"):
        environment.pop(name, None)
    log = (home / "log").open("w+")
    server = subprocess.Popen(
        [sys.executable, "-m", "trappan", "demo", "--scale", "0.06", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        process_group=0,  # of this session: in one of its own the kernel would weigh its worker as much as the tests
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(240):
            try:
                with urllib.request.urlopen(f"{address}/health/", timeout=2):  # noqa: S310 - our own server
                    break
            except OSError:
                if server.poll() is not None:
                    break
                time.sleep(0.5)
        else:
            log.seek(0)
            pytest.fail(log.read())
        with signed_in_as_owner(home) as connection:
            connection.execute(LATELY)
        yield address
    finally:
        os.killpg(server.pid, 15)
        server.wait(timeout=30)
        log.close()


def signed_in_as_owner(home):
    """Sign in to the town's database as nobody does whom secrecy holds back: to set a scene, never to act in it."""
    host = str(Server(home / "home").socket)
    return psycopg.connect(host=host, dbname="trappan", user="trappan_owner", autocommit=True)


@pytest.fixture
def owner(home, town):
    """A connection to the town's database that no secrecy holds back."""
    with signed_in_as_owner(home) as connection:
        yield connection


@pytest.fixture
def tomorrow(owner):
    """Move the town's clock a day on, by calling it; it is put back after the test."""
    moved = []

    def move():
        owner.execute("UPDATE schedules_clock SET day = day + 1")
        moved.append(1)

    yield move
    owner.execute("UPDATE schedules_clock SET day = day - %s", [len(moved)])


@pytest.fixture
def quiet(page):
    """The page of the test, which must end without a word in the browser's console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    # A refused form and a closed door are answers, not faults; and a sign-out says what it has cleared away.
    assert [text for text in said if not re.search("Failed to load resource|Clear-Site-Data header", text)] == []


def enter(page, town, key):
    """Sign in by a card of the tour."""
    page.goto(f"{town}/demo/")
    with page.expect_navigation():
        page.locator(f'form[action="/demo/enter/{key}/"] button').click()


def picture(page, name):
    """Keep a picture for README and docs, when they are to be written anew."""
    if os.environ.get("TRAPPAN_WRITE_DOCS"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=False)
