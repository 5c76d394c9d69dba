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
    # What sign-in touches, outside `acting`: found by running it, asserted by tests/test_house.py.
    Open("django_session", app="", web=EVERYTHING),
    Open("account_emailaddress", app="", web=EVERYTHING),
    Open("staff_cache", app="", web=EVERYTHING),
    Open("staff_user", app="", web="SELECT, UPDATE (last_login, password, language)"),
]
