"""The way in is written by the database's functions alone; who holds the plan reads that there is one."""

from trappan.secrecy.tables import Closed, Table

TABLES = [
    # Who holds the plan reads all of it, and writes by functions that ask more than a policy can.
    Table("portal_mandate", "plan"),
    # Not the PIN's hash, nor how many tries there were.
    Table(
        "portal_account",
        "plan",
        read_columns=(
            "id",
            "person_id",
            "mandate_id",
            "number",
            "made_at",
            "chosen_at",
            "locked_until",
            "ended_at",
            "ended_why",
        ),
    ),
    # Not the digest: a code is shown once, to whoever hands it over.
    Table(
        "portal_code",
        "plan",
        read_columns=(
            "id",
            "account_id",
            "person_id",
            "proven",
            "author_id",
            "at",
            "expires_at",
            "used_at",
            "ended_at",
        ),
    ),
    Closed("portal_ownsession"),
]
