"""Any text gives a paper: what a face can show is shown, the rest has a visible stand-in."""

from pathlib import Path

import pytest
from django import forms
from django.http import QueryDict
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.documents.fonts import FACES, folder, written
from trappan.documents.pdf import pdf
from trappan.documents.signs import PaperForm, printable, unprintable
from trappan.documents.testing import faults, said

WRITTEN = st.deferred(lambda: st.sampled_from([chr(one) for face in written() for one in sorted(face)]))


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    """A paper that shows one text in every way that papers do."""
    made = tmp_path_factory.mktemp("paper") / "any.typ"
    made.write_text(
        "= #facts.title\n#facts.text\n\n*#facts.text*\n\n#voice(facts.text, facts.text)\n"
        "#table(columns: 2, table.header([A], [B]), [#facts.text], [*#facts.text*])\n"
    )
    return made


def paper(template: Path, text: str) -> bytes:
    return pdf(template, {"title": "T", "text": text, "footer": text}, title="T", language="sv")


@given(text=st.text(st.one_of(st.characters(), WRITTEN), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_paper_that_holds_its_standards(template, text):
    assert faults(paper(template, text)) == []


def test_what_no_face_has_is_seen_and_told_on_the_paper(template):
    held = said(paper(template, "Kod 中文 😀 här"))
    assert "Kod □□ □ här" in held
    assert "□ står för ett tecken som inte går att skriva ut" in held
    assert "står för ett tecken" not in said(paper(template, "Kod □ här")), "a box that somebody typed is a box"
    assert unprintable("中文 😀 中") == ["中", "文", "😀"]


def test_signs_that_are_never_seen_leave_nothing_behind():
    assert printable("a\x01b\ufe0fc\ufeffd") == "abcd"
    assert printable("e\u0301 A\u030a x\ty\r\nz\u2028") == "é Å x y\nz "
    assert printable("\ue000\U0010ffff") == "□□", "a private sign is anybody's guess"


def test_a_letter_is_put_together_where_a_face_has_it_so_and_taken_apart_where_it_has_not():
    assert printable("g\u0301") == printable("\u01f5") == "g\u0301"
    assert printable("a\u030a") == "å"


def test_a_mark_that_its_letter_s_face_lacks_gives_way():
    assert printable("ሀ\u0651") == "ሀ□"


def test_both_weights_of_a_face_show_the_same_signs():
    for face, signs in zip(FACES, written(), strict=True):
        assert set(TTFont(folder() / f"{face.file}-Bold.ttf").getBestCmap()) == signs, face.family


def test_a_line_from_right_to_left_keeps_its_own_order(template):
    assert "\u2068" not in printable("مرحبا"), "only the paper's own text is turned"
    assert faults(paper(template, "مرحبا (2).\nHej (2).")) == []
    assert "1 (1)" in said(paper(template, "vänd \u202eom")), "a typed turn ends with its line"


class Note(PaperForm):
    on_paper = ("words", "lines")
    words = forms.CharField()
    lines = forms.CharField(required=False)
    kinds = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], required=False)

    def clean_lines(self) -> list[str]:
        return self.cleaned_data["lines"].splitlines()


class TestSavingIsADecision:
    def sent(self, **fields: str) -> Note:
        about = QueryDict(mutable=True)
        about.setlist("n-kinds", ["a", "b"])
        about.update({f"n-{name}": value for name, value in fields.items()})
        return Note(about, prefix="n")

    def test_what_can_be_shown_is_saved_at_once(self):
        form = self.sent(words="ኣብ ክሽነ ክሰርሕ ደልየ።")
        assert form.is_valid()
        assert "signs_seen" not in form.cleaned_data

    def test_what_cannot_is_told_of_first_at_its_field_and_saved_when_it_has_been_seen(self):
        form = self.sent(words="中 😀", lines="a\n文")
        assert not form.is_valid()
        assert "中 😀" in form.errors["words"][0]
        assert "文" in form.errors["lines"][0]
        assert form["kinds"].value() == ["a", "b"], "nothing that was sent is lost"
        again = self.sent(words="中 😀", lines="a\n文", signs_seen=form["signs_seen"].value())
        assert again.is_valid(), again.errors
        assert again.cleaned_data["words"] == "中 😀"
        other = self.sent(words="中 語", signs_seen=form["signs_seen"].value())
        assert list(other.errors) == ["words"], "another sign is asked about anew"


def test_what_can_be_written_is_known_before_any_typeface_is_cut(settings, tmp_path):
    settings.HOME = tmp_path
    assert written.__wrapped__() == written()
    assert not (tmp_path / "fonts").exists(), "whoever saves a text does not wait for it"
