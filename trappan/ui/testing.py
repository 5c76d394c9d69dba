"""Read a list's file for tests as a reader would, and what in it a spreadsheet would carry out."""

import io
import re
import zipfile
from html import unescape

SHEET = "xl/worksheets/sheet1.xml"


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
