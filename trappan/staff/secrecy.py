"""Who reads and writes what is known of organisations, units, colleagues and sign-in."""

from trappan.secrecy.tables import ME, MY_UNIT, Open, Table

EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
MINE = f"membership_id = {ME}"
HEAD = "(SELECT secrecy_role()) = 'head_of_unit'"
OF_MY_UNIT = f"SELECT FROM staff_membership m WHERE m.id = membership_id AND m.unit_id = {MY_UNIT}"

TABLES = [
    Open("staff_organisation", matching="SELECT (id, kind, succeeds_id)"),
    Open("staff_unit", matching="SELECT (id, organisation_id)"),
    Open("staff_earlierunit"),
    Open("staff_succession"),
    Open("staff_colleague"),
    Open("staff_membership", matching="SELECT (id, colleague_id, unit_id, role)"),
    # That somebody is away is the colleague's own, and the unit's head's to know.
    Table("staff_away", read=f"{MINE} OR ({HEAD} AND EXISTS ({OF_MY_UNIT}))"),
    Table("staff_subscription", read=MINE, insert=True, insert_if=MINE, update=("ended_at",), update_if=MINE),
    # A file of a long list is its orderer's alone, and what became of it is the worker's to say.
    Table(
        "staff_listfile",
        read=f"({MINE}) AND (ends_on IS NULL OR (SELECT today()) < ends_on)",
        insert_columns=("title", "name", "export_right", "language", "address", "question", "digest"),
        insert_if=MINE,
        update=("opened_at",),
        update_if=MINE,
    ),
    # What sign-in touches, outside `acting`: found by running it, asserted by tests/test_house_database.py.
    Open("django_session", app="", web=EVERYTHING),
    # The library's own note of an account's address: none but the account's (staff/sql/sign_in.sql).
    Open("account_emailaddress", app="", web="SELECT, INSERT"),
    Open("mfa_authenticator", app="", web=EVERYTHING),
    Open("socialaccount_socialaccount", app="", web="SELECT"),
    Open("staff_cache", app="", web=EVERYTHING),
    Open("staff_user", app="", web="SELECT, UPDATE (last_login, password, language)"),
]
