"""One founding for all tests of a class or file, since it is what takes time."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from trappan.demo.founding import found_town


@pytest.fixture(scope="session")
def founded(django_db_setup, django_db_blocker):
    """Found a town that stands as long as one wants it; what a test does to it is taken back after the test."""

    @contextmanager
    def stands(scale):
        # Each test's own transaction is within this one.
        with django_db_blocker.unblock(), transaction.atomic():
            made = found_town(scale=scale)
            with django_db_blocker.block():
                yield made
            transaction.set_rollback(True)

    return stands
