"""The catalogues of sentences: gathered from the package, one for each language, and what of them is still to be said.

Swedish holds every sentence. The participants' other languages hold the sentences that a participant reads, and no
other: a page for staff half in Arabic would be worse than one in Swedish. What a language lacks is said in Swedish.

A translation that a machine drafted is flagged so until a named reader has read it. A sentence with the context
`legal` is never drafted by one.
"""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import templatize

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
# The participants' languages beside Swedish and English, with their plural forms as Django and gettext count them.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
    "so": "nplurals=2; plural=(n != 1);",
    "uk": (
        "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : n % 1 == 0 && n % 10 >= 2 && n % 10 <= 4 "
        "&& (n % 100 < 12 || n % 100 > 14) ? 1 : n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || "
        "(n % 100 >=11 && n % 100 <=14 )) ? 2: 3);"
    ),
}
MACHINE, LEGAL = "machine", "legal"
# What a participant reads: messages, by their context.
READ_BY_PARTICIPANTS = ("message",)


def path_of(language: str, kind: str = "po") -> Path:
    """Return where a language's catalogue lies, or what is compiled of it (`mo`)."""
    return Path(settings.PACKAGE) / "locale" / language / "LC_MESSAGES" / f"django.{kind}"


def read_catalogue(language: str) -> Catalog:
    """Return a catalogue as it is kept."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def gathered(language: str) -> Catalog:
    """Return a catalogue with the sentences that the package has today, each as far as it is translated."""
    catalogue = read_catalogue(language)
    found = Catalog(locale=language, charset="utf-8")
    for message, context in sentences():
        if language == "sv" or context in READ_BY_PARTICIPANTS:
            found.add(message, context=context)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def keep(catalogue: Catalog, language: str) -> None:
    """Write a catalogue, its sentences in order."""
    with path_of(language).open("wb") as file:
        file.write(written(catalogue))


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue out as a file in the format that translators' tools read."""
    file = io.BytesIO()
    write_po(file, catalogue, no_location=True, sort_output=True, width=100)
    return file.getvalue()


def compile_catalogue(language: str) -> None:
    """Write the .mo that Django reads."""
    with path_of(language, "mo").open("wb") as file:
        write_mo(file, read_catalogue(language))


def is_translated(message: Any) -> bool:
    """Tell whether every form of a sentence is said, and nobody has doubts about it."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def said_in(catalogue: Catalog) -> set[str]:
    """Return the sentences of a catalogue."""
    return {str(message.id) for message in catalogue if message.id}


@cache
def drafted(language: str) -> frozenset[str]:
    """Return the sentences that a machine said in a language and nobody has read yet; read once in a process."""
    return frozenset(str(one.id) for one in read_catalogue(language) if MACHINE in one.flags)


def to_translate(catalogue: Catalog, language: str) -> Catalog:
    """Return what a translator is to write or read: what is missing, and what a machine drafted."""
    left = Catalog(locale=language, charset="utf-8")
    for message in catalogue:
        if message.id and (not is_translated(message) or MACHINE in message.flags):
            left.add(message.id, message.string, flags=message.flags, context=message.context)
    return left


def take_in(catalogue: Catalog, translated: Catalog, reader: str) -> tuple[int, list[str]]:
    """Take a reader's translations into a catalogue, each no machine's any more, with who has read it.

    Returns how many were taken, and which were left since their placeholders are not those of the sentence. A sentence
    that the package no longer has is left out without a word; one that is not said stays as it was.
    """
    taken, wrong = 0, []
    for message in translated:
        own = catalogue.get(message.id, message.context) if message.id else None
        if own is None or not is_translated(message):
            continue
        if list(message.check(catalogue)) or marks(message.string) != marks(message.id):
            wrong.append(str(message.id))
            continue
        own.string = message.string
        own.flags.discard(MACHINE)
        own.user_comments = [f"Read by {reader}"]
        taken += 1
    return taken, wrong


def marks(said: Any) -> set[str]:
    """Return the marks in braces that a sentence is filled in at."""
    forms = said if isinstance(said, tuple | list) else (said,)
    return {mark for mark in ("{day}", "{time}", "{link}") if any(mark in one for one in forms)}


def sentences() -> Iterator[tuple[Any, str | None]]:
    """Read every Python file and template of the package."""
    for path in sorted(settings.PACKAGE.rglob("*.py")):
        if "tests" not in path.parts:
            yield from read(path.read_bytes())
    for path in sorted(settings.PACKAGE.rglob("templates/**/*.*")):
        python = templatize(path.read_text(), origin=path.name)
        flat = "\n".join(line.lstrip() for line in python.splitlines())
        yield from read(flat.encode())


def read(source: bytes) -> Iterator[tuple[Any, str | None]]:
    """Read the sentences of a Python file, with their contexts."""
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield message, context
