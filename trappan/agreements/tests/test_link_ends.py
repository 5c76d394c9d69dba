"""A link ends with the contact it went to; each try and reading of it is counted; its address is kept by nobody."""

import pytest

from trappan.agreements.forms import ReachForm
from trappan.agreements.models import Agreement, Signature
from trappan.agreements.testing import answer, known_code, order, sent_link
from trappan.agreements.tests.test_link import NAME, seen_in, state
from trappan.employers import operations as employers
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import sign_in, text

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
