"""Role × table × verb for the municipality's own initiatives, in SQL as the app role, as docs/secrecy.md says.

Who takes part is a row about a person, in tests/test_matrix.py. Whoever may read or write has a twin in another
municipality with the same role and rights, who must see nothing.
"""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.initiatives.secrecy import TABLES as LISTED
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

R, W, N = "reads", "reads, writes", "–"
TABLES = {table.name: table for table in LISTED if not table.scope}
OF_INITIATIVES = list(TABLES)
# A report is changed by nobody, and made by whoever may change the initiative.
MADE_LIKE = {"initiatives_endreport": "initiatives_initiative"}


def of_initiatives(table: str, actor: str) -> str:
    """Return what follows for an actor of the municipality's own initiatives; a report is changed by nobody."""
    if table == "initiatives_landmark" and actor in ("director", "controller", "member of the board"):
        # Who reads figures reads the days that charts are marked with, and who answers for them marks them.
        return R if actor == "member of the board" else W
    if "municipality" in actor or not actor.startswith(("social", "consultant", "head")):
        return N
    if table == "initiatives_initiativepaper" and not actor.startswith("head"):
        return N  # the draft of a decision; what is decided is read: trappan/initiatives/tests/test_papers.py
    return W if actor.startswith("head") and TABLES[table].update else R


@pytest.fixture
def everybody(world):
    _person, actors = world
    other = make_organisation("Grannkommunen")
    return {
        **actors,
        "head, another municipality": make_colleague("head_of_unit", make_unit("labour_market", other)),
        "consultant, another municipality": make_colleague("consultant", make_unit("labour_market", other)),
    }


def tried(table: str) -> str:
    """Try it: what the present actor may do with the rows."""
    reads = database.query(f"SELECT count(*) AS n FROM {table}")[0].n > 0
    if not TABLES[table].update:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute(f"UPDATE {table} SET text = text")
        return R if reads else N
    name = TABLES[table].update[0]
    with transaction.atomic():
        writes = database.execute(f"UPDATE {table} SET {name} = {name}") > 0
    return W if writes else R if reads else N


def test_every_cell_about_initiatives(everybody):
    found = {}
    for name, membership in everybody.items():
        with as_(membership):
            found |= {(table, name): tried(table) for table in OF_INITIATIVES}
    assert found == {(table, name): of_initiatives(table, name) for table, name in found}


def test_nobody_but_a_head_makes_a_row_about_initiatives(everybody):
    [made] = database.query("SELECT id, municipality_id FROM initiatives_initiative")
    rows = {
        "initiatives_initiative": "(municipality_id, name, aim, target, counts, funding, starts_on, ends_on) VALUES "
        f"({made.municipality_id}, 'Smyg', 'Smyg', 1, 'starts', 'Smyg', '2026-01-01', '2027-01-01')",
        "initiatives_continuation": f"(initiative_id, what, by_whom, money) VALUES ({made.id}, 'S', 'S', 'S')",
        "initiatives_endreport": "(initiative_id, as_of, text, figures, goes_on) VALUES "
        f"({made.id}, '2026-11-12', 'Smyg', '{{}}', '[]')",
        "initiatives_initiativepaper": "(initiative_id, title, officer, manager, reference, said) VALUES "
        f"({made.id}, 'Smyg', 'S', 'S', 'S', '{{}}')",
        "initiatives_landmark": "(municipality_id, day, kind, name, source) VALUES "
        f"({made.municipality_id}, '2026-11-12', 'law', 'Smyg', '')",
    }
    assert rows.keys() == TABLES.keys()
    for name, membership in everybody.items():
        for table, row in rows.items():
            for statement in (f"INSERT INTO {table} {row}", f"DELETE FROM {table}"):
                if of_initiatives(MADE_LIKE.get(table, table), name) == W and statement.startswith("INSERT"):
                    continue
                with as_(membership), pytest.raises(DatabaseError, match=r"row-level security|permission denied"):
                    with transaction.atomic():
                        database.execute(statement)
