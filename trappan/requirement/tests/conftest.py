"""Somebody placed on Thursdays all October."""

from datetime import date

import pytest

from trappan.activities.models import Activity
from trappan.cases.testing import make_case
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import TODAY


@pytest.fixture
def chain(db):
    """Somebody placed on Thursdays all October, with their consultant, social worker and supervisor."""
    set_today(date(2026, 9, 24))
    case = make_case()
    cafe = Activity.objects.create(
        code="cafe",
        name="Café",
        unit=make_unit("site"),
        kind="workplace",
        places=9,
        starts_on=date(2021, 1, 1),
        support_offered="Samtal och en fast handledare",
    )
    tor = make_colleague("supervisor", cafe.unit)
    placement = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=date(2026, 10, 1))
    set_today(TODAY)
    return case, placement, tor
