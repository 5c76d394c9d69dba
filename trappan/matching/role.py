"""The roles in which what suits whom is asked, by the reader's grants, and who could start where, by the worker."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, transaction

from trappan import database

STEP = "SELECT current_setting('role') AS before, set_config('role', 'trappan_matching', true)"
BACK = "SELECT set_config('role', %s, true)"


@contextmanager
def as_the_fit() -> Iterator[None]:
    """Ask in the role of the fit, on behalf of whoever acts: what it may not read, nothing that is asked here finds."""
    before = database.query(STEP)[0].before
    try:
        yield
    except DatabaseError:
        raise  # what was set is undone with the transaction, in which nothing more can be asked
    except BaseException:
        database.execute(BACK, [before])
        raise
    database.execute(BACK, [before])


@contextmanager
def allocating() -> Iterator[None]:
    """Be the role that reckons who could start where, and reads no table, to the end of what is done here."""
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_allocation")
        yield
        database.execute("RESET ROLE")
