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
        yield address
    finally:
        os.killpg(server.pid, 15)
        server.wait(timeout=30)
        log.close()


@pytest.fixture
def owner(home, town):
    """A connection to the town's database that no secrecy holds back: to set a scene, never to act in it."""
    where = {
        "host": str(Server(home / "home").socket),
        "dbname": "trappan",
        "user": "trappan_owner",
        "autocommit": True,
    }
    with psycopg.connect(**where) as connection:
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
