"""`trappan import DIR`: check the whole folder, then take in all of it or nothing."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from trappan.exchange.checks import Known, check
from trappan.exchange.operations import take_in
from trappan.exchange.reading import Extract, read_folder
from trappan.refusals import Refused
from trappan.schedules.clock import today

SHOWN = 20


class Command(BaseCommand):
    help = "Take in a folder of CSV files; --dry-run shows what would happen"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--municipality", default=settings.MUNICIPALITY)
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(
                _("There is no folder %(folder)s.") % {"folder": folder}, returncode=2
            )
        self.progress("reading")
        day = today()
        extract = read_folder(folder, day)
        known = Known(extract)
        check(extract, known, day)
        if extract.problems:
            self.refuse(folder, extract, options["format"])
        try:
            result = take_in(
                extract=extract, known=known, dry_run=options["dry_run"],
                municipality=options["municipality"], progress=self.progress,
            )  # fmt: skip
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        new, changed, unchanged = result.totals
        if options["format"] == "json":
            told = {"new": new, "changed": changed, "unchanged": unchanged, "refused": []}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for tally in result.tallies:
            counts = tally.counts
            self.stdout.write(
                _("%(file)s: %(new)s new, %(changed)s changed, %(unchanged)s unchanged")
                % {
                    "file": tally.file,
                    "new": counts[0],
                    "changed": counts[1],
                    "unchanged": counts[2],
                }
            )
        if options["dry_run"]:
            self.stdout.write(_("This was a trial: nothing has been saved."))

    def progress(self, name: str) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"... {name}")

    def refuse(self, folder: Path, extract: Extract, form: str) -> None:
        """Print and write beside the folder what must be put right; nothing is taken in."""
        problems = sorted(extract.problems, key=lambda one: (one.file, one.line, one.column))
        rows = [
            {
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "value": one.masked(),
                "reason": one.reason,
            }
            for one in problems
        ]
        report = folder / "import-report.csv"
        with report.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(
                file, ["file", "line", "column", "value", "reason"], delimiter=";"
            )
            writer.writeheader()
            writer.writerows(rows)
        if form == "json":
            refused = [
                {name: row[name] for name in ("file", "line", "column", "reason")} for row in rows
            ]
            self.stdout.write(
                json.dumps(
                    {"new": 0, "changed": 0, "unchanged": 0, "refused": refused}, ensure_ascii=False
                )
            )
        else:
            for row in rows[:SHOWN]:
                self.stdout.write(
                    _("%(file)s line %(line)s, %(column)s %(value)s: %(reason)s") % row
                )
        raise CommandError(
            _(
                "%(count)s rows must be put right; nothing was taken in. All of them are in %(report)s."
            )
            % {"count": len(rows), "report": report},
            returncode=2,
        )
