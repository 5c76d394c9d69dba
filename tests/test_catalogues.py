"""The catalogues of the participants' languages: their sentences alone, whole placeholders, and who has read them."""

from datetime import date

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.core.management import CommandError, call_command
from django.utils.formats import date_format
from django.utils.translation import gettext, override
from django.utils.translation.trans_real import translation

from trappan.messages.texts import WHERE
from trappan.ui import catalogues
from trappan.ui.tongues import PLAIN

LANGUAGES = list(catalogues.PLURALS)


def of(context, **said):
    """Return an Arabic catalogue of sentences, each drafted by a machine."""
    made = Catalog(locale="ar", charset="utf-8")
    for sentence, words in said.items():
        made.add(sentence, words, flags={catalogues.MACHINE}, context=context)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_holds_what_participants_read_and_its_placeholders(language):
    kept = catalogues.read_catalogue(language)
    every = [one for one in kept if one.id]
    assert {(one.id, one.context) for one in every} == set(catalogues.read_by_participants(language))
    assert "Way in to My Trappan" not in catalogues.said_in(kept), "a page of the room that staff alone read"
    for one in every:
        assert list(one.check(kept)) == []
        assert catalogues.marks(one.string) == catalogues.marks(one.id), one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_plural_forms_are_counted_as_by_the_library(language):
    """A translator fills the forms in by their number: counted otherwise, four would be said as many are."""
    with catalogues.path_of(language).open() as file:
        assert catalogues.PLURALS[language].split(";")[0] in file.read()
    kept = catalogues.read_catalogue(language)
    assert kept.num_plurals == int(catalogues.PLURALS[language][len("nplurals=")])
    ours = translation(language).plural
    assert {ours(n) for n in range(200)} == set(range(kept.num_plurals)) - ({3} if language == "uk" else set())


def test_a_page_for_staff_is_not_half_in_another_language():
    with override("ar"):
        assert str(WHERE["least"]).startswith("Till alla"), "what the language lacks is said in Swedish"


def test_a_reader_takes_the_machine_s_mark_away_and_broken_placeholders_stay_out():
    catalogue = of("message", **{"Come {day} at {time}": "{day} {time}", "Hello": "مرحبا", "Bye %(name)s": "%(name)s"})
    left = catalogues.to_translate(catalogue, "ar")
    assert catalogues.said_in(left) == {"Come {day} at {time}", "Hello", "Bye %(name)s"}
    read = of("message", **{"Come {day} at {time}": "{day}", "Hello": "أهلاً", "Bye %(name)s": "%(nam)s", "New": "x"})
    taken, wrong = catalogues.take_in(catalogue, read, "a reader")
    assert (taken, sorted(wrong)) == (1, ["Bye %(name)s", "Come {day} at {time}"])
    hello = catalogue.get("Hello", "message")
    assert (hello.string, hello.flags, hello.user_comments) == ("أهلاً", set(), ["Read by a reader"])
    assert catalogue.get("Come {day} at {time}", "message").string == "{day} {time}"
    assert catalogue.get("New", "message") is None


def test_what_is_missing_is_written_for_a_translator_and_taken_in_by_a_named_reader(tmp_path, capsys):
    file = tmp_path / "ar.po"
    call_command("messages", "--missing", "ar", file)
    with file.open("rb") as opened:
        left = read_po(opened, locale="ar")
    kept = catalogues.read_catalogue("ar")
    drafts = {str(one.id) for one in kept if one.id and catalogues.MACHINE in one.flags}
    assert drafts <= catalogues.said_in(left)
    with pytest.raises(CommandError, match="--reader"):
        call_command("messages", "--take", "ar", file)
    with pytest.raises(CommandError, match="no such file"):
        call_command("messages", "--take", "ar", tmp_path / "none.po", "--reader", "x")


def test_plain_swedish_says_in_swedish_what_is_plain_already():
    with override(PLAIN):
        assert gettext("My week") == "Min vecka"
        assert gettext("Own rating") == "Din egen bedömning"
        assert date_format(date(2026, 11, 12), "l j F") == "torsdag 12 november"


def test_it_is_told_how_much_of_each_page_is_said_in_each_language(monkeypatch, capsys):
    monkeypatch.setattr(catalogues, "keep", lambda _catalogue, _language: None)
    monkeypatch.setattr(catalogues, "compile_catalogue", lambda _language: None)
    call_command("messages")
    told = capsys.readouterr().out
    pages = catalogues.by_page()
    week = "portal/templates/portal/week.html"
    every = len(set(pages[week]))
    assert f"{week}: ar {every}/{every}" in told
    assert "portal/templates/portal/access.html" not in told
    assert "staff/models.py:ROLE_NAMES: ar 17/17" in told


def test_a_part_of_a_file_is_read_by_its_name():
    source = 'class A:\n    class B:\n        X = _("one")\n\n    Y = _("two")\nZ: str = _("three")\n'
    assert [list(catalogues.read(catalogues.part_of(source, name))) for name in ("A.B", "A.Y", "Z")] == [
        [("one", None)],
        [("two", None)],
        [("three", None)],
    ]


def test_a_legal_sentence_is_drafted_by_no_machine(monkeypatch):
    monkeypatch.setattr(
        catalogues, "gathered", lambda language: of("legal" if language == "ar" else "message", Yes="نعم")
    )
    monkeypatch.setattr(catalogues, "read_catalogue", lambda language: of("legal", Yes="نعم"))
    with pytest.raises(CommandError, match="legal"):
        call_command("messages", "--check")
