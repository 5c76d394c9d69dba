"""What the import says: a few lines on the screen, all of it in a CSV file beside the folder's own."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.changes import Change
from trappan.exchange.operations import Result
from trappan.exchange.reading import Problem

SHOWN = 20
REFUSED = "import-report.csv"
CHANGED = "import-changes.csv"


def write(path: Path, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";")
        writer.writeheader()
        writer.writerows({name: plain(row[name]) for name in columns} for row in rows)


def plain(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def write_refused(folder: Path, problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Write what must be put right beside the folder's files and return it, values by their shape."""
    rows = [
        {"file": one.file, "line": one.line, "column": one.column, "value": one.masked(), "reason": one.reason}
        for one in sorted(problems, key=lambda one: (one.file, one.line, one.column))
    ]
    write(folder / REFUSED, ("file", "line", "column", "value", "reason"), rows)
    return rows


def write_changes(folder: Path, changes: Sequence[Change]) -> None:
    """Write every change of a trial run; without any, what an earlier one has left is taken away."""
    if changes:
        columns = ("file", "line", "column", "old", "new")
        write(folder / CHANGED, columns, [vars(change) for change in changes])
    else:
        (folder / CHANGED).unlink(missing_ok=True)


def as_json(result: Result, refused: Sequence[dict[str, Any]], *, dry_run: bool) -> str:
    """Return what became of the folder for programs; changes only where a trial run has looked."""
    new, changed, unchanged = result.totals
    told: dict[str, Any] = {"new": new, "changed": changed, "unchanged": unchanged}
    told["refused"] = [{name: row[name] for name in ("file", "line", "column", "reason")} for row in refused]
    if dry_run:
        told["changes"] = [vars(change) for change in result.changes]
    return json.dumps(told, ensure_ascii=False)


def as_text(result: Result, refused: Sequence[dict[str, Any]], folder: Path, *, dry_run: bool) -> list[str]:
    """Return what became of the folder for people, a few changes and refusals only."""
    lines = counted(result)
    if result.changes:
        lines.append(_("All changes are in %(report)s.") % {"report": folder / CHANGED})
    lines += [_("%(file)s line %(line)s, %(column)s %(value)s: %(reason)s") % row for row in refused[:SHOWN]]
    if dry_run:
        lines.append(_("This was a trial: nothing has been saved."))
    return lines


def counted(result: Result) -> list[str]:
    """Return a line a file: how much was new, changed and unchanged; in a trial run also a few changes."""
    lines = []
    for tally in result.tallies:
        new, changed, unchanged = tally.counts
        lines.append(
            _("%(file)s: %(new)s new, %(changed)s changed, %(unchanged)s unchanged")
            % {"file": tally.file, "new": new, "changed": changed, "unchanged": unchanged}
        )
        lines += [
            "  "
            + _("line %(line)s, %(column)s: %(old)s → %(new)s")
            % {"line": one.line, "column": one.column, "old": one.old or _("empty"), "new": one.new or _("empty")}
            for one in tally.changes[:SHOWN]
        ]
        if len(tally.changes) > SHOWN:
            lines.append("  " + _("and %(count)s more") % {"count": len(tally.changes) - SHOWN})
    return lines
