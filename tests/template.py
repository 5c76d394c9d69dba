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
