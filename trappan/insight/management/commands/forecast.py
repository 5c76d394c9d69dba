"""`trappan forecast`: households and share in the months to come, with what such a guess has been worth."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from trappan import database
from trappan.insight import outlook
from trappan.insight.forecast.figure import MOST_MONTHS
from trappan.insight.role import counting

RUNS = (100, 10_000)
SEEDS = (0, 2**32 - 1)


class Command(BaseCommand):
    """Signed in as the worker, reads the spine in the role for figures, and writes nothing."""

    help = "Forecast households and share: the middle, half of the runs, nine of ten"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--months", type=int, default=MOST_MONTHS, help=f"how many to come, at most {MOST_MONTHS}")
        parser.add_argument("--runs", type=int, default=1000)
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same answer")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        for name, (least, most) in {"months": (1, MOST_MONTHS), "runs": RUNS, "seed": SEEDS}.items():
            if not least <= options[name] <= most:
                no = _("--%(name)s: write a number from %(least)s to %(most)s.")
                raise CommandError(no % {"name": name, "least": least, "most": most}, returncode=2)
        day = database.value("insight_day")
        with counting():
            source, population = outlook.read_source(day), outlook.read_population()
        asked = outlook.Asked(options["months"], options["runs"], options["seed"])
        told, _flow = outlook.whole(source, population, asked)
        if options["format"] == "json":
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            for line in lines(told):
                self.stdout.write(line)
        if why := told["figures"][0]["why_not"]:
            raise CommandError(why, returncode=2)


def lines(told: dict[str, Any]) -> Iterator[str]:
    """Return the forecast as a person reads it: by half-year, what it has been worth, and what it takes for granted."""
    for figure in told["figures"]:
        yield figure["title"]
        if figure["why_not"]:
            yield f"  {figure['why_not']}"
        for month in figure["forecast"][5::6]:
            yield f"  {month['month']}  {month['median']}  ({month['low_90']}–{month['high_90']})"
        for tried in figure["back_test"]:
            if tried["guesses"]:
                worth = _("%(ahead)s months ahead: %(error)s %% off; %(held)s %% of %(guesses)s within the wide band")
                numbers = {"error": f"{100 * tried['error']:.1f}", "held": f"{100 * tried['covered_90']:.0f}"}
                yield "  " + worth % {**tried, **numbers}
    yield from (f"- {one}" for one in told["assumptions"])
