"""Role × table × verb, in SQL as the app role: what docs/secrecy.md says is what is proven here.

The rows are made through operations by the colleagues themselves. Each actor who is let in has a
twin: the same role with the same rights in another unit, who must see nothing.
"""

import os
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.outcomes.operations import record_exit
from trappan.staff.testing import as_

DOCUMENT = Path(__file__).parent.parent / "docs" / "secrecy.md"
R, W, N = "reads", "reads, writes", "–"

TABLES = (
    "people_person", "people_number", "people_contact", "people_householdmember", "people_consent",
    "people_grant", "assistance_application", "plans_case", "plans_mapping", "plans_plan",
    "plans_goal", "plans_stepmove", "activities_placement", "activities_attendance",
    "outcomes_exit", "history_event", "history_version",
)  # fmt: skip
# What each actor may do with the rows of one person; W: at least one column may be changed.
EXPECTED = {
    "social worker of the unit": (W, R, W, W, W, R, W, W, W, W, W, R, W, W, W, R, R),
    "social worker, another unit": (N,) * 17,
    "consultant with the case": (W, R, W, W, W, R, N, W, W, W, W, R, W, W, W, R, R),
    "consultant, same unit, without the case": (N,) * 17,
    "consultant, another unit": (N,) * 17,
    "head of the consultant's unit": (N,) * 17,
    "head of the social workers' unit": (N,) * 17,
    "supervisor at the site": (R, N, N, N, N, R, N, N, N, N, W, R, R, W, N, R, R),
    "supervisor at another site": (N,) * 17,
    "supervisor at a partner's site": (N,) * 17,
    "administrator": (N,) * 17,
    "auditor": (N,) * 15 + (R, N),
}
UPDATABLE = {
    "people_person": "education", "people_contact": "phone", "people_householdmember": "ends_on",
    "people_consent": "withdrawn_on", "assistance_application": "reference",
    "plans_case": "closed_on", "plans_mapping": "background", "plans_plan": "goal",
    "plans_goal": "evidence", "activities_placement": "end_reason",
    "activities_attendance": "minutes", "outcomes_exit": "checked_on",
}  # fmt: skip


def can(person, table: str) -> str:
    """Try it: what the present actor may do with this person's rows of a table."""
    column = "id" if table == "people_person" else "person_id"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [person.pk])
        reads = cursor.fetchone()[0] > 0
        writes = False
        if table in UPDATABLE:
            name = UPDATABLE[table]
            with transaction.atomic():
                cursor.execute(
                    f"UPDATE {table} SET {name} = {name} WHERE {column} = %s", [person.pk]
                )
                writes = cursor.rowcount > 0
    return W if writes else R if reads else N


def test_every_cell(world):
    person, actors = world
    found = {}
    for name, membership in actors.items():
        with as_(membership):
            found[name] = tuple(can(person, table) for table in TABLES)
    assert found == EXPECTED


def test_nobody_deletes_a_row_of_anything(world):
    _person, actors = world
    for membership in actors.values():
        for table in TABLES:
            with as_(membership), connection.cursor() as cursor:
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    cursor.execute(f"DELETE FROM {table}")


def test_after_an_exit_the_case_can_still_be_read_but_not_ended_twice(world):
    person, actors = world
    from trappan.plans.models import Case
    from trappan.refusals import Refused

    with as_(actors["consultant with the case"]) as actor:
        case = Case.objects.get(person=person)
        Case.objects.filter(pk=case.pk).update(closed_on=actor.today)
        case.refresh_from_db()
        with pytest.raises(Refused):
            record_exit(case=case, day=actor.today, today=actor.today, reason="other")


def test_the_document_says_what_is_proven():
    lines = [
        "# Secrecy: who can do what with the rows of one person",
        "",
        "Made by `tests/test_matrix.py`, which proves each cell in SQL as the app role; set",
        "`TRAPPAN_WRITE_DOCS=1` to write it anew. *reads, writes*: some column may be changed.",
        "Nobody deletes. Rows at a site are seen by that site and by those who hold the plan.",
        "",
        "| table | " + " | ".join(EXPECTED) + " |",
        "|---|" + "---|" * len(EXPECTED),
    ]
    for at, table in enumerate(TABLES):
        lines.append(f"| {table} | " + " | ".join(cells[at] for cells in EXPECTED.values()) + " |")
    text = "\n".join(lines) + "\n"
    if os.environ.get("TRAPPAN_WRITE_DOCS"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text)
    assert DOCUMENT.read_text() == text
