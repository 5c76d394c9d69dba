"""Signing in with a real password, as the role of a web process: each page that anybody needs, and no other."""

import logging
import re

import pytest
from django.core import mail, signing
from django.core.management import call_command
from django.urls import reverse

from trappan.staff import account_urls
from trappan.staff.known_browser import SALT, digest_of
from trappan.staff.models import User
from trappan.staff.session import SEEN
from trappan.staff.testing import PASSWORD, make_colleague, make_unit
from trappan.testing import WebClient, text

pytestmark = pytest.mark.django_db
NEW = "ännu en lång mening att minnas"


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


@pytest.fixture
def account(ulla):
    return User.objects.get(colleague=ulla.colleague)


@pytest.fixture
def web():
    return WebClient()


def signed_in(web, account, password=PASSWORD, **where):
    return web.post("/account/login/", {"login": account.email, "password": password}, **where)


def test_a_colleague_signs_in_changes_the_password_and_signs_in_with_the_new_one(web, account):
    assert signed_in(web, account).status_code == 302
    elsewhere = WebClient()
    signed_in(elsewhere, account)
    page = web.get("/account/password/change/")
    assert "Minst tolv tecken" in text(page)
    wrong = web.post("/account/password/change/", {"oldpassword": "fel", "password1": NEW, "password2": NEW})
    assert "Skriv lösenordet du har nu" in text(wrong)
    right = web.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert right.status_code == 302
    assert web.get("/", follow=True).status_code == 200, "this session goes on"
    assert elsewhere.get("/").url.startswith("/account/login/"), "all others have ended"
    web.post("/account/logout/")
    assert "Adressen eller lösenordet" in text(signed_in(web, account))
    assert signed_in(web, account, NEW).status_code == 302


