"""What tests of agreements stand on: a person placed, a workplace, an agreement, a browser at the database as web."""

from datetime import date, timedelta

import pytest

from trappan.activities.models import Activity
from trappan.agreements.testing import make_agreement, make_workplace
from trappan.cases.testing import consultant_of, make_case
from trappan.employers.testing import make_officer
from trappan.placements.testing import make_placement
from trappan.staff.testing import make_unit
from trappan.testing import TODAY, WebClient


@pytest.fixture
def case(today):
    return make_case(given_name="Samira", family_name="Sagosson")


@pytest.fixture
def jonna(case):
    return consultant_of(case)


@pytest.fixture
def place(case):
    return Activity.objects.create(
        code="kok", name="Köket", unit=make_unit("site"), kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )


@pytest.fixture
def placement(case, jonna, place):
    return make_placement(
        jonna, person=case.person, activity=place, starts_on=TODAY, ends_on=TODAY + timedelta(days=90)
    )


@pytest.fixture
def at(today):
    return make_workplace(make_officer())


@pytest.fixture
def agreement(jonna, placement, at):
    return make_agreement(jonna, placement, at)


@pytest.fixture
def browser():
    return WebClient()
