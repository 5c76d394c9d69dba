"""A message about somebody is read and ordered by those who hold the plan; to a colleague it is written by a function.

Nobody else reads any: the administrator is told how many, and of which kind, by functions (sql/desk.sql).
"""

from trappan.secrecy.tables import Table

# What somebody orders has not begun: what becomes of it is the worker's to say.
JUST_ORDERED = (
    "tries = 0 AND not_before IS NULL AND tried_at IS NULL AND outcome = '' AND again_of_id IS NULL "
    "AND left_by_id IS NULL AND colleague_id IS NULL"
)

TABLES = [Table("messages_outbox", scope="plan", insert=True, insert_if=JUST_ORDERED, sign_on="INSERT")]
