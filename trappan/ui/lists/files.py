"""A list as a file for a spreadsheet: what is seen, in the same order, and nothing that would be carried out."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from trappan.ui.lists.columns import Column, ListRow
from trappan.working import working_folder

AT_MOST = 10_000  # rows that a page makes a file of while somebody waits; the worker writes what is longer
AT_MOST_ORDERED = 300_000  # rows that the worker writes: everybody whom a large town has ever helped
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet takes for the beginning of a formula, also when the file is saved as another kind.
CARRIED_OUT = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WIDTHS = {"number": 12, "text": 24}


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before it, where it would."""
    return f"'{text}" if text.startswith(CARRIED_OUT) else text


def csv_line(cells: Iterable[Any], apart: str = ",") -> str:
    """Return cells as a line of CSV, without its end: quoted where a cell needs it, and only there.

    The one place where Python writes such a line. The database writes files whose digest is kept, the same to the last
    sign (insight_in_csv, insight/sql/publication.sql). Of a text that a spreadsheet would carry out, ask `defused`.
    """
    made = io.StringIO()
    csv.writer(made, delimiter=apart, lineterminator="\r\n").writerow(cells)
    return made.getvalue().removesuffix("\r\n")


def workbook(title: str, columns: Sequence[Column], rows: Iterable[ListRow]) -> bytes:
    """Write rows as a sheet, one at a time, so that many rows take no more memory than few.

    Until it is whole they lie on disk, in a folder that is erased (working.py).
    """
    # Not before it is needed: a web process that makes no file does without it.
    import xlsxwriter

    made = io.BytesIO()
    options: dict[str, Any] = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with working_folder() as folder, xlsxwriter.Workbook(made, {**options, "tmpdir": str(folder)}) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet(_("List"))
        head = book.add_format({"bold": True, "bottom": 1})
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, WIDTHS["number" if column.number else "text"])
            sheet.write_string(0, at, defused(str(column.label)), head)
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row.cells):
                write(sheet, number, at, cell.written)
    return made.getvalue()


def write(sheet: Any, row: int, column: int, value: Any) -> None:
    """Write a value as what it is: a day, a number, or text that stays text."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value)
    elif value != "":
        sheet.write_string(row, column, defused(str(value)))


def file_of(name: str, title: str, columns: Sequence[Column], rows: Iterable[ListRow]) -> HttpResponse:
    """Answer with the file of a list."""
    return answer_with(name, workbook(title, columns, rows))


def answer_with(name: str, content: bytes) -> HttpResponse:
    """Answer with a sheet that is made; its name tells the list and nobody in it."""
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    answer["Cache-Control"] = "no-store"
    return answer
