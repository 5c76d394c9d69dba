"""From a file's bytes to its lines of cells: encoding, separator and quotation marks, nothing guessed."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8_MARK = b"\xef\xbb\xbf"
NOTHING_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
QUOTED = re.compile(r'"(?:[^"]|"")*"')
SEP = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True)
class Unread:
    """A line that cannot be read, at which cell (counted from 0, None for the whole line), and what to do."""

    line: int
    cell: int | None
    reason: str


@dataclass
class Lines:
    """A file's lines in order, each with its number; and those that cannot be read."""

    separator: str = ";"
    lines: list[str] = field(default_factory=list)
    first: int = 1
    unread: list[Unread] = field(default_factory=list)

    def cells(self) -> Iterator[tuple[int, list[str]]]:
        """Return each line's number and cells; a line that does not close its quotation mark goes to `unread`.

        A record is one line: nothing in these files is running text, so that a quotation mark left open
        never swallows the lines after it.
        """
        bad = {one.line for one in self.unread}
        for number, line in enumerate(self.lines, self.first):
            if number in bad or not line:
                continue
            if '"' not in line:
                yield number, line.split(self.separator)
                continue
            try:
                yield number, next(csv.reader([line], delimiter=self.separator, strict=True))
            except csv.Error:
                self.unread.append(Unread(number, self.open_cell(line), left_open()))

    def open_cell(self, line: str) -> int | None:
        """Return in which cell a quotation mark is opened and not rightly closed."""
        at = position = 0
        while position < len(line):
            if line[position] == '"':
                closed = QUOTED.match(line, position)
                if closed is None or line[closed.end() : closed.end() + 1] not in ("", self.separator):
                    return at
                position = closed.end() + 1
            else:
                position = line.find(self.separator, position) + 1 or len(line)
            at += 1
        return None


def left_open() -> str:
    return _(
        "A quotation mark is opened here and not closed before the line ends or the cell does. Close it, or "
        "take it away; write a cell on one line."
    )


def read_lines(content: bytes) -> Lines:
    """Read bytes that are UTF-8, with or without mark, or Windows-1252; no sign is ever replaced."""
    read = Lines()
    if content.startswith(UTF_16):
        read.unread.append(Unread(1, None, _("The file is “Unicode text” (UTF-16). Save it as CSV UTF-8.")))
        return read
    marked = content.startswith(UTF_8_MARK)
    plain = content.removeprefix(UTF_8_MARK)
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError:
        text = decoded_by_line(plain, read, marked=marked)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = SEP.fullmatch(lines[0].strip())
    if found:
        # Excel's own first line, which tells the separator and is no row.
        read.separator, read.first = found[1], 2
        lines = lines[1:]
    else:
        read.separator = separator_of(next((line for line in lines if line.strip()), ""))
    read.lines = lines
    if "\0" in text:
        reason = _("The line holds a sign that is nothing (NUL): the file is damaged. Export it anew.")
        for number, line in enumerate(lines, read.first):
            if "\0" in line:
                read.unread.append(Unread(number, line[: line.index("\0")].count(read.separator), reason))
    return read


def separator_of(header: str) -> str:
    """Return which sign parts the cells of a header."""
    return "," if header.count(",") > header.count(";") else ";"


def decoded_by_line(content: bytes, read: Lines, *, marked: bool) -> str:
    """Read Windows-1252, and refuse the lines that it is not: those of a file that is half UTF-8, too.

    A line of Windows-1252 with letters beyond ASCII is practically never UTF-8 as well; where a file
    has lines of both kinds, one of them was put in from elsewhere.
    """
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    separator = separator_of(lines[0].decode("latin-1")).encode()
    wrong = {}
    mixed = marked
    for number, line in enumerate(lines, 1):
        if not line.isascii():
            try:
                line.decode("utf-8")
                mixed = True
            except UnicodeDecodeError as error:
                wrong[number] = line[: error.start].count(separator)
    if not mixed:
        wrong = {
            number: line[: found.start()].count(separator)
            for number, line in enumerate(lines, 1)
            if (found := NOTHING_IN_CP1252.search(line))
        }
    reason = _(
        "A letter here is written neither as UTF-8 nor as Windows-1252 like the rest of the file. Save the whole "
        "file as CSV UTF-8, and look at the letters."
    )
    read.unread += [Unread(number, cell, reason) for number, cell in wrong.items()]
    if mixed:
        return "\n".join("" if number in wrong else line.decode("utf-8") for number, line in enumerate(lines, 1))
    return "\n".join("" if number in wrong else line.decode("cp1252") for number, line in enumerate(lines, 1))
