"""Tagged PDF documents (PDF/UA-1 and PDF/A-2a in one) by Typst: a template in a room, its facts as JSON."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse
from django.utils.translation import gettext as _

from trappan.documents.fonts import FACES, folder
from trappan.documents.signs import STAND_IN, on_paper, texts, unprintable

SHARED = Path(__file__).parent / "typst"


@cache
def fonts() -> typst.Fonts:
    """Read the typefaces once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder())])


def pdf(template: Path, facts: dict[str, Any], *, title: str, language: str) -> bytes:
    """Write a document. The facts reach the template as text only, never as markup.

    Where no face has a sign a stand-in is printed, and the paper's end says so: a paper always comes out.
    """
    source = "".join(part.read_text() for part in (SHARED / "page.typ", template, SHARED / "end.typ"))
    lost = any(unprintable(text) for text in texts(facts))
    return typst.compile(
        source.encode(),
        format="pdf",
        font_paths=fonts(),
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={
            "facts": json.dumps(on_paper(facts)),
            "lost": stand_in_explained() if lost else "",
            "faces": json.dumps([face.family for face in FACES]),
            "title": title,
            "language": language,
        },
    )


def stand_in_explained() -> str:
    """Say what the stand-in on a paper means, and where the text stands whole."""
    return _("%(stand_in)s stands for a sign that cannot be printed. Ask to see the text in the system.") % {
        "stand_in": STAND_IN
    }


def answer(content: bytes, name: str) -> HttpResponse:
    """Send a document under a name that tells of nobody."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
