"""`trappan migrate`: roles, tables and rules, all in one transaction; what has not changed is left alone."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.management import CommandError, call_command
from django.core.management.commands import migrate
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from trappan import database
from trappan.database.rules import Kind, bring_about, stand_aside
from trappan.database.states import one_model_at_a_time
from trappan.environment import NAMES
from trappan.secrecy.database_roles import make_roles
from trappan.secrecy.every_rule import every_rule
from trappan.secrecy.keep_role_scopes import keep_held
from trappan.secrecy.keep_secret import keep_secret

OLDER = (
    "This database was made by a Trappan from before its first release and cannot be brought up to this one. "
    "If nothing in it is to be kept, remove it (the demo's is the folder .trappan) and start again."
)
NEWER = (
    "This database was made by a newer Trappan than this one. Install that release, or take back the copy "
    "from before it."
)


class Command(migrate.Command):
    """Bring the whole database to today's tables and rules.

    Killed in the middle it leaves the old state, and whoever reads meanwhile waits or is refused:
    no table is ever open without its policies. A part of the migrations alone is refused, since
    the rules are of all tables.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        if options.get("app_label"):
            raise CommandError("Tables and rules belong together: run `trappan migrate` without naming a part.")
        refuse_others()
        if options["check_unapplied"] or options["plan"]:
            super().handle(*args, **options)
            return
        rules = list(every_rule())
        passwords = {f"trappan_{login}": password_in(NAMES[login]) for login in ("web", "nightly")}
        with transaction.atomic(), one_model_at_a_time():
            make_roles(passwords)
            # What the database remembers of its rules first, then what columns call, then the tables.
            super().handle(*args, **{**options, "app_label": "database", "run_syncdb": False, "verbosity": 0})
            bring_about(rules, [Kind.COLUMN])
            if tables_change():
                stand_aside()
            super().handle(*args, **options)
            call_command("createcachetable", verbosity=0)
            keep_held()
            keep_secret()
            database.execute("SET CONSTRAINTS ALL IMMEDIATE")
            made = bring_about(rules, [kind for kind in Kind if kind is not Kind.COLUMN])
        if options["verbosity"] > 0:
            self.stdout.write(f"Rules: {len(made)} made of {len(rules)}.")


def password_in(name: str) -> str:
    """Return the password in an address of the environment; nothing where there is none."""
    return unquote(urlsplit(os.environ.get(name, "")).password or "")


def refuse_others() -> None:
    """Refuse a database with migrations that this Trappan has not: made before the baseline, or by a newer one."""
    loader = MigrationExecutor(connection).loader
    applied = loader.applied_migrations or {}
    if any(name not in loader.disk_migrations for name in applied):
        raise CommandError(NEWER if ("database", "0001_baseline") in applied else OLDER)


def tables_change() -> bool:
    """Tell whether any migration waits."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
