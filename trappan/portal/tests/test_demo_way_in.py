"""The demo's way in as if by an eID: there alone, of the card's person, or of whoever is in by a PIN."""

import pytest
from django.urls import reverse

from trappan import database
from trappan.cases.testing import make_case
from trappan.portal.models import OwnSession
from trappan.portal.own import COOKIE, back_to, make_session
from trappan.portal.testing import session_for
from trappan.schedules.models import Clock

pytestmark = pytest.mark.django_db
STEP_UP = "/me/demo/"


@pytest.fixture
def samira(jonna):
    return make_case(consultant=jonna, given_name="Samira", family_name="Påhitt").person


def test_the_card_opens_her_pages_by_an_eid(samira, browser):
    answer = browser.post(reverse("demo:enter", args=["eid"]))
    assert answer["Location"] == "/me/week/"
    assert browser.get("/me/week/").status_code == 200
    session = OwnSession.objects.get()
    assert (session.person_id, session.account_id, session.level) == (samira.pk, None, "demo")


def test_whoever_is_in_by_a_pin_steps_up_as_oneself(samira, case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    assert browser.post(STEP_UP, {"next": "/me/steps/"})["Location"] == "/me/steps/"
    assert OwnSession.objects.exclude(level="").get().person_id == case.person_id


def test_nobody_steps_up_who_is_not_in(samira, browser):
    assert browser.post(STEP_UP)["Location"] == "/me/"
    assert not OwnSession.objects.exists()


def test_it_is_not_there_outside_the_demo(samira, browser, settings):
    settings.DEMO = False
    for path in (STEP_UP, reverse("demo:enter", args=["eid"])):
        assert browser.post(path).status_code == 404
    assert not OwnSession.objects.exists()


def test_the_database_opens_nothing_by_it_where_no_clock_is_held(samira):
    Clock.objects.all().delete()
    assert database.value("demo_by_eid", "Samira Påhitt", "", make_session()) is False
    assert not OwnSession.objects.exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "",
        "/",
        "//example.com/me/week/",
        "https://example.com/me/",
        "/me/../people/",
        "/me\n/week/",
        "/people/1/",
        "/me/x/",
    ],
)
def test_one_goes_on_to_own_pages_alone(elsewhere):
    assert back_to(elsewhere) == "/me/week/"
    assert back_to("/me/steps/?all=1") == "/me/steps/?all=1"
