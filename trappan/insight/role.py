"""The role in which figures are counted and read: entered by the worker's login alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from trappan import database


@contextmanager
def counting() -> Iterator[None]:
    """Be the role for figures, which reads the spine and nothing of people, to the end of what is done here."""
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_figures")
        yield
        database.execute("RESET ROLE")
