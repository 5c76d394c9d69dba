"""What a message to a person says: the product's own words, where each kind goes, and what may stand in it.

A message lies on a lock screen and is read by whoever holds the telephone. So none says why, with whom or where; day
and time only where the person has said yes to it. Words of the municipality's own go before (`Wording`).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from babel.dates import format_date
from django.conf import settings
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from trappan import database
from trappan.messages.models import Wish, Wording
from trappan.refusals import Refused
from trappan.ui.catalogues import PLURALS, drafted

Kind, Language = Wording.Kind, Wish.Language
LEAST = pgettext_lazy(
    "message", "Hello! You have something booked with %(municipality)s soon. Wondering about it? Contact us."
)
TIME = pgettext_lazy(
    "message", "Hello! You have something booked with %(municipality)s: {day} at {time}. Cannot come? Contact us."
)
CALLED_OFF = pgettext_lazy(
    "message", "Hello! What %(municipality)s reminded you of no longer holds. Wondering? Contact us."
)
PLAIN_LEAST = pgettext_lazy(
    "message in plain Swedish", "Hello! You have a time with %(municipality)s soon. Do you have a question? Call us."
)
PLAIN_TIME = pgettext_lazy(
    "message in plain Swedish",
    "Hello! You have a time with %(municipality)s. Day: {day}. Time: {time}. Cannot come? Call us.",
)
PLAIN_CALLED_OFF = pgettext_lazy(
    "message in plain Swedish", "Hello! %(municipality)s wrote to you about a time. The time is changed. Call us."
)
OURS: Mapping[str, Promise] = {Kind.LEAST: LEAST, Kind.TIME: TIME, Kind.CALLED_OFF: CALLED_OFF}
PLAIN: Mapping[str, Promise] = {Kind.LEAST: PLAIN_LEAST, Kind.TIME: PLAIN_TIME, Kind.CALLED_OFF: PLAIN_CALLED_OFF}
WHERE: Mapping[str, Promise] = {
    Kind.LEAST: gettext_lazy(
        "To everybody who has not said yes to more. It lies on a lock screen: no day, no time, no place, no reason."
    ),
    Kind.TIME: gettext_lazy(
        "To whoever has said yes to day and time, which are put in where {day} and {time} stand. No place, no reason."
    ),
    Kind.CALLED_OFF: gettext_lazy(
        "To whoever was reminded of what was then moved or called off. No day, no time, no place, no reason."
    ),
}
MARKS = ("{day}", "{time}")
# Weekday, day and month, in this order and in words in every language.
DAY = "EEEE d MMMM"


def refuse_words(kind: str, text: str) -> None:
    """Refuse words that tell more than their kind may, or lack what it is to tell; none at all are allowed."""
    rest = text
    for mark in MARKS:
        rest = rest.replace(mark, "")
    if "{" in rest or "}" in rest:
        raise Refused(_("Only {day} and {time} may stand in braces."), "text")
    if kind != Kind.TIME and rest != text:
        raise Refused(_("This kind tells no day and no time: they would lie on a lock screen."), "text")
    if kind == Kind.TIME and text and any(mark not in text for mark in MARKS):
        raise Refused(_("Let {day} and {time} stand in it: they are put in when it is sent."), "text")


def ours(kind: str, language: str) -> str:
    """Return the product's own words of a kind in a language; empty where there are none."""
    said = OURS[kind]
    swedish = in_language(said, settings.LANGUAGE_CODE)
    if language == Language.PLAIN:
        found = in_language(PLAIN[kind], settings.LANGUAGE_CODE)
    elif language == Language.SWEDISH:
        found = swedish
    else:
        # What a catalogue lacks, Django says in Swedish.
        found = in_language(said, language)
        found = "" if found == swedish else found
    return found % {"municipality": settings.MUNICIPALITY} if found else ""


def is_unread(kind: str, language: str) -> bool:
    """Tell whether the product's words of a kind in a language were drafted by a machine and nobody has read them."""
    if language not in PLURALS:
        return False
    with override(None):
        sentence = str(OURS[kind])
    return sentence in drafted(language)


def in_language(said: Promise, language: str) -> str:
    """Say a sentence in a language."""
    with override(language):
        return str(said)


def words_for(kind: str, language: str, organisation_id: int) -> tuple[str, str]:
    """Return the words that hold today, and the language they are in: Swedish where there are none in the other."""
    for one in (language, Language.SWEDISH.value):
        own = str(database.value("messages_wording", organisation_id, kind, one) or "")
        if text := own or ours(kind, one):
            return text, one
    raise LookupError(kind)


def filled(text: str, language: str, at: datetime) -> str:
    """Put day and hour in, in Swedish time: the day in words, since figures with hyphens turn round in Arabic."""
    moment = localtime(at)
    if language in (Language.SWEDISH, Language.PLAIN):
        day, hour = format_date(moment, DAY, "sv"), f"{moment:%-H.%M}"
    else:
        day, hour = format_date(moment, DAY, language), f"{moment:%H:%M}"
    return text.replace("{day}", day).replace("{time}", hour)


def kind_of(message_kind: str, *, tells_time: bool) -> str:
    """Return which words a kind of message is written in."""
    if message_kind == "messages.call_off":
        return Kind.CALLED_OFF.value
    return (Kind.TIME if tells_time else Kind.LEAST).value


def invented(today: datetime) -> datetime:
    """Return a moment to show words with: half past one on the day after tomorrow."""
    return (localtime(today) + timedelta(days=2)).replace(hour=13, minute=30)
