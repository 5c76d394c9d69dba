"""`trappan import DIR`: check the whole folder, then take in all of it or nothing."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DataError
from django.utils import translation
from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks import Known, check, sound
from trappan.exchange.columns import files
from trappan.exchange.naming import Naming, read_naming
from trappan.exchange.operations import Result, find_naming, keep_naming, take_in
from trappan.exchange.reading import REFUSED, Problem, read_folder
from trappan.exchange.reports import as_json, as_text, told, write_changes, write_notes, write_refused
from trappan.refusals import Refused
from trappan.schedules.clock import today


class Command(BaseCommand):
    help = "Take in a folder of CSV files; --dry-run shows what would happen"
    requires_system_checks = ()  # they walk all pages, of which an import shows none

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--municipality", default=settings.MUNICIPALITY)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--mapping", default="", metavar="NAME", help="reuse the mapping NAME, or save it")
        parser.add_argument("--file", action="append", default=[], metavar="THEIRS=OURS")
        parser.add_argument("--column", action="append", default=[], metavar="FILE:THEIRS=OURS")
        parser.add_argument("--days", default="", metavar="day-first|month-first")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(folder)s.") % {"folder": folder}, returncode=2)
        naming = self.naming(options)
        give_way()
        self.progress("reading")
        day = today()
        extract = read_folder(folder, day, naming)
        gc.freeze()  # the rows stay to the end: no need to look among them for garbage
        known = Known(extract, options["municipality"])
        check(extract, known, day)
        result = Result(notes=extract.notes)
        if options["dry_run"] or not extract.problems:
            result = take_in(
                extract=sound(extract, known, day),
                known=known,
                dry_run=options["dry_run"],
                municipality=options["municipality"],
                progress=self.progress,
            )
        problems = [*extract.problems, *([result.refusal] if result.refusal else [])]
        self.tell(folder, result, problems, naming, options)

    def naming(self, options: dict[str, Any]) -> Naming:
        """Return what the extract calls its files and columns: what is saved by name, and what is said now."""
        name = options["mapping"].strip()
        try:
            now = read_naming(options["file"], options["column"], options["days"], files(today()))
        except Refused as no:
            raise CommandError(str(no), returncode=2) from no
        if not name:
            return now
        saved = find_naming(name)
        if saved is None and now == Naming():
            raise CommandError(
                _("No mapping is called %(name)s yet. Say what it holds with --file, --column and --days.")
                % {"name": name},
                returncode=2,
            )
        naming = (saved or Naming()).with_more(now)
        try:
            keep_naming(name=name, naming=naming)
        except DataError as no:
            raise CommandError(_("Give the mapping a name of at most 100 characters."), returncode=2) from no
        return naming

    def tell(
        self, folder: Path, result: Result, problems: list[Problem], naming: Naming, options: dict[str, Any]
    ) -> None:
        """Print what was done or would be, write the reports, and end with what must be put right."""
        refused, noted = told(problems, naming), told(result.notes, naming)
        write_refused(folder, refused)
        write_notes(folder, noted)
        if options["dry_run"]:
            write_changes(folder, result.changes)
        if options["format"] == "json":
            self.stdout.write(as_json(result, refused, noted, naming, dry_run=options["dry_run"]))
        else:
            for line in as_text(result, refused, noted, naming, folder, dry_run=options["dry_run"]):
                self.stdout.write(line)
        if problems:
            raise CommandError(
                _("%(count)s rows must be put right; nothing was taken in. All of them are in %(report)s.")
                % {"count": len(problems), "report": folder / REFUSED},
                returncode=2,
            )

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
