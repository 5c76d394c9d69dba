"""Cases with the days of their kartläggning and plan, and steps."""

from datetime import timedelta
from typing import Any

from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import merge, pairs

CONSULTANTS = """
SELECT c.email, max(m.id) FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id
WHERE m.role = 'consultant' AND m.ends_on IS NULL GROUP BY c.email
"""


def cases(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    units = pairs("SELECT code, id FROM staff_unit")
    consultants = pairs(CONSULTANTS)
    unit_of = pairs("SELECT id, unit_id FROM staff_membership")
    staged = []
    for row in sorted(rows, key=lambda row: row["opened_on"]):
        responsible = consultants.get(row["responsible"])
        unit = units.get(row["unit"]) or unit_of.get(responsible) or loader.intake
        staged.append([row["line"], loader.person(row), row["opened_on"], unit, responsible, row["closed_on"]])
    numbered(loader, tally, staged)
    ids = pairs("SELECT (person_id, opened_on)::text, id FROM cases_case")
    case_of = {row["line"]: ids[f"({loader.person(row)},{row['opened_on']})"] for row in rows}
    loader.merge(
        tally,
        "plans_mapping",
        ["case_id", "person_id"],
        ["held_on"],
        [[row["line"], case_of[row["line"]], loader.person(row), row["mapped_on"]] for row in rows if row["mapped_on"]],
        shown={"held_on": ("mapped_on", lambda day: day)},
        own_words="",
        background="",
        strengths="",
        assessment="",
        fastest_way="",
        finished_at=loader.now,
        imported=True,
        beside=True,
    )
    loader.merge(
        tally,
        "plans_plan",
        ["case_id", "person_id"],
        ["weekly_minutes"],
        [
            [row["line"], case_of[row["line"]], loader.person(row), row["weekly_hours"] or 0]
            for row in rows
            if row["planned_on"]
        ],
        shown={"weekly_minutes": ("weekly_hours", hours)},
        goal="",
        hours_reason="",
        review_on=loader.now.date() + timedelta(days=90),
        agreed_how="",
        decided_at=loader.now,
        imported=True,
        beside=True,
    )


def hours(minutes: int | None) -> str | None:
    """Return minutes a week as the file writes them: hours with a decimal comma."""
    return None if minutes is None else f"{minutes / 60:g}".replace(".", ",")


def numbered(loader: Loader, tally: Tally, staged: list[list[Any]]) -> None:
    """Merge cases, giving each new one the next number of the year in which it was opened."""
    have = pairs("SELECT (person_id, opened_on)::text, number FROM cases_case")
    latest = pairs("SELECT year, latest FROM cases_caseserial")
    # An empty cell does not open a case again that an exit has closed.
    closed = pairs("SELECT (person_id, opened_on)::text, closed_on FROM cases_case")
    had = pairs("SELECT (person_id, opened_on)::text, responsible_id FROM cases_case")
    rows = []
    for line, person_id, opened_on, unit_id, responsible_id, closed_on in staged:
        key = f"({person_id},{opened_on})"
        number = have.get(key)
        if number is None:
            latest[opened_on.year] = latest.get(opened_on.year, 0) + 1
            number = f"{opened_on.year}-{latest[opened_on.year]:04}"
        ends, holder = closed_on or closed.get(key), responsible_id or had.get(key)
        rows.append([line, person_id, opened_on, number, unit_id, holder, ends])
    codes = pairs("SELECT id, code FROM staff_unit")
    emails = pairs("SELECT m.id, c.email FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id")
    loader.merge(
        tally,
        "cases_case",
        ["person_id", "opened_on"],
        ["number", "unit_id", "responsible_id", "closed_on"],
        rows,
        fresh=loader.made,
        shown={"unit_id": ("unit", codes.get), "responsible_id": ("responsible", emails.get)},
    )
    merge("cases_caseserial", ["year"], ["latest"], [[0, year, serial] for year, serial in latest.items()])


def moves(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    steps = pairs(
        "SELECT (l.name, s.number)::text, s.id FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id"
    )
    by_number = pairs(
        "SELECT s.number, s.id FROM plans_ladderstep s JOIN plans_ladder l ON l.id = s.ladder_id WHERE l.is_main"
    )
    numbers = pairs("SELECT id, number FROM plans_ladderstep")
    loader.merge(
        tally,
        "plans_stepmove",
        ["person_id", "day", "rated_by"],
        ["step_id"],
        [
            [
                row["line"],
                loader.person(row),
                row["day"],
                row["rated_by"],
                steps.get(f'("{row["ladder"]}",{row["step"]})') or by_number[row["step"]],
            ]
            for row in rows
        ],
        fresh=loader.made,
        shown={"step_id": ("step", numbers.get)},
        imported=True,
    )
