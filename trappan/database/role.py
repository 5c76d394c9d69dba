"""A while in another role of the database's, which reads other rows, or fewer."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from trappan import database

STEP = "SELECT current_setting('role') AS before, set_config('role', %s, true)"
BACK = "SELECT set_config('role', %s, true)"


@contextmanager
def in_role(role: str) -> Iterator[None]:
    """Ask in this role, within a transaction: what it may not read, nothing that is asked here finds."""
    before = database.query(STEP, [role])[0].before
    try:
        yield
    except DatabaseError:
        raise  # what was set is undone with the transaction, in which nothing more can be asked
    except BaseException:
        database.execute(BACK, [before])
        raise
    database.execute(BACK, [before])
