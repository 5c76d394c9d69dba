"""`trappan messages`: gather every sentence, see that each is said in Swedish, compile the catalogues.

Does what GNU gettext does, with Babel, so that a machine without gettext can build Trappan.
"""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.ui import catalogues as kept

LANGUAGES = ("sv", *kept.PLURALS)


class Command(BaseCommand):
    help = (
        "Gather the sentences; --check fails on one without Swedish; --compile writes .mo; --missing writes what a "
        "translator is to write or read in a language, --take takes it in again"
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--compile", action="store_true")
        parser.add_argument("--missing", choices=list(kept.PLURALS))
        parser.add_argument("--take", choices=list(kept.PLURALS))
        parser.add_argument("--reader", help="who has read what is taken in")
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["compile"]:
            for language in LANGUAGES:
                kept.compile_catalogue(language)
        elif options["missing"]:
            self.write_missing(options["missing"], options["file"])
        elif options["take"]:
            self.take(options["take"], options["file"], options["reader"])
        else:
            self.gather(check=options["check"])

    def gather(self, *, check: bool) -> None:
        """Gather the sentences of each language, or see that they are gathered and said."""
        found = {language: kept.gathered(language) for language in LANGUAGES}
        missing = [one.id for one in found["sv"] if one.id and not kept.is_translated(one)]
        for sentence in missing:
            self.stdout.write(f"no Swedish: {sentence!r}")
        stale = any(kept.said_in(kept.read_catalogue(one)) != kept.said_in(found[one]) for one in LANGUAGES)
        drafted = [line for language in kept.PLURALS for line in self.told(language, found[language])]
        if check:
            if missing or stale:
                raise CommandError("run `trappan messages` and write the Swedish in django.po")
            if drafted:
                raise CommandError("a legal sentence is drafted by a machine: " + ", ".join(drafted))
            return
        self.tell_by_page(found)
        for language, catalogue in found.items():
            kept.keep(catalogue, language)
            kept.compile_catalogue(language)

    def told(self, language: str, catalogue: Catalog) -> list[str]:
        """Tell how much of a language is said and read; returns what is legal and was drafted by a machine."""
        every = [one for one in catalogue if one.id]
        said = [one for one in every if kept.is_translated(one)]
        drafts = [one for one in said if kept.MACHINE in one.flags]
        self.stdout.write(f"{language}: {len(said)} of {len(every)} said, {len(drafts)} of them nobody has read")
        return [str(one.id) for one in drafts if one.context == kept.LEGAL]

    def tell_by_page(self, found: dict[str, Catalog]) -> None:
        """Tell of each page and table that participants read how much of it is said in each language."""
        for place, sentences in kept.by_page().items():
            ids = {(one[0] if isinstance(one, tuple) else one, context) for one, context in sentences}
            said = {
                language: sum(kept.is_translated(found[language].get(*one)) for one in ids) for language in kept.PLURALS
            }
            self.stdout.write(f"{place}: " + ", ".join(f"{one} {n}/{len(ids)}" for one, n in said.items()))

    def write_missing(self, language: str, file: Path | None) -> None:
        """Write what a translator is to write, or to read."""
        if file is None:
            raise CommandError("say in which file it is to be written")
        file.write_bytes(kept.written(kept.to_translate(kept.gathered(language), language)))

    def take(self, language: str, file: Path | None, reader: str | None) -> None:
        """Take in what a translator has written and read."""
        if not reader:
            raise CommandError("say who has read it: --reader")
        if file is None or not file.is_file():
            raise CommandError("there is no such file")
        with file.open("rb") as opened:
            translated = read_po(opened, locale=language)
        catalogue = kept.gathered(language)
        taken, wrong = kept.take_in(catalogue, translated, reader)
        kept.keep(catalogue, language)
        kept.compile_catalogue(language)
        self.stdout.write(f"{taken} taken")
        for sentence in wrong:
            self.stdout.write(f"left, since its placeholders differ: {sentence!r}")
