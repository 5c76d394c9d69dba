"""`trappan migrate`: roles first, then tables, then what sign-in needs."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection, transaction

from trappan.secrecy.roles import make_roles


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        password = unquote(urlsplit(os.environ.get("DATABASE_URL", "")).password or "")
        with transaction.atomic():
            make_roles(password)
        super().handle(*args, **options)
        call_command("createcachetable", verbosity=0)
        with connection.cursor() as cursor:
            for table, verbs in SIGN_IN_TABLES.items():
                cursor.execute(f"GRANT {verbs} ON {table} TO trappan_web")


# What sign-in touches, outside `acting`: found by running it, asserted by tests/test_house.py.
SIGN_IN_TABLES = {
    "django_session": "SELECT, INSERT, UPDATE, DELETE",
    "account_emailaddress": "SELECT, INSERT, UPDATE, DELETE",
    "staff_cache": "SELECT, INSERT, UPDATE, DELETE",
    "staff_user": "SELECT, UPDATE (last_login, password, language)",
}
