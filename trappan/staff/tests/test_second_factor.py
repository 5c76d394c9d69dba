"""A second factor: turned on, asked for, kept locked, and asked of roles that open files where it is so decided."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache

from trappan.staff.models import User
from trappan.staff.testing import PASSWORD, make_colleague, make_unit
from trappan.testing import WebClient, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(today):
    return User.objects.get(colleague=make_colleague("consultant", make_unit()).colleague)


@pytest.fixture
def web(account):
    return signed_in(account)


def signed_in(account):
    web = WebClient()
    web.post("/account/login/", {"login": account.email, "password": PASSWORD})
    return web


def code_of(secret):
    """Return what an app shows now."""
    cache.clear()  # the same half minute serves several sign-ins here
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def confirmed(web, path):
    """Open a page that changes how one signs in: it asks for the password first."""
    asked = web.get(path, follow=True)
    assert "Är det du?" in text(asked)
    return web.post(asked.request["PATH_INFO"], {"password": PASSWORD, "next": path}, follow=True)


def turn_on(web):
    """Turn an app on, and return its secret."""
    page = confirmed(web, "/account/sign-in/totp/activate/")
    secret = page.context["form"].secret
    assert "Koden är fel" in text(web.post("/account/sign-in/totp/activate/", {"code": "000000"}))
    done = web.post("/account/sign-in/totp/activate/", {"code": code_of(secret)}, follow=True)
    assert "Återställningskoder" in text(done)
    return secret


def test_after_the_password_a_code_is_asked_for_and_a_wrong_one_lets_nobody_in(web, account):
    secret = turn_on(web)
    later = WebClient()
    asked = later.post("/account/login/", {"login": account.email, "password": PASSWORD}, follow=True)
    assert "Ett steg till" in text(asked)
    assert later.get("/").url.startswith("/account/login/"), "half signed in is not signed in"
    assert "Koden är fel" in text(later.post("/account/sign-in/authenticate/", {"code": "000000"}))
    assert later.post("/account/sign-in/authenticate/", {"code": code_of(secret)}).status_code == 302
    assert later.get("/", follow=True).status_code == 200


def test_a_recovery_code_opens_once(web, account):
    turn_on(web)
    code = Authenticator.objects.get(user=account, type="recovery_codes").wrap().get_unused_codes()[0]
    for opens in (True, False):
        later = signed_in(account)
        later.post("/account/sign-in/authenticate/", {"code": code})
        assert (later.get("/", follow=True).request["PATH_INFO"] == "/") is opens


def test_secrets_lie_locked_in_the_database(web, account):
    secret = turn_on(web)
    for one in Authenticator.objects.filter(user=account):
        assert secret not in str(one.data)
        assert str(next(iter(one.data.values()))).startswith("gAAAA"), one.type


def test_the_app_is_turned_off_again(web, account):
    turn_on(web)
    assert "Stäng av" in text(web.get("/account/sign-in/totp/deactivate/"))
    web.post("/account/sign-in/totp/deactivate/")
    assert not Authenticator.objects.filter(user=account).exists()


def test_where_it_is_so_decided_roles_that_open_files_show_a_second_factor_first(web, account, settings):
    settings.SECOND_FACTOR = True
    led = web.get("/people/", follow=True)
    assert led.request["PATH_INFO"] == "/account/sign-in/"
    assert "mer än ett lösenord" in text(led)
    turn_on(web)
    assert web.get("/people/").status_code == 302, "turning it on is not showing it"
    administrator = User.objects.get(colleague=make_colleague("administrator", make_unit("management")).colleague)
    assert signed_in(administrator).get("/", follow=True).request["PATH_INFO"] == "/"


def test_who_has_shown_it_comes_in(web, account, settings):
    secret = turn_on(web)
    settings.SECOND_FACTOR = True
    later = signed_in(account)
    later.post("/account/sign-in/authenticate/", {"code": code_of(secret)})
    assert later.get("/people/", follow=True).request["PATH_INFO"] == "/people/"


def test_the_pages_of_passkeys_open(web):
    page = confirmed(web, "/account/sign-in/webauthn/add/")
    assert "mfa_webauthn_add" in text(page), "the script finds its button by this name"
    assert "Du har ingen passnyckel" in text(web.get("/account/sign-in/webauthn/"))
