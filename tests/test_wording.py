"""How the screens speak of people: nothing that they say judges or belittles somebody."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from trappan.rules.models import Code

# Words that make somebody their support, their absence or their failing; and what a screen says instead is
# the glossary's: person, deltagare, borta, utan godtagbart skäl.
JUDGING = re.compile(
    r"\b(bidragstagar|socialbidrag|klient|skolk|fusk|misskö|lat\b|lata\b|arbetsskygg|ovillig|vägra|olydig|"
    r"problemperson|svag(a|are|ast)?\b|hopplös|underkän|misslycka|invandrar|handikapp|utslagen|missbrukar)",
    re.IGNORECASE,
)


def sentences():
    """Return every sentence in Swedish that a screen can say."""
    with (settings.PACKAGE / "locale" / "sv" / "LC_MESSAGES" / "django.po").open("rb") as file:
        for message in read_po(file):
            yield from message.string if isinstance(message.string, tuple | list) else [message.string]


@pytest.mark.requirement("R-132")
@pytest.mark.django_db
def test_no_sentence_and_no_code_judges_a_person():
    said = [*sentences(), *Code.objects.values_list("label_sv", flat=True)]
    assert len(said) > 1000
    assert [one for one in said if JUDGING.search(one)] == []
