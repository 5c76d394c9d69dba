"""The role behind the door: it holds no table, and its functions answer of the person whose session it is alone."""

import pytest
from django.db import DatabaseError, connection, transaction

from trappan import database
from trappan.placements.models import Notice, ToldReason
from trappan.portal.models import Account, OwnSession
from trappan.portal.own import make_session, own
from trappan.portal.testing import as_person, session_for
from trappan.secrecy.acting import NotActing
from trappan.staff.testing import as_
from trappan.testing import TODAY

# What the role may call, and what it calls it with here: nothing in it says who asks.
FUNCTIONS = {
    "portal_answer_draft": "1, 1, 'agrees', '', '[]'",
    "portal_choose_language": "'ar'",
    "portal_contact": "",
    "portal_goals": "",
    "portal_object": "1, 'Nej'",
    "portal_own_step": "",
    "portal_own_words": "",
    "portal_plans": "",
    "portal_rate_goal": "1, 'reached', ''",
    "portal_rate_step": "1, ''",
    "portal_fallen": "",
    "portal_end_help": "1",
    "portal_give_help": "'Karin', '', 'syster', 'say', DATE '2027-11-12'",
    "portal_longest_help": "",
    "portal_mandates": "",
    "portal_choose_time": "1, now()",
    "portal_decisions": "",
    "portal_fetched": "1",
    "portal_meetings": "",
    "portal_messages": "",
    "portal_none_suits": "1, 'x'",
    "portal_offers": "",
    "portal_readings": "",
    "portal_said": "",
    "portal_shared": "",
    "portal_signs": "",
    "portal_steps": "",
    "portal_week": "7",
    "portal_say_away": "1, DATE '2026-11-12', 'sick'",
    "portal_say_late": "1, DATE '2026-11-12', 10",
    "portal_stop_sharing": "'consent', 1",
    "portal_take_back": "1, DATE '2026-11-12'",
}
# What web calls before anybody is in, and a colleague's page.
OF_WEB = {
    "portal_begin",
    "portal_borrowed_by_eid",
    "portal_code_holds",
    "portal_enter",
    "portal_is_own_number",
    "portal_mandate_over",
    "portal_pin_figures",
    "portal_sign_in",
    "portal_sign_in_by_eid",
    "portal_sign_out",
    "portal_try",
}
OF_APP = {
    "portal_end",
    "portal_way_in",
    "portal_end_mandate",
    "portal_former_since",
    "portal_former_tried",
    "portal_hand_out",
    "portal_hand_out_to",
    "portal_live_mandates",
    "portal_longest_mandate",
    "portal_look_at_number",
    "portal_register_mandate",
}


def granted(role, prefix="portal"):
    return {
        row[0]
        for row in database.query(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE %s "
            "AND has_function_privilege(%s, oid, 'EXECUTE') AND NOT has_function_privilege('public', oid, 'EXECUTE')",
            [f"{prefix}%", role],
        )
    }


def refused(statement, *values):
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        database.query(statement, values)
    return str(error.value)


