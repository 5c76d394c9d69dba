"""What a file is follows from its content, and what is no ordinary file is refused in words."""

import tracemalloc
from random import Random

import pytest

from trappan.documents import kinds
from trappan.documents.kinds import Kind, kind_of
from trappan.documents.names import name_of
from trappan.documents.tests.files import ODT, PDF, TEXT, docx, jpeg, odt, packed, png, webp
from trappan.refusals import Refused

WHOLE = {
    Kind.PDF: PDF,
    Kind.JPEG: jpeg(),
    Kind.PNG: png(),
    Kind.WEBP: webp(),
    Kind.TEXT: TEXT,
    Kind.DOCX: docx(),
    Kind.ODT: odt(),
}


@pytest.mark.parametrize(("kind", "content"), WHOLE.items())
def test_each_kind_is_known_by_its_content(kind, content):
    assert kind_of(content) == kind


def test_a_telephone_s_second_picture_and_text_of_windows_are_taken():
    assert kind_of(jpeg() + jpeg()) == Kind.JPEG
    assert kind_of("Åsa har läst svenska".encode("cp1252")) == Kind.TEXT
    assert kind_of(b"\xef\xbb\xbf" + TEXT) == Kind.TEXT


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Filen är tom"),
        (b"MZ\x90\0\3\0", "något annat"),
        (b"GIF89a\1\0\1\0\x80\0\0;", "något annat"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "något annat"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "något annat"),
        (b"  <svg onload='alert(1)'/>", "något annat"),
        (b"{\\rtf1 Hej}", "något annat"),
        (b"Hej\0d\xc3\xa5", "något annat"),
        (packed(a="x"), "något annat"),
        (PDF[:30], "skadad"),
        (png()[:-8], "skadad"),
        (png()[:20], "skadad"),
        (jpeg()[:-2], "skadad"),
        (jpeg()[:12], "skadad"),
        (png(0, 4), "skadad"),
        (webp()[:-2], "skadad"),
        (webp()[:14], "skadad"),
        (b"RIFF\x04\0\0\0WEBP", "skadad"),
        (docx()[:-30], "skadad"),
        (png() + docx(), "två saker"),
        (jpeg() + packed(a="x"), "två saker"),
        (PDF + odt(), "två saker"),
        (docx() + b"%PDF-1.7", "två saker"),
        (png() + b"<script>", "två saker"),
        (PDF + b"MZ\x90", "två saker"),
        (TEXT + PDF, "två saker"),
        (b"PK\3\4 " + docx(), "två saker"),
        (png(60_000, 60_000), "mer än en dator"),
        (jpeg(65_000, 65_000), "mer än en dator"),
        (webp(16_384, 16_384), "mer än en dator"),
        (webp() + b"<script>", "två saker"),
        (docx(word__mediaDOTxml="0" * 30_000_000), "mer än en dator"),
        (docx(word__vbaProjectDOTbin="x"), "makron"),
        (docx(**{"[Content_Types]DOTxml": "application/vnd.ms-word.document.macroEnabled.main+xml"}), "makron"),
        (odt(Basic__Standard__aDOTxml="x"), "makron"),
    ],
)
def test_what_is_no_ordinary_file_is_refused_in_words_at_its_field(content, says):
    with pytest.raises(Refused, match=says) as refusal:
        kind_of(content)
    assert refusal.value.field == "file"


def test_a_document_behind_a_password_is_refused():
    content = bytearray(docx())
    at = 0
    while (at := content.find(b"PK\1\2", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    with pytest.raises(Refused, match="lösenord"):
        kind_of(bytes(content))


# What a few thousand bytes become when a part is unpacked: within what a document of that size may hold in all.
MUCH = 1_200_000


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (docx(**{"[Content_Types]DOTxml": "<Types/>" + " " * MUCH}), "mer än en dator"),
        (odt(mimetype=f"{ODT}{' ' * MUCH}"), None),
        (odt(mimetype=f"{ODT}{'x' * MUCH}"), "något annat"),
        (odt(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "något annat"),
        (odt(mimetype=""), "något annat"),
    ],
)
def test_what_a_document_says_of_itself_is_unpacked_no_further_than_is_needed(content, says):
    tracemalloc.start()
    try:
        if says is None:
            assert kind_of(content) == Kind.ODT
        else:
            with pytest.raises(Refused, match=says) as refusal:
                kind_of(content)
            assert refusal.value.field == "file"
        assert tracemalloc.get_traced_memory()[1] < MUCH / 2
    finally:
        tracemalloc.stop()


def test_a_document_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(kinds, "MOST_PARTS", 3)
    with pytest.raises(Refused, match="mer än en dator"):
        kind_of(docx(a="", b=""))


@pytest.mark.parametrize("kind", WHOLE)
def test_no_damage_does_worse_than_a_no(kind):
    dice, refused = Random(12), 0
    for _turn in range(400):
        content = bytearray(WHOLE[kind])
        for _byte in range(dice.randint(1, 4)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        try:
            assert kind_of(bytes(content[: dice.randint(1, len(content))])) in Kind
        except Refused as refusal:
            refused += refusal.field == "file"
    assert refused > 20


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("Utlåtande 12.5.pdf", Kind.PDF, "Utlåtande 12.5.pdf"),
        ("C:\\Mina dokument\\betyg.PDF", Kind.PDF, "betyg.pdf"),
        ("../../etc/passwd", Kind.TEXT, "passwd.txt"),
        ("  ... .pdf", Kind.PDF, "pdf.pdf"),
        ("", Kind.PNG, "fil.png"),
        ("Intyg från mars", Kind.JPEG, "Intyg från mars.jpg"),
        ("bild.jpeg", Kind.JPEG, "bild.jpeg"),
        ("å" * 300 + ".odt", Kind.ODT, "å" * 116 + ".odt"),
        ("A\u030asa.txt", Kind.TEXT, "Åsa.txt"),
        ("a   b.txt", Kind.TEXT, "a b.txt"),
    ],
)
def test_a_name_is_text_to_read_and_never_a_path(typed, kind, name):
    assert name_of(typed, kind) == name


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("betyg.exe", "slutar på .exe, men innehållet är: PDF"),
        ("betyg.pdf.exe", r"två ändelser \(.pdf.exe\)"),
        ("betyg.exe.pdf", r"två ändelser \(.exe.pdf\)"),
        ("betyg.docx", "slutar på .docx"),
        ("bet\0yg.pdf", "tecken som inte syns"),
        ("betyg\u202efdp.exe", "tecken som inte syns"),
    ],
)
def test_a_name_that_misleads_is_refused_in_words_at_its_field(typed, says):
    with pytest.raises(Refused, match=says) as refusal:
        name_of(typed, Kind.PDF)
    assert refusal.value.field == "file"
