"""The way in by an eID, end to end at a certified provider: whose number opens what, and each no in words."""

import re

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.management import call_command

from tests.provider import LOA2, LOA3, SECRET, running_provider, there_and_back, without
from trappan import database, environment
from trappan.history.models import Event
from trappan.outcomes.operations import record_exit
from trappan.people.models import Number
from trappan.people.operations import protect
from trappan.portal import eid
from trappan.portal.models import OwnSession
from trappan.portal.own import COOKIE, back_to, own
from trappan.portal.testing import session_for
from trappan.rules.models import MunicipalText
from trappan.staff.models import User
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("oidc")]
WEEK, START, EID, BACK = "/me/week/", "/me/", "/me/eid/", "/me/eid/back/"
NOBODY = "Här finns inga sidor för dig just nu"
ELSEWHERE = "i en annan webbläsare eller flik"


@pytest.fixture(scope="module")
def issuer():
    with running_provider() as found:
        yield found


@pytest.fixture
def service(issuer, settings, monkeypatch):
    """Set the installation as its administrator would, in the environment: colleagues and participants apart."""
    for name, client in (("TRAPPAN_OIDC", "trappan"), ("TRAPPAN_EID", "trappan-eid")):
        monkeypatch.setenv(name, issuer)
        monkeypatch.setenv(f"{name}_CLIENT", client)
        monkeypatch.setenv(f"{name}_SECRET", SECRET)
        monkeypatch.setenv(f"{name}_LEVELS", LOA3)
    monkeypatch.setenv("TRAPPAN_OIDC_SUBJECT", "employee")
    monkeypatch.setenv("TRAPPAN_EID_NAME", "Legget")
    settings.OIDC, settings.EID = environment.oidc(named=False), environment.eid(named=False)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": settings.OIDC["apps"]}}
    return issuer


@pytest.fixture
def number(case):
    return carried(case.person, 1)


def drawn(turn):
    return f"19910105238{turn}"


def carried(person, turn):
    """Give a person, who has a reservnummer, a personal number instead."""
    Number.objects.filter(person=person).update(number=drawn(turn))
    return drawn(turn)


def come(issuer, sub, acr=LOA3, web=None, error="", **sent):
    """Press the button, sign in at the provider as somebody, and come back with its answer."""
    web = web or WebClient()
    asked = web.post(EID, {"next": "", **sent})
    return web, web.get(there_and_back(issuer, asked.url, sub, acr, error))


@pytest.mark.requirement("R-240")
def test_whose_eid_it_is_comes_in_and_nothing_of_it_is_kept(service, case, number):
    assert "Logga in med e-legitimation" in text(WebClient().get(START))
    assert "Legget" in text(WebClient().get(EID))
    sessions = Session.objects.count()
    web, answer = come(service, number, shared="on")
    assert (answer.status_code, answer["Location"]) == (302, WEEK)
    assert "Samira" in text(web.get(WEEK))
    with own(web.cookies[COOKIE].value) as me:
        assert (me.by_eid, me.shared) == (True, True)
    session = OwnSession.objects.get()
    assert (session.person_id, session.level, session.account) == (case.person_id, LOA3, None)
    assert set(web.cookies) == {COOKIE, eid.COOKIE, "csrftoken"}
    assert web.cookies[eid.COOKIE].value == "", "what was asked is let go"
    assert (Session.objects.count(), SocialAccount.objects.count()) == (sessions, 0), "no account of the library's"
    event = Event.objects.get(person=case.person, verb="portal.sign_in_by_eid")
    assert (event.kind, event.details) == ("sign_in", {"shared": True, "level": LOA3})


def test_a_device_of_ones_own_is_said_by_the_box_alone(service, number):
    come(service, number, next="/me/steps/?shared=on")
    assert OwnSession.objects.get().shared is False


def test_what_the_address_asks_for_changes_nothing(service):
    more = "?auth_params=acr_values%3Dx%26prompt%3Dnone&scope=email&process=connect&state=x"
    asked = WebClient().post(f"{EID}{more}", {"next": ""})
    assert "prompt=login" in asked.url
    assert "max_age=0" in asked.url
    assert "loa3" in asked.url
    assert "code_challenge_method=S256" in asked.url
    assert "nonce=" in asked.url
    assert not re.search("email|prompt=none|state=x&", asked.url)


