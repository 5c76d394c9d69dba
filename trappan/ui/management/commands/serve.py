"""`trappan serve`: the web server, on this machine's own address."""

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from trappan import database

# Worker processes, one a core and no more than this: the database works on the same machine.
MOST = 4


MIGHTY = """SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c
  WHERE c.relname = 'people_person' AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS mighty
FROM pg_roles r WHERE r.rolname = session_user"""


def refuse_mighty_login() -> None:
    """Refuse to serve pages as somebody whom no rule of secrecy binds: the tables' owner or a superuser."""
    if database.query(MIGHTY)[0].mighty:
        raise CommandError(
            "DATABASE_URL signs in as an owner of tables or a superuser, whom no rule of secrecy binds. "
            "Name trappan_web there, which `trappan migrate` makes."
        )
    # Nothing of it is left to the workers: two processes on one connection read each other's answers.
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own


class Command(BaseCommand):
    help = "Serve Trappan on 127.0.0.1"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *_args: Any, **options: Any) -> None:
        refuse_mighty_login()
        port = options["port"]
        way_in = "/demo/" if settings.DEMO else "/"
        self.stdout.write(f"Trappan is at http://127.0.0.1:{port}{way_in}")
        self.stdout.flush()
        server = Server(
            "trappan.wsgi:application",
            address="127.0.0.1",
            port=port,
            interface=Interfaces.WSGI,
            blocking_threads=4,
            workers=min(os.cpu_count() or 1, MOST),
            log_access=False,
            log_level=LogLevels.warning,
        )
        # The papers' typefaces are cut beside the pages: it takes seconds, and only the first time.
        with subprocess.Popen([sys.executable, "-m", "trappan", "fonts"]) as fonts:
            try:
                server.serve()
            finally:
                fonts.terminate()
