"""What a page of figures shows, as a sheet: the same rows in the same order, for those who may take figures out."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.utils.functional import Promise

from trappan.history.record import record
from trappan.secrecy.rights import Request, refuse_without
from trappan.ui.lists.columns import Cell, Column, ListRow
from trappan.ui.lists.files import file_of

EXPORT = "insight.export_figures"
Value = str | float | date | None


def is_asked(request: Request) -> bool:
    """Tell whether the page is asked for as a sheet."""
    return request.GET.get("file") == "xlsx"


def as_sheet(
    request: Request, name: str, title: str, head: Sequence[str | Promise], rows: Sequence[Sequence[Value]]
) -> HttpResponse:
    """Answer with the rows as a sheet, which stands in the log; 403 for who may not take figures out."""
    refuse_without(request, EXPORT)
    record("insight.export_figures", kind="read", rows=len(rows), page=name)
    columns = [Column(str(at), label) for at, label in enumerate(head)]
    listed = [
        ListRow(at, [Cell(in_file="" if value is None else value) for value in row]) for at, row in enumerate(rows)
    ]
    return file_of(name, title, columns, listed)
