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

SOCIAL, CONSULTANT = "social worker of the unit", "consultant with the case"
SITE, AUDITOR = "supervisor at the site", "auditor"
REFERRED = "counsellor with the referral"
# Let in but for these: nobody. W: at least one column may be changed.
LET_IN = {
    "people_person": {SOCIAL: W, CONSULTANT: W, SITE: R, REFERRED: R},
    "people_number": {SOCIAL: R, CONSULTANT: R},
    "people_contact": {SOCIAL: W, CONSULTANT: W},
    "people_householdmember": {SOCIAL: W, CONSULTANT: W},
    "people_consent": {SOCIAL: W, CONSULTANT: W},
    "people_grant": {SOCIAL: R, CONSULTANT: R, SITE: R, REFERRED: R},
    "assistance_application": {SOCIAL: W},
    "assistance_supportmonth": {SOCIAL: W},
    "assistance_elsewhere": {SOCIAL: W},
    "cases_case": {SOCIAL: W, CONSULTANT: W},
    "plans_mapping": {SOCIAL: W, CONSULTANT: W},
    "cases_draft": {CONSULTANT: W},
    "cases_meeting": {SOCIAL: W, CONSULTANT: W},
    "cases_referral": {SOCIAL: W, CONSULTANT: W, REFERRED: W},
    "cases_note": {SOCIAL: R, CONSULTANT: W},
    "cases_objection": {SOCIAL: R, CONSULTANT: R},
    "cases_stall": {SOCIAL: W, CONSULTANT: W},
    "plans_selfrating": {SOCIAL: R, CONSULTANT: W},
    "cases_handover": {SOCIAL: W, CONSULTANT: R},
    "plans_plan": {SOCIAL: W, CONSULTANT: W},
    "plans_planpart": {SOCIAL: W, CONSULTANT: W},
    "plans_consultation": {SOCIAL: R, CONSULTANT: R},
    "requirement_exemption": {SOCIAL: W, CONSULTANT: W},
    "requirement_activityrequest": {SOCIAL: W, CONSULTANT: W},
    "plans_goal": {SOCIAL: W, CONSULTANT: W, SITE: W},
    "plans_observation": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "plans_stepmove": {SOCIAL: W, CONSULTANT: W, SITE: R, REFERRED: R},
    "plans_stepevidence": {SOCIAL: R, CONSULTANT: R},
    "placements_placement": {SOCIAL: W, CONSULTANT: W, SITE: R},
    "attendance_attendance": {SOCIAL: W, CONSULTANT: W, SITE: W},
    "placements_introduction": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "placements_proposedchange": {SOCIAL: W, CONSULTANT: W, SITE: R},
    "attendance_report": {SOCIAL: W, CONSULTANT: W, SITE: R},
    "attendance_incident": {SOCIAL: W, CONSULTANT: W, SITE: R},
    "plans_proposedstep": {SOCIAL: W, CONSULTANT: W, SITE: R},
    "attendance_dialogue": {SOCIAL: R, CONSULTANT: R},
    "attendance_supportaction": {SOCIAL: R, CONSULTANT: R, SITE: W},
    "requirement_grounds": {SOCIAL: W, CONSULTANT: W},
    "requirement_decision": {SOCIAL: W, CONSULTANT: R},
    "placements_crewmember": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "placements_placementend": {SOCIAL: W, CONSULTANT: W},
    "placements_suspension": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "placements_daychange": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "placements_notice": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "placements_toldreason": {SOCIAL: R, CONSULTANT: R},
    "attendance_finding": {SOCIAL: R, CONSULTANT: R},
    "placements_session": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "attended_time": {SOCIAL: R, CONSULTANT: R, SITE: R},
    "outcomes_exit": {SOCIAL: W, CONSULTANT: W},
    "history_event": {SOCIAL: R, CONSULTANT: R, SITE: R, AUDITOR: R, REFERRED: R},
    "history_version": {SOCIAL: R, CONSULTANT: R, SITE: R, REFERRED: R},
}
UPDATABLE = {
    "people_person": "education",
    "people_contact": "phone",
    "people_householdmember": "ends_on",
    "people_consent": "withdrawn_on",
    "assistance_application": "reference",
    "assistance_supportmonth": "amount",
    "assistance_elsewhere": "support",
    "requirement_exemption": "ends_on",
    "requirement_grounds": "taken_back_why",
    "requirement_activityrequest": "received_on",
    "plans_stepmove": "corrected",
    "cases_draft": "saved_at",
    "plans_planpart": "taken_out_at",
    "cases_meeting": "outcome",
    "cases_referral": "result",
    "cases_note": "fact",
    "cases_stall": "ends_on",
    "plans_selfrating": "taken_back_at",
    "cases_handover": "read_at",
    "cases_case": "closed_on",
    "plans_mapping": "background",
    "plans_plan": "goal",
    "plans_goal": "evidence",
    "placements_placement": "ends_on",
    "placements_placementend": "reason",
    "attendance_report": "read_at",
    "attendance_incident": "read_at",
    "plans_proposedstep": "answer",
    "attendance_supportaction": "outcome",
    "requirement_decision": "appeal_words",
    "attendance_attendance": "minutes",
    "placements_proposedchange": "answer",
    "outcomes_exit": "checked_on",
}


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
                cursor.execute(f"UPDATE {table} SET {name} = {name} WHERE {column} = %s", [person.pk])
                writes = cursor.rowcount > 0
    return W if writes else R if reads else N


