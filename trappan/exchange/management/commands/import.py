"""`trappan import DIR`: check the whole folder, then take in all of it or nothing."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks import Known, check, sound
from trappan.exchange.operations import Result, take_in
from trappan.exchange.reading import Problem, read_folder
from trappan.exchange.reports import REFUSED, as_json, as_text, write_changes, write_refused
from trappan.refusals import Refused
from trappan.schedules.clock import today


class Command(BaseCommand):
    help = "Take in a folder of CSV files; --dry-run shows what would happen"
    requires_system_checks = ()  # they walk all pages, of which an import shows none

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--municipality", default=settings.MUNICIPALITY)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(folder)s.") % {"folder": folder}, returncode=2)
        give_way()
        self.progress("reading")
        day = today()
        extract = read_folder(folder, day)
        gc.freeze()  # the rows stay to the end: no need to look among them for garbage
        known = Known(extract)
        check(extract, known, day)
        result, refusal = Result(), ""
        if options["dry_run"] or not extract.problems:
            try:
                result = take_in(
                    extract=sound(extract, known, day),
                    known=known,
                    dry_run=options["dry_run"],
                    municipality=options["municipality"],
                    progress=self.progress,
                )
            except Refused as no:
                refusal = str(no)
        self.tell(folder, result, extract.problems, refusal, options)

    def tell(
        self, folder: Path, result: Result, problems: list[Problem], refusal: str, options: dict[str, Any]
    ) -> None:
        """Print what was done or would be, write the reports, and end with what must be put right."""
        refused = write_refused(folder, problems) if problems else []
        if options["dry_run"]:
            write_changes(folder, result.changes)
        if options["format"] == "json":
            if refusal:
                # The database's own no is about a file; the sentence begins with its name.
                file = refusal.partition(":")[0]
                refused.append({"file": file, "line": 0, "column": "", "reason": refusal})
            self.stdout.write(as_json(result, refused, dry_run=options["dry_run"]))
        else:
            for line in as_text(result, refused, folder, dry_run=options["dry_run"]):
                self.stdout.write(line)
        if problems:
            raise CommandError(
                _("%(count)s rows must be put right; nothing was taken in. All of them are in %(report)s.")
                % {"count": len(problems), "report": folder / REFUSED},
                returncode=2,
            )
        if refusal:
            raise CommandError(refusal, returncode=2)

    def progress(self, name: str) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"... {name}")


def give_way() -> None:
    """Let the embedded server work for this process at its own low priority: pages come first."""
    if "DATABASE_URL" in os.environ:
        return  # a server of its own has its own processors, and its process ids mean nothing here
    with suppress(PermissionError):
        os.setpriority(
            os.PRIO_PROCESS,
            database.query("SELECT pg_backend_pid()")[0][0],
            os.getpriority(os.PRIO_PROCESS, os.getpid()),
        )
