"""Who reads and writes what is known of organisations, units, colleagues and sign-in."""

from trappan.secrecy.tables import ME, Open, Table

EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
MINE = f"membership_id = {ME}"

TABLES = [
    Open("staff_organisation"),
    Open("staff_unit"),
    Open("staff_colleague"),
    Open("staff_membership"),
    Table("staff_subscription", read=MINE, insert=True, insert_if=MINE, update=("ended_at",), update_if=MINE),
    # What sign-in touches, outside `acting`: found by running it, asserted by tests/test_house_database.py.
    Open("django_session", app="", web=EVERYTHING),
    # The library's own note of an account's address: none but the account's (staff/sql/sign_in.sql).
    Open("account_emailaddress", app="", web="SELECT, INSERT"),
    Open("mfa_authenticator", app="", web=EVERYTHING),
    Open("socialaccount_socialaccount", app="", web="SELECT"),
    Open("staff_cache", app="", web=EVERYTHING),
    Open("staff_user", app="", web="SELECT, UPDATE (last_login, password, language)"),
]
