"""The demo's way in as if by an eID: there alone, of the card's person, or of whoever is in by a PIN."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import reverse

from trappan import database
from trappan.cases.testing import make_case
from trappan.portal.models import OwnSession
from trappan.portal.own import COOKIE, back_to, eid_page, make_session
from trappan.portal.testing import helper_session, make_helper, session_by_eid, session_for
from trappan.schedules.models import Clock
from trappan.testing import text

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


def test_whoever_helps_does_not_step_up_as_the_person(samira, case, jonna, browser):
    browser.cookies[COOKIE] = helper_session(jonna, make_helper(jonna, case.person))
    assert browser.post(STEP_UP, {"next": "/me/steps/"})["Location"] == "/me/"
    assert not OwnSession.objects.exclude(level="").exists()


def test_nobody_steps_up_who_is_not_in(samira, browser):
    assert browser.post(STEP_UP)["Location"] == "/me/"
    assert not OwnSession.objects.exists()


@eid_page
def plan(_request, _me):
    """Stand for a page that a PIN is too little for."""
    return HttpResponse("the plan")


def test_what_a_pin_is_too_little_for_offers_what_this_installation_has(case, jonna, rf, settings):
    def asked(session):
        request = rf.get("/me/steps/?all=1", headers={"cookie": f"{COOKIE}={session}"})
        request.user, request.actor, request.session = AnonymousUser(), None, {}
        return plan(request)

    by_pin = session_for(jonna, case.person)
    answer = asked(by_pin)
    assert answer.status_code == 403
    assert STEP_UP in text(answer), "in the demo"
    assert 'value="/me/steps/?all=1"' in text(answer)
    settings.EID = {**settings.EID, "name": "Legget"}
    assert 'href="/me/eid/?next=/me/steps/%3Fall%3D1"' in text(asked(by_pin))
    assert STEP_UP not in text(asked(by_pin))
    settings.EID, settings.DEMO = {**settings.EID, "name": ""}, False
    assert not [way for way in (STEP_UP, "/me/eid/") if way in text(asked(by_pin))]
    assert text(asked(session_by_eid(case.person))) == "the plan"


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
