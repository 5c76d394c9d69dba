"""`trappan forecast`: households and share in the months to come, with what the guess has been worth."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from trappan.database.role import in_role
from trappan.insight import outlook
from trappan.insight.forecast.figure import MOST_MONTHS, Population
from trappan.insight.secrecy import FIGURES
from trappan.schedules.clock import today

MOST_RUNS = 10_000


class Command(BaseCommand):
    help = "Forecast households and share: middle, half of the runs, nine of ten"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--months", type=int, default=MOST_MONTHS, help=f"to come, at most {MOST_MONTHS}")
        parser.add_argument("--runs", type=int, default=1000)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        asked = outlook.Asked(options["months"], options["runs"], options["seed"])
        refuse_outside(_("--months"), asked.months, 1, MOST_MONTHS)
        refuse_outside(_("--runs"), asked.runs, 100, MOST_RUNS)
        refuse_outside(_("--seed"), asked.seed, 0, 2**32 - 1)
        day = today()
        with transaction.atomic(), in_role(FIGURES):
            source = outlook.read_source(day)
        told = outlook.whole(source, Population({}), asked)
        if options["format"] == "json":
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
        else:
            for line in as_text(told):
                self.stdout.write(line)
        households = told["figures"][0]
        if households["why_not"]:
            raise CommandError(households["why_not"], returncode=2)
