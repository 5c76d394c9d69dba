"""`trappan messages`: gather every sentence, see that each is said in Swedish, compile them.

Does what GNU gettext does, with Babel, so that a machine without gettext can build Trappan.
"""

import io
from collections.abc import Iterator
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
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
FOLDER = settings.PACKAGE / "locale" / "sv" / "LC_MESSAGES"


class Command(BaseCommand):
    help = "Gather the sentences; --check fails on one without Swedish; --compile writes .mo"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--compile", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["compile"]:
            compile_catalog()
            return
        catalog, before = gather()
        missing = [message.id for message in catalog if message.id and not translated(message)]
        for sentence in missing:
            self.stdout.write(f"no Swedish: {sentence!r}")
        if options["check"]:
            stale = before != said(catalog)
            if missing or stale:
                raise CommandError("run `trappan messages` and write the Swedish in django.po")
            return
        with (FOLDER / "django.po").open("wb") as file:
            write_po(file, catalog, no_location=True, sort_output=True, width=100)
        compile_catalog()


def translated(message: Any) -> bool:
    """Tell whether every form of a sentence has its Swedish and nobody has doubts about it."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


def said(catalog: Catalog) -> set[str]:
    return {str(message.id) for message in catalog if message.id}


def gather() -> tuple[Catalog, set[str]]:
    """Return the catalogue with today's sentences, and which the stored one had."""
    with (FOLDER / "django.po").open("rb") as file:
        catalog = read_po(file, locale="sv")
    before = said(catalog)
    found = Catalog(locale="sv", charset="utf-8")
    for message, context in sentences():
        found.add(message, context=context)
    catalog.update(found, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog, before


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
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield message, context


def compile_catalog() -> None:
    """Write the .mo that Django reads."""
    with (FOLDER / "django.po").open("rb") as file:
        catalog = read_po(file, locale="sv")
    with (FOLDER / "django.mo").open("wb") as file:
        write_mo(file, catalog)
