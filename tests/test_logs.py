"""What a failure leaves in the log: enough to mend it, nothing about anybody."""

import logging

import pytest
from django.db import IntegrityError, connection
from django.test import RequestFactory
from django.urls import resolve

from trappan.logs import LOGGING, Discreet
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
        "django.request",
        logging.ERROR,
        __file__,
        1,
        "Internal Server Error: %s",
        ("/people/3/",),
        (failed.type, failed.value, failed.tb),
    )
    line = Discreet("%(message)s").format(record)
    assert "/people/3/" in line
    assert "IntegrityError" in line
    assert "test_logs.py" in line
    assert NAME not in line


def test_failures_of_pages_go_to_the_discreet_log():
    assert LOGGING["root"]["handlers"] == list(LOGGING["handlers"])
    assert any(type(one.formatter) is Discreet for one in logging.getLogger().handlers)
    assert not [one for one in logging.getLogger("django").handlers if type(one.formatter) is logging.Formatter]


def test_the_address_asked_for_is_written_as_its_pattern():
    page = resolve("/feed/en-nyckel.ics")
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/feed/en-nyckel.ics",), None
    )
    record.request = RequestFactory().get("/feed/en-nyckel.ics")
    record.request.resolver_match = page
    line = Discreet("%(message)s").format(record)
    assert "en-nyckel" not in line
    assert page.route in line
