"""Tagged PDF documents (PDF/UA-1) by Typst: a template in a room, its facts as JSON."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse

from trappan.documents.fonts import folder

SHARED = Path(__file__).parent / "typst"


@cache
def fonts() -> typst.Fonts:
    """Read the house's typeface once a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder())])


def pdf(template: Path, facts: dict[str, Any], *, title: str, language: str) -> bytes:
    """Write a document. The facts reach the template as text only, never as markup."""
    source = (SHARED / "page.typ").read_text() + template.read_text()
    return typst.compile(
        source.encode(),
        format="pdf",
        font_paths=fonts(),
        pdf_standards="ua-1",
        sys_inputs={"facts": json.dumps(facts), "title": title, "language": language},
    )


def answer(content: bytes, name: str) -> HttpResponse:
    """Send a document under a name that tells of nobody."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