@pytest.mark.parametrize("password", ["kort", "password1234"])
def test_a_weak_password_is_refused_at_its_field_and_the_old_one_stays(web, account, password):
    signed_in(web, account)
    answer = web.post(
        "/account/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    assert answer.status_code == 200
    assert "ds-validation-message" in text(answer)
    assert User.objects.get(pk=account.pk).check_password(PASSWORD)


def link_in(words: str) -> str:
    return re.search(r"https?://[^/]+(/account/password/reset/key/\S+)", words)[1]


def test_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once(web, account, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    assert "Glömt lösenordet" in text(web.get("/account/password/reset/"))
    web.post("/account/password/reset/", {"email": account.email})
    (sent,) = mail.outbox
    assert sent.subject == "Ett nytt lösenord i Trappan"
    chosen = web.get(link_in(sent.body), follow=True)
    assert "Välj ett lösenord" in text(chosen)
    form = chosen.request["PATH_INFO"]
    assert web.post(form, {"password1": NEW, "password2": NEW}, follow=True).status_code == 200
    assert signed_in(web, account, NEW).status_code == 302
    assert "Länken fungerar inte" in text(WebClient().get(link_in(sent.body), follow=True))
    written = caplog.text + "".join(capsys.readouterr())
    assert "/reset/key/" not in written


def test_nobody_learns_which_addresses_have_accounts(web, account):
    known = web.post("/account/password/reset/", {"email": account.email}, follow=True)
    unknown = WebClient().post("/account/password/reset/", {"email": "ingen@trappan.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert "Titta i din e-post" in text(unknown)
    assert [sent.to for sent in mail.outbox] == [[account.email]], "and no stranger gets mail"


@pytest.mark.parametrize("path", ["signup/", "email/", "confirm-email/", "password/set/", "login/code/confirm/"])
def test_pages_that_nobody_needs_answer_nothing(web, account, path):
    fields = {"email": "ny@trappan.example", "password1": NEW, "password2": NEW, "action_primary": "1"}
    assert web.post(f"/account/{path}", fields).status_code == 404
    signed_in(web, account)
    assert web.post(f"/account/{path}", fields).status_code == 404
    assert not User.objects.filter(email="ny@trappan.example").exists()


def test_the_administrator_gives_a_link_on_the_command_line(web, account, capsys):
    call_command("password", account.email.upper())
    link = capsys.readouterr().out
    chosen = web.get(link_in(link), follow=True)
    web.post(chosen.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    assert signed_in(web, account, NEW).status_code == 302


def test_wrong_tries_count_by_account_and_address_and_the_refusal_says_when(web, account):
    for _attempt in range(5):
        signed_in(web, account, "fel", REMOTE_ADDR="192.0.2.1")
    refused = signed_in(web, account, REMOTE_ADDR="192.0.2.1")
    assert re.search(r"Försök igen kl. \d\d\.\d\d", text(refused))
    other = make_colleague("consultant", make_unit())
    colleague = User.objects.get(colleague=other.colleague)
    assert signed_in(WebClient(), colleague, REMOTE_ADDR="192.0.2.1").status_code == 302, "a neighbour gets in"
    assert signed_in(WebClient(), account, REMOTE_ADDR="192.0.2.2").status_code == 302, "and so does she, elsewhere"


def tried_from_everywhere(account, tries=100):
    for number in range(tries):
        signed_in(WebClient(), account, "fel", REMOTE_ADDR=f"198.51.{number // 250}.{number % 250}")


def test_an_account_tried_from_everywhere_is_slowed_and_its_owner_gets_in_where_she_has_been(web, account):
    assert signed_in(web, account).status_code == 302
    web.post("/account/logout/")
    tried_from_everywhere(account, 99)
    assert signed_in(WebClient(), account, REMOTE_ADDR="203.0.113.1").status_code == 302, "not yet"
    tried_from_everywhere(account, 1)
    strange = WebClient()
    refused = text(signed_in(strange, account, REMOTE_ADDR="203.0.113.2"))
    assert re.search(r"webbläsare.*kl. \d\d\.\d\d", refused)
    assert signed_in(web, account, REMOTE_ADDR="203.0.113.3").status_code == 302, "her own browser"
    other = User.objects.get(colleague=make_colleague("consultant", make_unit()).colleague)
    assert signed_in(WebClient(), other, REMOTE_ADDR="203.0.113.2").status_code == 302, "and everybody else"


def test_a_browser_that_says_itself_that_it_is_known_is_not(web, account):
    other = User.objects.get(colleague=make_colleague("consultant", make_unit()).colleague)
    tried_from_everywhere(account)
    signed_in(web, account)
    web.cookies["trappan_known"] = signing.dumps([digest_of(account)], salt="of somebody else's")
    assert "webbläsare" in text(signed_in(web, account, REMOTE_ADDR="203.0.113.2"))
    web.cookies["trappan_known"] = signing.dumps([digest_of(other)], salt=SALT)
    assert "webbläsare" in text(signed_in(web, account, REMOTE_ADDR="203.0.113.2"))


def test_a_browser_that_knew_an_earlier_password_is_a_stranger(web, account):
    signed_in(web, account)
    tried_from_everywhere(account)
    assert signed_in(web, account, REMOTE_ADDR="203.0.113.2").status_code == 302, "known, and no newer password"
    account.set_password(NEW)
    account.save(update_fields=["password"])
    assert "webbläsare" in text(signed_in(web, account, NEW, REMOTE_ADDR="203.0.113.3"))


def test_a_whole_municipality_behind_one_address_signs_in_at_eight(account):
    assert all(signed_in(WebClient(), account).status_code == 302 for _one in range(40))


def test_the_address_is_the_one_that_the_named_proxies_saw(web, account, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        signed_in(web, account, "fel", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 192.0.2.1")
    assert "Försök igen kl." in text(signed_in(web, account, HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.1"))
    assert signed_in(web, account, HTTP_X_FORWARDED_FOR="192.0.2.7").status_code == 302
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    assert signed_in(WebClient(), account, HTTP_X_FORWARDED_FOR="192.0.2.7").status_code == 403


def test_a_session_that_is_left_ends_and_says_so(web, account):
    signed_in(web, account)
    web.get("/", follow=True)
    session = web.session
    session[SEEN] -= 60 * 61
    session.save()
    answer = web.get("/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
    assert "Du har varit borta" in text(answer)


def test_a_session_that_is_used_goes_on_but_not_for_ever(web, account, settings):
    signed_in(web, account)
    web.get("/", follow=True)
    session = web.session
    session[SEEN] -= 60 * 59
    session.save()
    assert web.get("/people/").status_code == 200
    assert web.session[SEEN] > session[SEEN]
    settings.LONGEST_SESSION = -1
    assert web.get("/people/").url.startswith("/account/login/")


def test_one_ends_ones_other_sessions_and_stays(web, account):
    left = WebClient()
    signed_in(left, account)
    signed_in(web, account)
    assert web.get(reverse("staff:end_other_sessions")).status_code == 405
    assert "Dina andra sessioner" in text(web.post(reverse("staff:end_other_sessions"), follow=True))
    assert left.get("/").url.startswith("/account/login/")
    assert web.get("/", follow=True).status_code == 200


def test_a_page_of_ones_own_sign_in_asks_for_somebody_signed_in(client):
    for name in (
        "mfa_index",
        "account_change_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
    ):
        assert client.get(reverse(name)).url.startswith("/account/login/"), name


def test_no_page_of_sign_in_fails_and_each_is_drawn_by_us(web, account):
    """Open and send every page, signed out and signed in, whatever the library has of them."""
    addresses = [reverse(name, args=args) for name, args in named(account_urls.urlpatterns)]
    assert len(addresses) > 20
    for come_in in (False, True):
        if come_in:
            signed_in(web, account)
        for address in addresses:
            for answer in (web.get(address), web.post(address, {"code": "1", "next": "https://example.com"})):
                assert answer.status_code < 500, address
                assert "example.com" not in answer.headers.get("Location", ""), address
                drawn = [template.name for template in getattr(answer, "templates", []) if template.name]
                assert all("allauth/" not in name for name in drawn), address
            if come_in and "_auth_user_id" not in web.session:
                signed_in(web, account)


def named(patterns, outer=()):
    """Return the name of each page with something to stand in its address."""
    values = {"uidb36": "1", "key": "a-b", "provider_id": "staff", "pk": 1}
    for one in patterns:
        asked = (*outer, *one.pattern.regex.groupindex)
        if hasattr(one, "url_patterns"):
            yield from named(one.url_patterns, asked)
        else:
            yield one.name, [values[name] for name in asked]
