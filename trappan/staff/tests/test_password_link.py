"""A link that an administrator has made: not for the maker's own browser, told in the log, and told to its owner."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.testing import said
from trappan.history.models import Event
from trappan.history.record import record
from trappan.schedules.testing import set_today
from trappan.staff.accounts import link_for
from trappan.staff.models import User
from trappan.staff.testing import PASSWORD, as_, make_colleague, make_unit
from trappan.testing import WebClient, text

pytestmark = pytest.mark.django_db
NEW = "en annan lång mening"


@pytest.fixture
def sture(today):
    return make_colleague("administrator", make_unit("management"))


@pytest.fixture
def lina(sture):
    return make_colleague("consultant", make_unit("labour_market"), name="Lina Mallin")


def browser(who, password=PASSWORD):
    """Return a browser in which somebody has signed in by password, and has come in."""
    web = WebClient()
    web.post("/account/login/", {"login": who.colleague.email, "password": password})
    return web


def letter(web, sture, lina):
    """Print a letter as the administrator, and return its link's path."""
    web.get("/", follow=True)
    paper = web.post(reverse("staff:letter", args=[lina.colleague_id]), {"acting_as": sture.pk})
    return re.search(r"/account/password/reset/key/[\w-]+/", said(paper.content).replace(" ", ""))[0]


def choose(web, link):
    """Choose a password by a link as far as the browser comes; return the last answer."""
    opened = web.get(link, follow=True)
    path = opened.redirect_chain[-1][0] if opened.redirect_chain else link
    return web.post(path, {"password1": NEW, "password2": NEW})


def has_chosen(lina):
    return User.objects.get(colleague=lina.colleague).check_password(NEW)


def test_an_address_that_numbers_no_account_says_that_it_does_not_work(client):
    for number in ("z" * 13, "1y2p0ij32e8e8", "1y2p0ij32e8e7", "0"):
        page = client.get(f"/account/password/reset/key/{number}-abc/")
        assert page.status_code == 200
        assert "fungerar inte" in text(page)


class TestTheMakersBrowser:
    @pytest.mark.parametrize("signed_out", [False, True])
    def test_opens_no_link_of_the_makers_signed_in_or_out(self, sture, lina, signed_out):
        web = browser(sture)
        link = letter(web, sture, lina)
        if signed_out:
            web.post("/account/logout/")
        answer = web.get(link)
        assert answer.status_code == 403
        assert "Öppna länken i din egen" in text(answer)
        assert choose(web, link).status_code == 403
        assert choose(web, re.sub(r"-\w+-\w+/$", "-set-password/", link)).status_code in (403, 200)
        assert not has_chosen(lina)
        assert choose(WebClient(), link).status_code == 302
        assert has_chosen(lina), "in a browser of her own it works still"

    def test_opens_none_that_was_mailed_either(self, sture, lina):
        web = browser(sture)
        web.get("/", follow=True)
        page = reverse("staff:colleague", args=[lina.colleague_id])
        web.post(page, {"acting_as": sture.pk, "form": "mail"})
        link = re.search(r"/account/password/reset/key/\S+/", mail.outbox[0].body)[0]
        assert choose(web, link).status_code == 403
        assert not has_chosen(lina)

    def test_opens_none_that_was_mailed_to_where_its_maker_led_the_mail(self, sture, lina):
        with as_(sture):
            record("staff.change_address", kind="access", colleague=lina.colleague_id, was="a", now="b")
        with as_(lina):
            record("staff.change_address", kind="access", colleague=lina.colleague_id, was="b", now="c")
            record("staff.make_password_link", kind="access", colleague="x")  # a forged one says nothing
        mine = User.objects.get(colleague=lina.colleague)
        makers = [one.staff_link_makers for one in database.rows("staff_link_makers", mine.pk, timedelta(days=1))]
        assert makers == [User.objects.get(colleague=sture.colleague).pk]

    def test_opens_its_own_link_and_that_of_somebody_for_whom_it_has_made_none(self, sture, lina):
        other = make_colleague("administrator", sture.unit)
        letter(browser(other), other, lina)
        mine = User.objects.get(colleague=sture.colleague)
        web = browser(sture)
        assert choose(web, link_for(mine.pk).removeprefix("http://127.0.0.1:8000")).status_code == 302
        assert User.objects.get(pk=mine.pk).check_password(NEW)


class TestWhatIsTold:
    @pytest.fixture
    def chosen(self, sture, lina):
        assert choose(WebClient(), letter(browser(sture), sture, lina)).status_code == 302
        return lina

    def test_the_log_says_who_chose_and_who_had_made_the_link(self, sture, chosen):
        event = Event.objects.get(verb="staff.choose_password")
        told = {"colleague": chosen.colleague_id, "made_by": [sture.colleague_id]}
        assert (event.kind, event.actor_id, event.details) == ("sign_in", chosen.pk, told)
        auditor = make_colleague("auditor")
        with as_(auditor):
            assert Event.objects.filter(verb="staff.choose_password").exists()

    def test_its_owner_reads_when_and_to_add_a_second_step(self, chosen):
        web = browser(chosen, NEW)
        start = text(web.get("/", follow=True))
        assert "Ditt lösenord valdes med en länk" in start
        assert "Lägg till ett andra steg" in start
        assert "Var det inte du?" in start
        web.get("/account/sign-in/")
        assert "Ditt lösenord valdes med en länk" not in text(web.get("/")), "once a sign-in"
        assert "Valdes senast med en länk" in text(web.get("/account/sign-in/"))

    def test_after_a_week_it_stands_with_the_sign_in_alone(self, chosen, today):
        set_today(today + timedelta(days=8))
        web = browser(chosen, NEW)
        assert "valdes med en länk" not in text(web.get("/", follow=True))
        assert "Valdes senast med en länk" in text(web.get("/account/sign-in/"))

    def test_who_has_chosen_by_no_link_is_told_nothing(self, lina):
        web = browser(lina)
        assert "valdes med en länk" not in text(web.get("/", follow=True))
        assert "med en länk" not in text(web.get("/account/sign-in/"))

    @pytest.mark.parametrize("asked", ["staff_link_makers", "staff_password_chosen"])
    def test_no_colleague_asks_or_writes_it(self, sture, lina, asked):
        user = User.objects.get(colleague=lina.colleague)
        with as_(sture), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.value(asked, user.pk, timedelta(days=1))
