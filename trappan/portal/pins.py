"""Codes that are handed over, PINs that are chosen, and what is kept of either."""

import secrets
from itertools import pairwise

from django.contrib.auth.hashers import check_password, make_password
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.refusals import Refused

# Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.
SIGNS = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 10


def make_code() -> str:
    """Draw a code of ten signs, of which none looks like another: 46 bits, as much as a slip of paper needs."""
    return "".join(secrets.choice(SIGNS) for _one in range(LENGTH))


def read_code(typed: str) -> str:
    """Return a code as it was drawn, however it was typed: small letters, spaces and hyphens."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def in_groups(code: str) -> str:
    """Write a code as it is easiest to copy: ACD34 6FGH7."""
    return f"{code[:5]} {code[5:]}"


def number_in_words(number: str) -> str:
    """Write the number that one signs in with as 1234 5678."""
    return f"{number[:4]} {number[4:]}"


def digest_of_code(code: str) -> str:
    """Return what is kept of a code: of no use to whoever reads the database alone."""
    return salted_hmac("portal.code", code, algorithm="sha256").hexdigest()


def hash_of(pin: str) -> str:
    """Return what is kept of a PIN: few figures are soon tried, so that the installation's key is in it."""
    return make_password(keyed(pin))


def is_right(pin: str, kept: str | None) -> bool:
    """Tell whether a PIN is the kept one; takes as long where nothing is kept, so that a clock tells nothing."""
    if not kept:
        make_password(keyed(pin))
        return False
    return check_password(keyed(pin), kept)


def keyed(pin: str) -> str:
    return salted_hmac("portal.pin", pin, algorithm="sha256").hexdigest()


def refuse_weak(pin: str, figures: int) -> None:
    """Refuse a PIN of another length, and one that anybody would guess: one figure, two in turn, figures in a row."""
    if len(pin) != figures or not (pin.isascii() and pin.isdigit()):
        words = ngettext("A PIN has %(n)s figure.", "A PIN has %(n)s figures.", figures)
        raise Refused(words % {"n": figures}, "pin")
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half, third = pin[: figures // 2], pin[: figures // 3]
    repeated = pin in (half * 2, third * 3) or pin == (pin[:2] * figures)[:figures]
    if len(steps) == 1 or repeated:
        raise Refused(_("Others would guess that one. Choose figures that are not in a row and do not repeat."), "pin")
