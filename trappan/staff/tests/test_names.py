"""Names as they are compared: the database's folding, held to a slow reading of the same rules."""

import re
from unicodedata import category, combining, normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trappan import database

pytestmark = pytest.mark.django_db

JOINERS = "-'`´·ʹʺʻʼʽʾʿˈ՚֊־׳᠆‐‑‒–—―‘’‚‛′‵⁃−ꞌ﹘﹣＇－"  # every hyphen and apostrophe
PLAIN = {"ı": "i", "ß": "ss", "ø": "o", "æ": "a", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe", "ə": "a"}
PLAIN |= {"ȷ": "j", "ħ": "h", "ŧ": "t", "ŋ": "n"}
LETTERS = "aeiouyåäöéèüçñşğıİßøæđðłþœÅÄÖÜÉŁŠčřżźњПетраΑλέξανδρος محمد"  # as names have them
INVISIBLE = "\u00ad\u200b\u200e\u2060\ufeff"
typed = st.text(LETTERS + 'abcxyz0189 \t\u00a0.,()/&\\"' + JOINERS + INVISIBLE, max_size=24)
thorough = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def slowly(text):
    """Fold a name sign by sign."""
    folded = ""
    for sign in normalize("NFKD", "".join("-" if one in JOINERS else one for one in text)):
        if combining(sign) or category(sign) == "Cf":
            continue
        plain = "".join(PLAIN.get(one, one) for one in sign.lower())
        folded += "".join(one if one.isalnum() or one == "-" else " " for one in plain)
    return folded


def parts(text):
    """Return the parts of a name, and each double name in one word."""
    found = set()
    for name in slowly(text).split():
        found |= {*name.split("-"), name.replace("-", "")} - {""}
    return sorted(found)


def is_found(asked, name):
    return bool(database.query("SELECT name_vector(%s) @@ typed_query(%s) AS found", [name, asked])[0].found)


@thorough
@given(typed)
def test_the_parts_of_a_name_are_those_of_a_slow_reading(text):
    assert database.value("name_parts", text) == parts(text)


@thorough
@given(typed)
def test_the_words_that_were_typed_are_those_of_a_slow_reading(text):
    words = {word for word in re.split("[ -]+", slowly(text)) if word}
    assert set(database.value("typed_words", text)) == words


@thorough
@given(typed, st.randoms(use_true_random=False))
def test_a_name_is_found_by_any_start_of_its_parts_in_any_order(name, dice):
    starts = [part[: dice.randint(1, len(part))] for part in parts(name)]
    dice.shuffle(starts)
    if starts:
        assert is_found(" ".join(starts), name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("karin", "Anna-Karin Påhitt"),
        ("annakarin", "Anna-Karin Påhitt"),
        ("påhitt anna", "Anna-Karin Påhitt"),
        ("pahit", "Anna-Karin Påhitt"),
        ("anna–karin", "Anna-Karin Påhitt"),  # another hyphen
        ("o'brien", "Bjarne O’Brien"),  # another apostrophe
        ("o´brien", "Bjarne O'Brien"),
        ("obrien", "Bjarne O’Brien"),  # none
        ("isil", "Işıl Yıldız"),  # Turkish
        ("ışıl yıldız", "ISIL YILDIZ"),  # Turkish
        ("istanbul", "İstanbul"),
        ("strauss", "Strauß"),
        ("strauß", "Strauss"),
        ("elodie", "Élodie"),
        ("élodie", "Elodie"),
        ("samira", "Sam\u00adira"),
        ("محمد", "مُحَمَّد"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(asked, name):
    assert is_found(asked, name)


@pytest.mark.parametrize(("asked", "name"), [("arin", "Anna-Karin"), ("anna karl", "Anna-Karin"), ("é", "Åsa")])
def test_what_is_no_start_of_a_part_finds_nobody(asked, name):
    assert not is_found(asked, name)


@pytest.mark.parametrize("nothing", ["", " ", "-", "…", "'\\:*&|!"])
def test_what_has_no_letter_and_no_figure_finds_nobody(nothing):
    assert not is_found(nothing, "Anna-Karin Påhitt")
