"""How the screens speak of people, which judges and belittles nobody; and that the glossary has the field's tables."""

import ast
import re

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.utils.translation import override

from trappan.rules.models import Code
from trappan.ui.catalogues import KEYWORDS
from trappan.ui.templatetags.ui import days_in_words, months_in_words

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


def test_no_sentence_is_gathered_from_within_a_formatted_text():
    """Who gathers sentences reads no call there: the sentence would have no Swedish, and be said in English."""
    found = [
        f"{path.relative_to(settings.PACKAGE)}:{call.lineno}"
        for path in settings.PACKAGE.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text()))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]
    assert found == []


# A number before a unit of time: one of these is said otherwise, so that the sentence has a singular of its own, or the
# words come from `days_in_words` and its like.
COUNTED = re.compile(r"%\(\w+\)s\W(dagar|dagarna|veckor|månader|månaderna|timmar|minuter|gånger)\b")
# Where it is never one: what the rules set no lower, or what is told of from two on.
NEVER_ONE = {
    "<strong>%(name)s</strong> has searched %(count)s times within an hour, until %(day)s %(time)s. Look at what for.",
    "%(least)s to %(most)s months",
    "%(times)s times, first %(moment)s",
    "%(untold)s, %(share)s %% of the time away, of %(sessions)s sessions in %(days)s days",
    "About %(people)s people and %(months)s months would be judged otherwise",
    "Away in the last %(days)s days",
    "Choose a case or a colleague, or at most %(days)s days at a time.",
    "From %(lowest)s to %(age)s: %(months)s of the last %(within)s months, at most %(most)s months.",
    "From the age of %(age)s: without work for %(months)s of the last %(within)s months, at most %(most)s.",
    "In the last %(days)s days, the latest first.",
    "Newly arrived, with a permit of the last %(months)s months, need no time without work.",
    "No assistance for the same month. At most %(most)s kronor a month, for at most %(months)s months.",
    "One question in the last %(days)s days.",
    # Months to come in tens, a multiple, and times of which there are five at least.
    "%(ahead)s months ahead: %(error)s %% off; %(held)s %% of %(guesses)s within the wide band",
    "In %(months)s months",
    "The reckoning guessed months that have been, knowing only those before. Each band was as wide as the guesses "
    "before it had needed; today it is %(width)s times as wide as the months by themselves say.",
    "Yes %(yes)s of the %(told)s times that they have said",
    # After six, twelve and twenty-four months alone.
    "%(months)s months: %(share)s %%",
    "%(months)s months: hidden",
    "Within %(number)s months",
    # Thirty at least, by the rules.
    "Information under MBL counts for a decision within %(days)s days, by the rules of today.",
    # A meeting lasts five minutes at least.
    "It takes %(minutes)s minutes.",
    # The shortest that one may say.
    "says: late, about %(minutes)s minutes",
    "says: late, more than %(minutes)s minutes",
    "said by %(by)s: late, about %(minutes)s minutes",
    "said by %(by)s: late, more than %(minutes)s minutes",
}


def test_one_of_a_unit_of_time_is_said_as_one():
    with (settings.PACKAGE / "locale" / "sv" / "LC_MESSAGES" / "django.po").open("rb") as file:
        messages = list(read_po(file))
    said = [(one.id if isinstance(one.id, str) else one.id[0], one.string) for one in messages if one.id]
    counted = {
        key for key, words in said if COUNTED.search(words if isinstance(words, str) else words[0] or "")
    } - NEVER_ONE
    assert counted == set()
    assert {key for key, _words in said} >= NEVER_ONE


@pytest.mark.parametrize(("days", "words"), [(0, "mindre än en dag"), (1, "1 dag"), (4, "4 dagar")])
def test_nobody_waits_no_days(days, words):
    with override("sv"):
        assert days_in_words(days) == words
        assert months_in_words(days) == words.replace("dagar", "månader").replace("dag", "månad")


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
