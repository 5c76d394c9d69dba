"""`trappan migrate` brings a database to today's rules: only what changed, all or nothing, fail closed."""

import subprocess
import sys
import time
from io import StringIO

import psycopg
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, models
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from hypothesis import given
from hypothesis import strategies as st
from psycopg.sql import SQL, Identifier

from tests.template import admin, digest, drop
from trappan import database
from trappan.database.catalogue import catalogue
from trappan.database.rules import BadRule, Kind, Rule, bring_about, function, read_rules, statements
from trappan.database.rules import digest as digest_of
from trappan.database.states import one_model_at_a_time
from trappan.secrecy.every_rule import every_rule

LATER = [kind for kind in Kind if kind is not Kind.COLUMN]


@pytest.fixture
def scratch(db, django_db_blocker):
    """A database of its own, migrated, in which anything may be changed and committed."""
    name, before = "test_scratch", connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        with admin(before) as owner:
            drop(owner, name)
            owner.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template())))
    return name


def template() -> str:
    return f"test_template_{digest()}"


@pytest.mark.django_db
class TestWhatIsMade:
    def test_twice_does_nothing(self):
        before, said = catalogue(), StringIO()
        call_command("migrate", stdout=said)
        assert "Rules: 0 made" in said.getvalue()
        assert catalogue() == before

    def test_a_body_is_replaced_where_it_stands(self):
        rules = [changed("people_holds", "<> '{}'", "= '{}'")]
        assert bring_about(with_(rules), LATER) == ["people_holds"]
        assert "= '{}'" in catalogue()["FUNCTION", "people_holds"]

    def test_what_names_a_function_of_another_shape_is_made_again(self):
        before = catalogue()
        rules = [changed("staff_cooperates", "RETURNS boolean", "RETURNS bool STRICT")]
        made = bring_about(with_(rules), LATER)
        assert {"staff_cooperates", "plans_stepmove.seen", "plans_proposedstep.made"} <= set(made)
        assert set(catalogue()) == set(before)

    def test_what_has_gone_is_dropped(self):
        extra = Rule(Kind.POLICY, "staff_unit.extra", "CREATE POLICY extra ON staff_unit USING (true)")
        bring_about([*every_rule(), extra], LATER)
        assert ("POLICY", "staff_unit.extra") in catalogue()
        bring_about(every_rule(), LATER)
        assert ("POLICY", "staff_unit.extra") not in catalogue()

    def test_a_table_that_no_list_names_is_closed(self):
        without = [rule for rule in every_rule() if not rule.name.startswith("people_number")]
        bring_about(without, LATER)
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_any_column_privilege('trappan_app', 'people_number', 'SELECT')")
            assert cursor.fetchone() == (False,)
            cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = 'people_number'")
            assert cursor.fetchone() == (True,)

    def test_a_policy_changed_by_hand_shows(self):
        before = catalogue()
        with connection.cursor() as cursor:
            cursor.execute("ALTER POLICY seen ON people_number USING (true)")
        assert {name for name, text in catalogue().items() if before[name] != text} == {
            ("POLICY", "people_number.seen")
        }

    def test_what_was_changed_by_hand_is_made_anew(self):
        before = catalogue()
        for by_hand in (
            "ALTER POLICY seen ON people_number USING (true)",
            "DROP POLICY seen ON cases_note",
            "CREATE POLICY open ON cases_note USING (true)",
            "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
            "GRANT UPDATE ON history_event TO trappan_app",
            "GRANT UPDATE (number) ON people_number TO trappan_app",
            "ALTER TABLE people_grant DISABLE TRIGGER USER",
        ):
            database.execute(by_hand)
        made = bring_about(every_rule(), LATER)
        assert catalogue() == before
        assert {"people_number.seen", "cases_note.seen", "cases_case", "history_event"} <= set(made)
        assert bring_about(every_rule(), LATER) == []

    def test_a_line_that_leaves_a_comment_counts_as_a_change(self):
        assert digest_of("SELECT 1 -- never\n AND false") != digest_of("SELECT 1 -- never AND false")
        assert digest_of("SELECT  1") == digest_of("SELECT 1")

    def test_a_failure_names_its_rule(self):
        broken = function("broken", "CREATE FUNCTION broken() RETURNS int LANGUAGE sql RETURN nothing")
        with pytest.raises(ProgrammingError) as refused:
            bring_about([*every_rule(), broken], LATER)
        assert "while making function broken" in refused.value.__notes__

    def test_a_newer_or_older_database_is_refused_in_one_sentence(self):
        known = "INSERT INTO django_migrations (app, name, applied) VALUES ('plans', '0913_other', now())"
        database.execute(known)
        with pytest.raises(CommandError, match="by a newer Trappan"):
            call_command("migrate")
        database.execute("DELETE FROM django_migrations WHERE name = '0001_baseline'")
        with pytest.raises(CommandError, match="before its first release"):
            call_command("migrate")

    def test_a_part_alone_is_refused(self):
        with pytest.raises(CommandError, match="belong together"):
            call_command("migrate", "people")


