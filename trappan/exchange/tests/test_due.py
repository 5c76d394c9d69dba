"""What is owed to authorities stands until it has been sent."""

from datetime import date

import pytest

from trappan import database
from trappan.exchange import operations
from trappan.exchange.tests.test_delivery import YEAR, again, made
from trappan.insight.tests.test_board import LAST
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db


def test_what_was_never_sent_stays_on_the_desk_and_so_does_a_correction_that_waits(controller):
    def due():
        with as_(controller):
            return {(one.kind, one.first): one.sent for one in database.rows("exchange_due")}

    sent = made(controller)
    with as_(controller):
        operations.send_delivery(delivery=sent)
    assert due()["statistics_month", LAST] == TODAY
    again(controller, sent)
    assert due()["statistics_month", LAST] is None, "the latest version lies here"
    set_today(date(2027, 1, 4))
    waits = {key for key, day in due().items() if day is None}
    assert {("statistics_month", date(year, month, 1)) for year, month in ((2026, 11), (2026, 12))} < waits
    assert {("statistics_month", LAST), ("kolada_items", YEAR), ("kolada_items", date(2026, 1, 1))} < waits
