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
from trappan.ui.tongues import TONGUES

Kind, Language = Wording.Kind, Wish.Language
# What a participant reads: by their context these sentences are in the catalogues of the participants' languages.
OURS: Mapping[str, Promise] = {
    Kind.LEAST: pgettext_lazy(
        "message", "Hello! You have something booked with %(municipality)s soon. Wondering about it? Contact us."
    ),
    Kind.TIME: pgettext_lazy(
        "message", "Hello! You have something booked with %(municipality)s: {day} at {time}. Cannot come? Contact us."
    ),
    Kind.CALLED_OFF: pgettext_lazy(
        "message", "Hello! What %(municipality)s reminded you of no longer holds. Wondering? Contact us."
    ),
    Kind.DAY: pgettext_lazy(
        "message",
        "Hello! You have something in your schedule with %(municipality)s soon. Are you coming? Answer here: {link}",
    ),
    Kind.DAY_TIME: pgettext_lazy(
        "message",
        "Hello! You have something in your schedule with %(municipality)s: {day} at {time}. Are "
        "you coming? Answer here: {link}",
    ),
    Kind.OFF: pgettext_lazy(
        "message", "Hello! Something in your schedule with %(municipality)s is called off. Wondering? Contact us."
    ),
    Kind.OFF_TIME: pgettext_lazy(
        "message", "Hello! What you have in your schedule with %(municipality)s {day} at {time} is called off."
    ),
    Kind.DAYS_OFF: pgettext_lazy(
        "message", "Hello! Several days in your schedule with %(municipality)s are called off. Wondering? Contact us."
    ),
    Kind.DAYS_TIME: pgettext_lazy(
        "message",
        "Hello! What you have in your schedule with %(municipality)s {day} at {time} and days after it is called off. "
        "Wondering? Contact us.",
    ),
    Kind.ON: pgettext_lazy(
        "message", "Hello! What %(municipality)s wrote was called off is held after all. Wondering? Contact us."
    ),
    Kind.ON_TIME: pgettext_lazy(
        "message", "Hello! What %(municipality)s wrote was called off is held after all: {day} at {time}. Welcome!"
    ),
}
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
    Kind.DAY: gettext_lazy(
        "The day before in the schedule, to whoever has not said yes to more. A fresh link to answer by stands at "
        "{link}: I come, I cannot, I am late."
    ),
    Kind.DAY_TIME: gettext_lazy(
        "The day before in the schedule, to whoever has said yes to day and time. A fresh link to answer by stands at "
        "{link}. No place, no reason."
    ),
    Kind.OFF: gettext_lazy(
        "To all who were to come on a day that is called off or closed. No day, no time, no place, no reason."
    ),
    Kind.OFF_TIME: gettext_lazy("The same, to whoever has said yes to day and time."),
    Kind.DAYS_OFF: gettext_lazy(
        "To all who were to come on several days, when the site is closed. No day, no time, no place, no reason."
    ),
    Kind.DAYS_TIME: gettext_lazy(
        "The same, to whoever has said yes to day and time, those of the first. Say that it is not the only one."
    ),
    Kind.ON: gettext_lazy("To whoever was told that a day is called off that is held after all. No day, no time."),
    Kind.ON_TIME: gettext_lazy("The same, to whoever has said yes to day and time."),
}
MARKS = ("{day}", "{time}")
LINK = "{link}"
TELL_TIME = (Kind.TIME, Kind.DAY_TIME, Kind.OFF_TIME, Kind.DAYS_TIME, Kind.ON_TIME)
HAVE_LINK = (Kind.DAY, Kind.DAY_TIME)
# What is told, as the least is told and as whoever said yes to day and time is told.
KINDS: Mapping[str, tuple[str, str]] = {
    "messages.remind": (Kind.LEAST, Kind.TIME),
    "messages.call_off": (Kind.CALLED_OFF, Kind.CALLED_OFF),
    "messages.remind_day": (Kind.DAY, Kind.DAY_TIME),
    "messages.day_off": (Kind.OFF, Kind.OFF_TIME),
    "messages.day_on": (Kind.ON, Kind.ON_TIME),
}
# The same where several days are told of at once: that they are on again is told without any one of them.
OF_SEVERAL: Mapping[str, tuple[str, str]] = {
    "messages.day_off": (Kind.DAYS_OFF, Kind.DAYS_TIME),
    "messages.day_on": (Kind.ON, Kind.ON),
}
# Weekday, day and month, in this order and in words in every language.
PATTERN = "EEEE d MMMM"


def refuse_words(kind: str, text: str) -> None:
    """Refuse words that tell more than their kind may, or lack what it is to tell; none at all are allowed."""
    rest = text.replace(LINK, "") if kind in HAVE_LINK else text
    without = rest
    for mark in MARKS:
        rest = rest.replace(mark, "")
    if "{" in rest or "}" in rest:
        raise Refused(_("Only {day} and {time} may stand in braces, and {link} where there is a link."), "text")
    if kind not in TELL_TIME and rest != without:
        raise Refused(_("This kind tells no day and no time: they would lie on a lock screen."), "text")
    if kind in TELL_TIME and text and any(mark not in text for mark in MARKS):
        raise Refused(_("Let {day} and {time} stand in it: they are put in when it is sent."), "text")
    if kind in HAVE_LINK and text and text.count(LINK) != 1:
        raise Refused(_("Let {link} stand in it once: a fresh link is put in when it is sent."), "text")


def ours(kind: str, language: str) -> str:
    """Return the product's own words of a kind in a language; empty where there are none."""
    said = OURS[kind]
    swedish = in_language(said, settings.LANGUAGE_CODE)
    if language == Language.SWEDISH:
        found = swedish
    else:
        # What a catalogue lacks, Django says in Swedish.
        found = in_language(said, TONGUES[language].code)
        found = "" if found == swedish else found
    return found % {"municipality": settings.MUNICIPALITY} if found else ""


def is_unread(kind: str, language: str) -> bool:
    """Tell whether the product's words of a kind in a language were drafted by a machine and nobody has read them."""
    code = TONGUES[language].code
    if code not in PLURALS:
        return False
    with override(None):
        sentence = str(OURS[kind])
    return sentence in drafted(code)


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
        day, hour = format_date(moment, PATTERN, "sv"), f"{moment:%-H.%M}"
    else:
        day, hour = format_date(moment, PATTERN, language), f"{moment:%H:%M}"
    return text.replace("{day}", day).replace("{time}", hour)


def as_read(text: str) -> str:
    """Return the text of a message as a colleague reads it: the link in it is the person's own, and nobody keeps it."""
    return text.replace(LINK, _("(link)"))


def kind_of(message_kind: str, *, tells_time: bool, several: bool) -> str:
    """Return which words a kind of message is written in, also where it is of several days."""
    least, with_time = (OF_SEVERAL if several else KINDS)[message_kind]
    return str(with_time if tells_time else least)


def invented(today: datetime) -> datetime:
    """Return a moment to show words with: half past one on the day after tomorrow."""
    return (localtime(today) + timedelta(days=2)).replace(hour=13, minute=30)
