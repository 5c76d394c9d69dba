"""Asked to end, the demo leaves nothing behind: no server, no worker, no taken port, no database process."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.testing import open_folder

ROOT = Path(__file__).parent.parent


@pytest.fixture
def home():
    with open_folder() as folder:
        yield folder / "home"


def one(demo, number):
    demo.send_signal(number)


def heard():
    # A suite that a shell began in the background hands Ctrl-C down as ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def group(demo, number):
    os.killpg(demo.pid, number)  # as a terminal does


@pytest.mark.long
def test_a_demo_that_is_asked_to_end_frees_its_port_and_stops_its_server(home):
    """However it is asked; the town is founded the first time, and the next finds it."""
    for tell, number, status, works in (
        (one, signal.SIGTERM, 143, True),
        (group, signal.SIGTERM, 143, False),
        (group, signal.SIGINT, 0, False),
        (group, signal.SIGHUP, 129, False),
    ):
        ask_to_end(home, tell, number, status, works=works)


def ask_to_end(home, tell, number, status, *, works):
    """Start a demo, wait until it answers, and also `works`, and ask it to end: it does, and all that was its own.

    Its worker gives way to everybody: where the machine is busy it may still be on its way up after two minutes, and
    what ends is a demo that is about to work.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "TRAPPAN_HOME": str(home), "TRAPPAN_FLEETING": "1", "TRAPPAN_DEMO": "1"}
    for name in ("TRAPPAN_DATABASE_ROLE", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "trappan", "demo", "--scale", "0.01", "--port", str(port)]
    demo = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=heard,
    )
    try:
        for _attempt in range(240):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2) as answer:
                    if json.load(answer)["worker"] == "up" or not works:
                        break
            except OSError:
                assert demo.poll() is None, "the demo has ended by itself"
            time.sleep(0.5)
        database = int((home / "postgres" / "postmaster.pid").read_text().split()[0])
        tell(demo, number)
        assert demo.wait(timeout=30) == status
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # past answers may linger, a server not
            again.bind(("127.0.0.1", port))
        assert not (home / "postgres" / "postmaster.pid").exists()
        for _attempt in range(50):  # its note of itself goes a moment before it does
            if has_ended(database):
                break
            time.sleep(0.1)
        else:
            raise AssertionError("the database is still there")
    finally:
        demo.kill()


def has_ended(process: int) -> bool:
    """Tell whether a process has gone, or has ended and waits to be reaped."""
    try:
        return ") Z" in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return True
