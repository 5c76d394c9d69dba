"""What a failure leaves in the log: enough to mend it, nothing about anybody."""

import logging

import pytest
from django.db import IntegrityError, connection

from trappan.logs import Discreet
from trappan.staff.testing import make_organisation

NAME = "Föreningen Hemliga Gruppen"


@pytest.mark.django_db
def test_a_failure_is_logged_by_kind_and_place_and_not_by_what_the_row_said():
    make_organisation(NAME, kind="association", basis="cooperation")
    with pytest.raises(IntegrityError) as failed, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO staff_organisation (name, kind, number, basis, starts_on) "
            "VALUES (%s, 'association', '', 'cooperation', '2020-01-01')",
            [NAME],
        )
    assert NAME in str(failed.value), "the database quotes the row"
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/people/3/",),
        (failed.type, failed.value, failed.tb),
    )  # fmt: skip
    line = Discreet("%(message)s").format(record)
    assert "/people/3/" in line
    assert "IntegrityError" in line
    assert "test_logs.py" in line
    assert NAME not in line


def test_failures_of_pages_go_to_the_discreet_log():
    handlers = logging.getLogger("django").handlers
    assert [type(one.formatter) for one in handlers] == [Discreet]
