"""A link ends with the contact it went to; each try and reading of it is counted; its address is kept by nobody."""

from datetime import timedelta

import pytest
from django.core import mail

from trappan import database
from trappan.agreements.forms import ReachForm
from trappan.agreements.models import Agreement, Link, Signature
from trappan.agreements.testing import answer, change, known_code, order, sent_link, sign_all
from trappan.agreements.tests.test_link import NAME, seen_in, state
from trappan.employers import operations as employers
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db


def test_where_whom_one_reaches_is_put_right_the_old_link_opens_nothing(client, jonna, at, agreement):
    sign_in(client, jonna)
    page = f"/agreements/{agreement.pk}/"
    for changed in ({"phone": "070-174 06 22"}, {"email": "ny@koket.example"}):
        link, _address = sent_link(jonna, agreement)
        now = Agreement.objects.get(pk=agreement.pk)
        typed = {"contact": now.contact_id, "phone": now.phone, "email": now.email, **changed}
        typed |= {"edition": ReachForm.begun(now)["edition"]}
        sent = {"acting_as": jonna.pk, "form": "contact", **{f"contact-{name}": one for name, one in typed.items()}}
        told = text(client.post(page, sent, follow=True))
        assert "Länken som var ute gäller inte längre: skicka en ny" in told
        assert "Skicka en ny länk" in told
        link.refresh_from_db()
        assert (state(link), link.ended_why) == ("ended", "contact")


def test_whoever_has_left_the_employer_signs_nothing_and_is_sent_nothing(browser, jonna, at, agreement):
    link, address = sent_link(jonna, agreement)
    browser.get(address)
    code = known_code(link)
    seen = seen_in(answer(browser, "open", code))
    with as_(Membership.objects.get(role="employer_officer")) as actor:
        employers.leave_contact(contact=at[1], today=actor.today)
    assert answer(browser, "sign", code, seen=seen, **NAME).status_code == 422
    assert not Signature.objects.exists()
    with pytest.raises(Refused, match="slutat hos arbetsgivaren"):
        order(jonna, agreement)


def test_a_wrong_code_is_counted_whatever_text_is_said_to_be_read(browser, jonna, agreement):
    link, address = sent_link(jonna, agreement)
    browser.get(address)
    known_code(link)
    for turn in range(6):
        assert answer(browser, "sign", f"00000{turn}", seen="0" * 64, **NAME).status_code == 422
    link.refresh_from_db()
    assert (link.wrong, link.ended_why) == (5, "tries")


def test_each_reading_is_in_the_log(browser, jonna, agreement):
    link, address = sent_link(jonna, agreement)
    browser.get(address)
    code = known_code(link)
    for _reading in range(3):
        answer(browser, "open", code)
    assert Event.objects.filter(verb="agreements.open_link", details__link=link.pk).count() == 3


def test_an_address_without_its_last_slash_is_kept_by_nobody(browser, jonna, agreement):
    _link, address = sent_link(jonna, agreement)
    sent_on = browser.get(address.rstrip("/"))
    assert (sent_on.status_code, sent_on["Location"], sent_on["Cache-Control"]) == (301, address, "no-store")


class TestAskingForANewOne:
    """One press on the page of an ended link: the keeper is told, and nothing is sent by it."""

    def test_the_keeper_is_told_once_and_sends_it(self, browser, client, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        set_today(TODAY + timedelta(days=8))
        sent = len(mail.outbox)
        assert "Be om en ny länk" in text(browser.get("/link/"))
        Link.objects.get(pk=link.pk, asked_at=None)
        for _turn in range(2):
            page = browser.post("/link/", {"act": "anew"})
            assert (page.status_code, "har fått veta att du ber om en ny länk" in text(page)) == (200, True)
        assert Event.objects.filter(verb="agreements.ask_for_link").count() == 1
        assert (len(mail.outbox), Link.objects.count()) == (sent, 1)
        sign_in(client, jonna)
        assert "Arbetsgivaren ber om en ny länk: skicka den" in text(client.get("/"))
        assert "bad om en ny" in text(client.get(f"/agreements/{agreement.pk}/"))
        sign_in(client, make_colleague("consultant", jonna.unit))
        assert "ber om en ny länk" not in text(client.get("/")), "of the same unit, with other people"
        order(jonna, agreement)
        sign_in(client, jonna)
        assert "ber om en ny länk" not in text(client.get("/"))

    def test_of_a_text_that_all_have_signed_since_nobody_is_asked(self, browser, client, jonna, agreement):
        address = sent_link(jonna, agreement)[1]
        set_today(TODAY + timedelta(days=8))
        browser.get(address)
        assert "har fått veta" in text(browser.post("/link/", {"act": "anew"}))
        change(jonna, agreement, tasks="Bara disk")
        sign_all(jonna, agreement)
        assert "ber om en ny länk" not in text(sign_in(client, jonna).get("/"))

    @pytest.mark.parametrize("became", ["open", "changed", "used", "protected", "stranger"])
    def test_where_there_is_nothing_to_ask_for_it_is_not_asked(self, browser, jonna, agreement, became):
        """The same answer by the function, whatever it is; an open link opens as before."""
        address = sent_link(jonna, agreement)[1]
        token = address.split("/")[2] if became != "stranger" else "A" * 43
        browser.get(f"/link/{token}/")
        if became == "changed":
            change(jonna, agreement, tasks="Bara disk")
        if became == "used":
            database.execute("UPDATE agreements_link SET used_at = now()")
        if became == "protected":
            database.execute("UPDATE agreements_link SET ended_at = now(), ended_why = 'tries'")
            database.execute("UPDATE people_person SET protection = 'marked' WHERE id = %s", [agreement.person_id])
        page = browser.post("/link/", {"act": "anew"})
        assert "har fått veta" not in text(page)
        assert database.value("agreements_link_ask", token) is False
        assert not Link.objects.exclude(asked_at=None).exists()
        assert not Event.objects.filter(verb="agreements.ask_for_link").exists()

    def test_after_too_many_wrong_codes_it_is_asked_for_too(self, browser, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        known_code(link)
        for turn in range(5):
            answer(browser, "open", f"00000{turn}")
        assert browser.post("/link/", {"act": "anew"}).status_code == 200
        assert Link.objects.exclude(asked_at=None).exists()