def changed(name: str, this: str, to: str) -> Rule:
    """Return a rule as a later release might have it."""
    rule = next(rule for rule in every_rule() if rule.name == name)
    assert this in rule.text
    return Rule(rule.kind, rule.name, rule.text.replace(this, to, 1))


def with_(rules: list[Rule]) -> list[Rule]:
    """Return every rule, with these in the place of those of their name."""
    new = {rule.name: rule for rule in rules}
    return [new.get(rule.name, rule) for rule in every_rule()]


# What a later release would be: another policy, and something after it that takes its time.
SLOW = """
import django; django.setup()
from django.core.management import call_command
from trappan.database.rules import Kind, Rule
from trappan.secrecy.management.commands import migrate
now = list(migrate.every_rule())
migrate.every_rule = lambda: [
    *(rule for rule in now if rule.name != "people_number.seen"),
    Rule(Kind.POLICY, "people_number.seen", "CREATE POLICY seen ON people_number USING (true)"),
    Rule(Kind.ACCESS, "slow", "SELECT pg_sleep(5)"),
]
call_command("migrate")
"""


def test_killed_in_the_middle_it_leaves_the_old_state(scratch, django_db_blocker):
    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), admin(own) as owner:
        code = f"from django.conf import settings; settings.DATABASES['default']['NAME'] = '{scratch}'{SLOW}"
        process = subprocess.Popen([sys.executable, "-c", code], env=environment())
        where = {**connection.get_connection_params(), "dbname": scratch}
        known = ("host", "port", "user", "password", "dbname")
        there = {name: value for name, value in where.items() if name in known}
        with psycopg.connect(**there, autocommit=True) as beside:
            before = policy(beside)
            for _attempt in range(200):
                asleep = owner.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event = 'PgSleep'", [scratch]
                )
                if asleep.fetchone() != (0,):
                    break
                time.sleep(0.1)
            else:
                pytest.fail("the migration never came to its end")
            # Whoever reads meanwhile waits and is refused: never too much.
            beside.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                beside.execute("SELECT count(*) FROM people_number")
            process.kill()
            process.wait()
            for _attempt in range(100):
                try:
                    assert policy(beside) == before
                    break
                except psycopg.errors.LockNotAvailable:
                    time.sleep(0.1)
        drop(owner, scratch)


def environment() -> dict[str, str]:
    import os

    return {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}


def policy(connected: psycopg.Connection) -> str:
    asked = connected.execute("SELECT qual FROM pg_policies WHERE tablename = 'people_number' AND policyname = 'seen'")
    return asked.fetchone()[0]


class TestReading:
    def test_a_statement_that_makes_no_rule_is_refused(self, tmp_path):
        file = tmp_path / "noun.sql"
        file.write_text("-- why\nDELETE FROM people_person;\n")
        with pytest.raises(BadRule, match="no rule is made by: DELETE"):
            read_rules(file)

    def test_a_grant_follows_what_it_grants(self, tmp_path):
        file = tmp_path / "noun.sql"
        file.write_text(
            "CREATE FUNCTION a() RETURNS int LANGUAGE sql RETURN 1;\nGRANT EXECUTE ON FUNCTION b TO trappan_app;\n"
        )
        with pytest.raises(BadRule, match="GRANT"):
            read_rules(file)

    def test_a_function_is_nobodys_until_it_is_granted(self, tmp_path):
        file = tmp_path / "noun.sql"
        file.write_text("CREATE FUNCTION a() RETURNS int LANGUAGE sql RETURN 1;\n")
        (rule,) = read_rules(file)
        assert "REVOKE ALL ON FUNCTION a FROM PUBLIC" in rule.text

    def test_what_is_not_ended_is_refused(self):
        with pytest.raises(BadRule, match="no semicolon"):
            list(statements("SELECT 1"))

    @given(
        st.lists(st.sampled_from(["SELECT 1", "SELECT ';'", "SELECT $$ a; b $$", "-- why; not\nSELECT 2"]), min_size=1)
    )
    def test_semicolons_inside_quotes_and_comments_end_nothing(self, texts):
        found = list(statements("".join(f"{text};\n" for text in texts)))
        assert found == [text.removeprefix("-- why; not\n") for text in texts]


