"""What makes a link and its code: drawn by lot, kept as digests, and the words with which they are sent."""

import re
import secrets
from hashlib import sha256
from typing import Any

from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.agreements.purposes import words_of
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def make_token() -> str:
    """Draw what a link is opened by: 32 bytes, as an address writes them."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode()).hexdigest()


def make_code() -> str:
    """Draw a code of six figures."""
    return f"{secrets.randbelow(10**6):06}"


def digest_of_code(key: object, code: str) -> str:
    """Return what is kept of a code, of the link with this key: six figures are soon tried where no secret is in it."""
    return salted_hmac("agreements.code", f"{key}:{code}", algorithm="sha256").hexdigest()


def letter_of(link: Any, token: str) -> tuple[str, str]:
    """Write the letter with a link: subject and text, which name no person but whom it goes to."""
    said = words_of(link.purpose)
    words = {
        "municipality": link.municipality,
        "organisation": link.organisation,
        "whom": link.to_whom,
        "address": link.site + reverse("agreements:enter", args=[token]),
        "until": in_words(day_before(link.until)),
        "keeper": ", ".join(filter(None, [link.keeper, link.keeper_phone])),
    }
    text = _(
        "To %(whom)s\n\n"
        "%(asks)s\n"
        "%(address)s\n\n"
        "The link holds until and with %(until)s and works once. You also need a code, which comes another way. "
        "Sent on, the link opens nothing: if somebody else answers, tell %(keeper)s.\n\n"
        "Questions: %(keeper)s."
    )
    return str(said.subject) % words, text % {**words, "asks": str(said.asks) % words}


def code_in_words(code: str, minutes: int) -> str:
    """Write the text message with a code, which holds for so many minutes."""
    words = ngettext(
        "%(code)s is your code. It holds for %(n)s minute. Never tell it to anybody.",
        "%(code)s is your code. It holds for %(n)s minutes. Never tell it to anybody.",
        minutes,
    )
    return words % {"code": code, "n": minutes}
