"""Nothing that somebody has written is lost with the sign-in: it is held on the answer and sent once more."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from trappan.cases.models import Note
from trappan.cases.testing import make_case
from trappan.staff.models import User
from trappan.staff.testing import make_colleague
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
LONG = 'Ett långt samtal om <b>arbete</b>, "vägen dit"\noch ትግርኛ.'
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def browser():
    """A client that checks as a browser's requests are checked."""
    return Client(enforce_csrf_checks=True)


def journal(case):
    return reverse("cases:journal", args=[case.pk])


def hidden(answer):
    """Return the fields of the form that sends again, as a browser would send them."""
    page = answer.content.decode()
    form = page[page.index('id="h-held"') :]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[: form.index("</form>")])
    return {name: unescape(value) for name, value in fields}


def written(case, browser, **fields):
    """Open the journal, and return what its form would send."""
    shown = browser.get(journal(case)).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)[1]
    note = {"day": "2026-11-12", "at": "09:00", "kind": "contact", "source": "person", "fact": LONG, **fields}
    return {**note, "csrfmiddlewaretoken": token, "acting_as": case.responsible_id}


def test_what_was_written_when_the_sign_in_had_ended_is_saved_after_the_next(case, browser):
    sign_in(browser, case.responsible)
    sent = written(case, browser)
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    answer = browser.post(journal(case), sent, headers=HERE)
    assert answer.status_code == 401
    assert "Din inloggning hade gått ut" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    held = hidden(answer)
    assert held["fact"].replace("\r\n", "\n") == LONG
    assert not Note.objects.exists()
    sign_in(browser, case.responsible)
    browser.get(journal(case))
    late = browser.post(journal(case), {**held, "csrfmiddlewaretoken": "a" * 64}, headers=HERE)
    assert late.status_code == 403, "signing in has given a new token"
    assert browser.post(journal(case), hidden(late), headers=HERE).status_code == 302
    assert Note.objects.get().fact.replace("\r\n", "\n") == LONG


def test_another_site_is_shown_no_button_and_sign_in_is_never_held(case, browser):
    sign_in(browser, case.responsible)
    sent = {**written(case, browser), "csrfmiddlewaretoken": "a" * 64}
    for elsewhere in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        answer = browser.post(journal(case), sent, headers=elsewhere)
        assert answer.status_code == 403
        assert LONG[:20] not in answer.content.decode()
    browser.logout()
    secret = {"login": "a@example.org", "password": "hemligt-och-långt-lösenord"}
    answer = browser.post(reverse("account_login"), secret, headers=HERE)
    assert answer.status_code == 403
    assert "hemligt" not in answer.content.decode()


def test_whoever_has_changed_unit_since_sends_it_again_under_the_right_one(case, client):
    other = make_colleague("head_of_unit")
    other.colleague = case.responsible.colleague
    sign_in(client, case.responsible)
    wrong = {"acting_as": other.pk, "day": "2026-11-12", "at": "09:00", "fact": LONG}
    stranger = client.post(journal(case), wrong, headers={"Sec-Fetch-Site": "same-site"})
    assert (stranger.status_code, LONG[:20] in stranger.content.decode()) == (409, False), "not from a page of ours"
    answer = client.post(journal(case), wrong, headers=HERE)
    assert answer.status_code == 409
    assert hidden(answer)["fact"].replace("\r\n", "\n") == LONG
    assert hidden(answer)["acting_as"] == str(other.pk)


def test_without_a_chosen_membership_nothing_is_lost_either(case, client):
    client.force_login(User.objects.get(colleague=case.responsible.colleague))
    answer = client.post(journal(case), {"acting_as": case.responsible_id, "fact": LONG}, headers=HERE)
    assert answer.status_code == 409
    assert hidden(answer)["fact"].replace("\r\n", "\n") == LONG


def test_what_is_typed_without_a_sign_in_is_told_of_beside_the_field(case, client):
    typed = reverse("cases:typed_note", args=[case.pk])
    answer = client.post(typed, {"fact": LONG}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert "Din inloggning har gått ut" in answer.content.decode()
    assert "<html" not in answer.content.decode(), "beside the field, not a page within a page"