def test_every_name_is_of_one_rule():
    names = [(rule.kind, rule.name) for rule in every_rule()]
    assert len(names) == len(set(names))


MADE = """
SELECT relname::text AS of_table, concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, attgenerated,
  replace(pg_get_expr(adbin, adrelid), 'drawn.', '')) AS what
FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relnamespace = %s::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
UNION ALL SELECT relname, replace(pg_get_constraintdef(k.oid), 'drawn.', '')
FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid WHERE relnamespace = %s::regnamespace
UNION ALL SELECT tablename, regexp_replace(replace(indexdef, 'drawn.', ''), 'INDEX \\w+ ON (public\\.)?', '')
FROM pg_indexes WHERE schemaname = %s
"""


def test_tables_stand_as_the_models_say(db):
    """What the steps of all migrations have made, one by one, holds all that the models would make at once.

    A step that draws up one model alone, and another that needed more of them, would show here.
    """
    database.execute("CREATE SCHEMA drawn; SET LOCAL search_path = drawn, public")
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model.__module__.startswith("trappan.") and model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
    database.execute("SET LOCAL search_path = public")
    drawn, made = (
        {(row.of_table, row.what) for row in database.query(MADE, [schema] * 3)} for schema in ("drawn", "public")
    )
    assert len(drawn) > 2000
    assert drawn - made == set()


def test_a_column_that_others_point_at_takes_theirs_along(db):
    """Also where each step before it drew up one model alone, and the others have not heard of it."""
    here = [("id", models.IntegerField(primary_key=True))]
    steps = [
        CreateModel("Here", here),
        CreateModel(
            "There", [("id", models.AutoField(primary_key=True)), ("at", models.ForeignKey("x.here", models.CASCADE))]
        ),
        AddField("Here", "word", models.TextField(default="")),
        AlterField("Here", "id", models.BigIntegerField(primary_key=True)),
    ]
    state = ProjectState()
    assert state.apps
    with one_model_at_a_time():
        for step in steps:
            before = state.clone()
            step.state_forwards("x", state)
            with connection.schema_editor() as editor:
                step.database_forwards("x", editor, before, state)
    column = "SELECT data_type FROM information_schema.columns WHERE table_name = 'x_there' AND column_name = 'at_id'"
    assert [row.data_type for row in database.query(column)] == ["bigint"]


def test_no_index_is_covered_by_another(db):
    """An index whose columns begin another index of the same table costs every write and helps no read."""
    covered = database.query(
        """
        SELECT less.indexrelid::regclass::text AS one, more.indexrelid::regclass::text AS other
        FROM pg_index less JOIN pg_index more ON more.indrelid = less.indrelid AND more.indexrelid <> less.indexrelid
        JOIN pg_class called ON called.oid = less.indexrelid
        WHERE NOT less.indisunique AND less.indpred IS NULL AND more.indpred IS NULL AND less.indexprs IS NULL
          AND less.indclass[0] = more.indclass[0]
          AND (more.indkey::int2[])[0:less.indnkeyatts - 1] = (less.indkey::int2[])[0:less.indnkeyatts - 1]
          AND called.relname !~ '^(account|socialaccount|auth|django|sessions)_'
        """
    )
    assert [(row.one, row.other) for row in covered] == []


def test_a_table_is_made_with_its_constraints_and_indexes():
    """Each step of a migration draws up its model anew and asks the database once more: 230 such steps are felt."""
    apart = []
    for (room, name), migration in MigrationLoader(None).disk_migrations.items():
        made: set[str] = set()
        for step in migration.operations if migration.__module__.startswith("trappan.") else []:
            if isinstance(step, CreateModel):
                made.add(step.name_lower)
            elif isinstance(step, AddField):
                made.discard(step.model_name_lower)  # two tables that point at each other
            elif isinstance(step, AddIndex | AddConstraint) and step.model_name_lower in made:
                apart.append(f"{room}.{name}: {step.describe()}")
    assert apart == []
