"""`trappan demo`: tables, the invented town, server and worker, in one go; again: serves in seconds."""

import os
import sys
import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from trappan.demo.clock import NOON, TODAY
from trappan.demo.founding import analyze, found_town
from trappan.demo.together import run_together
from trappan.people.models import Person
from trappan.schedules.models import Clock
from trappan.schedules.testing import set_today


class Command(BaseCommand):
    help = "Make the invented town and serve it"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scale", type=float, default=1.0)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--no-serve", action="store_true")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["scale"] <= 0:
            raise CommandError("--scale must be greater than 0", returncode=2)
        call_command("migrate", verbosity=0)
        if not Clock.objects.exists():
            if Person.objects.exists():
                raise CommandError(
                    "This database holds people already: the town is only made in an empty one. "
                    "Choose another TRAPPAN_HOME.",
                    returncode=2,
                )
            began = time.monotonic()
            self.stderr.write("Making the invented town ...")
            made = found_town(scale=options["scale"], seed=options["seed"])
            analyze()
            self.stderr.write(
                f"{made['people_person']} people, {made['cases_case']} cases, "
                f"{made['attendance_attendance']} marked days in {time.monotonic() - began:.0f} s"
            )
        # Whenever it is started, the town's sites are at work and have begun their day.
        set_today(TODAY, NOON)
        if not options["no_serve"]:
            # Processes of their own, so that they sign in as web and as the worker, and not as the owner.
            environment = {**os.environ, "TRAPPAN_DEMO": "1"}
            environment.pop("TRAPPAN_DATABASE_ROLE", None)
            trappan = [sys.executable, "-m", "trappan"]
            connection.close()
            try:
                sys.exit(
                    run_together(
                        [[*trappan, "serve", "--port", str(options["port"])], [*trappan, "worker"]], environment
                    )
                )
            except KeyboardInterrupt:
                return  # the colleague at the keyboard has seen enough
