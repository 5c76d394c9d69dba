"""A café with its supervisor, a case, and a case with a plan whose person is placed there."""

import pytest

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.placements.testing import make_placement
from trappan.plans.testing import make_plan
from trappan.staff.testing import make_colleague
from trappan.testing import TODAY


@pytest.fixture
def cafe(today):
    return make_activity("Café")


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def planned(today):
    """A case with a decided plan and one goal."""
    made = make_case()
    make_plan(made, goals=["Tala svenska i arbetet"])
    return made


@pytest.fixture
def placement(planned, cafe, tor):
    """Somebody with a plan, placed at the café on Thursdays."""
    return make_placement(planned.responsible, person=planned.person, activity=cafe, starts_on=TODAY)