def test_too_low_a_level_is_refused_whatever_was_asked(service, number):
    _web, answer = come(service, number, LOA2)
    assert answer.status_code == 403
    assert "Den e-legitimationen räcker inte här" in text(answer)
    assert not OwnSession.objects.exists()


def unknown(case, jonna, number):
    return "199001012385"


def protected(case, jonna, number):
    with as_(jonna):
        protect(person=case.person, protection="marked")
    return number


def closed(case, jonna, number):
    with as_(jonna):
        record_exit(case=case, day=TODAY, today=TODAY, reason="moved")
    return number


def former(case, jonna, number):
    Number.objects.create(person=case.person, number=drawn(7))
    return number


@pytest.mark.parametrize("who", [unknown, protected, closed, former])
def test_a_number_that_opens_nothing_is_one_answer_and_an_entry_without_it(service, case, jonna, number, who):
    MunicipalText.objects.create(kind="contact", starts_on=TODAY, text="Ring 08-465 004 00")
    web, answer = come(service, who(case, jonna, number))
    assert answer.status_code == 403
    assert NOBODY in text(answer)
    assert "08-465 004 00" in text(answer)
    assert "Samira" not in text(answer)
    assert COOKIE not in web.cookies
    assert not OwnSession.objects.exists()
    event = Event.objects.get(verb="portal.refuse_eid")
    assert (event.kind, event.details["issuer"]) == ("refused", service)
    assert event.details["why"] == who.__name__
    assert number not in str(event.details)
    assert event.person_id == (None if who is unknown else case.person_id)
    without = re.sub(r'value="[^"]*"', "", text(answer))
    assert without == re.sub(r'value="[^"]*"', "", text(come(service, "199001012393")[1])), "word for word"


def test_a_service_that_names_no_number_is_said_to_be_set_up_wrongly(service, case, caplog):
    _web, answer = come(service, "7")
    assert answer.status_code == 503
    assert "är inte inställd som den ska" in text(answer)
    assert NOBODY not in text(answer)
    assert Event.objects.get(verb="portal.refuse_eid").details["why"] == "no number"
    assert "trappan.portal.eid.NoNumber" in caplog.text


@pytest.mark.parametrize("dropped", [["prompt"], ["max_age"], ["prompt", "max_age"]], ids="-".join)
def test_on_a_borrowed_device_the_next_does_not_come_in_as_the_earlier(service, case, other, number, dropped):
    """The provider remembers who has signed in, and the browser carries what asks it to ask anew."""
    there, theirs = requests.Session(), carried(other.person, 2)
    web = WebClient()
    web.get(there_and_back(service, web.post(EID, {"next": ""}).url, number, LOA3, there=there))
    web.post("/me/out/")
    asked = without(web.post(EID, {"next": ""}).url, *dropped)
    answer = web.get(there_and_back(service, asked, theirs, LOA3, there=there))
    if len(dropped) == 1:
        assert OwnSession.objects.get().person_id == other.person_id, "the service has asked, for the other's sake"
    else:
        assert "Tjänsten för inloggning svarar inte" in text(answer)
        assert not OwnSession.objects.exists()


def test_a_number_that_was_changed_opens_nothing_until_somebody_has_looked(service, case, jonna, number, client):
    row = "med ett nummer som personen hade förut"
    with own(come(service, number)[0].cookies[COOKIE].value) as me:
        assert me.by_eid
    Number.objects.create(person=case.person, number=drawn(7))
    assert not OwnSession.objects.exists(), "whoever came in by the old one is out"
    assert row not in text(sign_in(client, jonna).get("/"))
    come(service, number)
    desk = text(client.get("/"))
    assert row in desk
    assert f"/people/{case.person_id}/own-pages/" in desk
    assert number not in desk
    assert come(service, drawn(7))[1]["Location"] == WEEK, "the person's own of today"
    Number.objects.filter(number=number).delete()
    assert row not in text(client.get("/")), "it is nobody's any more"


def test_a_number_that_is_anothers_now_opens_the_others_pages_alone(service, case, other, number):
    Number.objects.filter(person=other.person).delete()
    Number.objects.filter(person=case.person).update(number=drawn(7))
    Number.objects.create(person=other.person, number=number)
    web, _answer = come(service, number)
    assert OwnSession.objects.get().person_id == other.person_id
    assert "Bo" in text(web.get(WEEK))


