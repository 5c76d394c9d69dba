"""A message about somebody is read and ordered by those who hold the plan; to a colleague it is written by a function.

Nobody else reads any: the administrator is told how many, and of which kind, by functions (sql/desk.sql).
"""

from trappan.secrecy.tables import Open, Table

# What somebody orders has not begun: what becomes of it is the worker's to say.
JUST_ORDERED = (
    "tries = 0 AND not_before IS NULL AND tried_at IS NULL AND outcome = '' AND again_of_id IS NULL "
    "AND left_by_id IS NULL AND colleague_id IS NULL AND reminder_id IS NULL AND receipt = '' AND printed_at IS NULL"
)

TABLES = [
    Table("messages_outbox", scope="plan", insert=True, insert_if=JUST_ORDERED, sign_on="INSERT"),
    # Written by messages_receive alone; by whom and when it is lifted is the database's to write.
    Table("messages_deadaddress", scope="plan", update=("works_at",), update_if="works_at IS NULL", update_to="true"),
    # Written by triggers of what is reminded of, and by nobody else.
    Table("messages_reminder", scope="plan"),
    Table(
        "messages_wish",
        scope="plan",
        insert=True,
        update=("way", "language", "tells_time"),
        sign_on="INSERT OR UPDATE",
        versions="plan",
    ),
    Table("messages_pause", scope="plan", insert=True, update=("ends_on",), sign_on="INSERT", versions="plan"),
    # About nobody: what a message says before it is anybody's.
    Open("messages_wording"),
]