@pytest.mark.django_db
class TestTheRole:
    def test_it_holds_no_right_on_any_table_or_view(self):
        verbs = "SELECT, INSERT, UPDATE, REFERENCES"
        held = database.query(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p', 'S') "
            "AND relnamespace = 'public'::regnamespace AND CASE relkind WHEN 'S' THEN "
            "has_sequence_privilege('trappan_own', oid, 'USAGE, SELECT, UPDATE') ELSE "
            f"has_any_column_privilege('trappan_own', oid, '{verbs}') "
            "OR has_table_privilege('trappan_own', oid, 'DELETE, TRUNCATE, TRIGGER') END"
        )
        assert held == []

    def test_it_calls_these_functions_and_no_other(self):
        assert granted("trappan_own", "") == set(FUNCTIONS)
        for role in ("trappan_web", "trappan_app", "trappan_nightly", "trappan_figures", "trappan_matching"):
            assert not granted(role) & set(FUNCTIONS), role
        assert granted("trappan_web") == OF_WEB
        assert granted("trappan_app") == OF_APP

    def test_none_of_them_takes_a_person(self):
        named = database.query(
            "SELECT proname, pg_get_function_identity_arguments(oid) AS said FROM pg_proc "
            "WHERE proname = ANY (%s) AND prosecdef",
            [list(FUNCTIONS)],
        )
        assert len(named) == len(FUNCTIONS)
        assert [row for row in named if "person" in row.said or "account" in row.said] == []

    def test_only_web_becomes_it(self):
        becomes = database.query(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'trappan\\_%%' AND rolname NOT IN ('trappan_own') "
            "AND NOT rolsuper AND rolname <> current_user AND pg_has_role(oid, 'trappan_own', 'SET') ORDER BY 1"
        )
        assert [row[0] for row in becomes] == ["trappan_web"]

    @pytest.mark.parametrize("function", FUNCTIONS)
    def test_without_the_door_each_is_refused_in_the_role_and_outside_it(self, function):
        ask = f"SELECT * FROM {function}({FUNCTIONS[function]})"
        for role in ("trappan_web", "trappan_app"):
            with transaction.atomic():
                database.execute(f"SET LOCAL ROLE {role}")
                assert "permission denied for function" in refused(ask)
                database.execute("RESET ROLE")
        with transaction.atomic():
            database.execute("SET LOCAL ROLE trappan_own")
            assert "nobody has come in" in refused(ask)
            database.execute("RESET ROLE")

    def test_a_seal_of_ones_own_making_is_nobodys(self, case, jonna, other):
        session_for(jonna, other.person)
        theirs = Account.objects.get(person=other.person).pk
        with as_person(jonna, case.person):
            database.query("SELECT set_config('trappan.own', %s, true)", [str(theirs)])
            assert "nobody has come in" in refused("SELECT * FROM portal_week(7)")
            for name in ("trappan.seal", "trappan.own_seal"):
                database.query("SELECT set_config(%s, 'x', true)", [name])
            assert "nobody has come in" in refused("SELECT * FROM portal_week(7)")

    def test_a_seal_does_not_outlive_its_block(self, case, jonna):
        with as_person(jonna, case.person) as me:
            assert me.given_name == "Samira"
            assert database.query("SELECT current_user")[0][0] == "trappan_own"
        assert database.query("SELECT current_setting('trappan.own', true)")[0][0] in ("", None)
        with transaction.atomic():
            database.execute("SET LOCAL ROLE trappan_own")
            assert "nobody has come in" in refused("SELECT * FROM portal_steps()")
            database.execute("RESET ROLE")

    def test_a_colleague_who_acts_is_nobody_here_and_a_participant_nobody_there(self, case, jonna, placement):
        session = session_for(jonna, case.person)
        with as_(jonna):
            assert "permission denied" in refused("SELECT * FROM portal_week(7)")
        with own(session):
            assert "permission denied" in refused("SELECT count(*) FROM people_person")
            assert "permission denied" in refused("SELECT current_actor()")
            assert "permission denied" in refused("SELECT * FROM people_numbers(1)")

    def test_what_opens_nothing_opens_nothing(self, case, jonna):
        session = session_for(jonna, case.person)
        for wrong in ("", "x", make_session(), session[:-1], OwnSession.objects.get().digest):
            with pytest.raises(NotActing), own(wrong):
                pass


@pytest.mark.django_db
def test_one_participant_reaches_another_by_no_argument(case, jonna, placement, other):
    """The other's placement is the same as one that is not there, and nothing is written of either."""
    with as_person(jonna, case.person):
        mine = {row.placement for row in database.rows("portal_week", 14) if row.placement}
        assert mine == {placement.pk}
        for theirs in (other.pk, 10**12):
            assert database.value("portal_say_away", theirs, TODAY, "sick") == "gone"
            assert database.value("portal_say_late", theirs, TODAY, 10) == "gone"
            assert database.value("portal_take_back", theirs, TODAY) == "gone"
    assert not Notice.objects.exists()
    assert not ToldReason.objects.exists()
    with as_person(jonna, other.person):
        assert database.value("portal_say_away", other.pk, TODAY, "sick") == ""
    with as_person(jonna, case.person):
        assert database.value("portal_take_back", other.pk, TODAY) == "gone"
        assert database.rows("portal_said") == []
        assert not any(row.away for row in database.rows("portal_week", 14))
    assert Notice.objects.get().person_id == other.person_id


@pytest.mark.django_db
@pytest.mark.parametrize(
    "verb", ["SELECT count(*) FROM {}", "INSERT INTO {} DEFAULT VALUES", "UPDATE {0} SET id = 1", "DELETE FROM {}"]
)
def test_no_verb_on_any_table_about_a_person(case, jonna, verb):
    about = [
        row[0]
        for row in database.query(
            "SELECT DISTINCT table_name::text FROM information_schema.columns JOIN information_schema.tables "
            "USING (table_schema, table_name) WHERE table_schema = 'public' AND column_name = 'person_id' "
            "AND table_type = 'BASE TABLE'"
        )
    ]
    assert len(about) > 60
    with as_person(jonna, case.person), connection.cursor() as cursor:
        for table in about:
            cursor.execute("SAVEPOINT one")
            with pytest.raises(DatabaseError, match=r"permission denied|does not exist"):
                cursor.execute(verb.format(table))
            cursor.execute("ROLLBACK TO SAVEPOINT one")
