"""`trappan serve`: the web server, on this machine's own address."""

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from trappan.database.login import refuse_mighty_login

# Worker processes, one a core and no more than this: the database works on the same machine.
MOST = 4


class Command(BaseCommand):
    help = "Serve Trappan on 127.0.0.1"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *_args: Any, **options: Any) -> None:
        refuse_mighty_login("DATABASE_URL", "trappan_web")
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's own
        # Threads that each keep memory of their own hold twice of what they need.
        os.environ.setdefault("MALLOC_ARENA_MAX", "2")
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
