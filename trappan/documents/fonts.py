"""The house typeface for documents, cut from the same package that the pages load."""

from pathlib import Path

from django.conf import settings
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Nunito Sans"
WEIGHTS = {"Regular": 400, "Bold": 700}


def folder() -> Path:
    """Return the folder of the cut fonts, made the first time a document is wanted."""
    place = settings.HOME / "fonts"
    if not (place / "done").exists():
        place.mkdir(parents=True, exist_ok=True)
        for style, weight in WEIGHTS.items():
            cut(style, weight, place)
        (place / "done").touch()
    return Path(place)


def cut(style: str, weight: int, place: Path) -> None:
    """Make one fixed weight of the latin letters; a variable font is no use on paper."""
    source = settings.NODE / "@fontsource-variable/nunito-sans/files"
    parts = []
    for subset in ("latin", "latin-ext"):
        font = TTFont(source / f"nunito-sans-{subset}-wght-normal.woff2")
        fixed = instantiateVariableFont(font, {"wght": weight})  # type: ignore[no-untyped-call]  # fontTools has no types
        fixed.flavor = None
        part = place / f"{subset}-{style}.part"
        fixed.save(part)
        parts.append(part)
    merged = Merger().merge([str(part) for part in parts])  # type: ignore[no-untyped-call]  # fontTools has no types
    for name_id, text in (
        (1, FAMILY),
        (2, style),
        (4, f"{FAMILY} {style}"),
        (6, f"NunitoSans-{style}"),
        (16, FAMILY),
        (17, style),
    ):
        merged["name"].setName(text, name_id, 3, 1, 0x409)
    merged["OS/2"].usWeightClass = weight
    merged.save(place / f"NunitoSans-{style}.ttf")
    for part in parts:
        part.unlink()
