"""How the screens speak of people, which judges and belittles nobody; and that the glossary has the field's tables."""

import re

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
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


ROOM = re.compile(r"^\| `(\w+)` \| (.*) \|$", re.MULTILINE)
# Tables that only serve the house, and are no words of the field.
HOUSE = {"AppliedRule", "CaseSerial", "Clock", "Day", "Done", "NamePart", "RoleScope", "Secret", "SentForm"}


def test_the_glossary_names_every_table_of_the_field_in_its_room():
    glossary = (settings.PACKAGE.parent / "docs" / "glossary.md").read_text()
    listed = {room: set(re.findall(r"`(\w+)`", names)) for room, names in ROOM.findall(glossary)}
    made = {
        room.name.removeprefix("trappan."): {model.__name__ for model in room.get_models()} - HOUSE
        for room in apps.get_app_configs()
        if room.name.startswith("trappan.")
    }
    assert listed == {room: names for room, names in made.items() if names}
