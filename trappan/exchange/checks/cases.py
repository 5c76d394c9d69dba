"""Cases, and the steps that people stand on."""

from datetime import date

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row, Who


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
