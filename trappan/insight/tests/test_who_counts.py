"""Who reads the spine: the worker's role for figures and nobody else, and that role reads nothing of people."""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.insight.secrecy import TABLES
from trappan.insight.testing import MONTH, build, make_months
from trappan.secrecy.tables import Table

pytestmark = pytest.mark.django_db
SPINE = {"insight_personmonth", "insight_placementmonth", "insight_placemonth", "insight_personweek", "insight_build"}
KEYS = {"insight_personmonthkey", "insight_householdkey", "insight_buildorder", "insight_tellorder"}
KEYS |= {"insight_extractfile"}  # given to whoever asked by a function: test_extract.py
KEYS |= {"insight_staffasked", "insight_stafftally"}  # who has answered, and sums: test_staff_question.py
CELL = "insight_cell"
PUBLIC = {"insight_population", "insight_seriesvalue"}  # published figures, of nobody
CHART = "insight_chart"  # drawn by the role of what may be told, and read by pages: tests/test_matrix_insight.py
TO_DRAW = {"insight_tellable", "insight_days", "insight_last_month"}
# What is frozen and counted anew, and whom an extract that is being made leaves out.
OF_FILES = {"insight_frozen_months", "insight_published_counts", "insight_left_out"}
VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
STATEMENTS = {
    "SELECT": "SELECT count(*) FROM {}",
    "INSERT": "INSERT INTO {} DEFAULT VALUES",
    "UPDATE": "UPDATE {} SET id = id",
    "DELETE": "DELETE FROM {}",
}


def said_no(role: str, statement: str) -> bool:
    """Tell whether the database refuses a role a statement, for want of the right and nothing else."""
    try:
        with transaction.atomic():
            database.execute(f"SET LOCAL ROLE {role}")
            database.execute(statement)
    except DatabaseError as no:
        return "permission denied" in str(no)
    return False


@pytest.mark.parametrize("role", ["trappan_app", "trappan_web", "trappan_matching", "trappan_nightly"])
def test_no_other_role_touches_a_table_of_figures(today, role):
    make_months(0b1)
    build(MONTH)
    closed = SPINE | KEYS | {CELL}
    # What else there is, pages read: tests/test_matrix_insight.py.
    assert {one.name for one in TABLES if not isinstance(one, Table)} == closed | PUBLIC | {CHART}
    let = [(name, verb) for name in closed for verb in VERBS if not said_no(role, STATEMENTS[verb].format(name))]
    assert let == []


def test_the_role_for_figures_reads_the_spine_and_not_who_stands_behind_it(today):
    make_months(0b1)
    build(MONTH)
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_figures")
        assert database.query("SELECT count(*) FROM insight_personmonth")[0].count == 1
        database.execute("RESET ROLE")
    for table in SPINE:
        assert all(said_no("trappan_figures", STATEMENTS[verb].format(table)) for verb in VERBS[1:]), table
    for table in KEYS:
        assert all(said_no("trappan_figures", STATEMENTS[verb].format(table)) for verb in VERBS), table


def test_the_role_for_figures_reaches_nothing_else_there_is():
    reached = database.query(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p') AND relnamespace = 'public'::regnamespace "
        "AND (has_any_column_privilege('trappan_figures', oid, 'SELECT') "
        "OR has_any_column_privilege('trappan_figures', oid, 'INSERT') "
        "OR has_any_column_privilege('trappan_figures', oid, 'UPDATE'))"
    )
    assert {one.relname for one in reached} == SPINE | {CELL, CHART} | PUBLIC
    # Functions are nobody's unless granted; of those that look past the policies, what charts are drawn of and with.
    called = database.query(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace "
        "AND has_function_privilege('trappan_figures', oid, 'EXECUTE')"
    )
    assert {one.proname for one in called} == TO_DRAW | OF_FILES
    assert said_no("trappan_figures", "SELECT count(*) FROM people_person")


def test_the_worker_alone_becomes_it():
    may = database.query(
        "SELECT r.rolname FROM pg_roles r WHERE r.rolname LIKE 'trappan\\_%' AND r.rolname <> 'trappan_figures' "
        "AND NOT r.rolsuper AND pg_has_role(r.oid, 'trappan_figures', 'SET')"
    )
    assert {one.rolname for one in may} == {"trappan_nightly", "trappan_owner"}
    assert not database.query("SELECT pg_has_role('trappan_nightly', 'trappan_figures', 'USAGE') AS may")[0].may
    calls = ["insight_build_month(1)", "insight_order_months(true)", "insight_waiting()", "insight_names()"]
    calls += ["insight_freeze(1, '', 0)", "insight_left_out(1)", "insight_keep_extract(1, '', 0, 0, 0, '{}')"]
    for role in ("trappan_web", "trappan_app", "trappan_matching"):
        assert all(said_no(role, f"SELECT * FROM {call}") for call in calls), role
