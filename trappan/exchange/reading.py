"""Read a folder of CSV files as Excel, LibreOffice and support systems really write them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.columns import File, Reader, files
from trappan.refusals import Refused

NOT_YET = {"population.csv", "series.csv"}  # come with the figures that read them


@dataclass(frozen=True)
class Problem:
    """One thing that keeps the folder out: where it is, and what to do."""

    file: str
    line: int
    column: str
    value: str
    reason: str

    def masked(self) -> str:
        """Show the shape of the value and nothing of it: digits as 0, letters as x."""
        return re.sub(r"[^\W\d]", "x", re.sub(r"\d", "0", self.value))[:30]


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
        path
        for path in folder.iterdir()
        if path.suffix.lower() == ".csv" and not path.name.startswith("import-")
    )
    for path in found:
        if path.name not in known:
            reason = (
                _("This file cannot be taken in yet. Move it out of the folder.")
                if path.name in NOT_YET
                else _("Unknown file. Name it as in the instruction: %(names)s.")
                % {"names": ", ".join(known)}
            )
            extract.problems.append(Problem(path.name, 0, "", "", reason))
    if not any(path.name in known for path in found):
        extract.problems.append(
            Problem(".", 0, "", "", _("The folder holds none of the files of the extract."))
        )
    for file in known.values():
        if (folder / file.name).exists():
            read_file(folder / file.name, file, extract)
    return extract


def read_file(path: Path, file: File, extract: Extract) -> None:
    """Read one file: header, then row by row, then the same key twice."""
    lines = path.read_bytes()
    try:
        content = lines.decode("utf-8-sig")
    except UnicodeDecodeError:
        content = lines.decode("cp1252", errors="replace")
    first = content.partition("\n")[0]
    reader = csv.reader(
        content.splitlines(keepends=True),
        delimiter=";" if first.count(";") >= first.count(",") else ",",
    )
    header = [name.strip().lower() for name in next(reader, [])]
    if header_is_wrong(header, file, extract):
        return
    columns = [
        (header.index(column.name), column) for column in file.columns if column.name in header
    ]
    extract.present[file.name] = set(header)
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[Any, ...], int] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        line = reader.line_num
        if len(cells) != len(header):
            extract.problems.append(
                Problem(
                    file.name,
                    line,
                    "",
                    "",
                    _(
                        "The row has %(found)s cells and the header %(wanted)s. Look for a separator inside a text."
                    )
                    % {"found": len(cells), "wanted": len(header)},
                )
            )
            continue
        row: dict[str, Any] = {column.name: column.empty for column in file.columns}
        row["line"] = line
        if not all(list(read_cells(cells, columns, row, file, extract))):
            continue
        key = tuple(row[name] for name in file.key)
        if key in seen:
            extract.problems.append(
                Problem(
                    file.name,
                    line,
                    file.key[0],
                    "",
                    _("The same row is on line %(line)s. Keep one of them.") % {"line": seen[key]},
                )
            )
            continue
        seen[key] = line
        rows.append(row)
    extract.rows[file.name] = rows


@lru_cache(maxsize=200_000)
def read_once(read: Reader, cell: str) -> Any:
    """Read a cell; numbers, months and codes come again and again in a large file."""
    return read(cell)


def read_cells(
    cells: list[str], columns: list[Any], row: dict[str, Any], file: File, extract: Extract
) -> Iterator[bool]:
    """Put each cell's value into the row; yield whether it could be read."""
    for at, column in columns:
        cell = cells[at].strip()
        if not cell:
            if column.required:
                extract.problems.append(
                    Problem(
                        file.name,
                        row["line"],
                        column.name,
                        "",
                        _("The cell is empty. It must be filled in."),
                    )
                )
                yield False
            continue
        try:
            row[column.name] = read_once(column.read, cell)
        except Refused as refusal:
            # A sentence about a number repeats it: the report keeps only its shape.
            reason = str(refusal).replace(cell, Problem("", 0, "", cell, "").masked())
            extract.problems.append(Problem(file.name, row["line"], column.name, cell, reason))
            yield False


def header_is_wrong(header: list[str], file: File, extract: Extract) -> bool:
    """Tell of unknown, missing and doubled columns, by name."""
    wanted = {column.name for column in file.columns}
    problems = [
        (name, _("Unknown column. Remove it or rename it."))
        for name in header
        if name not in wanted
    ]
    problems += [
        (name, _("The column is there twice."))
        for name in {name for name in header if header.count(name) > 1}
    ]
    problems += [
        (column.name, _("The column is missing."))
        for column in file.columns
        if column.required and column.name not in header
    ]
    extract.problems += [Problem(file.name, 1, name, "", reason) for name, reason in problems]
    return bool(problems)
