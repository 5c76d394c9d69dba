"""The files of the municipal extract: which columns, which must be there, how each is read.

A reader returns the value as the database takes it, or refuses with a sentence that
says what to do. `pin` is read with today's date, for the century of ten-digit numbers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.secrecy.scopes import Role

Reader = Callable[[str], Any]


def text(limit: int) -> Reader:
    def read(value: str) -> str:
        if len(value) > limit:
            raise Refused(_("The text is longer than %(limit)s characters. Shorten it.") % {"limit": limit})
        return value

    return read


def one_of(*allowed: str) -> Reader:
    def read(value: str) -> str:
        found = value.strip()
        if found not in allowed:
            raise Refused(_("Choose one of: %(allowed)s.") % {"allowed": ", ".join(allowed)})
        return found

    return read


def read_day(value: str) -> date:
    """Read 2026-11-12, 20261112, 12/11/2026 or 12.11.2026, also with Excel's midnight after it."""
    plain = re.sub(r"[ T]00:00(:00)?$", "", value.strip())
    patterns = (r"(\d{4})-(\d{1,2})-(\d{1,2})", r"(\d{4})(\d{2})(\d{2})", r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
    for pattern in patterns:
        found = re.fullmatch(pattern, plain)
        if found:
            first, second, third = (int(part) for part in found.groups())
            year, of_month = (first, third) if first > 31 else (third, first)
            try:
                return date(year, second, of_month)
            except ValueError:
                raise Refused(_("There is no such day. Write it as 2026-11-12.")) from None
    raise Refused(_("Write the day as 2026-11-12."))


def read_last_day(value: str) -> date:
    """Read a last day; given on as the day after, as the database keeps periods."""
    last = read_day(value)
    if last.year > 2200:
        raise Refused(_("Leave the last day empty where no end is known."))
    return last + timedelta(days=1)


def read_month(value: str) -> date:
    found = re.fullmatch(r"(\d{4})-(\d{2})(-01)?", value.strip())
    if not found or not 1 <= int(found[2]) <= 12:
        raise Refused(_("Write the month as 2026-11."))
    return date(int(found[1]), int(found[2]), 1)


def whole(low: int, high: int) -> Reader:
    def read(value: str) -> int:
        try:
            number = Decimal(value.strip().replace("\u00a0", "").replace(" ", "").replace(",", "."))
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_nan() or not low <= number <= high or number != int(number):
            raise Refused(_("Write a whole number between %(low)s and %(high)s.") % {"low": low, "high": high})
        return int(number)

    return read


def read_hours(value: str) -> int:
    """Read hours a week, decimal comma or point, as minutes."""
    try:
        hours = Decimal(value.strip().replace(",", "."))
    except InvalidOperation:
        hours = Decimal(-1)
    if not 0 <= hours <= 40:
        raise Refused(_("Write hours a week as a number between 0 and 40."))
    return round(hours * 60)


def read_yes(value: str) -> bool:
    answers = {"1": True, "ja": True, "true": True, "yes": True, "0": False, "nej": False, "false": False, "no": False}
    if value.strip().lower() not in answers:
        raise Refused(_("Write yes or no."))
    return answers[value.strip().lower()]


def read_email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value.strip()):
        raise Refused(_("Write the address as name@municipality.se."))
    return value.strip().lower()


def read_languages(value: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,/]", value) if word.strip()]


def read_schedule(value: str) -> str:
    return str(read_week(value))


@dataclass(frozen=True)
class Column:
    """One column: its reader, whether it must be there, and what stands for an empty cell."""

    name: str
    read: Reader
    required: bool = False
    empty: Any = None


