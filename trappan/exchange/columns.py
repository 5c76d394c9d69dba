"""The files of the municipal extract: which columns, which must be there, how each is read.

A reader returns the value as the database takes it, or refuses with a sentence that
says what to do. `pin` is read with today's date, for the century of ten-digit numbers;
`ends_on` is the last day in the file, and the day after it here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from trappan.employers.models import Opening
from trappan.employers.numbers import read_organisation_number
from trappan.exchange.readers import (
    Reader,
    about,
    day_in,
    last_in,
    one_of,
    read_codes,
    read_decimal,
    read_email,
    read_hours,
    read_indicator,
    read_languages,
    read_month,
    read_number_on,
    read_period,
    read_schedule,
    read_weekdays,
    read_year,
    read_yes,
    text,
    whole,
)
from trappan.secrecy.scopes import Role


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


def files(today: date, days: str = "") -> list[File]:
    """Return the files in the order in which they build on each other; `days` says how 12/11/2026 is read."""
    pin = Column("pin", read_number_on(today), required=True)
    code, name = text(40), text(200)
    read_day = day_in(days)
    read_last = last_in(days)
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
                Column("succeeds", read_codes, empty=[]),
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
                Column("weekdays", read_weekdays, empty=""),
                Column("starts_on", read_day, empty=date(2000, 1, 1)),
                Column("ends_on", read_last),
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
                Column("ends_on", read_last),
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
        File(
            "employers.csv",
            ("organisation_number", "name"),
            (
                Column("name", about(200), True),
                Column("kind", one_of("company", "association", "public", "department"), True),
                Column("organisation_number", read_organisation_number, empty=""),
                Column("branch", text(120), empty=""),
                Column("workplace", about(200), empty=""),
                Column("address", about(200), empty=""),
                Column("size", whole(1, 100_000)),
                Column("languages", read_languages, empty=[]),
                Column("contact", about(300), empty=""),
            ),
        ),
        File(
            "openings.csv",
            ("employer", "code"),
            (
                Column("employer", about(200), True),
                Column("code", code, True),
                Column("title", about(200), True),
                Column("kind", one_of(*Opening.Kind.values), True),
                Column("occupation", name, empty=""),
                Column("hours", read_hours),
                Column("weekdays", read_weekdays, empty=""),
                Column("places", whole(1, 500), empty=1),
                Column("starts_on", read_day, empty=date.min),
                Column("ends_on", read_last),
                Column("languages", read_languages, empty=[]),
                Column("licence", one_of(*Opening.Licence.values), empty=""),
            ),
        ),
        File(
            "population.csv",
            ("year", "gender"),
            (
                Column("year", read_year, True),
                Column("gender", one_of("K", "M"), True),
                Column("adults", whole(1, 10_000_000), True),
            ),
        ),
        File(
            "series.csv",
            ("indicator", "area", "gender", "period"),
            (
                Column("period", read_period, True),
                Column("indicator", read_indicator, True),
                Column("area", text(100), True),
                Column("gender", lambda value: "" if one_of("K", "M", "T")(value) == "T" else value, empty=""),
                Column("value", read_decimal, True),
                Column("source", text(200), True),
            ),
        ),
    ]
