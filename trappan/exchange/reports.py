"""What the import says: a few lines on the screen, all of it in a CSV file beside the folder's own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.changes import Change
from trappan.exchange.naming import Naming
from trappan.exchange.operations import Result
from trappan.exchange.reading import CHANGED, NOTED, REFUSED, Problem
from trappan.ui.lists.files import csv_line, defused

SHOWN = 20


def write(path: Path, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Write rows under their columns, for a spreadsheet that takes semicolons."""
    lines = [columns, *([plain(row[name]) for name in columns] for row in rows)]
    path.write_text("".join(f"{csv_line(line, apart=';')}\r\n" for line in lines), encoding="utf-8-sig", newline="")


def plain(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return defused(value) if isinstance(value, str) else value


def told(problems: Sequence[Problem], naming: Naming) -> list[dict[str, Any]]:
    """Return problems in order, under the names that the extract has for files and columns, values by shape."""
    rows = [
        {
            "file": naming.their_file(one.file),
            "line": one.line,
            "column": naming.their_column(one.file, one.column),
            "value": one.masked(),
            "reason": one.reason,
        }
        for one in problems
    ]
    return sorted(rows, key=lambda row: (row["file"], row["line"], row["column"]))


def write_refused(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Write what must be put right beside the folder's files; without any, an earlier report is taken away."""
    write_or_remove(folder / REFUSED, ("file", "line", "column", "value", "reason"), rows)


def write_notes(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Write what is told and refuses nothing; without any, what an earlier run has left is taken away."""
    wanted = ("file", "line", "column", "reason")
    write_or_remove(folder / NOTED, wanted, [{name: row[name] for name in wanted} for row in rows])


def write_changes(folder: Path, changes: Sequence[Change]) -> None:
    """Write every change of a trial run; without any, what an earlier one has left is taken away."""
    write_or_remove(folder / CHANGED, ("file", "line", "column", "old", "new"), [vars(change) for change in changes])


def write_or_remove(path: Path, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        write(path, columns, rows)
    else:
        path.unlink(missing_ok=True)


def as_json(
    result: Result, refused: Sequence[dict[str, Any]], noted: Sequence[dict[str, Any]], naming: Naming, *, dry_run: bool
) -> str:
    """Return what became of the folder for programs; changes only where a trial run has looked."""
    new, changed, unchanged = result.totals
    places = ("file", "line", "column", "reason")
    said: dict[str, Any] = {"new": new, "changed": changed, "unchanged": unchanged}
    said["refused"] = [{name: row[name] for name in places} for row in refused]
    if noted:
        said["notes"] = [{name: row[name] for name in places} for row in noted]
    if naming != Naming():
        said["mapping"] = {"files": naming.files, "columns": naming.columns, "days": naming.days}
    if dry_run:
        said["changes"] = [vars(change) for change in result.changes]
    return json.dumps(said, ensure_ascii=False)


def as_text(
    result: Result,
    refused: Sequence[dict[str, Any]],
    noted: Sequence[dict[str, Any]],
    naming: Naming,
    folder: Path,
    *,
    dry_run: bool,
) -> list[str]:
    """Return what became of the folder for people, a few changes, notes and refusals only."""
    lines = [*naming.as_rows(), *counted(result)]
    if result.changes:
        lines.append(_("All changes are in %(report)s.") % {"report": folder / CHANGED})
    lines += [at_its_place(row) for row in noted[:SHOWN]]
    if len(noted) > SHOWN:
        lines.append(_("All %(count)s notes are in %(report)s.") % {"count": len(noted), "report": folder / NOTED})
    lines += [at_its_place(row) for row in refused[:SHOWN]]
    if dry_run:
        lines.append(_("This was a trial: nothing has been saved."))
    return lines


def at_its_place(row: dict[str, Any]) -> str:
    """Return a sentence with the file it is about, and line, column and value where there are any."""
    where = [row["file"]]
    if row["line"]:
        where.append(_("line %(line)s") % {"line": row["line"]})
    if row["column"]:
        where.append(f"{row['column']} {row['value']}".strip())
    return f"{', '.join(where)}: {row['reason']}"


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
