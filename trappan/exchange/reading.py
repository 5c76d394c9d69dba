"""Read a folder of CSV files as Excel, LibreOffice and support systems really write them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.cells import shape, tidy
from trappan.exchange.columns import Column, File, files
from trappan.exchange.decoding import Lines, read_lines
from trappan.exchange.naming import Naming
from trappan.refusals import Refused

NOT_YET = {"population.csv", "series.csv"}  # come with the figures that read them
REFUSED, CHANGED, NOTED = "import-report.csv", "import-changes.csv", "import-notes.csv"
OUR_OWN = {REFUSED, CHANGED, NOTED}
Header = list[str | None]


@dataclass(frozen=True)
class Problem:
    """One thing that keeps the folder out, or is only told: where it is, and what to do."""

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
    """The folder as read: rows by file, each with its line; everything that is wrong; and what is only told."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    present: dict[str, set[str]] = field(default_factory=dict)
    naming: Naming = field(default_factory=Naming)

    def of(self, name: str) -> list[dict[str, Any]]:
        return self.rows.get(name, [])

    def no(self, file: str, line: int, column: str, reason: str, value: str = "") -> None:
        self.problems.append(Problem(file, line, column, value, reason))

    def note(self, file: str, line: int, column: str, reason: str) -> None:
        self.notes.append(Problem(file, line, column, "", reason))


def read_folder(folder: Path, today: date, naming: Naming | None = None) -> Extract:
    """Read every file of the extract; nothing is guessed, every fault is told at its place."""
    extract = Extract(naming=naming or Naming())
    known = {file.name: file for file in files(today, extract.naming.days)}
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        name = extract.naming.files.get(path.name, path.name)
        if path.name in OUR_OWN:
            continue
        if name not in known or not path.is_file():
            name_what_lies_beside(path, known, extract)
        elif name in found:
            reason = _("Both this file and %(other)s are read as %(name)s. Keep one of them.")
            extract.no(path.name, 0, "", reason % {"other": found[name].name, "name": name})
        else:
            found[name] = path
    if not found:
        extract.no(".", 0, "", _("The folder holds none of the files of the extract."))
    for file in known.values():
        if file.name in found:
            read_file(found[file.name], file, extract)
    return extract


def name_what_lies_beside(path: Path, known: dict[str, File], extract: Extract) -> None:
    """Tell of what is in the folder and is not taken in: a CSV file keeps the folder out, other things do not."""
    if path.suffix.lower() != ".csv":
        extract.note(path.name, 0, "", _("This is not taken in: only files named as in the instruction are."))
    elif path.name in NOT_YET:
        extract.no(path.name, 0, "", _("This file cannot be taken in yet. Move it out of the folder."))
    else:
        reason = _("Unknown file. Name it as in the instruction: %(names)s.") % {"names": ", ".join(known)}
        extract.no(path.name, 0, "", reason)


def read_file(path: Path, file: File, extract: Extract) -> None:
    """Read one file: header, then row by row, then the same key twice."""
    lines = read_lines(path.read_bytes())
    rows_of = lines.cells()
    header_line, cells = next(rows_of, (lines.first, []))
    header = header_of(cells, file.name, extract.naming)
    if lines.unread and (not cells or lines.unread[0].line < header_line):
        note_unread(lines, header, file.name, extract)
        return
    if note_header_problems(header, file, header_line, extract):
        return
    extract.present[file.name] = {name for name in header if name}
    column_of = {column.name: column for column in file.columns}
    values = [(name or "", values_of(name, column_of)) for name in header]
    absent = {name: column.empty for name, column in column_of.items() if name not in header}
    key_of = itemgetter(*file.key)
    rows: list[dict[str, Any]] = []
    seen: dict[Any, int] = {}
    has_rows = False
    for line, cells in rows_of:
        has_rows = True
        if len(cells) != len(header):
            note_wrong_length(cells, len(header), file.name, line, extract)
            continue
        try:
            row = {name: value[cell] for (name, value), cell in zip(values, cells, strict=True)}
        except Refused:
            note_bad_cells(cells, values, file.name, line, extract)
            continue
        row.pop("", None)
        row["line"] = line
        row.update(absent)
        first = seen.setdefault(key_of(row), line)
        if first != line:
            reason = _("The same row is on line %(line)s. Keep one of them.") % {"line": first}
            extract.no(file.name, line, file.key[0], reason)
            continue
        rows.append(row)
    note_unread(lines, header, file.name, extract)
    if not has_rows and not lines.unread:
        extract.note(file.name, header_line, "", _("The file has a header and no row: nothing is taken in from it."))
    extract.rows[file.name] = rows


