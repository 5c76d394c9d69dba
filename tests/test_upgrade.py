"""A database of the baseline, with rows in it, comes to the same as one that is made today.

`tests/baseline.sql` is such a database as its release left it: one person with a row in every secret
table, and whoever may look. It is kept; only where the baseline itself is remade, before 1.0, is it
written anew, with `TRAPPAN_WRITE_BASELINE=1`.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.template import admin, digest, drop, use
from tests.world import make_world
from trappan import database, postgres
from trappan.database.catalogue import catalogue
from trappan.schedules.testing import set_today
from trappan.testing import TODAY

KEPT = Path(__file__).parent / "baseline.sql"
COLUMNS = """SELECT table_name, column_name, data_type, is_nullable, column_default, is_generated
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"""
# What is said anew at every `migrate`: rules as applied, and when what was applied.
OF_MIGRATE = {"database_appliedrule", "django_migrations", "django_content_type", "auth_permission"}


@pytest.fixture
def aside(django_db_setup, django_db_blocker):
    """Work in databases of one's own, in which everything is committed."""
    before, made = connection.settings_dict["NAME"], []
    with django_db_blocker.unblock():

        def begin(name: str, template: str = "template0") -> None:
            use(before)
            with admin(before) as owner:
                drop(owner, name)
                owner.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
            made.append(name)
            use(name)

        yield begin
        use(before)
        with admin(before) as owner:
            for name in made:
                drop(owner, name)


# What an earlier Trappan kept of a person's earlier names and protection, for all who read the name of today.
TOLD_TO_ALL = """
WITH p AS (SELECT id FROM people_person), kept AS (
  INSERT INTO history_version (at, of_table, row_id, person_id, scope, was)
  SELECT clock(), 'people_person', id, id, 'identity', '{"given_name": "Elias"}' FROM p)
INSERT INTO history_event (at, kind, verb, person_id, scope, details)
SELECT clock(), 'write', verb, id, 'identity', '{}'
FROM p, unnest(ARRAY['people.rectify_person', 'people.protect']) verb
"""


@pytest.mark.long
def test_a_kept_database_comes_to_what_is_made_today(aside):
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    fresh = f"test_template_{digest()}"
    if os.environ.get("TRAPPAN_WRITE_BASELINE"):
        aside(f"test_written_{worker}", fresh)
        make_world(set_today(TODAY))
        KEPT.write_text(dumped(), encoding="utf-8")
    aside(f"test_made_{worker}", fresh)
    made, columns = said(), database.query(COLUMNS)

    aside(f"test_upgraded_{worker}")
    with connection.cursor() as cursor:
        cursor.execute(KEPT.read_text(encoding="utf-8"))
        cursor.execute("RESET ALL")
    database.execute(TOLD_TO_ALL)
    before = counted()
    call_command("migrate", verbosity=0)
    assert said() == made
    assert database.query(COLUMNS) == columns
    after = counted()
    # Lists of codes and of what each role may hold grow, and nothing else does.
    for grows in ("rules_code", "secrecy_rolescope"):
        assert after[grows] >= before.pop(grows)
    assert {name: after.get(name, 0) for name in before} == before, "no row is lost"
    assert before["people_person"] == 1
    assert before["history_version"] > 0
    scopes = database.query(
        "SELECT scope FROM history_version WHERE of_table = 'people_person' UNION ALL SELECT scope FROM history_event "
        "WHERE verb IN ('people.rectify_person', 'people.protect')"
    )
    assert sorted({one.scope for one in scopes}) == ["plan", "requirement"], "what stood before is told to fewer"


def said() -> dict[tuple[str, str], str]:
    """Return what the database says of each rule, without the casts and brackets that a dump adds to a list."""
    added = re.compile(r"::(text|character varying)(\[\])?|[()]|\s")
    return {key: added.sub("", text) for key, text in catalogue().items()}


def counted() -> dict[str, int]:
    """Count the rows of every table, as the owner, whom no policy concerns."""
    tables = database.query("SELECT relname AS name FROM pg_stat_user_tables WHERE schemaname = 'public'")
    names = [row.name for row in tables if row.name not in OF_MIGRATE]
    return {name: database.query(f"SELECT count(*) AS rows FROM {name}")[0].rows for name in names}


def dumped() -> str:
    """Return the present database as SQL that any session can run, without the calendar: no rule asks for its days."""
    to = connection.get_connection_params()
    what = ("--no-owner", "--inserts", "--rows-per-insert=100", "--exclude-table-data=schedules_day")
    where = (f"--host={to['host']}", f"--username={to['user']}", f"--port={to.get('port', 5432)}")
    command = [postgres.binaries() / "pg_dump", *what, *where, to["dbname"]]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.sub(r"^\\(un)?restrict .*\n", "", text, flags=re.MULTILINE)
