"""Cases, the steps that people stand on, and exits."""

from datetime import date

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row, Who
from trappan.schedules.months import month_later


def check_cases(checker: Checker) -> None:
    for row in checker.of("cases.csv"):
        if row["closed_on"] and row["closed_on"] < row["opened_on"]:
            checker.no("cases.csv", row, "closed_on", _("The case cannot be closed before it was opened."))
        if row["planned_on"] and not row["mapped_on"]:
            checker.no("cases.csv", row, "mapped_on", _("A plan rests on a kartläggning. Fill in its day."))
        if row["mapped_on"] and row["mapped_on"] < row["opened_on"]:
            checker.no(
                "cases.csv", row, "mapped_on", _("The meeting cannot have been held before the case was opened.")
            )
    one_open_case(checker)


def one_open_case(checker: Checker) -> None:
    """Nobody has two open cases: not in the file, and not with one that is open here."""
    rows = checker.of("cases.csv")
    said = {(checker.who(row), row["opened_on"]) for row in rows}
    here: dict[Who, date] = dict(
        database.query(
            "SELECT person_id, opened_on FROM cases_case WHERE closed_on IS NULL AND person_id = ANY (%s)",
            [checker.here(rows)],
        )
    )
    closed = {
        (person_id, opened_on)
        for person_id, opened_on in database.query(
            "SELECT person_id, opened_on FROM cases_case WHERE closed_on IS NOT NULL AND person_id = ANY (%s)",
            [checker.here(rows)],
        )
    }
    first: dict[Who, Row] = {}
    for row in rows:
        who = checker.who(row)
        if row["closed_on"] is not None or (who, row["opened_on"]) in closed:
            continue  # an empty cell does not open a case again
        other = first.setdefault(who, row)
        if other is not row:
            checker.no(
                "cases.csv",
                row,
                "closed_on",
                _("The person already has an open case on line %(line)s. Close one of them.") % {"line": other["line"]},
            )
        elif who in here and here[who] != row["opened_on"] and (who, here[who]) not in said:
            checker.no(
                "cases.csv",
                row,
                "opened_on",
                _("The person already has an open case here, from %(day)s. Write that day, or close that case.")
                % {"day": here[who]},
            )


def check_steps(checker: Checker) -> None:
    for row in checker.of("steps.csv"):
        if ((row["ladder"] or checker.known.ladder), row["step"]) not in checker.known.steps:
            checker.no("steps.csv", row, "step", _("There is no such step in the ladder."))


def check_exits(checker: Checker) -> None:
    """An exit ends a case that was open on its day, and each case once."""
    rows = checker.of("exits.csv")
    for row in rows:
        if row["reason"] in ("work", "studies") and not row["form"]:
            checker.no("exits.csv", row, "form", _("Write what kind of work or studies it is."))
        if row["checked_on"] and row["checked_on"] < month_later(row["day"]):
            checker.no("exits.csv", row, "checked_on", _("Check no sooner than a month after the start."))
    opened: dict[Who, set[date]] = {}
    for row in checker.of("cases.csv"):
        opened.setdefault(checker.who(row), set()).add(row["opened_on"])
    for person_id, opened_on in database.query(
        "SELECT person_id, opened_on FROM cases_case WHERE person_id = ANY (%s)", [checker.here(rows)]
    ):
        opened.setdefault(person_id, set()).add(opened_on)
    ended: dict[tuple[Who, date], Row] = {}
    for row in rows:
        who = checker.who(row)
        case = max((day for day in opened.get(who, ()) if day <= row["day"]), default=None)
        if case is None:
            checker.no("exits.csv", row, "day", _("There is no case that was open on that day."))
            continue
        other = ended.setdefault((who, case), row)
        if other is not row:
            checker.no(
                "exits.csv",
                row,
                "day",
                _("Line %(line)s ends the same case, opened %(day)s. Keep one of them.")
                % {"line": other["line"], "day": case},
            )
