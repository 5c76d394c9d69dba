"""A publication as files: open data (CSV), a sheet (XLSX), and for archives and statisticians Parquet.

The CSV is made in the database of the publication's rows alone, and its digest is the publication's. From the CSV, or
from the Parquet that is made of it, the same figures and the same digest are had again. Parquet is DuckDB's to write,
which no web process imports: a command makes it of the CSV.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.insight.models import Publication
from trappan.refusals import Refused
from trappan.ui.lists.columns import Cell, Column, ListRow
from trappan.ui.lists.files import csv_line, file_of

# As the file is written, with the kind that each column is in Parquet.
COLUMNS = {
    "indicator": "VARCHAR",
    "title": "VARCHAR",
    "month": "VARCHAR",
    "breakdown": "VARCHAR",
    "part": "VARCHAR",
    "part_name": "VARCHAR",
    "value": "DOUBLE",
    "numerator": "BIGINT",
    "denominator": "BIGINT",
    "unit": "VARCHAR",
    "cutoff": "VARCHAR",
    "corrected": "BOOLEAN",
    "definition": "VARCHAR",
}
OF_NOTHING = {"VARCHAR": ""}  # of the other kinds nothing is NULL
OTHER_COLUMNS = gettext_lazy("This is no file of published figures: its columns are others.")


def open_data(publication: Publication) -> str:
    """Return the file of open data of a publication, the same to the last sign whenever it is asked for."""
    return str(database.value("insight_open_data", publication.pk, False))


def digest_of(text: str) -> str:
    """Return the SHA-256 of a file of open data, as any other programme reckons it."""
    return hashlib.sha256(text.encode()).hexdigest()


def name_of(number: int, since: date, month: date) -> str:
    """Return what a publication's files are called, before the dot: the months, and which publication it is."""
    figures = _("published-figures")
    months = f"{since:%Y-%m}-{month:%Y-%m}" if since != month else f"{month:%Y-%m}"
    return f"{figures}-{months}-{number}"


def csv_of(text: str, name: str) -> HttpResponse:
    """Answer with a file of open data."""
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8; header=present")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def xlsx_of(publication: Publication, name: str) -> HttpResponse:
    """Answer with the same rows as a sheet."""
    columns = [
        Column("title", _("Figure")),
        Column("month", _("Month")),
        Column("breakdown", _("Told apart by")),
        Column("part_name", _("Part")),
        Column("value", _("Value"), number=True),
        Column("unit", _("Counted in")),
        Column("numerator", _("Numerator"), number=True),
        Column("denominator", _("Denominator"), number=True),
        Column("definition", _("How it is counted")),
        Column("cutoff", _("Data taken")),
        Column("corrected", _("Corrected since")),
    ]
    rows = [
        ListRow(at, [Cell(in_file=in_sheet(column.key, row[column.key])) for column in columns])
        for at, row in enumerate(rows_of(open_data(publication)))
    ]
    return file_of(name, _("Published figures"), columns, rows)


def in_sheet(column: str, said: str) -> Any:
    """Return a cell of the file of open data as a sheet has it: days and numbers as such, yes or nothing."""
    if column == "cutoff":
        return localtime(datetime.fromisoformat(said)).date()
    if column == "corrected":
        return _("Yes") if said == "true" else ""
    if COLUMNS[column] in ("DOUBLE", "BIGINT") and said:
        return float(said)
    return said


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """Return the rows of a file of open data by column. Refused: a file of other columns."""
    read = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if read.fieldnames != list(COLUMNS):
        raise Refused(OTHER_COLUMNS)
    yield from read


def written(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as the file of open data has them."""
    return "".join(csv_line(row) + "\n" for row in (list(COLUMNS), *rows))


def write_parquet(text: str, path: Path) -> None:
    """Write a file of open data as Parquet, with its digest beside the rows."""
    import duckdb

    rows = [[row[name] or OF_NOTHING.get(kind) for name, kind in COLUMNS.items()] for row in rows_of(text)]
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    with duckdb.connect() as engine:
        engine.execute(f"CREATE TABLE figures ({columns})")
        engine.executemany(f"INSERT INTO figures VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        engine.table("figures").write_parquet(str(path))


def read_parquet(path: Path) -> str:
    """Return the file of open data that a Parquet file was made of. Refused: a file of other columns."""
    import duckdb

    with duckdb.connect() as engine:
        read = engine.read_parquet(str(path))
        if read.columns != list(COLUMNS):
            raise Refused(OTHER_COLUMNS)
        return written([as_text(value) for value in row] for row in read.fetchall())


def as_text(value: Any) -> str:
    """Return a value as the file of open data has it: whole numbers without decimals, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
