"""Role × table × verb, in SQL as the app role: what docs/secrecy.md says is what is proven here.

The rows are made through operations by the colleagues themselves. Each actor who is let in has a
twin: the same role with the same rights in another unit, who must see nothing.
"""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.activities import operations as activities
from trappan.activities.models import Activity
from trappan.assistance.operations import receive_application
from trappan.outcomes.operations import record_exit
from trappan.people import operations as people
from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep, Plan
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

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


@pytest.fixture
def world(today):
    """One person with a row in every secret table, and everybody who might want to look."""
    municipality = make_organisation("Ekelunda kommun")
    social, labour, site = (
        make_unit(kind, municipality) for kind in ("social_service", "labour_market", "site")
    )
    ulla, jonna = make_colleague("social_worker", social), make_colleague("consultant", labour)
    tor = make_colleague("supervisor", site)
    activity = Activity.objects.create(
        code="cafe", name="Café", unit=site, kind="workplace", places=3, starts_on=date(2021, 1, 1)
    )
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    actors = {
        "social worker of the unit": ulla,
        "social worker, another unit": make_colleague(
            "social_worker", make_unit("social_service", municipality)
        ),
        "consultant with the case": jonna,
        "consultant, same unit, without the case": make_colleague("consultant", labour),
        "consultant, another unit": make_colleague(
            "consultant", make_unit("labour_market", municipality)
        ),
        "head of the consultant's unit": make_colleague("head_of_unit", labour),
        "head of the social workers' unit": make_colleague("head_of_unit", social),
        "supervisor at the site": tor,
        "supervisor at another site": make_colleague("supervisor", make_unit("site", municipality)),
        "supervisor at a partner's site": make_colleague("supervisor", make_unit("site", partner)),
        "administrator": make_colleague("administrator", make_unit("management", municipality)),
        "auditor": make_colleague("auditor", make_unit("management", municipality)),
    }
    person = make_person(ulla)
    yesterday = today - timedelta(days=1)
    with as_(ulla) as actor:
        receive_application(person=person, by=actor, received_on=yesterday, kind="new")
        people.keep_contact(person=person, phone="070-1740605")
        people.keep_contact(person=person, phone="070-1740606")
        people.join_household(person=person, role="applicant", starts_on=yesterday)
        people.give_consent(
            person=person, organisation=partner, parts=["goals"], given_how="paper", starts_on=today
        )
        case = plans.open_case(person=person, by=actor, unit=labour)
        plans.assign(case=case, to=jonna)
    with as_(jonna) as actor:
        plans.map_person(
            case=case,
            held_on=today,
            today=today,
            finish=True,
            own_words="Jag vill",
            assessment="Kan",
            fastest_way="Café",
        )
        plan = plans.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=9),
        )
        plans.set_goal(
            plan=plan, today=today, title="I tid", due_on=today + timedelta(days=9), unit_id=site.pk
        )
        plans.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        plans.decide_plan(plan=Plan.objects.get(), by=actor)
        step = LadderStep.objects.get(number=1)
        plans.move_step(person=person, step=step, day=today, today=today, evidence="Kom")
        placement = activities.place(
            person=person,
            activity=activity,
            week=read_week("tor 9-12"),
            starts_on=today,
            today=today,
        )
    with as_(tor):
        activities.record_attendance(
            placement=placement, day=today, today=today, mark="absent_told"
        )
        activities.record_attendance(placement=placement, day=today, today=today, mark="present")
        from trappan.history.record import record

        record("desk.see_person", person.pk, scope="identity", kind="read")
    with as_(jonna):
        activities.end_placement(
            placement=placement, ends_on=today + timedelta(days=1), reason="Klart"
        )
        from trappan.outcomes.models import Exit

        Exit.objects.create(person=person, case=case, day=yesterday, reason="other")
    return person, actors


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
