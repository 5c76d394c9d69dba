"""Which signs a paper can show, and what stands where it cannot."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from trappan.documents.fonts import written

STAND_IN = "□"
# What orders letters without being seen: the turns of writing direction, and where a word may break.
UNSEEN = frozenset(
    "\u061c\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
)
# Letters from right to left, and the signs that turn a line by force.
TURNS = frozenset(("R", "AL", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"))


def shown(text: str) -> Iterator[tuple[str, str]]:
    """Return each sign of a text with what a paper shows for it: itself, a space, nothing, or the stand-in.

    A letter and its marks are drawn by one face: a mark that the letter's face lacks gives way.
    """
    faces: list[frozenset[int]] = []
    for char in whole(text):
        kind = unicodedata.category(char)
        if char == "\n" or char in UNSEEN:
            yield char, char
        elif char.isspace():
            faces = [face for face in written() if ord(char) in face]
            yield char, char if faces and kind == "Zs" else " "
        elif kind in ("Cc", "Cf") or "\ufe00" <= char <= "\ufe0f":
            yield char, ""
        else:
            among = faces if kind.startswith("M") and faces else written()
            # A private sign is anybody's guess: a reader aloud, and an archive, know no words for it.
            able = [face for face in among if ord(char) in face and kind != "Co"]
            faces = able or [face for face in written() if ord(STAND_IN) in face]
            yield char, char if able else STAND_IN


def printable(text: str) -> str:
    """Return a text as a paper shows it: letters put together, a stand-in where no face has the sign."""
    return "".join(after for _before, after in shown(text))


def unprintable(text: str) -> list[str]:
    """Return the signs of a text that no paper can show, each once, as they come."""
    return list(dict.fromkeys(before for before, after in shown(text) if after == STAND_IN != before))


def whole(text: str) -> str:
    """Return a text with letters and their marks put together where a face has them so, and one kind of line end."""
    one_end = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char if any(ord(char) in face for face in written()) else apart(char) for char in one_end)


def apart(char: str) -> str:
    """Return a letter with its marks beside it, where a face draws it only so."""
    parts = unicodedata.normalize("NFD", char)
    return parts if any(all(ord(part) in face for part in parts) for face in written()) else char


def directed(text: str) -> str:
    """Let each line with letters from right to left keep its own order, and leave the paper's as it is."""
    return "\n".join(
        f"\u2068{line}\u2069" if any(unicodedata.bidirectional(char) in TURNS for char in line) else line
        for line in text.split("\n")
    )


def on_paper(facts: Any) -> Any:
    """Return a document's facts as they can be shown; names and order are kept."""
    if isinstance(facts, str):
        return directed(printable(facts))
    if isinstance(facts, dict):
        return {name: on_paper(value) for name, value in facts.items()}
    return [on_paper(value) for value in facts] if isinstance(facts, list | tuple) else facts


def texts(facts: Any) -> Iterator[str]:
    """Return every text among a document's facts."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict | list | tuple):
        for value in facts.values() if isinstance(facts, dict) else facts:
            yield from texts(value)


class PaperForm(forms.Form):
    """A form with text that a paper carries: signs that no paper shows are told of before anything is saved.

    `on_paper` names those fields. Whoever saves once more, having seen which signs it is, has decided.
    """

    on_paper: tuple[str, ...] = ()
    signs_seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        seen = told = cleaned.pop("signs_seen", "")
        for name in self.on_paper:
            signs = unprintable("\n".join(texts(cleaned.get(name))))
            if not set(signs) <= set(seen):
                told += "".join(signs)
                self.add_error(
                    name,
                    _(
                        "No paper can show %(signs)s: %(stand_in)s will stand there, and the page has it as it is "
                        "written. Write it in another way, or save again to keep it."
                    )
                    % {"signs": " ".join(signs), "stand_in": STAND_IN},
                )
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data[self.add_prefix("signs_seen")] = told  # type: ignore[index]  # a copy may be written
        return cleaned
