"""`trappan figures`: builds what figures rest on anew, and gives out an indicator."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.insight.indicators.asking import answer, called, read_asked
from trappan.insight.jobs import build_month, finish, order_months, waiting
from trappan.insight.role import counting
from trappan.refusals import Refused

NUMBERS = {"month", "value", "numerator", "denominator", "shown"}
ELSEWHERE = 0.2  # how long to wait, in seconds, for a month that another builds


class Command(BaseCommand):
    """Signed in as the worker: a month that the worker is building already is waited for, and not built twice."""

    help = "Give out an indicator, or build what figures rest on anew (--rebuild)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="build every month anew, and write what differs")
        parser.add_argument("--indicator", metavar="NAME")
        parser.add_argument("--from", dest="first", metavar="2021-01", default="")
        parser.add_argument("--to", dest="last", metavar="2024-01", default="")
        parser.add_argument("--by", default="", metavar="gender", help="a breakdown, such as gender or gender,unit")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["rebuild"] == bool(options["indicator"]):
            raise CommandError("Name an --indicator, or ask for --rebuild.", returncode=2)
        if options["rebuild"]:
            self.rebuild(options["format"])
            return
        try:
            asked = read_asked(options["indicator"], options["first"], options["last"], options["by"])
        except Refused as no:
            raise CommandError(f"--{no.field}: {no}", returncode=2) from None
        names = called()
        with counting():
            figures = answer(asked, names)
        if not figures["rows"]:
            raise CommandError("Nothing is known of those months: ask for later ones, or --rebuild first.")
        self.tell(figures, options["format"])

    def rebuild(self, form: str) -> None:
        """Order every month, and carry out the orders until none waits, whoever does."""
        began = time.monotonic()
        order_months(every=True)
        built = 0
        while orders := list(waiting()):
            done = 0
            for order in orders:
                if month := build_month(order):
                    done += 1
                    self.progress(f"{month:%Y-%m}")
            built += done
            if not done:
                time.sleep(ELSEWHERE)
        finish()
        seconds = round(time.monotonic() - began, 1)
        if form == "json":
            self.stdout.write(json.dumps({"months": built, "seconds": seconds}))
        else:
            self.progress("")
            self.stdout.write(f"{built} months in {seconds} s")

    def progress(self, month: str) -> None:
        """Show on a terminal how far it has come."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{month:8}", ending="")
            self.stderr.flush()

    def tell(self, figures: dict[str, Any], form: str) -> None:
        """Write figures out, as JSON or as lines."""
        if form == "json":
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
            return
        self.stdout.write(f"{figures['title']} ({figures['unit']}), {figures['cutoff']}\n{figures['definition']}")
        for row in figures["rows"]:
            part = [str(one) for name, one in row.items() if name not in NUMBERS]
            said = str(row["value"]) if row["shown"] else "–"
            self.stdout.write("  ".join([row["month"], *part, said]))
