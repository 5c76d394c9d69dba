"""Role × table × verb for the municipality's own employers, in SQL as the app role, as docs/secrecy.md says.

Who may read or write has a twin in another municipality with the same role and rights, who must see nothing.
"""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.employers.models import Conversation, Employer
from trappan.employers.operations import make_employer
from trappan.employers.secrecy import TABLES as LISTED
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

R, W, N = "reads", "reads, writes", "–"
OFFICER, MERGES = "employer officer", "employers_employer"
COORDINATOR, MANAGER, OTHER_MANAGER = "place coordinator", "manager of the site", "manager of another site"
# The drive for places is the coordinator's; a manager answers for the own workplace.
WRITTEN_BY = {
    "employers_departmenttarget": (COORDINATOR,),
    "employers_placequestion": (COORDINATOR, MANAGER, OTHER_MANAGER),
    "employers_opening": (OFFICER, COORDINATOR, MANAGER),
    "employers_placenotice": (),
}
# Of the world's employers one is an own department: these have rows of it.
OF_DEPARTMENTS = {MERGES, "employers_workplace", *WRITTEN_BY}
HOSTS = OF_DEPARTMENTS - {"employers_departmenttarget"}
TABLES = {table.name: table for table in LISTED}
OF_EMPLOYERS = list(TABLES)


def of_employers(table: str, actor: str) -> str:
    """Return what follows for an actor of the municipality's own employers; a draft is its writer's alone."""
    if actor in WRITTEN_BY.get(table, (OFFICER,)):
        return W
    if actor == OFFICER or (actor == COORDINATOR and table in OF_DEPARTMENTS):
        return R
    if actor in (MANAGER, OTHER_MANAGER):
        return R if table in HOSTS and (actor, table) != (OTHER_MANAGER, "employers_opening") else N
    reads = actor.startswith(("consultant", "head")) and "municipality" not in actor
    return R if reads and table != "employers_draft" else N


def elsewhere(actors: dict[str, Membership]) -> dict[str, Membership]:
    """Return those who read and write of employers, in another municipality and at a partner."""
    other, partner = make_organisation("Grannkommunen"), actors["supervisor at a partner's site"].unit
    return {
        "employer officer, another municipality": make_colleague("employer_officer", make_unit("employer_team", other)),
        "consultant, another municipality": make_colleague("consultant", make_unit("labour_market", other)),
        "head, another municipality": make_colleague("head_of_unit", make_unit("labour_market", other)),
        "leader at a partner": make_colleague("site_leader", partner),
        "coordinator, another municipality": make_colleague("place_coordinator", make_unit("employer_team", other)),
        "manager, another municipality": make_colleague("host_manager", make_unit("site", other)),
    }


def tried_of_employers(table: str) -> str:
    """Try it: what the present actor may do with the rows about employers."""
    reads = database.query(f"SELECT count(*) AS n FROM {table}")[0].n > 0
    if table == "employers_placenotice":
        return R if reads else N  # written by the worker's function alone: no role is granted more
    name = TABLES[table].update[0]
    with transaction.atomic():
        writes = database.execute(f"UPDATE {table} SET {name} = {name}") > 0 if table != MERGES else writes_employer()
    return W if writes else R if reads else N


def writes_employer() -> bool:
    """Tell whether the present actor changes an employer that goes on; of one that has merged nobody does."""
    return database.execute(f"UPDATE {MERGES} SET since = since WHERE merged_into_id IS NULL") > 0


@pytest.mark.requirement("R-046")
def test_every_cell_about_employers(world):
    _person, actors = world
    found = {}
    for name, membership in {**actors, **elsewhere(actors)}.items():
        with as_(membership):
            for table in OF_EMPLOYERS:
                found[table, name] = tried_of_employers(table)
    assert found == {(table, name): of_employers(table, name) for table, name in found}


