"""What tests of the own pages stand on: two people at one site, who looks after them, a browser that reaches as web."""

from datetime import date, timedelta

import pytest

from trappan.activities.models import Activity
from trappan.cases.testing import consultant_of, make_case
from trappan.placements.testing import make_placement
from trappan.plans.testing import make_plan
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_by_eid
from trappan.schedules.week import read_week
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import TODAY, WebClient


@pytest.fixture
def case(today):
    return make_case(given_name="Samira", family_name="Sagosson")


@pytest.fixture
def jonna(case):
    return consultant_of(case)


@pytest.fixture
def plan(case):
    """A plan in force, with a day of its week and a goal."""
    return make_plan(
        case,
        parts=[{"kind": "sfi", "held_by": "Lärcentrum", "week": read_week("ons 9-12")}],
        goals=["Ta emot en beställning"],
    )


@pytest.fixture
def samira(case, browser):
    """The browser of the person, who has come in by an eID."""
    browser.cookies[COOKIE] = session_by_eid(case.person)
    return browser


@pytest.fixture
def place(today):
    return Activity.objects.create(
        code="kok",
        name="Köket",
        unit=make_unit("site"),
        kind="workplace",
        places=9,
        starts_on=date(2021, 1, 1),
        address="Storgatan 1",
        contact="Tor Låtsberg",
        phone="08-465 004 03",
    )


@pytest.fixture
def tor(place):
    return make_colleague("supervisor", place.unit, name="Tor Låtsberg")


@pytest.fixture
def placement(case, jonna, place, tor):
    return placed(jonna, case, place)


@pytest.fixture
def other(jonna, place, tor):
    """Somebody else at the same site, with the same consultant."""
    return placed(jonna, make_case(consultant=jonna, given_name="Bo", family_name="Bildt"), place)


def placed(by, case, place):
    return make_placement(
        by,
        person=case.person,
        activity=place,
        week="tor 13-23, fre 13-23",
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=90),
    )


@pytest.fixture
def browser():
    return WebClient()