def test_the_log_keeps_ten_an_hour_of_the_same_and_all_are_refused(today):
    asked = [database.value("portal_sign_in_by_eid", "199001012385", LOA3, "x", f"s{one}", False) for one in range(12)]
    assert asked == [False] * 12
    assert Event.objects.filter(verb="portal.refuse_eid").count() == 10
    assert not database.value("portal_sign_in_by_eid", "199001012393", LOA3, "x", "s", False)
    assert Event.objects.filter(verb="portal.refuse_eid").count() == 11, "of another number its own"


def test_whoever_stops_on_the_way_is_told_that_nothing_has_happened(service, number):
    _web, answer = come(service, number, error="access_denied")
    assert answer.status_code == 401
    assert "Du avbröt på vägen" in text(answer)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_service_that_is_down_says_so_and_offers_the_pin(service, settings, number, when):
    web = WebClient()
    if when == "after":
        asked = web.post(EID, {"next": ""})
        back = there_and_back(service, asked.url, number, LOA3)
    settings.EID = {**settings.EID, "issuer": "http://127.0.0.1:9"}
    answer = web.post(EID, {"next": ""}) if when == "before" else web.get(back.partition("&iss=")[0])
    assert answer.status_code == 503
    assert "Tjänsten för inloggning svarar inte" in text(answer)
    assert f'href="{START}"' in text(answer)
    assert not OwnSession.objects.exists()


def test_an_answer_works_once_and_in_the_browser_that_asked(service, number):
    web = WebClient()
    asked = web.post(EID, {"next": ""})
    kept = web.cookies[eid.COOKIE].value
    back = there_and_back(service, asked.url, number, LOA3)
    for stranger in (WebClient(), came_with(WebClient(), WebClient().post(EID, {"next": ""}))):
        answer = stranger.get(back)
        assert (answer.status_code, ELSEWHERE in text(answer)) == (401, True)
    assert web.get(back)["Location"] == WEEK
    assert web.get(back).status_code == 401, "and is taken once"
    web.cookies[eid.COOKIE] = kept
    assert web.get(back).status_code == 503, "the service answers a code once too"
    assert OwnSession.objects.count() == 1


def came_with(browser, answer):
    """Give a browser what another question left."""
    browser.cookies[eid.COOKIE] = answer.cookies[eid.COOKIE].value
    return browser


def test_what_was_asked_long_ago_is_asked_anew(service, number, monkeypatch):
    monkeypatch.setattr(eid, "LASTS", -1)
    _web, answer = come(service, number)
    assert (answer.status_code, ELSEWHERE in text(answer)) == (401, True)


def test_colleagues_and_participants_ways_in_take_nothing_of_each_other(service, jonna, number):
    call_command("identity", User.objects.get(colleague=jonna.colleague).email, "employee-7")
    web = WebClient()
    staff, mine = web.post("/account/by/staff/"), web.post(EID, {"next": ""})
    of_staff = there_and_back(service, staff.url, "7", LOA3).partition("?")[2]
    of_mine = there_and_back(service, mine.url, number, LOA3).partition("?")[2]
    for path in (f"{BACK}?{of_staff}", f"/account/by/staff/back/?{of_mine}", f"/account/by/eid/back/?{of_mine}"):
        assert web.get(path).status_code in (401, 404)
    assert WebClient().post("/account/by/eid/").status_code == 404
    assert "_auth_user_id" not in web.session
    assert not OwnSession.objects.exists()


def test_a_colleague_who_is_a_participant_too_keeps_both_apart(service, case, jonna, number):
    web = sign_in(WebClient(), jonna)
    before = dict(web.session)
    come(service, number, web=web)
    assert "Samira" in text(web.get(WEEK))
    assert web.get(f"/people/{case.person_id}/").status_code == 200, "still the colleague"
    after = dict(web.session)
    assert {key: after[key] for key in before} == before
    assert not [key for key in after if key not in before]
    web.post("/me/out/")
    assert web.get(f"/people/{case.person_id}/").status_code == 200


def test_whoever_is_in_by_a_pin_goes_on_by_an_eid_to_the_page_that_asked(service, case, jonna, number):
    web = WebClient()
    web.cookies[COOKIE] = session_for(jonna, case.person)
    assert 'value="/me/steps/?all=1"' in text(web.get(f"{EID}?next=/me/steps/%3Fall%3D1"))
    _web, answer = come(service, number, web=web, next="/me/steps/?all=1")
    assert answer["Location"] == "/me/steps/?all=1"
    assert [one.level for one in OwnSession.objects.all()] == [LOA3], "the PIN's session has ended"
    for page in ("https://example.com/me/", "/me/out/", "/me/eid/back/", "/me/code/", "/me/", "/people/"):
        assert back_to(page) == WEEK, page
    assert back_to("/me/said/") == "/me/said/"


