"""The town's controller has delivered last year's file, so that nothing of it waits on the desk."""

from datetime import date

import pytest

from trappan import database
from trappan.demo.rooms.deliveries import SENT, last_year
from trappan.exchange.models import Delivery, DeliveryFile
from trappan.insight.testing import make_months
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db


def test_last_years_file_was_sent_in_april_and_is_kept_no_longer(today):
    controller = make_colleague("controller", make_unit("management"))
    make_months(0b1 << 11)  # December 2025
    last_year()
    made = Delivery.objects.get()
    assert (made.first, made.rows, made.sent_on, made.sent_by) == (date(2025, 1, 1), 1, SENT, controller)
    assert DeliveryFile.objects.get().content is None
    with as_(controller):
        waits = {one.kind for one in database.rows("exchange_due") if one.sent is None}
    assert waits == {"statistics_month", "kolada_items"}