@dataclass(frozen=True)
class File:
    """One file of the extract: its columns and the natural key by which a row is known again."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def files(today: date) -> list[File]:
    """Return the files in the order in which they build on each other."""
    pin = Column("pin", lambda value: read_number(value, today), required=True)
    code, name = text(40), text(200)
    return [
        File(
            "units.csv",
            ("code",),
            (
                Column("code", code, True),
                Column("name", name, True),
                Column(
                    "kind",
                    one_of(
                        "social_service",
                        "labour_market",
                        "guidance",
                        "occupational_therapy",
                        "employer_team",
                        "site",
                        "department",
                        "project",
                        "management",
                    ),
                    True,
                ),
                Column("organisation", name, True),
                Column("organisation_number", text(11), empty=""),
                Column(
                    "organisation_kind",
                    one_of("municipality", "partner", "school", "agency", "association"),
                    empty="municipality",
                ),
                Column("parent", code),
                Column("regime", one_of("26", "28"), empty="28"),
            ),
        ),
        File(
            "staff.csv",
            ("email", "unit", "role"),
            (
                Column("email", read_email, True),
                Column("given_name", text(100), True),
                Column("family_name", text(100), True),
                Column("unit", code, True),
                Column("role", one_of(*[role.value for role in Role]), True),
            ),
        ),
        File(
            "people.csv",
            ("pin",),
            (
                pin,
                Column("given_name", text(100), True),
                Column("family_name", text(100), True),
                Column("gender", one_of("K", "M"), empty=""),
                Column("protection", one_of("none", "marked", "registration"), empty="none"),
                Column("languages", read_languages, empty=[]),
                Column("education", text(40), empty=""),
                Column("phone", text(40), empty=""),
                Column("email", read_email, empty=""),
                Column("address", name, empty=""),
                Column("postal_code", text(10), empty=""),
                Column("city", text(100), empty=""),
            ),
        ),
        File(
            "support_months.csv",
            ("month", "pin"),
            (
                Column("month", read_month, True),
                Column("household", code, True),
                pin,
                Column("role", one_of("applicant", "co_applicant", "child"), True),
                Column(
                    "household_type", lambda value: int(one_of("1", "3", "4", "5", "6", "7", "8", "9")(value)), True
                ),
                Column(
                    "obstacle",
                    one_of(
                        "unemployed",
                        "establishment",
                        "sick",
                        "sickness_benefit",
                        "pension",
                        "social",
                        "parental",
                        "full_time",
                        "part_time",
                        "none",
                        "unknown",
                    ),
                    empty="unknown",
                ),
                Column("amount", whole(0, 10_000_000)),
            ),
        ),
        File(
            "cases.csv",
            ("pin", "opened_on"),
            (
                pin,
                Column("opened_on", read_day, True),
                Column("unit", code),
                Column("responsible", read_email),
                Column("mapped_on", read_day),
                Column("planned_on", read_day),
                Column("weekly_hours", read_hours),
                Column("closed_on", read_day),
            ),
        ),
        File(
            "activities.csv",
            ("code",),
            (
                Column("code", code, True),
                Column("name", name, True),
                Column("unit", code, True),
                Column("kind", one_of("ability", "language", "job_search_conditions", "workplace"), True),
                Column("places", whole(0, 10_000), empty=0),
                Column("weekdays", text(40), empty=""),
                Column("starts_on", read_day, empty=date(2000, 1, 1)),
                Column("ends_on", read_last_day),
                Column("real_operation", read_yes, empty=True),
            ),
        ),
        File(
            "placements.csv",
            ("pin", "activity", "starts_on"),
            (
                pin,
                Column("activity", code, True),
                Column("starts_on", read_day, True),
                Column("ends_on", read_last_day),
                Column("schedule", read_schedule, empty=""),
                Column("end_reason", name, empty=""),
            ),
        ),
        File(
            "attendance.csv",
            ("pin", "activity", "day"),
            (
                pin,
                Column("activity", code, True),
                Column("day", read_day, True),
                Column("status", one_of("present", "absent", "cancelled"), True),
                Column("minutes", whole(0, 1440)),
                Column("reason", one_of("told", "not_told", "sick", "child", "authority", "acceptable"), empty=""),
            ),
        ),
        File(
            "steps.csv",
            ("pin", "day", "rated_by"),
            (
                pin,
                Column("day", read_day, True),
                Column("step", whole(1, 20), True),
                Column("rated_by", one_of("staff", "participant"), True),
                Column("ladder", text(100), empty=""),
            ),
        ),
        File(
            "exits.csv",
            ("pin", "day"),
            (
                pin,
                Column("day", read_day, True),
                Column("reason", one_of("work", "studies", "internship", "transferred", "completed", "other"), True),
                Column("form", text(100), empty=""),
                Column("checked_on", read_day),
            ),
        ),
    ]
