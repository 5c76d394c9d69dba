"""In tests: send what the parts of this room send, and read a list's file as a reader would."""

import io
import re
import zipfile
from html import unescape
from typing import Any

from trappan.schedules.week import read_week
from trappan.ui.week.rows import rows_of

SHEET = "xl/worksheets/sheet1.xml"


def pressed(week: str, name: str = "week") -> dict[str, Any]:
    """Return what a form sends where the days and times of a week are pressed: `mån 9-12, tor 9-12 A`."""
    rows = rows_of(read_week(week).parts) if week else []
    sent: dict[str, Any] = {f"{name}-rows": len(rows)}
    for at, row in enumerate(rows):
        sent |= {
            f"{name}-{at}-days": [str(day) for day in row.days],
            f"{name}-{at}-from": row.start,
            f"{name}-{at}-to": row.end,
            f"{name}-{at}-weeks": row.weeks,
        }
    return sent


def sheet(content: bytes) -> list[list[str]]:
    """Return the cells of a file, a row at a time, as they are written in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        xml = book.read(SHEET).decode()
    rows = re.findall(r"<row .*?</row>", xml, re.DOTALL)
    cells = r"<c r=\"[A-Z]+\d+\"[^>]*?(?:/>|>(.*?)</c>)"
    return [[unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(cells, row, re.DOTALL)] for row in rows]


def formulas(content: bytes) -> list[str]:
    """Return what stands in a file as a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return re.findall(r"<f>(.*?)</f>", book.read(SHEET).decode())
