"""How each kind of cell is read: the value as the database takes it, or a sentence that says what to do."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from trappan.employers.numbers import has_a_persons_number
from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.schedules.week import DAYS, SWEDISH_DAYS, read_week

Reader = Callable[[str], Any]

# A day written with a slash is read one way in Sweden and the other in America: somebody says which.
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
ORDERS = (DAY_FIRST, MONTH_FIRST)
# What systems write where they know no day.
NO_DAY = {date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1970, 1, 1), date(2099, 12, 31)}
THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})+")


def text(limit: int) -> Reader:
    def read(value: str) -> str:
        if len(value) > limit:
            raise Refused(_("The text is longer than %(limit)s characters. Shorten it.") % {"limit": limit})
        return value

    return read


def about(limit: int) -> Reader:
    """Return a reader of text about an employer, where no participant's number belongs."""
    plain = text(limit)

    def read(value: str) -> str:
        if has_a_persons_number(value):
            raise Refused(_("A personal number stands in the cell. Take it out: nothing about a person belongs here."))
        return str(plain(value))

    return read


def read_number_on(today: date) -> Reader:
    """Return a reader of the numbers of persons, whose century hangs on the day."""

    def read(value: str) -> str:
        if len(value) > 30:
            raise Refused(_("The text is longer than %(limit)s characters. Shorten it.") % {"limit": 30})
        return read_number(value, today)

    return read


def one_of(*allowed: str) -> Reader:
    def read(value: str) -> str:
        if value not in allowed:
            raise Refused(_("Choose one of: %(allowed)s.") % {"allowed": ", ".join(allowed)})
        return value

    return read


def day_in(order: str) -> Reader:
    """Return a reader of days: 2026-11-12, 20261112, 12.11.2026, also with a spreadsheet's midnight after it.

    12/11/2026 is read where the two numbers cannot change places, or where `order` says how.
    """

    def read(value: str) -> date:
        plain = re.sub(r"[ T]00:00(:00(\.0+)?)?$", "", value)
        found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", plain, re.ASCII)
        if found:
            year, month, of_month = (part for part in found.groups() if part)
            return day_of(int(year), int(month), int(of_month))
        found = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", plain, re.ASCII)
        if not found:
            if re.fullmatch(r"[1-9]\d{4}([.,]\d+)?", plain, re.ASCII):
                raise Refused(
                    _("The spreadsheet has turned the day into a number. Set the column to text or date as 2026-11-12.")
                )
            raise Refused(_("Write the day as 2026-11-12."))
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or order == DAY_FIRST:
            return day_of(year, other, one)
        if order == MONTH_FIRST:
            return day_of(year, one, other)
        if one <= 12 and other <= 12 and one != other:
            raise Refused(
                _(
                    "The day can be read in two ways, %(one)s or %(other)s. Write it so, or say which with "
                    "--days day-first or --days month-first."
                )
                % {"one": f"{year}-{other:02}-{one:02}", "other": f"{year}-{one:02}-{other:02}"}
            )
        return day_of(year, other, one) if other <= 12 else day_of(year, one, other)

    return read


def last_in(order: str) -> Reader:
    """Return a reader of last days: the day after, by which everything here is counted."""
    read = day_in(order)
    return lambda value: read(value) + timedelta(days=1)


def day_of(year: int, month: int, of_month: int) -> date:
    """Return a day of the calendar in our time; refused where it stands for no day at all."""
    try:
        day = date(year, month, of_month)
    except ValueError:
        raise Refused(_("There is no such day. Write it as 2026-11-12.")) from None
    if day in NO_DAY or day.year > 2200:
        raise Refused(
            _("%(day)s is what systems write where no day is known. Leave the cell empty, or write the day.")
            % {"day": day}
        )
    if day.year < 1900:
        raise Refused(_("Write a year between 1900 and 2200."))
    return day


def read_month(value: str) -> date:
    found = re.fullmatch(r"(\d{4})-(\d{2})(-01)?", value, re.ASCII)
    if not found or not 1 <= int(found[2]) <= 12:
        raise Refused(_("Write the month as 2026-11."))
    return day_of(int(found[1]), int(found[2]), 1)


