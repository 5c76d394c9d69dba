"""Sign-in by the organisation's own service: a certified provider beside the tests, and nobody in by its word alone."""

from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.management import CommandError, call_command

from tests.provider import LOA2, LOA3, SECRET, running_provider, there_and_back, without
from trappan.staff.models import User
from trappan.staff.session import LEVEL
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import WebClient, text

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("oidc")]


@pytest.fixture(scope="module")
def issuer():
    with running_provider() as found:
        yield found


@pytest.fixture
def service(issuer, settings, monkeypatch):
    """Set the installation as its administrator would, in the environment."""
    from trappan import environment

    for name, value in (
        ("TRAPPAN_OIDC", issuer),
        ("TRAPPAN_OIDC_CLIENT", "trappan"),
        ("TRAPPAN_OIDC_SECRET", SECRET),
        ("TRAPPAN_OIDC_LEVELS", LOA3),
        ("TRAPPAN_OIDC_SUBJECT", "employee"),
        ("TRAPPAN_OIDC_NAME", "Ekelundas inloggning"),
    ):
        monkeypatch.setenv(name, value)
    settings.OIDC = environment.oidc(named=False)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": settings.OIDC["apps"]}}
    return issuer


@pytest.fixture
def account(today, service):
    account = User.objects.get(colleague=make_colleague("consultant", make_unit()).colleague)
    call_command("identity", account.email, "employee-7")
    return account


def come(issuer, sub, acr, web=None, **sent):
    """Press the button, sign in at the provider as somebody, and come back with its answer."""
    web = web or WebClient()
    asked = web.post("/account/by/staff/", sent)
    answer = web.get(there_and_back(issuer, asked.url, sub, acr))
    return web, web.get(answer.url, follow=True)


def test_the_colleague_whom_an_administrator_has_tied_comes_in(account, service):
    assert "Logga in med Ekelundas inloggning" in text(WebClient().get("/account/login/"))
    web, answer = come(service, "7", LOA3, next="/people/")
    assert answer.request["PATH_INFO"] == "/people/"
    assert web.session["_auth_user_id"] == str(account.pk)
    assert web.session[LEVEL] == {"user": account.pk, "level": LOA3}
    assert not SocialAccount.objects.exists(), "nothing of the answer is stored"


@pytest.mark.parametrize(("sub", "acr"), [("8", LOA3), ("7", LOA2)], ids=["a stranger", "too low a level"])
def test_a_stranger_and_a_low_level_are_refused_alike(account, service, sub, acr):
    web, answer = come(service, sub, acr)
    assert "Du kunde inte loggas in på det sättet" in text(answer)
    assert "_auth_user_id" not in web.session


def test_what_the_address_asks_for_lowers_nothing_and_ties_nothing(account, service):
    web, answer = come(service, "7", LOA2, auth_params=f"acr_values={LOA2}", process="connect", scope="email")
    assert "_auth_user_id" not in web.session
    assert "Du kunde inte loggas in på det sättet" in text(answer)


def test_a_closed_account_stays_closed(account, service):
    User.objects.filter(pk=account.pk).update(is_active=False)
    web, answer = come(service, "7", LOA3)
    assert "Du kunde inte loggas in på det sättet" in text(answer)
    assert "_auth_user_id" not in web.session


def test_an_answer_works_once_and_in_the_browser_that_asked(account, service):
    web = WebClient()
    asked = web.post("/account/by/staff/")
    state = dict(part.split("=") for part in urlsplit(asked.url).query.split("&"))["state"]
    forged = WebClient().get(f"/account/by/staff/back/?code=x&state={state}")
    assert forged.status_code == 401
    assert "Du loggades inte in" in text(forged)


def test_who_came_so_has_shown_two_factors(account, service, settings):
    settings.SECOND_FACTOR = True
    _web, answer = come(service, "7", LOA3, next="/people/")
    assert answer.request["PATH_INFO"] == "/people/"


def test_the_way_in_is_begun_by_a_press_and_not_by_a_link(account, service):
    assert WebClient().get("/account/by/staff/").status_code == 405
    assert WebClient().post("/account/by/others/").status_code == 404


def test_a_subject_is_one_colleagues(account, service):
    other = make_colleague("auditor", make_unit("management"))
    with pytest.raises(CommandError, match="tied to a colleague"):
        call_command("identity", other.colleague.email, "employee-7")


def test_the_next_in_a_browser_does_not_come_in_as_the_earlier(account, service):
    """The provider remembers who has signed in, and the browser carries what asks it to ask anew."""
    there, web = requests.Session(), WebClient()
    web.get(there_and_back(service, web.post("/account/by/staff/").url, "7", LOA3, there=there))
    for dropped in (["prompt"], ["prompt", "max_age"]):
        web = WebClient()
        asked = without(web.post("/account/by/staff/").url, *dropped)
        answer = web.get(web.get(there_and_back(service, asked, "8", LOA3, there=there)).url)
        assert "Du kunde inte loggas in på det sättet" in text(answer)
        assert "_auth_user_id" not in web.session


def test_whoever_signed_in_there_before_it_was_asked_is_refused(account, service, monkeypatch):
    monkeypatch.setattr("trappan.staff.adapter.APART", -3600)
    web, answer = come(service, "7", LOA3)
    assert "Du kunde inte loggas in på det sättet" in text(answer)
    assert "_auth_user_id" not in web.session
