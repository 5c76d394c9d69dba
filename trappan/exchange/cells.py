"""What a spreadsheet puts around a cell is taken away; what would be guessed at is refused."""

import re
from unicodedata import category, normalize

from django.utils.translation import gettext as _

from trappan.refusals import Refused

# Persian and Indian languages join and part their letters by these two: they belong to the word.
JOINERS = "\u200c\u200d"
LOST = "\ufffd"
WRAPPED = re.compile(r'="(.*)"', re.DOTALL)
HELD_AS_TEXT = re.compile(r"'(?=[0-9=+@-])")
FAILED = re.compile(r"#+|#[A-ZÅÄÖ0-9/_]+[!?]?")


def tidy(cell: str) -> str:
    """Return what a cell says: without a spreadsheet's `="…"` and `'`, invisible signs and spaces around.

    Letters are composed (NFC), so that å is one sign and is found again. Refused: what a
    formula that failed leaves, a control character, and the sign that stands for a letter already lost.
    """
    plain = cell.strip()
    if plain and plain[0] in "='#":
        plain = unwrapped(plain)
    if plain.isascii() and plain.isprintable():
        return plain
    seen = []
    for sign in normalize("NFC", plain):
        kind = category(sign)
        if kind == "Zs" or sign == "\t":
            seen.append(" ")
        elif sign == LOST:
            raise Refused(_("A letter was lost when the file was made (�). Write the cell anew."))
        elif kind in ("Cc", "Zl", "Zp"):
            raise Refused(
                _("The cell holds a sign that cannot be seen (%(code)s). Take it away.")
                % {"code": f"U+{ord(sign):04X}"}
            )
        elif kind != "Cf" or sign in JOINERS:
            seen.append(sign)
    return "".join(seen).strip()


def unwrapped(plain: str) -> str:
    """Take away what makes a spreadsheet leave a cell as it is; refuse what it writes where it has failed."""
    wrapped = WRAPPED.fullmatch(plain)
    if wrapped:
        return wrapped[1].replace('""', '"').strip()
    if FAILED.fullmatch(plain):
        raise Refused(_("The spreadsheet has written %(text)s instead of a value. Write the value.") % {"text": plain})
    return HELD_AS_TEXT.sub("", plain, count=1) if HELD_AS_TEXT.match(plain) else plain


def shape(value: str) -> str:
    """Return the shape of a value and nothing of it: digits as 0, letters as x."""
    return re.sub(r"[^\W\d]", "x", re.sub(r"\d", "0", value))[:30]
