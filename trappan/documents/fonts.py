"""The typefaces of documents, cut from the same packages that the pages load, and what they can write."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from fontTools.ttLib import TTFont

WEIGHTS = {"Regular": 400, "Bold": 700}
CUTTING = Path(__file__).with_name("cutting.py")


@dataclass(frozen=True)
class Face:
    """A typeface and the parts that its package cuts it into; `{weight}` in a name where each weight is a file."""

    family: str
    package: str
    parts: tuple[str, ...]

    @property
    def file(self) -> str:
        """Name the family without spaces."""
        return self.family.replace(" ", "")

    def sources(self, weight: int) -> list[Path]:
        """Return the package's files that make up one weight."""
        place = settings.NODE / self.package / "files"
        return [place / f"{part}.woff2".format(weight=weight) for part in self.parts]


NUNITO = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese")
# The house's own first; then a face for each other script of a language that the product names.
FACES = (
    Face(
        "Nunito Sans",
        "@fontsource-variable/nunito-sans",
        tuple(f"nunito-sans-{subset}-wght-normal" for subset in NUNITO),
    ),
    Face("Noto Sans Ethiopic", "@fontsource/noto-sans-ethiopic", ("noto-sans-ethiopic-ethiopic-{weight}-normal",)),
    Face("Vazirmatn", "@fontsource/vazirmatn", ("vazirmatn-arabic-{weight}-normal",)),
    Face("Noto Sans Thai", "@fontsource/noto-sans-thai", ("noto-sans-thai-thai-{weight}-normal",)),
    Face("Noto Sans Math", "@fontsource/noto-sans-math", ("noto-sans-math-latin-400-normal",)),  # signs: → ≤ ✓ □
)


@cache
def folder() -> Path:
    """Return the folder of the cut fonts, made the first time that a document is wanted of these packages."""
    recipe = sha256(Path(__file__).read_bytes() + CUTTING.read_bytes())
    for weight in WEIGHTS.values():
        for face in FACES:
            for source in face.sources(weight):
                recipe.update(source.read_bytes())
    fonts = settings.HOME / "fonts"
    place = fonts / recipe.hexdigest()[:16]
    if not place.exists():
        # What cuts them weighs as much as a room, and a web worker that finds them cut never needs it.
        from trappan.documents.cutting import cut

        fonts.mkdir(parents=True, exist_ok=True)
        making = Path(mkdtemp(dir=fonts))
        try:
            for style, weight in WEIGHTS.items():
                for face in FACES:
                    cut(face, style, weight, making)
            with suppress(OSError):  # another process was quicker, and cut the same
                making.rename(place)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return Path(place)


@cache
def written() -> tuple[frozenset[int], ...]:
    """Return, for each face in their order, the code points that it has a sign for.

    Read from the packages' own files: cutting the fonts takes seconds, and whoever saves a text asks this.
    """
    return tuple(frozenset().union(*(signs(part) for part in face.sources(WEIGHTS["Regular"]))) for face in FACES)


def signs(file: Path) -> frozenset[int]:
    """Return the code points that a file of a typeface has a sign for."""
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
