"""Who can be chosen: those whose membership holds today, whatever ends or begins later."""

from datetime import timedelta

import pytest

from trappan.staff.choices import in_role
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import TODAY

MONTH = timedelta(days=30)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("membership", "offered"),
    [
        ({}, True),
        ({"ends_on": TODAY + MONTH}, True),
        ({"ends_on": TODAY + timedelta(days=1)}, True),
        ({"ends_on": TODAY}, False),
        ({"starts_on": TODAY}, True),
        ({"starts_on": TODAY + MONTH}, False),
        ({"confirmed": False}, False),
    ],
)
def test_offered_while_the_membership_holds(today, membership, offered):
    colleague = make_colleague("supervisor", make_unit("site"), **membership)
    assert (colleague in in_role("supervisor", "site_leader")) is offered


def test_another_role_is_not_offered(today):
    assert make_colleague("consultant") not in in_role("supervisor")
