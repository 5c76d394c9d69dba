"""Read a personnummer, samordningsnummer or reservnummer as people and spreadsheets write it."""

import re
from datetime import date
from unicodedata import category

from django.utils.translation import gettext as _
from stdnum import luhn

from trappan.refusals import Refused

RESERVE = re.compile(r"(\d{8})-?(R\d{3})", re.ASCII)
PLAIN = re.compile(r"(\d{2})?(\d{6})([-+]?)(\d{4})", re.ASCII)
DASHES = re.compile("[\u2010-\u2015\u2212]")
COORDINATION = 60  # added to the day of birth in a samordningsnummer
OLDEST = 115  # years: nobody in Sweden has become older


def read_number(text: str, today: date) -> str:
    """Return the number as YYYYMMDDNNNN or YYYYMMDDRnnn.

    Accepts 10 or 12 digits with or without separator. A samordningsnummer need not carry a real
    date: 194 of those that Skatteverket reserves for tests do not. Refused, never guessed: numbers
    that a spreadsheet has damaged, wrong control digits, impossible dates, days on which nobody who
    lives was born, digits other than 0 to 9. Spaces and signs that cannot be seen, such as come with a
    number that is pasted, are taken away.
    """
    written = DASHES.sub("-", "".join(sign for sign in text.upper() if not _is_invisible(sign)))
    if re.fullmatch(r"[\d.,]+E\+?\d+", written):
        raise Refused(
            _("The spreadsheet has turned the number into %(text)s. Set the column to text and write it again.")
            % {"text": text.strip()}
        )
    reserve = RESERVE.fullmatch(written)
    if reserve:
        _refuse_impossible_date(reserve[1], text, today)
        return reserve[1] + reserve[2]
    plain = PLAIN.fullmatch(written)
    if not plain:
        if re.fullmatch(r"[0-9]{9}|[0-9]{11}", written):
            raise Refused(
                _(
                    "%(text)s has one digit too few: a leading zero has been lost. Set the column to text and "
                    "write it again."
                )
                % {"text": text.strip()}
            )
        raise Refused(
            _("Write the number with 10 or 12 digits, for example 19911105-2388. You wrote %(text)s.")
            % {"text": text.strip()}
        )
    century, born, mark, serial = plain.groups()
    if not luhn.is_valid(born + serial):
        raise Refused(
            _("The last digit of %(text)s does not fit the others. Check the number against the person's document.")
            % {"text": text.strip()}
        )
    born = (century or _century(born, mark, today)) + born
    if int(born[6:]) < COORDINATION:
        _refuse_impossible_date(born, text, today)
    elif day := birth_of(born):
        # From day 60 on it is a samordningsnummer, whose date may be unknown; where it says one, it counts.
        refuse_implausible_birth(day, today)
    return born + serial


def _is_invisible(sign: str) -> bool:
    """Tell whether a sign takes no ink: a space of any kind, or one that only steers the others."""
    return sign.isspace() or category(sign) == "Cf"


def refuse_implausible_birth(day: date, today: date) -> None:
    """Refuse a day of birth that has not come, and one more than 115 years ago."""
    if day > today:
        raise Refused(_("Nobody is born on %(day)s yet. Check the year.") % {"day": day})
    if (day.year + OLDEST, day.month, day.day) < (today.year, today.month, today.day):
        raise Refused(
            _("Somebody born on %(day)s would be over %(age)s years. Check the year.") % {"day": day, "age": OLDEST}
        )


def _refuse_impossible_date(digits: str, text: str, today: date) -> None:
    day = birth_of(digits) if int(digits[6:]) < COORDINATION else None
    if day is None:
        raise Refused(_("There is no such day in %(text)s. Check year, month and day.") % {"text": text.strip()})
    refuse_implausible_birth(day, today)


def birth_of(number: str) -> date | None:
    """Return the day that a number, as `read_number` gives it, says somebody was born; None where it says none.

    Its first eight digits are enough. `people_born` is the database's own.
    """
    try:
        return date(int(number[:4]), *_month_and_day(number[4:8]))
    except ValueError:
        return None


def _month_and_day(digits: str) -> tuple[int, int]:
    """Read MMDD of a number; the day of a samordningsnummer has sixty added to it."""
    day = int(digits[2:])
    return int(digits[:2]), day - COORDINATION if day >= COORDINATION else day


def _century(born: str, mark: str, today: date) -> str:
    """Choose the latest century that is not in the future; a plus sign means a hundred years more."""
    year = today.year // 100 * 100 + int(born[:2])
    if (year, *_month_and_day(born[2:])) > (today.year, today.month, today.day):
        year -= 100
    if mark == "+":
        year -= 100
    return f"{year // 100:02}"
