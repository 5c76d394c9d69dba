"""`python -m bench.imports`: an import of 110 000 rows against a bare COPY, and beside it the pages.

Makes a town of its own (scale 1) and a folder of 10 000 people with ten support months each; their
numbers are reservnummer on days that the town does not use. Three bare COPYs of the same rows, made
ready before the clock starts, are what the import is measured against:

- into tables without an index, a constraint or a key: what the rows alone cost;
- into tables with the same indexes and constraints, but foreign keys;
- into tables with the foreign keys as well: identical, and so the fair one, against which the goal is
  read. The import writes 60 000 rows more than these: numbers, addresses, households, grants, history.

Meanwhile a colleague asks for the person list, one request at a time, from the same machine. The
import runs in a process of its own and, as `trappan import` does, at a lower priority (os.nice).
"""

import io
import json
import shutil
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from urllib.request import OpenerDirector

import psycopg

from bench import __main__ as bench
from trappan.postgres import Server

PEOPLE, MONTHS = 10_000, 10
HOME = bench.ROOT / ".trappan" / "bench-imports"
FOLDER = HOME / "extract"
PORT = bench.PORT
LIST = "/people/"
NAMES = ("Dikt", "Låtsberg", "Påhitt", "Saga", "Utkast")
PERSON = "id, given_name, family_name, gender, protection, languages, interpreter, education"
MONTH = "id, person_id, household_id, month, role, household_type, obstacle, amount"
KEYS = """
ALTER TABLE bare_month ADD FOREIGN KEY (person_id) REFERENCES bare_person DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (household_id) REFERENCES bare_household DEFERRABLE INITIALLY DEFERRED
"""


def write_folder() -> None:
    """Write the extract: each person in a household of their own."""
    FOLDER.mkdir(parents=True)
    days = (date(1930, 1, 1) + timedelta(days=3 * number) for number in range(PEOPLE))
    pins = [f"{day:%Y%m%d}R9{number % 100:02}" for number, day in enumerate(days)]
    people = [
        f"{pin};Prov{at % 97};{NAMES[at % 5]}{at % 991};{'KM'[at % 2]};svenska;070-1740605\n"
        for at, pin in enumerate(pins)
    ]
    months = [
        f"2026-{month:02};P{at};{pin};applicant;3;unemployed;{8000 + at % 900}\n"
        for month in range(1, MONTHS + 1)
        for at, pin in enumerate(pins)
    ]
    (FOLDER / "people.csv").write_text("pin;given_name;family_name;gender;languages;phone\n" + "".join(people))
    (FOLDER / "support_months.csv").write_text(
        "month;household;pin;role;household_type;obstacle;amount\n" + "".join(months)
    )


def rows() -> tuple[bytes, bytes]:
    """Return the same people and months as COPY takes them."""
    people, months = io.StringIO(), io.StringIO()
    for at in range(1, PEOPLE + 1):
        name = f"Prov{at % 97}\t{NAMES[at % 5]}{at % 991}\t{'KM'[at % 2]}"
        people.write(f"{at}\t{name}\tnone\t{{svenska}}\tf\t\n")
        for month in range(1, MONTHS + 1):
            number = (at - 1) * MONTHS + month
            months.write(f"{number}\t{at}\t{at}\t2026-{month:02}-01\tapplicant\t3\tunemployed\t8000\n")
    return people.getvalue().encode(), months.getvalue().encode()


def bare_copy(like: str, keys: str) -> float:
    """Return the seconds that a COPY of the rows and its COMMIT take, into tables made for it."""
    people, months = rows()
    server = Server(HOME)
    with psycopg.connect(host=str(server.socket), user="trappan_owner", dbname="trappan") as connection:
        for bare, real in (
            ("person", "people_person"),
            ("household", "people_household"),
            ("month", "assistance_supportmonth"),
        ):
            connection.execute(f"CREATE TABLE bare_{bare} (LIKE {real} {like})")
        connection.execute(
            "INSERT INTO bare_household (id, reference) SELECT i, 'P' || i FROM generate_series(1, %s) i", [PEOPLE]
        )
        if keys:
            connection.execute(keys)
        connection.commit()
        began = time.perf_counter()
        for table, columns, data in (("person", PERSON, people), ("month", MONTH, months)):
            with connection.cursor().copy(f"COPY bare_{table} ({columns}) FROM STDIN") as copy:
                copy.write(data)
        connection.commit()
        seconds = time.perf_counter() - began
        connection.execute("DROP TABLE bare_month, bare_person, bare_household")
    return seconds


