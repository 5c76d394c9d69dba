"""The way in without an eID: a code that is handed over, a PIN, a session, and out again."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from trappan import database
from trappan.history.models import Event
from trappan.outcomes.operations import record_exit
from trappan.people.operations import protect
from trappan.portal.models import Account, Code, OwnSession
from trappan.portal.operations import end_way_in, hand_out_code
from trappan.portal.own import COOKIE, own
from trappan.portal.pins import SIGNS, refuse_weak
from trappan.portal.testing import PIN, handed_over, session_for
from trappan.refusals import Refused
from trappan.secrecy.acting import NotActing
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, WebClient, sign_in, text

WEEK, START, CODE, CHOOSE, OUT = "/me/week/", "/me/", "/me/code/", "/me/pin/", "/me/out/"


def begin(browser, slip, pin=PIN, **more):
    return browser.post(CHOOSE, {"code": slip.code, "pin": pin, "again": pin, **more})


def sign_in_with(browser, slip, pin=PIN, **more):
    return browser.post(START, {"number": slip.number, "pin": pin, **more})


@pytest.mark.requirement("R-240")
def test_a_code_in_the_hand_opens_the_week_once_and_the_pin_ever_after(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    asked = browser.post(CODE, {"code": slip.code.lower(), "shared": "on"})
    assert asked.status_code == 200
    assert "Välj en pinkod" in text(asked)
    assert Code.objects.get().used_at is None, "to look at it uses nothing"
    answer = begin(browser, slip, shared="on")
    assert (answer.status_code, answer["Location"]) == (302, WEEK)
    assert "Samira" in text(browser.get(WEEK))

    again = begin(WebClient(), slip)
    assert (again.status_code, COOKIE in again.cookies) == (422, False), "it worked once"
    assert sign_in_with(later := WebClient(), slip)["Location"] == WEEK
    assert later.get(WEEK).status_code == 200
    assert Event.objects.filter(person=case.person, kind="sign_in").count() == 2


def test_what_is_kept_is_neither_code_nor_pin_nor_session(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    begin(browser, slip)
    kept = str([*Account.objects.values(), *Code.objects.values(), *OwnSession.objects.values()])
    for secret in (slip.code, slip.code.replace(" ", ""), PIN, browser.cookies[COOKIE].value):
        assert secret not in kept
    assert set(slip.code.replace(" ", "")) <= set(SIGNS)
    assert len(slip.code.replace(" ", "")) == 10
    cookie = browser.cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["max-age"], cookie["expires"]) == ("/me/", True, "", "")


def test_a_new_code_ends_the_older_and_an_old_one_opens_nothing(case, jonna, browser):
    first, second = handed_over(jonna, case.person), handed_over(jonna, case.person)
    assert first.number == second.number
    assert browser.post(CODE, {"code": first.code}).status_code == 422
    Code.objects.filter(ended_at=None).update(expires_at=timezone.now() - timedelta(days=999))
    assert browser.post(CODE, {"code": second.code}).status_code == 422
    assert begin(browser, second).status_code == 422


def test_the_code_holds_for_as_many_days_as_the_rules_say(case, jonna):
    slip = handed_over(jonna, case.person)
    assert timezone.localtime(slip.until).date() == TODAY + timedelta(days=15), "fourteen, the last one whole"


@pytest.mark.parametrize(
    "pin", ["111111", "123456", "654321", "121212", "123123", "890123", "12345", "1234567", "12a456"]
)
def test_a_pin_that_anybody_would_guess_is_refused(pin):
    with pytest.raises(Refused):
        refuse_weak(pin, 6)


def test_a_pin_that_is_refused_uses_no_code(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    assert begin(browser, slip, "123456").status_code == 422
    assert begin(browser, slip, again="274914").status_code == 422
    assert Code.objects.get().used_at is None


def test_wrong_pins_lock_for_a_while_and_a_new_code_opens_at_once(case, jonna, browser):
    slip = handed_over(jonna, case.person)
    begin(browser, slip)
    guess = WebClient()
    wrong = [text(sign_in_with(guess, slip, "905173")) for _one in range(5)]
    locked = sign_in_with(guess, slip)
    assert (locked.status_code, COOKIE in locked.cookies) == (422, False), "the right one opens nothing now"
    nobodys = text(guess.post(START, {"number": "10000000", "pin": PIN}))
    said = "Numret och pinkoden hör inte ihop"
    assert all(said in page for page in (*wrong, text(locked), nobodys)), "one answer"
    assert Event.objects.filter(verb="portal.lock", person=case.person).count() == 1

    Account.objects.update(locked_until=timezone.now() - timedelta(hours=1))
    assert sign_in_with(guess, slip)["Location"] == WEEK, "by time"
    for _one in range(5):
        sign_in_with(WebClient(), slip, "905173")
    assert begin(WebClient(), handed_over(jonna, case.person))["Location"] == WEEK, "by a new code"


def test_one_address_is_slowed_whatever_the_number(case, jonna, browser, monkeypatch):
    monkeypatch.setattr("trappan.portal.views.sign_in.RATES", {"own_tries": "2/10m/ip"})
    answers = [browser.post(START, {"number": f"2000000{one}", "pin": PIN}).status_code for one in range(3)]
    assert answers == [422, 422, 429]


@pytest.mark.parametrize(("shared", "minutes"), [(False, 30), (True, 10)])
def test_whoever_is_away_is_out_sooner_on_a_borrowed_device(case, jonna, shared, minutes):
    session = session_for(jonna, case.person, shared=shared)

    def away(seconds):
        OwnSession.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))

    away(minutes * 60 - 20)
    with own(session) as me:
        assert me.shared == shared
    away(minutes * 60 + 20)
    with pytest.raises(NotActing), own(session):
        pass


def test_to_go_out_leaves_nothing_that_opens(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    page = browser.get(WEEK)
    assert page["Cache-Control"] == "no-store"
    had = browser.cookies[COOKIE].value
    answer = browser.post(OUT)
    assert answer.cookies[COOKIE].value == ""
    assert answer["Clear-Site-Data"] == '"cache"'
    browser.cookies[COOKIE] = had
    assert browser.get(WEEK)["Location"].startswith(START), "nor does what somebody wrote down before"
    assert not OwnSession.objects.exists()


def test_a_colleague_and_a_participant_in_one_browser_do_not_mix(case, jonna, browser):
    sign_in(browser, jonna)
    own_pages = session_for(jonna, case.person)
    browser.cookies[COOKIE] = own_pages
    assert "Mallgren" not in text(browser.get(WEEK))
    assert jonna.colleague.name not in text(browser.get("/me/steps/"))
    assert browser.get(f"/people/{case.person_id}/").status_code == 200, "still the colleague"
    browser.post(OUT)
    assert browser.get(f"/people/{case.person_id}/").status_code == 200, "whose session is another"
    anew = WebClient()
    anew.cookies[COOKIE] = own_pages
    assert anew.get(f"/people/{case.person_id}/").status_code == 302, "a participant opens no page of staff"


def ended(case, jonna):
    with as_(jonna):
        end_way_in(person=case.person)


def protected(case, jonna):
    with as_(jonna):
        protect(person=case.person, protection="marked")


def closed(case, jonna):
    with as_(jonna):
        record_exit(case=case, day=TODAY, today=TODAY, reason="died")


@pytest.mark.parametrize("how", [ended, protected, closed])
def test_it_ends_at_once_with_the_account_the_protection_and_the_case(case, jonna, browser, how):
    slip = handed_over(jonna, case.person)
    begin(browser, slip)
    later = handed_over(jonna, case.person)
    how(case, jonna)
    assert browser.get(WEEK)["Location"].startswith(START)
    assert sign_in_with(browser, slip).status_code == 422
    assert browser.post(CODE, {"code": later.code}).status_code == 422


def test_nobody_protected_and_nobody_without_a_case_gets_a_code(case, jonna):
    with as_(jonna):
        protect(person=case.person, protection="marked")
        with pytest.raises(Refused, match="skyddade"):
            hand_out_code(person=case.person, proven="known")
        assert not Account.objects.exists()


def test_only_who_works_with_the_person_hands_over_and_ends(case, jonna, tor, client):
    twin = make_colleague("consultant")
    for who in (twin, tor, make_colleague("head_of_unit", jonna.unit)):
        for function in ("portal_hand_out", "portal_end"):
            with as_(who), pytest.raises(DatabaseError, match="not held"), transaction.atomic():
                values = ("x" * 64, "known") if function == "portal_hand_out" else ()
                database.value(function, case.person_id, *values)
    assert sign_in(client, twin).get(f"/people/{case.person_id}/own-pages/").status_code == 404
    assert sign_in(client, tor).get(f"/people/{case.person_id}/own-pages/").status_code == 403


def test_the_colleague_sees_the_code_once_and_how_it_was_proven_for_good(case, jonna, client):
    url = f"/people/{case.person_id}/own-pages/"
    sign_in(client, jonna)
    sent = {"form": "hand_out_code", "hand_out_code-proven": "document", "acting_as": jonna.pk}
    page = client.post(url, sent)
    code = page.context["slip"].code
    assert page.status_code == 200
    assert code in text(page)
    later = text(client.get(url))
    assert code not in later
    assert "Visade en id-handling" in later
    event = Event.objects.get(verb="portal.hand_out_code")
    assert (event.person_id, event.details) == (case.person_id, {"proven": "document"})
    assert client.post(url, {"form": "end_way_in", "acting_as": jonna.pk}).status_code == 302
    assert Account.objects.get().ended_why == "staff"
