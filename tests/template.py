"""The migrated database that every test process copies, kept as long as what makes it is the same."""

import hashlib
import importlib.metadata
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg.sql import SQL, Identifier

PACKAGE = Path(__file__).parent.parent / "trappan"
MAKES = ("*/migrations/*.py", "*/sql/*.sql", "*/secrecy.py", "secrecy/**/*.py", "database/*.py", "settings.py")
LOCK = 7_262_002  # any number, the same for all processes of a run
# Row numbers of five figures, as in a real town: a page that groups their digits fails here.
FIVE_FIGURES = (
    "SELECT setval(format('%I.%I', schemaname, sequencename), greatest(20000, last_value)) "
    "FROM pg_sequences WHERE schemaname = 'public'"
)
# Every table, and those of its columns that can be written.
COLUMNS = """
SELECT attrelid::regclass::text, string_agg(quote_ident(attname), ', ' ORDER BY attnum)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY attrelid
"""


def digest() -> str:
    """Say what makes the database: migrations, rules, and the libraries with tables of their own."""
    found = hashlib.sha256()
    for library in ("django", "django-allauth", "holidays", "procrastinate"):
        found.update(importlib.metadata.version(library).encode())
    for file in sorted({file for pattern in MAKES for file in PACKAGE.glob(pattern)}):
        found.update(str(file.relative_to(PACKAGE)).encode() + file.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def copied() -> Iterator[None]:
    """Let this process test on a copy of its own, dropped afterwards."""
    configured = settings.DATABASES["default"]["NAME"]
    template = f"test_template_{digest()}"
    name = f"test_{configured}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with admin(configured) as owner:
        owner.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        kept = {
            row[0] for row in owner.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_template\\_%'")
        }
        if template not in kept:
            for old in kept:
                drop(owner, old)
            make(owner, template)
        drop(owner, name)
        owner.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        owner.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    use(name)
    yield
    connection.close()
    use(configured)
    with admin(configured) as owner:
        drop(owner, name)


class Kept:
    """What a fresh copy holds, to be put back after a test that commits: much sooner than Django's flush and fixtures.

    Triggers and foreign keys stand aside meanwhile, which is the superuser's right. Sequences go on.
    """

    def __init__(self) -> None:
        self.name = settings.DATABASES["default"]["NAME"]
        with admin(self.name) as owner:
            self.columns: dict[str, str] = dict(owner.execute(COLUMNS).fetchall())
            self.rows = {table: read(owner, table, columns) for table, columns in self.columns.items()}

    def put_back(self) -> None:
        """Take away every row, and write what stood in the fresh copy, at once or not at all."""
        with admin(self.name) as owner, owner.transaction():
            owner.execute("SET LOCAL session_replication_role = replica")
            owner.execute(";".join(f"DELETE FROM {table}" for table in self.columns))
            for table, rows in self.rows.items():
                if rows:
                    with owner.cursor().copy(f"COPY {table} ({self.columns[table]}) FROM STDIN") as written:
                        written.write(rows)


def read(owner: psycopg.Connection, table: str, columns: str) -> bytes:
    """Return a table's rows as COPY tells them; empty where there is none."""
    with owner.cursor().copy(f"COPY {table} ({columns}) TO STDOUT") as rows:
        return b"".join(rows)


def make(owner: psycopg.Connection, template: str) -> None:
    """Migrate an empty database under another name first, so that a half one never counts."""
    half = f"{template}_half"
    drop(owner, half)
    owner.execute(SQL("CREATE DATABASE {}").format(Identifier(half)))
    use(half)
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(FIVE_FIGURES)
    connection.close()
    owner.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(half), Identifier(template)))


def drop(owner: psycopg.Connection, name: str) -> None:
    """Drop a database and whoever is in it; never WITH (FORCE), which may not end the server's own autovacuum."""
    owner.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = %s AND backend_type = 'client backend'",
        [name],
    )
    owner.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))


def use(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def admin(database: str) -> psycopg.Connection:
    """Sign in as the owner to the installation's own database, which tests leave alone."""
    said = {**connection.get_connection_params(), "dbname": database}
    known = ("host", "port", "user", "password", "dbname")
    return psycopg.connect(**{name: value for name, value in said.items() if name in known}, autocommit=True)