def read_year(value: str) -> int:
    if not re.fullmatch(r"(19|2[01])[0-9]{2}", value, re.ASCII):
        raise Refused(_("Write the year as 2024."))
    return int(value)


def read_period(value: str) -> str:
    """Read a year or a month, as 2024 or 2024-01."""
    if not re.fullmatch(r"(19|2[01])[0-9]{2}(-(0[1-9]|1[0-2]))?", value, re.ASCII):
        raise Refused(_("Write a year as 2024, or a month as 2024-01."))
    return value


def read_indicator(value: str) -> str:
    """Read what a series is called: Kolada's id, or a name of one's own."""
    if not re.fullmatch(r"[NU][0-9]{5}|[a-z][a-z0-9_]{2,39}", value):
        raise Refused(_("Write Kolada's id, as N31825, or a name of your own in small letters, as paid_support."))
    return value


def read_decimal(value: str) -> Decimal:
    """Read a number with decimal comma or point, with as many decimals as it has: 3,25, -0.4, 12 400,5."""
    found = re.fullmatch(r"(-?)([0-9]{1,10}|[0-9]{1,3}(?: [0-9]{3}){1,3})(?:[.,]([0-9]{1,12}))?", value)
    if not found:
        raise Refused(_("Write a number, as 3,25. Leave the whole row out where there is no value."))
    plain = f"{found[1]}{found[2].replace(' ', '')}"
    return Decimal(f"{plain}.{found[3]}" if found[3] else plain)


def whole(low: int, high: int) -> Reader:
    """Return a reader of whole numbers: 8450, 8 450, 8450,00. Refused is 8.450, which is eight or eight thousand."""

    def read(value: str) -> int:
        found = re.fullmatch(r"(-?(?:[0-9]+|[0-9]{1,3}(?: [0-9]{3})+))(?:[.,]0{1,2})?", value)
        if not found and THOUSANDS.fullmatch(value):
            raise Refused(
                _(
                    "The separator decides what the number is: thousands or decimals. Write it without a separator "
                    "between thousands."
                )
            )
        number = int(found[1].replace(" ", "")) if found and len(value) <= 30 else low - 1
        if not low <= number <= high:
            raise Refused(_("Write a whole number between %(low)s and %(high)s.") % {"low": low, "high": high})
        return number

    return read


def read_hours(value: str) -> int:
    """Read hours a week, decimal comma or point, as minutes."""
    found = re.fullmatch(r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))?", value)
    minutes = round((int(found[1]) + float(f"0.{found[2] or 0}")) * 60) if found else -1
    if not 0 <= minutes <= 40 * 60:
        raise Refused(_("Write hours a week as a number between 0 and 40."))
    return minutes


def read_yes(value: str) -> bool:
    answers = {"1": True, "ja": True, "true": True, "yes": True, "0": False, "nej": False, "false": False, "no": False}
    if value.lower() not in answers:
        raise Refused(_("Write yes or no."))
    return answers[value.lower()]


def read_email(value: str) -> str:
    if len(value) > 254 or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        raise Refused(_("Write the address as name@municipality.se."))
    return value.lower()


def read_codes(value: str) -> list[str]:
    """Read the codes of several units, with commas between."""
    codes = [one.strip() for one in value.split(",") if one.strip()]
    return [text(40)(one) for one in dict.fromkeys(codes)]


def read_languages(value: str) -> list[str]:
    words = [word.strip() for word in re.split(r"[,/]", value) if word.strip()]
    if any(len(word) > 40 for word in words):
        raise Refused(_("A language is longer than 40 characters. Write them with commas between."))
    return words


def read_weekdays(value: str) -> str:
    """Read weekdays, English or Swedish, as `mon,tue`."""
    said = [word[:3] for word in re.split(r"[\s,]+", value.lower()) if word]
    named = dict(zip(SWEDISH_DAYS, DAYS, strict=True)) | {day: day for day in DAYS}
    if not all(word in named for word in said):
        raise Refused(_("Write weekdays with commas between, for example: mån,ons,fre."))
    days = {named[word] for word in said}
    return ",".join(day for day in DAYS if day in days)


def read_schedule(value: str) -> str:
    if len(value) > 1000:
        raise Refused(_("The text is longer than %(limit)s characters. Shorten it.") % {"limit": 1000})
    return str(read_week(value))
