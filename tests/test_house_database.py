"""The house's rules for the database: each table is in a list, each policy and function asks, no key is doubled."""

import pytest
from django.db import connection

from trappan.secrecy.every_rule import every_table
from trappan.secrecy.scopes import OPENED_BY
from trappan.secrecy.tables import Table

# Tables that every colleague may read: they tell of no person.
PUBLIC = {
    "schedules_clock",
    "secrecy_rolescope",
    "staff_earlierunit",
    "staff_succession",
    "staff_organisation",
    "staff_unit",
    "staff_colleague",
    "staff_membership",
    "plans_ladder",
    "plans_ladderstep",
    "messages_wording",
    "rules_ruleset",
    "rules_code",
    "rules_municipaltext",
    "rules_concept",
    "rules_conceptlink",
    "rules_conceptmark",
    "insight_population",
    "insight_seriesvalue",
    "schedules_day",
}


@pytest.mark.django_db
class TestTheDatabase:
    def rows(self, sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return [row[0] if len(row) == 1 else row for row in cursor.fetchall()]

    def test_every_table_is_closed_or_public(self):
        reachable = self.rows(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
            "AND NOT relrowsecurity AND (has_any_column_privilege('trappan_app', oid, 'SELECT'))"
        )
        assert set(reachable) == PUBLIC

    def test_a_table_without_a_policy_would_be_found(self):
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE forgotten (id int); GRANT SELECT ON forgotten TO trappan_app")
        with pytest.raises(AssertionError):
            self.test_every_table_is_closed_or_public()

    def test_every_table_about_a_person_is_closed(self):
        about = self.rows(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "JOIN information_schema.tables USING (table_schema, table_name) "
            "WHERE table_schema = 'public' AND column_name = 'person_id' AND table_type = 'BASE TABLE'"
        )
        closed = self.rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity")
        assert set(about) <= set(closed)

    def test_every_policy_about_a_person_asks_for_a_grant(self):
        # Grants carry the second lock of protected identity, so that to ask them is to obey it.
        about = self.rows(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name = 'person_id'"
        )
        loose = self.rows(
            "SELECT DISTINCT tablename FROM pg_policies WHERE permissive = 'PERMISSIVE' "
            "AND COALESCE(qual, '') || COALESCE(with_check, '') NOT LIKE '%people_grant%'"
        )
        # openings show a head no person, and who could move is shown to nobody
        assert set(about) & set(loose) == {"people_grant", "people_opening", "matching_allocationmove"}
        assert self.rows("SELECT tablename FROM pg_policies WHERE permissive = 'RESTRICTIVE'") == ["people_grant"]

    def test_whoever_reads_by_a_hand_over_or_an_opening_writes_nothing_but_what_is_named(self):
        writing = (
            "SELECT DISTINCT tablename FROM pg_policies WHERE cmd IN ('INSERT', 'UPDATE') "
            "AND concat(qual, with_check) LIKE '%people_grant%' "
        )
        assert self.rows(writing + "AND concat(qual, with_check) NOT LIKE '%secrecy_lasts%'") == []
        # The exception says itself that a hand-over is none.
        named = self.rows(writing + "AND concat(qual, with_check) LIKE '%hand_over%'")
        assert set(named) == {"cases_note", "cases_meeting", "cases_draft", "history_event"}

    def test_a_function_that_writes_about_a_person_asks_who_works_with_the_person(self):
        """What writes past the policies asks what they ask; each that asks something else says it here."""
        writing = self.rows(
            "SELECT p.proname FROM pg_proc p WHERE p.prosecdef AND p.provolatile = 'v' AND p.prorettype <> "
            "'trigger'::regtype AND p.pronamespace = 'public'::regnamespace "
            "AND has_function_privilege('trappan_app', p.oid, 'EXECUTE') "
            "AND p.prosrc !~ 'people_works_with|people_may_rectify'"
        )
        assert set(writing) == set(ASK_SOMETHING_ELSE)

    def test_nobody_may_delete_or_empty_anything(self):
        assert (
            self.rows(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
                "AND (has_table_privilege('trappan_app', oid, 'DELETE') OR has_table_privilege('trappan_app', "
                "oid, 'TRUNCATE'))"
            )
            == []
        )

    def test_web_alone_reaches_only_sign_in(self):
        reached = self.rows(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
            "AND has_any_column_privilege('trappan_web', oid, 'SELECT')"
        )
        assert set(reached) == {
            "django_session",
            "account_emailaddress",
            "mfa_authenticator",
            "socialaccount_socialaccount",
            "staff_cache",
            "staff_user",
            "schedules_clock",
            "rules_municipaltext",  # on pages that everybody reads
        }

    def test_definer_functions_fix_their_path_and_are_nobodys_by_default(self):
        loose = self.rows(
            "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace "
            "AND (proconfig IS NULL OR NOT 'search_path=public, pg_temp' = ANY (proconfig) "
            "OR has_function_privilege('public', oid, 'EXECUTE'))"
        )
        assert loose == []

    def test_every_view_runs_as_its_reader(self):
        assert (
            self.rows(
                "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace "
                "AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)"
            )
            == []
        )

    def test_every_secret_table_keeps_its_versions(self):
        kept = self.rows(
            "SELECT DISTINCT event_object_table FROM information_schema.triggers WHERE action_statement LIKE "
            "'%keep_versions%'"
        )
        changeable = self.rows(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity "
            "AND has_any_column_privilege('trappan_app', oid, 'UPDATE')"
        )
        # Seats tell of nobody; what is typed and not saved is nobody's word yet; an address of a feed
        # is only ever ended, a theme or a crew only ever taken out; a picture changes its place among others; of a
        # list's file it is written down that it was opened; that a month was empty is taken back once. A sheet for SUS
        # is a draft until it is keyed in, and then never changed; that an address does not work is lifted once.
        assert set(changeable) - set(kept) == {
            "activities_crew",
            "activities_picture",
            "activities_seatuse",
            "activities_theme",
            "cases_draft",
            "employers_draft",
            "exchange_sussheet",
            "messages_deadaddress",
            "projects_emptymonth",
            "staff_listfile",
            "staff_subscription",
        }

    def test_what_a_row_was_is_told_to_no_more_than_what_it_is(self):
        """A version holds every column, and knows nothing of what else its table's policy asks: so it is narrower.

        Nor is it told to whoever reads the name of today: who has another name or legal gender by now has a reason.
        """
        kept = [one for one in every_table() if isinstance(one, Table) and one.scope and one.versions is not None]
        assert len(kept) > 25
        wider = [one.name for one in kept if not set(OPENED_BY[one.versions]) <= set(OPENED_BY[one.scope])]
        assert wider == [], "opened by more than the row"
        seen_by_all = [one.name for one in kept if one.versions == "identity"]
        assert seen_by_all == []
        # A version of the profile carries its team's unit, and the log's own policy asks for it; and of what a
        # municipality does in a project whether it is the reader's.
        asked_by_the_log = {"projects_participation"} | {one.name for one in kept if one.scope == "profile"}
        as_wide = [
            one.name
            for one in kept
            if (one.read or one.read_columns) and one.versions == one.scope and one.name not in asked_by_the_log
        ]
        assert as_wide == [], "the row's own policy, or its columns, tell less than its versions"


# What each writes, or why it asks something else than who works with the person.
ASK_SOMETHING_ELSE = {
    "activities_take_away_picture": "a picture of a site, of nobody: its leader, or the administrator who keeps it",
    "cases_cancel_for_away": "the head of a colleague who is away, who reads nothing",
    "cases_move_for_away": "the head of a colleague who is away, who reads nothing",
    "cases_take_back_handed_out": "the head who handed it out, who reads nothing",
    "exchange_order": "a file to be made, of nobody until it is: the controller",
    "exchange_send": "that a file was sent, of nobody: the controller",
    "exchange_take_file": "a file to the controller who ordered it: who is in it is noted nowhere a page reads",
    "insight_decide_extract": "months without whose they are: the director, never who asked",
    "insight_withdraw_extract": "the same: the director or the controller",
    "insight_told_of_extract": "the same: that whoever asked has seen what was decided",
    "insight_publish": "figures that may be told, of nobody: the controller",
    "insight_put_off_question": "about a colleague, no person: herself",
    "insight_say_how_it_goes": "about a colleague, no person: herself, and apart from that a sum of her unit",
    "initiatives_carry_over": "a head of the municipality, who reads nothing: everybody goes along",
    "cases_hand_unit_over": "the head of the unit that all of it goes from, who reads nothing",
    "projects_counted": "whoever leads a project, in numbers that are kept as they were told",
    "projects_hand_in": "that a file was handed in, by the municipality's coordinator: nobody is named",
    "projects_make_month": "a file of those whom the coordinator's own unit is let in about",
    "projects_take_month": "the file to a coordinator who may see everybody in it",
    "projects_finish": "whoever leads a project, who reads nobody: its coordinators are let out about everybody",
    "staff_keep_profile": "about a colleague, no person: herself",
    "staff_say_away": "about a colleague, no person: the head of the unit",
    "staff_say_back": "about a colleague, no person: herself, or the head of the unit",
    "matching_answer_here": "a proposal to the workplace that whoever acts manages",
    "matching_read_here": "that what waits at the own workplace was read",
    "matching_agree_placement": "a placement that whoever acts has made there, on the employer's yes",
    "cases_next_case_number": "a number, of nobody",
    "documents_keep": "a file's facts, of nobody, which nobody sees until a row of a room ties them",
    "cases_open_as_head": "the head of the case's unit: this is the opening",
    "cases_reassign": "the head of the case's unit, who reads nothing",
    "history_give_up_form": "a form that was sent, of whoever acts",
    "history_keep_form": "a form that was sent, of whoever acts",
    "history_take_form": "a form that was sent, of whoever acts",
    "people_agree_opening": "a second head of unit",
    "people_find_number": "the search itself",
    "people_new_household": "a household, of nobody yet",
    "people_open_in_emergency": "this is the opening",
    "people_register": "somebody new",
    "messages_leave": "the administrator who keeps the unit, of an order whose words nobody is told",
    "messages_send_again": "as above: the words are those that somebody has ordered already",
    "messages_write_wording": "words of messages, of nobody: an administrator",
    "messages_print": "whoever holds the plan for good, by messages_lock_letters",
    "messages_post": "as above",
    "messages_cannot_post": "as above",
    "messages_send_again_to": "whoever holds the plan for good, by messages_lock_loose",
    "messages_to_colleague": "about nobody: a colleague's own address",
    "partnerships_confirm_invitation": "about a colleague, no person: the head above a partner's workplace",
    "partnerships_decline_invitation": "about a colleague, no person: the head above a partner's workplace",
    "partnerships_in_line": "locks an agreement, of nobody, for who keeps it, and writes nothing",
    "partnerships_receive_referral": "somebody who is not registered, referred to the unit whose social worker acts",
    "partnerships_refer": "somebody who is not registered, by her own consent: the site of a partner",
    "partnerships_take_out_story": "hides what somebody has told: the partner of the report, or its keeper",
    "partnerships_take_back_invitation": "about a colleague, no person: the coordinator who asked",
    "partnerships_take_back_referral": "the same: the site that referred",
    "placements_answer": "the site, before it is let in",
    "placements_close": "the site's leader, of an activity",
    "placements_queue": "keeps how many wait, about nobody",
    **dict.fromkeys(
        ("plans_map_step", "plans_write_ladder", "plans_drop_ladder", "plans_use_ladder"), "frames, of nobody"
    ),
    **dict.fromkeys(
        ("rules_write", "rules_send", "rules_confirm", "rules_withdraw", "rules_decide_mark"),
        "rules, of nobody: an administrator, a second",
    ),
    **dict.fromkeys(
        (
            "rules_add_code",
            "rules_rename_code",
            "rules_close_code",
            "rules_write_text",
            "rules_write_mark",
            "rules_stop_mark",
        ),
        "words, of nobody",
    ),
    "rules_meet_concept": "an occupation's id, without a word: the employer team, of an ad",
    "placements_close_unit": "an administrator, of a unit with nobody in it",
    "staff_account_for_link": "about a colleague, no person: the administrator who keeps the account",
    "staff_change_colleague": "about a colleague, no person: the administrator who keeps the account",
    "staff_change_unit": "a unit",
    "staff_confirm_membership": "a membership",
    "staff_end_membership": "a membership",
    "staff_give_membership": "a membership",
    "staff_keep_account": "about a colleague, no person: the administrator who keeps the account",
    "staff_make_colleague": "about a colleague, no person: an administrator",
    "staff_make_organisation": "a body that the municipality works with",
    "staff_make_unit": "a unit",
}
