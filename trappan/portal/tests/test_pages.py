"""My steps, and who has read about me."""

import pytest

from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_for
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

STEPS, READ, MORE = "/me/steps/", "/me/who-has-read/", "/me/more/"


@pytest.fixture
def samira(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    return browser


def test_no_step_yet_says_that_nobody_needs_to_wait(samira):
    page = text(samira.get(STEPS))
    assert "Inget steg är satt än" in page
    assert "Du behöver inte vänta" in page


@pytest.mark.requirement("R-022", "R-059", "R-123")
def test_where_one_stands_and_what_has_been_seen_and_nothing_of_going_back(
    samira, case, jonna, placement, tor, django_assert_max_num_queries
):
    third, fourth = LadderStep.objects.filter(ladder__is_main=True, number__in=(3, 4)).order_by("number")
    with as_(jonna):
        about = {"person": case.person, "today": TODAY}
        plans.move_step(**about, step=fourth, day=TODAY.replace(day=5), evidence="Kom i tid varje dag")
        plans.move_step(**about, step=third, day=TODAY, evidence="Förskolan var stängd")
    with as_(tor) as actor:
        about = {"person_id": case.person_id, "unit_id": actor.unit_id, "day": TODAY, "today": TODAY}
        plans.see_sign(**about, text="Skrev något fritt", sign=fourth.signs[0])
    with django_assert_max_num_queries(12):
        page = text(samira.get(STEPS))
    assert f"Du står på steg 3: {third.name}" in page
    assert f"Nästa steg: {fourth.name}" in page
    assert fourth.signs[0] in page
    assert "1 sak är klar." in page
    assert "Små steg räknas" in page
    for never in ("Förskolan var stängd", "Kom i tid varje dag", "Skrev något fritt", " 5 november", "s-back"):
        assert never not in page, never


def test_who_has_read_by_day_role_and_unit_and_never_by_name(samira, case, jonna, client):
    sign_in(client, jonna).get(f"/people/{case.person_id}/")
    client.get(f"/people/{case.person_id}/attendance/")
    page = text(samira.get(READ))
    assert "Torsdag 12 november" in page
    assert f"Arbetsmarknadskonsulent, {jonna.unit.name}" in page
    assert "Din sida" in page
    assert "Närvaro" in page
    assert jonna.colleague.name not in page
    assert jonna.colleague.given_name not in page


def test_readings_of_somebody_else_are_not_there(samira, case, jonna, other, client):
    twin = make_colleague("social_worker")
    sign_in(client, twin)
    stranger = make_person(twin)
    client.get(f"/people/{stranger.pk}/")
    client.get(f"/people/{case.person_id}/")  # 404: not hers
    assert twin.unit.name not in text(samira.get(READ))


def test_more_leads_to_what_is_not_in_the_menu(samira):
    page = text(samira.get(MORE))
    for url in (READ, "/me/said/"):
        assert f'href="{url}"' in page
        assert samira.get(url).status_code == 200


@pytest.mark.parametrize("url", [STEPS, READ, MORE, "/me/week/", "/me/said/"])
def test_each_page_is_nobodys_without_a_session_and_kept_by_nobody(samira, browser, url, client):
    assert client.get(url)["Location"] == "/me/"
    page = samira.get(url)
    assert page["Cache-Control"] == "no-store"
    assert "<script" not in text(page)
