"""Tagged PDF documents (PDF/UA-1 and PDF/A-2a in one) by Typst: a template in a room, its facts as JSON."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse
from django.utils.translation import gettext as _

from trappan.documents.fonts import FACES, folder
from trappan.documents.signs import STAND_IN, on_paper, texts, unprintable
from trappan.working import working_folder

SHARED = Path(__file__).parent / "typst"


@cache
def fonts() -> typst.Fonts:
    """Read the typefaces once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder())])


def pdf(
    template: Path, facts: dict[str, Any], *, title: str, language: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """Write a document. The facts reach the template as text only, never as markup.

    Where no face has a sign a stand-in is printed, and the paper's end says so: a paper always comes out. Its
    `pictures` lie beside the template by the names that the facts have for them, each `is_drawn`, as long as it is
    written.
    """
    source = "".join(part.read_text() for part in (SHARED / "page.typ", template, SHARED / "end.typ"))
    lost = any(unprintable(text) for text in texts(facts))
    inputs = {
        "facts": json.dumps(on_paper(facts)),
        "lost": stand_in_explained() if lost else "",
        "faces": json.dumps([face.family for face in FACES]),
        "title": title,
        "language": language,
    }
    if not pictures:
        return compiled(source.encode(), sys_inputs=inputs)
    with working_folder() as folder:
        for name, content in pictures.items():
            (folder / name).write_bytes(content)
        main = folder / "main.typ"
        main.write_text(source)
        return compiled(main, root=folder, sys_inputs=inputs)


def compiled(document: bytes | Path, **about: Any) -> bytes:
    """Return a document as PDF, by the standards of every paper here."""
    content: bytes = typst.compile(document, format="pdf", font_paths=fonts(), pdf_standards=["ua-1", "a-2a"], **about)
    return content


def is_drawn(content: bytes) -> bool:
    """Tell whether a picture can stand on a paper: one that is damaged inside would keep all of it from coming out."""
    with working_folder() as folder:
        (folder / "picture").write_bytes(content)
        main = folder / "main.typ"
        main.write_text('#set document(title: "-")\n#image("picture", alt: "-")')
        try:
            compiled(main, root=folder)
        except typst.TypstError:
            return False
    return True


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
