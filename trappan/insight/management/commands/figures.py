"""`trappan figures`: builds what figures rest on anew, and gives out an indicator."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.insight.indicators.asking import answer, called, read_asked
from trappan.insight.jobs import build_month, finish, freeze_month, order_months, tell, to_freeze, to_tell, waiting
from trappan.insight.role import counting
from trappan.refusals import Refused

NUMBERS = {"month", "week", "value", "numerator", "denominator", "shown"}
ELSEWHERE = 0.2  # how long to wait, in seconds, for a month that another builds


@contextmanager
def greeting_aside() -> Iterator[None]:
    """Let the solver greet on stderr: it writes a line to the process's own standard output, past Python."""
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def until_done(orders: Callable[[], Iterable[int]], carry_out: Callable[[int], bool]) -> int:
    """Carry out orders until none waits, whoever carries them out; return how many were carried out here."""
    done = 0
    while waits := list(orders()):
        before = done
        for order in waits:
            done += carry_out(order)
        if done == before:
            time.sleep(ELSEWHERE)
    return done


class Command(BaseCommand):
    """Signed in as the worker: a month that the worker is building already is waited for, and not built twice."""

    help = "Give out an indicator, or build what figures rest on anew (--rebuild)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="build every month anew, and write what differs")
        parser.add_argument("--indicator", metavar="NAME")
        parser.add_argument("--from", dest="first", metavar="2021-01", default="", help="a month, or a week: 2026-W40")
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
        """Order every month, and carry out what waits until nothing does, whoever does it; then tell each year."""
        began = time.monotonic()
        order_months(every=True)
        built = until_done(waiting, self.build)
        seconds = round(time.monotonic() - began, 1)
        with greeting_aside():
            told = until_done(to_tell, self.tell_year)
        finish()
        after = round(time.monotonic() - began, 1)
        self.progress("")
        if form == "json":
            self.stdout.write(json.dumps({"months": built, "seconds": seconds, "years": told, "told_after": after}))
        else:
            self.stdout.write(f"{built} months in {seconds} s; {told} years told after {after} s")

    def build(self, order: int) -> bool:
        """Build a month, unless somebody else does; what has been published meanwhile is frozen first."""
        for row in to_freeze():
            freeze_month(row)
        month = build_month(order)
        if month:
            self.progress(f"{month:%Y-%m}")
        return month is not None

    def tell_year(self, order: int) -> bool:
        """Tell a year, unless somebody else has."""
        year = tell(order)
        self.progress(str(year or ""))
        return year is not None

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
            self.stdout.write("  ".join([row.get("month") or row["week"], *part, said]))
