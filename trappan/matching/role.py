"""The role in which what suits whom is asked: by the reader's grants, of profiles and openings, and of no person."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from trappan import database

STEP = "SELECT current_setting('role') AS before, set_config('role', 'trappan_matching', true)"
BACK = "SELECT set_config('role', %s, true)"


@contextmanager
def as_the_fit() -> Iterator[None]:
    """Ask in the role of the fit, on behalf of whoever acts: what it may not read, nothing that is asked here finds."""
    with transaction.atomic():  # where something fails within, what was set is undone with it
        before = database.query(STEP)[0].before
        yield
        database.execute(BACK, [before])