def test_nobody_but_whoever_keeps_it_makes_a_row_about_employers_or_takes_one_away(world, today):
    _person, actors = world
    [asked] = database.query(
        "SELECT q.id, q.workplace_id, w.employer_id FROM employers_placequestion q JOIN employers_workplace w "
        "ON w.id = q.workplace_id WHERE w.name = 'Sagolunden'"
    )
    [made] = database.query("SELECT id, municipality_id FROM employers_employer WHERE name = 'Köket'")
    rows = {
        MERGES: (
            "municipality_id, name, kind, organisation_number, cooperates, good_to_know, rest_reason, end_reason",
            f"{made.municipality_id}, 'Smyg', 'company', '', false, '', '', ''",
        ),
        "employers_workplace": (
            "employer_id, name, address, branch, languages, access, adaptable",
            f"{made.id}, 'Smyg', '', '', '{{}}', '{{}}', ''",
        ),
        "employers_contact": ("employer_id, name, title, phone, email, note", f"{made.id}, 'Smyg', '', '', '', ''"),
        "employers_conversation": (
            "employer_id, held_on, way, text, asks, over_reason, next_step, done_note",
            f"{made.id}, '2026-11-12', 'phone', 'Smyg', false, '', '', ''",
        ),
        "employers_opening": (
            "employer_id, code, title, kind, support_form, places, week, weekdays, starts_on, tasks, needs, good_if, "
            "languages, licence, travel, adaptations, shaped_for_one, close_reason",
            f"{made.id}, '', 'Smyg', 'job', '', 1, '', '', '2026-11-12', '', '', '', '{{}}', '', '', '', false, ''",
        ),
        "employers_lead": (
            "municipality_id, source_id, headline, employer_name, organisation_number, occupation_name, through, "
            "place_name, extent, wants_experience, wants_licence, url, text, put_aside_reason",
            f"{made.municipality_id}, '2', 'Smyg', 'Köket', '', '', 'unknown', '', '', false, false, '', '', ''",
        ),
        "employers_draft": ("employer_id, fields", f"{made.id}, '{{}}'"),
        "employers_departmenttarget": (
            "employer_id, half, places, decision",
            f"{asked.employer_id}, '2030-01-01', 1, 'Smyg'",
        ),
        "employers_placequestion": (
            "workplace_id, half, asked_on, answer_by",
            f"{asked.workplace_id}, '2030-01-01', '{today}', '{today}'",
        ),
        "employers_placenotice": ("question_id, nth, told_on", f"{asked.id}, 3, '{today}'"),
    }
    makes = {"employers_placequestion": (COORDINATOR,), "employers_placenotice": (), "employers_opening": (OFFICER,)}
    for name, membership in {**actors, **elsewhere(actors)}.items():
        for table, (columns, values) in rows.items():
            for statement in (f"INSERT INTO {table} ({columns}) VALUES ({values})", f"DELETE FROM {table}"):
                if name in makes.get(table, WRITTEN_BY.get(table, (OFFICER,))) and statement.startswith("INSERT"):
                    continue
                with as_(membership), pytest.raises(DatabaseError, match=r"row-level security|permission denied"):
                    with transaction.atomic():
                        database.execute(statement)


def test_what_is_hidden_is_one_answer_also_where_something_stands_in_the_way(world):
    """Merged, ended or asked often enough: to another municipality's team it is as if it were not there."""
    _person, actors = world
    merged = database.query("SELECT id FROM employers_employer WHERE merged_into_id IS NOT NULL")[0].id
    into = database.query("SELECT id FROM employers_employer WHERE name = 'Köket'")[0].id
    with as_(actors[OFFICER]):
        database.execute("UPDATE employers_employer SET ended_on = today(), end_reason = 'Slut' WHERE id = %s", [into])
    stranger = elsewhere(actors)["employer officer, another municipality"]
    with as_(stranger) as actor:
        made = make_employer(by=actor, name="Grannköket", kind="company")
        said = {"held_on": actor.today, "way": "phone", "text": "Smyg", "asks": True}
        for hidden in (merged, into, 10**9):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Conversation.objects.create(employer_id=hidden, **said)
            with pytest.raises(DatabaseError, match="none"), transaction.atomic():
                Employer.objects.filter(pk=made.pk).update(merged_into_id=hidden, merged_on=actor.today)
        assert not Employer.objects.filter(pk__in=(merged, into)).exists()
