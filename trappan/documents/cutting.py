"""How a typeface of documents is cut: one fixed weight, its parts in one file."""

from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from trappan.documents.fonts import Face


def cut(face: Face, style: str, weight: int, place: Path) -> None:
    """Make one fixed weight of a face, its parts in one file; a variable font is no use on paper."""
    font: Any  # fontTools has no types
    parts = []
    for source in face.sources(weight):
        font = TTFont(source)
        if "fvar" in font:
            fixed = {"wght": weight}
            instantiateVariableFont(font, fixed, inplace=True)  # type: ignore[no-untyped-call]  # fontTools has no types
        font.flavor = None
        part = place / f"{source.stem}.{style}.part"
        font.save(part)
        parts.append(part)
    if len(parts) > 1:
        font = Merger().merge([str(part) for part in parts])  # type: ignore[no-untyped-call]  # fontTools has no types
    for name_id, text in (
        (1, face.family),
        (2, style),
        (4, f"{face.family} {style}"),
        (6, f"{face.file}-{style}"),
        (16, face.family),
        (17, style),
    ):
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.save(place / f"{face.file}-{style}.ttf")
    for part in parts:
        part.unlink()
