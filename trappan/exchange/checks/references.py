"""What holds for every file: what it points at is there, nothing is said twice, days are in order."""

from collections import Counter

from django.utils.translation import gettext as _

from trappan.exchange.checks.checker import Checker, Row

HAPPENED = ("day", "opened_on", "mapped_on", "planned_on", "closed_on", "checked_on")
ONCE = {
    "people.csv": (),
    "support_months.csv": ("month",),
    "cases.csv": ("opened_on",),
    "placements.csv": ("activity", "starts_on"),
    "attendance.csv": ("activity", "day"),
    "steps.csv": ("day", "rated_by"),
}


def check_references(checker: Checker) -> None:
    """Everything pointed at must be in the folder or here already."""
    known, of = checker.known, checker.of
    units = set(known.units) | {row["code"] for row in of("units.csv")}
    no_unit = _("No unit has that code, neither in units.csv nor here.")
    pointed = (
        (
            "pin",
            set(known.people) | {row["pin"] for row in of("people.csv")},
            _("Nobody with that number is in people.csv or here already."),
        ),
        ("unit", units, no_unit),
        ("parent", units, no_unit),
        (
            "activity",
            set(known.activities) | {row["code"] for row in of("activities.csv")},
            _("No activity has that code, neither in activities.csv nor here."),
        ),
        (
            "responsible",
            known.consultants | {row["email"] for row in of("staff.csv") if row["role"] == "consultant"},
            _("No consultant has that address, neither in staff.csv nor here."),
        ),
    )
    for name, rows in checker.extract.rows.items():
        for column, there, reason in pointed:
            if rows and column in rows[0]:
                unknown = {row[column] for row in rows} - there - {None}
                for row in rows if unknown else ():
                    if row[column] in unknown:
                        checker.no(name, row, column, reason)
    for row in of("units.csv"):
        if set(row["succeeds"]) - units:
            checker.no("units.csv", row, "succeeds", no_unit)


def check_once(checker: Checker) -> None:
    """Nothing is said twice of a person, not even under two numbers; the same number was looked at in reading."""
    numbers = Counter(checker.known.people.values())
    several = {pin for pin, person in checker.known.people.items() if numbers[person] > 1}
    for name, key in ONCE.items() if several else ():
        first: dict[tuple[object, ...], Row] = {}
        for row in checker.of(name):
            if row["pin"] in several:
                other = first.setdefault((checker.who(row), *(row[column] for column in key)), row)
                if other is not row:
                    checker.no(
                        name,
                        row,
                        "pin",
                        _("Line %(line)s is about the same person, under another number. Keep one of them.")
                        % {"line": other["line"]},
                    )


def check_days(checker: Checker) -> None:
    """Nothing ends before it starts, and nothing has happened tomorrow."""
    for name, rows in checker.extract.rows.items():
        if rows and "ends_on" in rows[0]:
            for row in rows:
                if row["ends_on"] and row["ends_on"] <= row["starts_on"]:
                    checker.no(name, row, "ends_on", _("The last day cannot come before the first."))
        for column in HAPPENED:
            if rows and column in rows[0]:
                for row in rows:
                    if row[column] and row[column] > checker.today:
                        checker.no(name, row, column, _("The day has not come yet."))
