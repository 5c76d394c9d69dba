"""Role × table × verb for goals and figures, in SQL as the app role, as docs/secrecy.md says.

Whoever may read or write has a twin in another municipality with the same role and rights, who must see nothing.
"""

import pytest
from django.db import DatabaseError, transaction

from tests.partnership_world import make_partnership
from trappan import database
from trappan.insight.secrecy import TABLES as LISTED
from trappan.insight.secrecy import Drawn
from trappan.secrecy.tables import Table
from trappan.staff.models import Organisation
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

R, W, N = "reads", "reads, writes", "–"
TABLES = {table.name: table for table in LISTED if isinstance(table, Table | Drawn)}
OF_INSIGHT = list(TABLES)
READERS = ("head", "director", "controller", "member of the board")
WORKERS = ("social worker", "consultant")  # who work with people read figures, and what is drawn of them
KEEPERS = ("director", "controller")
# The forecast and what is asked of it, and extracts for research.
OF_KEEPERS = ("insight_outlook", "insight_whatif", "insight_extract")
OF_AGREEMENTS = ("insight_effectgoal", "insight_effectresult")
MADE_BY_PAGES = ("insight_goal", "insight_goalresult", "insight_improvement", "insight_whatif", "insight_extract")


def of_insight(table: str, actor: str) -> str:
    """Return what follows for an actor of goals and figures; a result, a chart and a forecast are changed by nobody."""
    if table in OF_AGREEMENTS:
        return of_agreements(table, actor)
    readers = KEEPERS if table in OF_KEEPERS else (*READERS, *WORKERS) if table == "insight_chart" else READERS
    if "municipality" in actor or not actor.startswith(readers):
        return N
    keeps = actor in KEEPERS and isinstance(TABLES[table], Table) and TABLES[table].update
    return W if keeps else R


def of_agreements(table: str, actor: str) -> str:
    """Return what follows of the effects of agreements: who reads the terms reads them, who keeps the goals writes."""
    keeps = "municipality" not in actor and actor.startswith(("head", "administrator", *KEEPERS))
    return N if not keeps else W if table == "insight_effectgoal" else R


def makes(table: str, actor: str) -> bool:
    """Tell whether the actor makes rows of a table."""
    if table in OF_AGREEMENTS:
        return of_agreements(table, actor) != N
    return table in MADE_BY_PAGES and actor in (("controller",) if table == "insight_extract" else KEEPERS)


@pytest.fixture
def everybody(world, today):
    _person, actors = world
    make_partnership(actors, Organisation.objects.get(name="Stadsmissionen"), today)
    return actors


def tried(table: str) -> str:
    """Try it: what the present actor may do with the rows."""
    reads = database.query(f"SELECT count(*) AS n FROM {table}")[0].n > 0
    listed = TABLES[table]
    if not isinstance(listed, Table) or not listed.update:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute(f"UPDATE {table} SET id = id")
        return R if reads else N
    name = listed.update[0]
    with transaction.atomic():
        writes = database.execute(f"UPDATE {table} SET {name} = {name}") > 0
    return W if writes else R if reads else N


def test_every_cell_about_goals_and_figures(everybody):
    found = {}
    for name, membership in everybody.items():
        with as_(membership):
            found |= {(table, name): tried(table) for table in OF_INSIGHT}
    assert found == {(table, name): of_insight(table, name) for table, name in found}


def test_their_twins_in_another_municipality_see_nothing(everybody):
    unit = make_unit("management", make_organisation("Grannkommunen"))
    for role in ("director", "controller", "board_reader", "head_of_unit", "consultant", "social_worker"):
        with as_(make_colleague(role, unit)):
            assert {tried(table) for table in OF_INSIGHT} == {N}


def test_nobody_but_who_answers_for_them_makes_a_row(everybody):
    [made] = database.query(
        "SELECT g.id, g.municipality_id, o.id AS outlook, p.id AS publication, e.agreement_id, e.id AS effect "
        "FROM insight_goal g, insight_outlook o, insight_publication p, insight_effectgoal e"
    )
    rows = {
        "insight_goal": "(municipality_id, name, definition, direction, level, unit, year, responsible, decided, "
        f"indicator) VALUES ({made.municipality_id}, 'Smyg', '', 'at_least', 1, 'percent', 2026, 'S', 'S', '')",
        "insight_goalresult": f"(goal_id, as_of, text) VALUES ({made.id}, '2026-11-12', 'Smyg')",
        "insight_effectgoal": "(agreement_id, wording, definition, indicator, direction, level, unit, evaluate_on) "
        f"VALUES ({made.agreement_id}, 'Smyg', '', '', 'at_least', 1, 'people', '2026-12-12')",
        "insight_effectresult": "(goal_id, as_of, text, evaluated_by) VALUES "
        f"({made.effect}, '2026-11-12', 'Smyg', 'S')",
        "insight_improvement": "(municipality_id, found_on, deficiency, source, action, responsible, result) VALUES "
        f"({made.municipality_id}, '2026-11-12', 'Smyg', '', 'S', 'S', '')",
        "insight_chart": "(name, size, svg, marks) VALUES ('households', 'narrow', '<svg/>', '[]')",
        "insight_outlook": "(municipality_id, month, build, told, pictures, flow) VALUES "
        f"({made.municipality_id}, '2026-01-01', 1, '{{}}', '{{}}', '{{}}')",
        "insight_evaluation": "(municipality_id, month, build, told, pictures, counted) VALUES "
        f"({made.municipality_id}, '2025-12-01', 1, '{{}}', '{{}}', '[]')",
        "insight_publication": "(municipality_id, month, since, words, builds, pictures) VALUES "
        f"({made.municipality_id}, '2026-09-01', '2026-09-01', '{{}}', '[]', '{{}}')",
        "insight_publishedcell": "(publication_id, indicator, month, numerator, cutoff) VALUES "
        f"({made.publication}, 'new', '2026-10-01', 1, now())",
        "insight_frozenmonth": "(publication_id, month, of, digest) VALUES "
        f"({made.publication}, '2026-09-01', 'person', '')",
        "insight_extract": "(municipality_id, reference, project, recipient, purpose, columns, since, month, ends_on, "
        f"words) VALUES ({made.municipality_id}, 'S', 'S', 'S', 'S', '{{gender}}', '2026-10-01', '2026-10-01', "
        "'2026-12-01', '[]')",
        "insight_whatif": f"(outlook_id, places, consultants, inflow) VALUES ({made.outlook}, '{{}}', 1, 0)",
    }
    assert rows.keys() == TABLES.keys()
    for name, membership in everybody.items():
        for table, row in rows.items():
            for statement in (f"INSERT INTO {table} {row}", f"DELETE FROM {table}"):
                if statement.startswith("I") and makes(table, name):
                    continue
                with as_(membership), pytest.raises(DatabaseError, match=r"row-level security|permission denied"):
                    with transaction.atomic():
                        database.execute(statement)