def header_of(cells: Sequence[str], name: str, naming: Naming) -> Header:
    """Return our names of a file's columns: empty where it has none, None where it is to be left out."""
    ours = naming.columns.get(name, {})
    header: Header = []
    for cell in cells:
        try:
            plain = tidy(cell).lower()
        except Refused:
            plain = cell.strip().lower()  # then it is no column of ours, and told as unknown
        header.append((ours[plain] or None) if plain in ours else plain)
    return header


class Values(dict[str, Any]):
    """What the cells of a column mean, each distinct text read once: in a large file most come again."""

    def __init__(self, column: Column) -> None:
        self.column = column

    def __missing__(self, cell: str) -> Any:
        plain = tidy(cell)
        if plain:
            value = self.column.read(plain)
        elif self.column.required:
            raise Refused(_("The cell is empty. It must be filled in."))
        else:
            value = self.column.empty
        self[cell] = value
        return value


class LeftOut(dict[str, None]):
    """The cells of a column that is to be left out, whatever they hold."""

    def __missing__(self, cell: str) -> None:
        return None


def values_of(name: str | None, column_of: Mapping[str, Column]) -> Values | LeftOut:
    """Return what reads a column's cells; one without a name is empty all the way down."""
    if name is None:
        return LeftOut()
    return Values(column_of[name] if name else Column("", refuse_nameless))


def refuse_nameless(_value: str) -> None:
    raise Refused(_("The cell is in a column without a name. Name the column, or empty it."))


def note_unread(lines: Lines, header: Header, name: str, extract: Extract) -> None:
    """Tell of each line that could not be read at all."""
    for one in lines.unread:
        column = header[one.cell] if one.cell is not None and one.cell < len(header) else ""
        extract.no(name, one.line, column or "", one.reason)


def note_wrong_length(cells: list[str], wanted: int, name: str, line: int, extract: Extract) -> None:
    """Tell of a row with too many or too few cells; an empty line is nothing to speak of."""
    if any(cell.strip() for cell in cells):
        reason = _("The row has %(found)s cells and the header %(wanted)s. Look for a separator inside a text.") % {
            "found": len(cells),
            "wanted": wanted,
        }
        extract.no(name, line, "", reason)


def note_bad_cells(
    cells: list[str], values: Sequence[tuple[str, Values | LeftOut]], name: str, line: int, extract: Extract
) -> None:
    """Tell of every cell of a row that cannot be read; an empty row is nothing to speak of."""
    if not any(cell.strip() for cell in cells):
        return
    for at, ((column, value), cell) in enumerate(zip(values, cells, strict=True), 1):
        try:
            value[cell]
        except Refused as refusal:
            where = column or _("column %(number)s") % {"number": at}
            extract.no(name, line, where, without_value(str(refusal), cell), cell.strip())


def without_value(reason: str, cell: str) -> str:
    """Return a sentence that may repeat what was written, with its shape in place of it."""
    said = {cell.strip()}
    with suppress(Refused):
        said.add(tidy(cell))
    for one in sorted(said - {""}, key=len, reverse=True):
        reason = reason.replace(one, shape(one))
    return reason


def note_header_problems(header: Header, file: File, line: int, extract: Extract) -> bool:
    """Tell of an empty file, and of unknown, missing and doubled columns, by name."""
    if not any(header):
        extract.no(file.name, line, "", _("The file is empty. Export it anew, or move it out of the folder."))
        return True
    wanted = {column.name for column in file.columns}
    named = [name for name in header if name]
    problems = [(name, _("Unknown column. Remove it or rename it.")) for name in named if name not in wanted]
    problems += [
        (name, _("The column is there twice.")) for name in sorted({one for one in named if named.count(one) > 1})
    ]
    problems += [
        (column.name, _("The column is missing."))
        for column in file.columns
        if column.required and column.name not in header
    ]
    for name, reason in problems:
        extract.no(file.name, line, name, reason)
    return bool(problems)