def test_anothers_eid_opens_the_others_pages_and_ends_the_first(service, case, jonna, other):
    web = WebClient()
    web.cookies[COOKIE] = session_for(jonna, case.person)
    come(service, carried(other.person, 2), web=web)
    assert OwnSession.objects.get().person_id == other.person_id


def test_on_a_borrowed_device_one_is_led_out_of_the_service_too(service, case, jonna, number):
    web, _answer = come(service, number, shared="on")
    page = text(web.get(web.post("/me/out/").url))
    assert "Logga ut där också" in page
    assert "Inget om dig finns kvar här" not in page
    assert web.get("/me/eid/out/").url == f"{service}/session/end?client_id=trappan-eid"
    web, _answer = come(service, number)
    page = text(web.get(web.post("/me/out/").url))
    assert "Logga ut där också" not in page
    assert "Inget om dig finns kvar här" in page
    web.cookies[COOKIE] = session_for(jonna, case.person, shared=True)
    assert "Logga ut där också" not in text(web.get(web.post("/me/out/").url)), "who came by a PIN was never there"


@pytest.mark.parametrize(("shared", "offered"), [("on", True), ("", False)])
def test_whoever_has_been_away_on_a_borrowed_device_is_offered_the_same(service, number, shared, offered):
    web, _answer = come(service, number, **({"shared": shared} if shared else {}))
    database.execute("UPDATE portal_ownsession SET seen_at = now() - interval '5 hours'")
    page = text(web.get(web.get(WEEK).url))
    assert "Du har varit borta" in page
    assert ("Logga ut där också" in page) is offered


def test_a_service_that_one_cannot_be_signed_out_of_is_said_so(service, settings, monkeypatch):
    settings.EID = {**settings.EID, "issuer": "http://127.0.0.1:9"}
    page = text(WebClient().get(WebClient().get("/me/eid/out/").url))
    assert "Stäng webbläsaren" in page
    assert "Inget om dig finns kvar här" not in page
    settings.EID = {**settings.EID, "issuer": service}
    monkeypatch.setattr("trappan.portal.views.sign_in.RATES", {"own_tries": "1/10m/ip"})
    assert WebClient().get("/me/eid/out/").url.startswith(service)
    assert WebClient().get("/me/eid/out/").url == f"{START}?out=open", "asked so often, the service is left alone"


def test_one_address_is_slowed_on_the_way_there_and_not_back(service, number, monkeypatch):
    monkeypatch.setattr("trappan.portal.views.sign_in.RATES", {"own_tries": "1/10m/ip"})
    web, answer = come(service, number)
    assert answer["Location"] == WEEK, "whoever was let go there is let back"
    slowed = web.post(EID, {"next": ""})
    assert slowed.status_code == 429
    assert "För många försök härifrån" in text(slowed)


@pytest.mark.parametrize("bad", ["\0", "\u202e'\"<x>", "/me/" + "x" * 5000, "[]"])
def test_nonsense_is_refused_and_breaks_nothing(service, bad):
    web = WebClient()
    assert web.get(EID, {"next": bad}).status_code == 200
    assert web.post(EID, {"next": bad, "shared": bad}).status_code in (302, 422)
    web.post(EID, {"next": ""})
    asked = signing.loads(web.cookies[eid.COOKIE].value, salt=eid.SALT)
    assert web.get(BACK, {"state": bad, "code": bad}).status_code == 401
    for about in ({"code": bad}, {"error": bad}, {"code": "x", "iss": bad}):
        web.cookies[eid.COOKIE] = signing.dumps(asked, salt=eid.SALT)
        assert web.get(BACK, {"state": asked["state"], **about}).status_code in (401, 503)
    web.cookies[eid.COOKIE] = signing.dumps([bad], salt=eid.SALT)
    assert web.get(BACK, {"state": asked["state"], "code": "x"}).status_code == 401
    assert not OwnSession.objects.exists()


def test_where_no_eid_is_set_there_is_no_button_and_no_way(today):
    assert "e-legitimation" not in text(WebClient().get(START))
    assert [WebClient().get(path).status_code for path in (EID, BACK)] == [404, 404]
    assert WebClient().get("/me/eid/out/")["Location"] == f"{START}?out=1"
