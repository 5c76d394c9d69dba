"""The languages that participants read in: which there are, and how days, hours and names are written in each.

Pages for staff are in Swedish or English; this is for the own pages and for the page that a reminder leads to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from trappan.schedules.week import minute_in_words

# Before anybody is known: what a browser was told on these pages, until it is closed. Staff have `django_language`.
COOKIE = "trappan_tongue"


@dataclass(frozen=True)
class Tongue:
    """A language: `key` as a person's wish keeps it, `code` as Django knows it, `lang` as a page says it.

    `name` is its own name in its own script. `weekday` and `month_day` are Django's patterns of a day: ours, not the
    locale data's, which would have other hours and other order. `is_small` says that days are written with small
    letters, where Django has them large. Days and hours are always Swedish time.
    """

    key: str
    code: str
    lang: str
    name: str
    direction: str = "ltr"
    weekday: str = "l j F"
    month_day: str = "j F"
    is_small: bool = False

    @property
    def is_swedish(self) -> bool:
        return self.lang == "sv"


# Plain Swedish is a language of its own that lacks what is plain already: Django says that in Swedish. So no page asks
# which Swedish it is in, and nothing is written twice. A browser's reading voice is told Swedish.
PLAIN = "sv-x-plain"
TONGUES = {
    one.key: one
    for one in (
        Tongue("sv", "sv", "sv", "Svenska"),
        Tongue("plain", PLAIN, "sv", "Lätt svenska"),
        Tongue("en", "en", "en", "English"),
        Tongue("ar", "ar", "ar", "العربية", direction="rtl"),
        # After a number a month stands in the genitive, which Django calls E.
        Tongue("uk", "uk", "uk", "Українська", weekday="l, j E", month_day="j E", is_small=True),
        Tongue("so", "so", "so", "Soomaali"),
    )
}
SWEDISH = TONGUES["sv"]
BY_CODE = {one.code: one for one in TONGUES.values()}


def spoken() -> Tongue:
    """Return the language that is spoken just now."""
    return BY_CODE.get(get_language() or settings.LANGUAGE_CODE, SWEDISH)


def asked_for(request: HttpRequest) -> Tongue | None:
    """Return the language that the address asks for, for this page alone: nothing is kept."""
    return TONGUES.get(request.GET.get("language", ""))


def told_by_browser(request: HttpRequest) -> Tongue | None:
    """Return the language that was chosen in the browser before anybody was known."""
    return TONGUES.get(request.COOKIES.get(COOKIE, ""))


def keep_in_browser(response: HttpResponse, tongue: Tongue, path: str) -> None:
    """Let the browser know the language on the pages below a path, until it is closed."""
    response.set_cookie(
        COOKIE, tongue.key, path=path, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def weekday_and_day(value: date | datetime) -> str:
    """Write a day as torsdag 12 november, in the order of the language."""
    said = str(date_format(value, spoken().weekday))
    return said.lower() if spoken().is_small else said


def day_and_month(value: date | datetime) -> str:
    """Write a day as 12 november, in the order of the language."""
    return str(date_format(value, spoken().month_day))


def hour(minute: int) -> str:
    """Write a minute of the day as 9.30, in other languages as 9:30; always of 24 hours, in figures that all read."""
    return minute_in_words(minute) if spoken().is_swedish else f"{minute // 60}:{minute % 60:02}"


def hours(start: int, end: int) -> str:
    """Write two minutes of the day as 9–15; where a dash would be read from the wrong side, in words."""
    return pgettext("from an hour to an hour", "%(start)s–%(end)s") % {"start": hour(start), "end": hour(end)}


def ltr(words: Any) -> SafeString:
    """Keep figures in their order: after Arabic letters 070-123 45 67 would be read 67 45 123-070."""
    return format_html('<bdi class="nowrap" dir="ltr">{}</bdi>', words) if words else SafeString("")


def swedish(words: Any) -> SafeString:
    """Say that a name, a place or a word of the municipality's is Swedish in a page that is not.

    It keeps its own direction, and is read aloud by a Swedish voice. What is marked already stays as it is.
    """
    if isinstance(words, SafeString) or not words or spoken().is_swedish:
        return conditional_escape(words or "")
    return format_html('<bdi lang="sv">{}</bdi>', words)


def filled(sentence: str, **values: Any) -> SafeString:
    """Fill a sentence in; what is marked as Swedish, or kept in its order, stays so."""
    safe = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(conditional_escape(sentence) % safe)  # noqa: S308  # sentence and values are escaped


def listed(words: Iterable[Any]) -> SafeString:
    """Put words beside each other with the comma of the language; what is empty is left out."""
    comma = pgettext("between words of a list", ", ")
    return mark_safe(comma.join(conditional_escape(one) for one in words if one))  # noqa: S308  # each is escaped