def test_every_cell(world):
    person, actors = world
    found = {}
    for name, membership in actors.items():
        with as_(membership):
            for table in LET_IN:
                found[table, name] = can(person, table)
    assert found == {(table, name): let_in.get(name, N) for table, let_in in LET_IN.items() for name in actors}


def test_every_secret_table_is_in_the_matrix(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name = 'person_id'"
        )
        about = {row[0] for row in cursor.fetchall()}
    # openings show a head no person: people/tests/test_who_sees.py
    assert about | {"people_person"} == set(LET_IN) | {"people_opening"}


def test_nobody_deletes_a_row_of_anything(world):
    _person, actors = world
    for membership in actors.values():
        for table in LET_IN:
            with as_(membership), connection.cursor() as cursor:
                with (
                    pytest.raises(DatabaseError, match=r"permission denied|cannot delete from view"),
                    transaction.atomic(),
                ):
                    cursor.execute(f"DELETE FROM {table}")


def test_after_an_exit_the_case_can_still_be_read_but_not_ended_twice(world):
    person, actors = world
    from trappan.cases.models import Case
    from trappan.refusals import Refused

    with as_(actors["consultant with the case"]) as actor:
        case = Case.objects.get(person=person)
        Case.objects.filter(pk=case.pk).update(closed_on=actor.today)
        case.refresh_from_db()
        with pytest.raises(Refused):
            record_exit(case=case, day=actor.today, today=actor.today, reason="other")


def test_the_document_says_what_is_proven(world):
    _person, actors = world
    lines = [
        "# Secrecy: who can do what with the rows of one person",
        "",
        "Made by `tests/test_matrix.py`, which proves each cell in SQL as the app role; set",
        "`TRAPPAN_WRITE_DOCS=1` to write it anew. *reads, writes*: some column may be changed.",
        "Nobody deletes. Rows at a site are seen by that site and by those who hold the plan.",
        "",
        "| table | " + " | ".join(actors) + " |",
        "|---|" + "---|" * len(actors),
    ]
    for table, let_in in LET_IN.items():
        lines.append(f"| {table} | " + " | ".join(let_in.get(name, N) for name in actors) + " |")
    text = "\n".join(lines) + "\n"
    if os.environ.get("TRAPPAN_WRITE_DOCS"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text)
    assert DOCUMENT.read_text() == text
