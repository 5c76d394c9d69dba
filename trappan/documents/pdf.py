"""Tagged PDF documents (PDF/UA-1) by Typst: a template in a room, its facts as JSON."""

import json
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse

from trappan.documents.fonts import folder

SHARED = Path(__file__).parent / "typst"


def pdf(template: Path, facts: dict[str, Any], *, title: str, language: str) -> bytes:
    """Write a document. The facts reach the template as text only, never as markup."""
    source = (SHARED / "page.typ").read_text() + template.read_text()
    return typst.compile(  # type: ignore[no-any-return]
        source.encode(),
        format="pdf",
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"facts": json.dumps(facts), "title": title, "language": language},
    )


def answer(content: bytes, name: str) -> HttpResponse:
    """Send a document under a name that tells of nobody."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
