"""What somebody with a link has typed is never lost: a new code, or the right link again, sends it."""

import re

import pytest

from trappan import database
from trappan.agreements.models import Link, Statement
from trappan.agreements.testing import answer, known_code
from trappan.agreements.tests.test_link import texts
from trappan.agreements.tests.test_link_purposes import WHO, ordered
from trappan.testing import text

pytestmark = pytest.mark.django_db
SAID = {"answer-again": "no", "answer-more": "Lång text", **WHO}


def form_of(page, act):
    """Return what a page's form sends back besides the token, as a browser does."""
    form = next(one for one in text(page).split("<form")[1:] if f'name="act" value="{act}"' in one)
    sent = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form.split("</form>")[0])
    return {name: value for name, value in sent if name not in ("csrfmiddlewaretoken", "acting_as")}


def test_with_a_code_that_is_too_old_the_answer_waits_for_a_new_one(browser, jonna, agreement):
    link, address = ordered(jonna, agreement)
    browser.get(address)
    code = known_code(link)
    sent = {**form_of(answer(browser, "open", code), "answer"), **SAID}
    database.execute("UPDATE agreements_link SET code_until = now() - interval '1 minute'")
    late = browser.post("/link/", sent)
    assert late.status_code == 422
    assert "Det du skrev finns kvar" in text(late)
    link.refresh_from_db()
    assert link.wrong == 0, "it was right once"
    empty = browser.post("/link/", {**form_of(late, "answer"), "code": ""})
    code = known_code(link, "654321")
    assert browser.post("/link/", {**form_of(empty, "answer"), "code": code}).status_code == 302
    assert Statement.objects.get().said["answers"] == {"again": "no", "more": "Lång text"}


def test_asking_for_a_new_code_by_text_message_keeps_it_too(browser, jonna, agreement, settings, tmp_path):
    settings.SMS = {"url": "", "login": "", "sender": "Trappan", "folder": str(tmp_path)}
    link, address = ordered(jonna, agreement)
    database.execute("UPDATE agreements_link SET code_by = 'sms', phone = '+46701740621'")
    browser.get(address)
    code = known_code(link)
    sent = {**form_of(answer(browser, "open", code), "answer"), **SAID}
    database.execute("UPDATE agreements_link SET code_until = now() - interval '1 minute'")
    late = browser.post("/link/", sent)
    assert "Koden är fel eller för gammal" in text(late)
    asked = browser.post("/link/", form_of(late, "ask"))
    assert asked.status_code == 200
    code = re.search(r"\d{6}", texts(tmp_path)[0].split("\n\n")[1])[0]
    assert browser.post("/link/", {**form_of(asked, "answer"), "code": code}).status_code == 302
    assert Statement.objects.get().said["answers"]["more"] == "Lång text"


def test_the_answer_to_one_link_is_not_tried_on_another_and_is_sent_when_the_first_is_open_again(
    browser, jonna, agreement
):
    first, address = ordered(jonna, agreement, Link.Purpose.WEEK, "2026-11-09")
    other, of_other = ordered(jonna, agreement, Link.Purpose.WEEK, "2026-11-16")
    browser.get(address)
    code = known_code(first)
    sent = {**form_of(answer(browser, "open", code), "answer"), **SAID}
    browser.get(of_other)
    page = browser.post("/link/", sent)
    assert page.status_code == 422
    other.refresh_from_db()
    assert (other.wrong, Statement.objects.count()) == (0, 0)
    browser.get(address)
    assert browser.post("/link/", form_of(page, "answer")).status_code == 302
    assert Statement.objects.get().link == first


def test_whoever_tries_too_often_keeps_what_is_typed(browser, jonna, agreement):
    link, address = ordered(jonna, agreement)
    browser.get(address)
    code = known_code(link)
    sent = {**form_of(answer(browser, "open", code), "answer"), **SAID}
    for _turn in range(60):
        slowed = browser.post("/link/", {"act": "open", "code": "", "link": sent["link"]})
    slowed = browser.post("/link/", sent)
    assert slowed.status_code == 429
    assert form_of(slowed, "answer")["answer-more"] == "Lång text"
    assert "För många försök" in text(slowed)
