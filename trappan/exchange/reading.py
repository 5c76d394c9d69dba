"""Read a folder of CSV files as Excel, LibreOffice and support systems really write them."""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.columns import Column, File, files
from trappan.refusals import Refused

NOT_YET = {"population.csv", "series.csv"}  # come with the figures that read them


def shape(value: str) -> str:
    """Return the shape of a value and nothing of it: digits as 0, letters as x."""
    return re.sub(r"[^\W\d]", "x", re.sub(r"\d", "0", value))[:30]


@dataclass(frozen=True)
class Problem:
    """One thing that keeps the folder out: where it is, and what to do."""

    file: str
    line: int
    column: str
    value: str
    reason: str

    def masked(self) -> str:
        """Show the value by its shape only."""
        return shape(self.value)


@dataclass
class Extract:
    """The folder as read: rows by file, each with its line; and everything that is wrong."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    present: dict[str, set[str]] = field(default_factory=dict)

    def of(self, name: str) -> list[dict[str, Any]]:
        return self.rows.get(name, [])


def read_folder(folder: Path, today: date) -> Extract:
    """Read every file of the extract; nothing is guessed, every fault is told at its place."""
    known = {file.name: file for file in files(today)}
    extract = Extract()
    found = sorted(
        path for path in folder.iterdir() if path.suffix.lower() == ".csv" and not path.name.startswith("import-")
    )
    for path in found:
        if path.name not in known:
            reason = (
                _("This file cannot be taken in yet. Move it out of the folder.")
                if path.name in NOT_YET
                else _("Unknown file. Name it as in the instruction: %(names)s.") % {"names": ", ".join(known)}
            )
            extract.problems.append(Problem(path.name, 0, "", "", reason))
    if not any(path.name in known for path in found):
        extract.problems.append(Problem(".", 0, "", "", _("The folder holds none of the files of the extract.")))
    for file in known.values():
        if (folder / file.name).exists():
            read_file(folder / file.name, file, extract)
    return extract


def read_file(path: Path, file: File, extract: Extract) -> None:
    """Read one file: header, then row by row, then the same key twice."""
    reader = open_rows(path)
    header = [name.strip().lower() for name in next(reader, [])]
    if note_header_problems(header, file, extract):
        return
    extract.present[file.name] = set(header)
    column_of = {column.name: column for column in file.columns}
    values = [(name, Values(column_of[name])) for name in header]
    absent = {name: column.empty for name, column in column_of.items() if name not in header}
    key_of = itemgetter(*file.key)
    rows: list[dict[str, Any]] = []
    seen: dict[Any, int] = {}
    for cells in reader:
        line = reader.line_num
        if len(cells) != len(header):
            note_wrong_length(cells, len(header), file.name, line, extract)
            continue
        try:
            row = {name: value[cell] for (name, value), cell in zip(values, cells, strict=True)}
        except Refused:
            note_bad_cells(cells, values, file.name, line, extract)
            continue
        row["line"] = line
        row.update(absent)
        first = seen.setdefault(key_of(row), line)
        if first != line:
            reason = _("The same row is on line %(line)s. Keep one of them.") % {"line": first}
            extract.problems.append(Problem(file.name, line, file.key[0], "", reason))
            continue
        rows.append(row)
    extract.rows[file.name] = rows


def open_rows(path: Path) -> Any:
    """Return a CSV reader for whatever encoding and separator the file has."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") >= first.count(",") else ","
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


class Values(dict[str, Any]):
    """What the cells of a column mean, each distinct text read once: in a large file most come again."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def __missing__(self, cell: str) -> Any:
        plain = cell.strip()
        if plain:
            value = self.column.read(plain)
        elif self.column.required:
            raise Refused(_("The cell is empty. It must be filled in."))
        else:
            value = self.column.empty
        self[cell] = value
        return value


def note_wrong_length(cells: list[str], wanted: int, name: str, line: int, extract: Extract) -> None:
    """Tell of a row with too many or too few cells; an empty line is nothing to speak of."""
    if any(cell.strip() for cell in cells):
        reason = _("The row has %(found)s cells and the header %(wanted)s. Look for a separator inside a text.") % {
            "found": len(cells),
            "wanted": wanted,
        }
        extract.problems.append(Problem(name, line, "", "", reason))


def note_bad_cells(cells: list[str], values: list[tuple[str, Values]], name: str, line: int, extract: Extract) -> None:
    """Tell of every cell of a row that cannot be read; an empty row is nothing to speak of."""
    if not any(cell.strip() for cell in cells):
        return
    for (column, value), cell in zip(values, cells, strict=True):
        try:
            value[cell]
        except Refused as refusal:
            plain = cell.strip()
            # A sentence about a number repeats it: the report keeps only its shape.
            reason = str(refusal).replace(plain, shape(plain)) if plain else str(refusal)
            extract.problems.append(Problem(name, line, column, plain, reason))


def note_header_problems(header: list[str], file: File, extract: Extract) -> bool:
    """Tell of unknown, missing and doubled columns, by name."""
    wanted = {column.name for column in file.columns}
    problems = [(name, _("Unknown column. Remove it or rename it.")) for name in header if name not in wanted]
    problems += [
        (name, _("The column is there twice.")) for name in {name for name in header if header.count(name) > 1}
    ]
    problems += [
        (column.name, _("The column is missing."))
        for column in file.columns
        if column.required and column.name not in header
    ]
    extract.problems += [Problem(file.name, 1, name, "", reason) for name, reason in problems]
    return bool(problems)
