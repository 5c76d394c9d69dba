"""The catalogues of sentences: gathered from the package, one for each language, and what of them is still to be said.

Swedish holds every sentence. The participants' other languages hold the sentences that a participant reads, and no
other: a page for staff half in Arabic would be worse than one in Swedish. Which those are is told by where they stand
(`READ_BY_PARTICIPANTS`). What a language lacks is said in Swedish. Plain Swedish is such a language too, and lacks what
is plain already.

A translation that a machine drafted is flagged so until a named reader has read it. A sentence with the context
`legal` is never drafted by one.
"""

import ast
import io
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils import dates
from django.utils.translation import override, templatize, to_locale

from trappan.ui.tongues import PLAIN

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
# The participants' languages beside Swedish and English, as Django knows them, with their plural forms as it and
# gettext count them.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
    "so": "nplurals=2; plural=(n != 1);",
    PLAIN: "nplurals=2; plural=(n != 1);",
    "uk": (
        "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : n % 1 == 0 && n % 10 >= 2 && n % 10 <= 4 "
        "&& (n % 100 < 12 || n % 100 > 14) ? 1 : n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || "
        "(n % 100 >=11 && n % 100 <=14 )) ? 2: 3);"
    ),
}
MACHINE, LEGAL = "machine", "legal"
# What a participant reads, by where it stands: folders and files of the package, and of files that staff read too one
# class, table or sentence by its name after a colon. What staff alone read there is taken out again.
READ_BY_PARTICIPANTS = (
    "portal/",
    "agreements/templates/agreements/link/frame.html",
    "agreements/templates/agreements/link/day.html",
    "agreements/templates/agreements/link/day_ended.html",
    "agreements/templates/agreements/link/day_off.html",
    "agreements/templates/agreements/link/day_used.html",
    "agreements/views/link.py:SAID_OF_DAY",
    "agreements/views/link.py:SLOWED",
    "messages/texts.py:OURS",
    "plans/models/plan.py:PlanPart.Kind",
    "staff/models.py:ROLE_NAMES",
    "ui/forms.py:Form.name_what_is_missing",
    "ui/templates/ui/field.html",
    "ui/templates/ui/form.html",
    "ui/templates/ui/parts/staircase.html",
    "ui/templates/ui/tongues/",
    "ui/templatetags/tongues.py",
    "ui/templatetags/ui.py:describe",
    "ui/templatetags/ui.py:hours_in_words",
    "ui/tongues.py",
)
READ_BY_STAFF = (
    "portal/forms/access.py",
    "portal/forms/mandate.py:GuardianForm",
    "portal/forms/mandate.py:HelperForm",
    "portal/models.py",
    "portal/operations/",
    "portal/templates/portal/access.html",
    "portal/templates/portal/helpers.html",
    "portal/templates/portal/slip.html",
    "portal/views/access.py",
    "portal/views/helpers.py",
    "portal/words.py",
)
# What Django itself says on these pages, for a language that it does not know: its fields' refusals; days and months
# are asked of it.
OF_DJANGO: tuple[Any, ...] = (
    "(Hidden field %(name)s) %(error)s",
    "Enter a valid date.",
    "Enter a valid value.",
    "Enter a whole number.",
    "Null characters are not allowed.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "This field is required.",
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
)


def path_of(language: str, kind: str = "po") -> Path:
    """Return where a language's catalogue lies, or what is compiled of it (`mo`)."""
    return Path(settings.PACKAGE) / "locale" / to_locale(language) / "LC_MESSAGES" / f"django.{kind}"


def babels(language: str) -> str:
    """Return a language by the name that Babel knows it by."""
    return "sv" if language == PLAIN else language


def read_catalogue(language: str) -> Catalog:
    """Return a catalogue as it is kept."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=babels(language))


def gathered(language: str) -> Catalog:
    """Return a catalogue with the sentences that the package has today, each as far as it is translated."""
    catalogue = read_catalogue(language)
    found = Catalog(locale=babels(language), charset="utf-8")
    for message, context in sentences() if language == "sv" else read_by_participants(language):
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
    left = Catalog(locale=babels(language), charset="utf-8")
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
    for path in files():
        yield from read_file(path)


def read_by_participants(language: str) -> Iterator[tuple[Any, str | None]]:
    """Read what participants read, and what Django says to them where it does not know the language."""
    for pages in by_page().values():
        yield from pages
    if not (Path(django.__file__).parent / "conf" / "locale" / to_locale(language)).exists() and language != PLAIN:
        yield from ((one, None) for one in OF_DJANGO)
        with override(None):
            for names in (dates.WEEKDAYS, dates.WEEKDAYS_ABBR, dates.MONTHS, dates.MONTHS_3):
                yield from ((str(name), None) for name in names.values())


def by_page() -> dict[str, list[tuple[Any, str | None]]]:
    """Return what participants read, file by file as `READ_BY_PARTICIPANTS` names them."""
    found = {}
    for path in files():
        place = path.relative_to(settings.PACKAGE).as_posix()
        if lies_in(place, READ_BY_STAFF):
            continue
        if lies_in(place, READ_BY_PARTICIPANTS):
            found[place] = list(read_file(path))
        for named in (one for one in READ_BY_PARTICIPANTS if one.startswith(f"{place}:")):
            found[named] = list(read(part_of(path.read_text(), named.partition(":")[2])))
    return {place: said for place, said in found.items() if said}


def lies_in(place: str, places: Iterable[str]) -> bool:
    """Tell whether a file is one of these, or lies in a folder that is."""
    return any(place == one or (one.endswith("/") and place.startswith(one)) for one in places)


def part_of(source: str, name: str) -> bytes:
    """Return one class, function or assignment of a Python file, by its name with dots."""
    within: Any = ast.parse(source)
    for step in name.split("."):
        within = next(one for one in within.body if step in names_of(one))
    text = "\n".join(source.splitlines()[within.lineno - 1 : within.end_lineno])
    return textwrap.dedent(text).encode()


def names_of(node: Any) -> list[str]:
    """Return what a statement gives a name to."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return [node.name]
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    return [one.id for one in targets if isinstance(one, ast.Name)]


def files() -> list[Path]:
    """Return every Python file and template of the package, but the tests."""
    python = [path for path in settings.PACKAGE.rglob("*.py") if "tests" not in path.parts]
    return sorted(python) + sorted(settings.PACKAGE.rglob("templates/**/*.*"))


def read_file(path: Path) -> Iterator[tuple[Any, str | None]]:
    """Read the sentences of a Python file or a template."""
    if path.suffix == ".py":
        return read(path.read_bytes())
    python = templatize(path.read_text(), origin=path.name)
    return read("\n".join(line.lstrip() for line in python.splitlines()).encode())


def read(source: bytes) -> Iterator[tuple[Any, str | None]]:
    """Read the sentences of a Python file, with their contexts."""
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield message, context
