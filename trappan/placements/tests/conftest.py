"""A café with its supervisor, and a case whose person may be placed there."""

import pytest

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.staff.testing import make_colleague


@pytest.fixture
def cafe(today):
    return make_activity("Café")


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
    return make_case()
