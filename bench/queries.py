"""How many questions each page puts to the database, how long they take together, and what the page costs.

A process of its own (`python -m bench.queries`) that runs the pages without a web server and
prints JSON: session, user and actor are counted too, what opens and closes the transaction is not.
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.db import connection
from django.test import Client

from bench.pages import PAGES
from trappan import postgres

TURNS = 10
WARM = 3  # the first connection plans its statements


def spent() -> float:
    """Return the processor's milliseconds that this process and its session of the database have used so far.

    On a busy machine the clock tells of the others too, and this does not. In steps of ten milliseconds.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    user, system = Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (time.process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")) * 1000


def counted(client: Client, path: str) -> tuple[int, float]:
    """Return the questions of one page and their milliseconds."""
    times: list[float] = []

    def timed(execute: Callable[..., Any], *arguments: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            times.append((time.perf_counter() - began) * 1000)

    with connection.execute_wrapper(timed):
        answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return len(times), sum(times)


def main() -> None:
    figures = {}
    with postgres.running():
        django.setup()
        for name, card, path, _goal in PAGES:
            client = Client(SERVER_NAME="127.0.0.1")
            client.post(f"/demo/enter/{card}/")
            for _turn in range(WARM):
                counted(client, path)
            before = spent()
            found = [counted(client, path) for _turn in range(TURNS)]
            cpu = (spent() - before) / TURNS
            figures[name] = {
                "value": max(count for count, _time in found),
                "sql": statistics.median(taken for _count, taken in found),
                "cpu": cpu,
            }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
