"""What one file says against another, and against what is already here: the rules that the pages have, too."""

from datetime import date

from trappan.exchange.checks.attendance import check_attendance
from trappan.exchange.checks.cases import check_cases, check_exits, check_steps
from trappan.exchange.checks.checker import Checker
from trappan.exchange.checks.employers import check_employers
from trappan.exchange.checks.known import Known
from trappan.exchange.checks.openings import check_openings
from trappan.exchange.checks.people import check_people, check_support_months
from trappan.exchange.checks.placements import check_placements
from trappan.exchange.checks.references import check_days, check_once, check_references
from trappan.exchange.checks.series import check_population, check_series
from trappan.exchange.checks.units import check_activities, check_units
from trappan.exchange.reading import Extract

__all__ = ["Known", "check", "sound"]

CHECKS = (
    check_references,
    check_once,
    check_days,
    check_units,
    check_people,
    check_support_months,
    check_cases,
    check_activities,
    check_placements,
    check_attendance,
    check_steps,
    check_exits,
    check_employers,
    check_openings,
    check_population,
    check_series,
)


def check(extract: Extract, known: Known, today: date) -> None:
    """Add what is wrong between rows and files."""
    checker = Checker(extract, known, today)
    for one in CHECKS:
        one(checker)


def sound(extract: Extract, known: Known, today: date) -> Extract:
    """Return the rows with which nothing is wrong, also once the rows that they point at are left out."""
    rest = extract
    while rest.problems:
        wrong = {(problem.file, problem.line) for problem in rest.problems}
        rows = {name: [row for row in rows if (name, row["line"]) not in wrong] for name, rows in rest.rows.items()}
        rest = Extract(rows, notes=list(extract.notes), present=extract.present, naming=extract.naming)
        check(rest, known, today)
    return rest