@contextmanager
def served() -> Iterator[OpenerDirector]:
    """Serve the town and hand over a browser that has signed in."""
    server = bench.trappan("serve", "--port", str(PORT))
    try:
        while not bench.up():
            time.sleep(0.05)
        yield bench.sign_in("application")
    finally:
        server.terminate()
        server.wait()


def ask(browser: OpenerDirector, enough: threading.Event, least: int) -> list[float]:
    """Ask for the person list until it is enough; return milliseconds."""
    times: list[float] = []
    while len(times) < least or not enough.is_set():
        began = time.perf_counter()
        browser.open(f"{bench.ADDRESS}{LIST}").read()
        times.append((time.perf_counter() - began) * 1000)
    return times


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def imported(browser: OpenerDirector) -> tuple[float, list[float]]:
    """Import while pages are asked for; return seconds and the pages' milliseconds."""
    done = threading.Event()
    began = time.perf_counter()
    work = bench.trappan("import", str(FOLDER))
    seconds: list[float] = []

    def wait() -> None:
        if work.wait():
            raise subprocess.CalledProcessError(work.returncode, "trappan import")
        seconds.append(time.perf_counter() - began)
        done.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    times = ask(browser, done, 1)
    waiting.join()
    return seconds[0], times


def again(work: str) -> float:
    """Return the seconds of an import with nothing else going on."""
    began = time.perf_counter()
    if bench.trappan("import", str(FOLDER), *work.split()).wait():
        raise subprocess.CalledProcessError(1, "trappan import")
    return time.perf_counter() - began


def main() -> None:
    bench.HOME = HOME
    shutil.rmtree(HOME, ignore_errors=True)
    bench.trappan("demo", "--scale", "1", "--no-serve").wait()
    write_folder()
    enough = threading.Event()
    enough.set()
    with served() as browser:
        plain = statistics.median(bare_copy("", "") for _turn in range(3))
        indexed = statistics.median(bare_copy("INCLUDING ALL", "") for _turn in range(3))
        identical = statistics.median(bare_copy("INCLUDING ALL", KEYS) for _turn in range(3))
        # A trial run does all but the COMMIT, so that every turn finds the same town.
        alone = statistics.median(again("--dry-run") for _turn in range(3))
        ask(browser, enough, 20)
        idle = ask(browser, enough, 200)
        seconds, busy = imported(browser)
        unchanged = again("")
    figures = {
        "bare COPY, no index or constraint, seconds": {"value": plain},
        "bare COPY, indexes and constraints, seconds": {"value": indexed},
        "bare COPY, identical with foreign keys, seconds": {"value": identical},
        "import, all new, nobody asks, seconds": {"value": alone, "goal": 10 * identical},
        "the same against a COPY without any index": {"value": alone / plain},
        "the same against a COPY with indexes": {"value": alone / indexed},
        "the same against the identical COPY": {"value": alone / identical, "goal": 10},
        "import, all new, while pages are asked for": {"value": seconds},
        "the same folder again, seconds": {"value": unchanged},
        "person list idle, p50 milliseconds": {"value": statistics.median(idle)},
        "person list idle, p95": {"value": p95(idle)},
        "person list during the import, p50": {"value": statistics.median(busy)},
        "person list during the import, p95": {"value": p95(busy), "goal": 2 * p95(idle)},
        "person list during the import, slowest": {"value": max(busy)},
        "pages during the import": {"value": len(busy)},
    }
    for name, figure in figures.items():
        goal = figure.get("goal")
        rest = f"  goal {goal:7.2f}  ratio {figure['value'] / goal:.2f}" if goal else ""
        print(f"{name:50} {figure['value']:8.2f}{rest}")
    (HOME / "imports.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
