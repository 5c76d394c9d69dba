"""What a second look at the own pages found: an old PIN, a guessed one, two at once, and what was said too early."""

from datetime import time, timedelta

import pytest

from trappan import database
from trappan.cases.testing import make_case, social_worker_of
from trappan.history.models import Event
from trappan.outcomes.operations import record_exit
from trappan.people.models import Number
from trappan.placements import operations as placements
from trappan.placements.models import Notice
from trappan.plans.models import PlanPart
from trappan.plans.testing import make_plan
from trappan.portal.models import Account, OwnSession
from trappan.portal.own import COOKIE
from trappan.portal.testing import PIN, as_person, handed_over, say, session_for
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text

CHOOSE, START, WEEK = "/me/pin/", "/me/", "/me/week/"
TOMORROW = TODAY + timedelta(days=1)


def begin(browser, slip, pin=PIN):
    return browser.post(CHOOSE, {"code": slip.code, "pin": pin, "again": pin})


def enter(slip, pin=PIN):
    return WebClient().post(START, {"number": slip.number, "pin": pin}).status_code


def test_a_way_in_ends_with_the_case_and_a_new_case_opens_no_old_one(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    begin(browser, slip)
    with as_(jonna) as actor:
        record_exit(case=case, day=TODAY, today=actor.today, reason="moved")
    assert (Account.objects.get().ended_why, OwnSession.objects.count()) == ("closed", 0)
    make_case(person=case.person, social_worker=social_worker_of(case))
    assert enter(slip) == 422
    assert browser.get(WEEK).status_code == 302


@pytest.mark.parametrize("pin", ["850412", "120485", "041285", "198504", "121985", "122398"])
def test_a_pin_is_no_figures_of_the_birth_date_or_the_personal_number(case, jonna, browser, pin):
    Number.objects.filter(person=case.person).update(number="198504122398")
    slip = handed_over(jonna, case.person)
    answer = begin(browser, slip, pin)
    assert answer.status_code == 422
    assert "Andra skulle gissa" in text(answer)
    assert begin(browser, slip).status_code == 302, "and nothing was used by it"


def test_thirty_wrong_ones_in_all_end_the_way_in_and_a_right_one_begins_the_count_anew(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    begin(browser, slip)

    def wrong():
        return database.value("portal_try", slip.number.replace(" ", ""))

    def opens():
        database.execute("UPDATE portal_account SET locked_until = NULL, tries = 0")

    for _turn in range(29):
        assert wrong()
        opens()
    assert enter(slip) == 302
    for _turn in range(30):
        assert wrong()
        opens()
    assert wrong() is None
    assert Account.objects.get().ended_why == "guessed"
    assert Event.objects.filter(verb="portal.worn_out", person=case.person).exists()
    assert enter(slip) == 422
    page = text(sign_in(browser, jonna).get(f"/people/{case.person_id}/own-pages/"))
    assert "För många fel pinkoder" in page


def test_a_pin_opens_no_free_text_of_the_plan_and_no_closed_cases_plan(case, jonna, browser):
    about = {"title": "Beroendemottagningen", "held_by": "Regionen", "week": read_week("tor 9-10")}
    make_plan(case, parts=[{"kind": "care", **about}])
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    page = text(browser.get(WEEK))
    assert "Inbokat" in page
    for words in ("Beroende", "Regionen", str(PlanPart.Kind.CARE.label)):
        assert words not in page


def test_pressed_twice_it_is_said_once_and_alarms_nobody(placement, jonna):
    with as_person(jonna, placement.person):
        about = placement.pk, TODAY
        assert [say("portal_say_away", *about, "sick"), say("portal_say_away", *about, "sick")] == ["", ""]
        assert [say("portal_take_back", *about), say("portal_take_back", *about)] == ["", ""]
    assert not Notice.objects.exists()


def test_what_a_colleague_notes_after_the_persons_word_stands(placement, jonna, tor, client):
    with as_person(jonna, placement.person):
        say("portal_say_late", placement.pk, TODAY, 20)
    with as_(jonna):
        placements.tell_beforehand(placement=placement, day=TODAY, today=TODAY, reason="sick")
    assert "Har sagt: inte i dag" in text(sign_in(client, tor).get("/day/"))
    with as_person(jonna, placement.person):
        assert say("portal_take_back", placement.pk, TODAY) == "known"
        assert say("portal_say_late", placement.pk, TODAY, 10) == "known"


def test_that_the_site_has_seen_it_is_said_when_it_has(placement, jonna, tor, client, browser):
    browser.cookies[COOKIE] = session_for(jonna, placement.person)
    late = {"said": "late", "placement": placement.pk, "day": TOMORROW, "minutes": "20"}
    browser.post("/me/say/", late)
    sign_in(client, tor).get("/day/")
    assert "Arbetsplatsen har sett det" not in text(browser.get(WEEK)), "today's list tells of no other day's late"
    set_today(TOMORROW, time(8))
    client.get("/day/")
    assert "Arbetsplatsen har sett det" in text(browser.get(WEEK))


def test_who_opened_it_by_a_link_is_among_those_who_have_read(placement, jonna, browser):
    Event.objects.create(kind="read", verb="agreements.open_link", person=placement.person, scope="plan", details={})
    browser.cookies[COOKIE] = session_for(jonna, placement.person)
    page = text(browser.get("/me/who-has-read/"))
    assert "En arbetsgivare" in page


def test_a_slip_that_is_loaded_again_ends_no_code(case, jonna, client):
    sign_in(client, jonna)
    page = f"/people/{case.person_id}/own-pages/"
    sent = {"form": "hand_out_code", "hand_out_code-proven": "known", "once": "x" * 20, "acting_as": jonna.pk}
    assert client.post(page, sent).status_code == 200
    again = client.post(page, sent)
    assert (again.status_code, again.url) == (302, page)
    assert Account.objects.get().codes.filter(ended_at=None).count() == 1


def test_nobody_is_in_for_longer_than_ten_hours(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    database.execute("UPDATE portal_ownsession SET began_at = now() - interval '601 minutes'")
    assert browser.get(WEEK).status_code == 302
