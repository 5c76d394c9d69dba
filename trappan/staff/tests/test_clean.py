"""What signing in and sending forms leaves behind is erased when it is past its use, and nothing else is."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.utils import timezone

from trappan import environment
from trappan.history.models import Event, SentForm
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.models import SignIn, User
from trappan.staff.testing import PASSWORD, make_colleague, make_unit
from trappan.testing import TODAY, WebClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


@pytest.fixture
def account(ulla):
    return User.objects.get(colleague=ulla.colleague)


def sign_in_to(account):
    web = WebClient()
    assert web.post("/account/login/", {"login": account.email, "password": PASSWORD}).status_code == 302
    return web


def cleaned(capsys):
    call_command("clean")
    return capsys.readouterr().err.strip()


def test_ended_sign_ins_go_when_their_days_have_passed_and_the_log_stays(account, capsys, settings):
    settings.SIGN_IN_DAYS = 10
    sign_in_to(account).post("/account/logout/")
    assert SignIn.objects.count() == 1
    set_today(TODAY + timedelta(days=9))
    cleaned(capsys)
    assert SignIn.objects.count() == 1
    set_today(TODAY + timedelta(days=11))
    assert "1 sign-ins" in cleaned(capsys)
    assert not SignIn.objects.exists()
    assert Event.objects.filter(verb="staff.sign_in").count() == 1


def test_one_whose_session_goes_on_stays_and_works(account, capsys, settings):
    settings.SIGN_IN_DAYS = 1
    web = sign_in_to(account)
    set_today(TODAY + timedelta(days=3))
    cleaned(capsys)
    assert web.get("/", follow=True).status_code == 200
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=1))
    assert cleaned(capsys).startswith("Erased: 1 sessions, 1 sign-ins")
    assert not Session.objects.exists()
    assert web.get("/").url.startswith("/account/login/")


def test_sent_forms_go_when_their_days_have_passed(ulla, capsys, settings):
    settings.SENT_FORM_DAYS = 10
    for digest, days in (("a", 11), ("b", 9)):
        SentForm.objects.create(membership=ulla, digest=digest, answer="/", at=now() - timedelta(days=days))
    assert cleaned(capsys).endswith("1 sent forms.")
    assert SentForm.objects.get().digest == "b"


@pytest.mark.parametrize("written", ["0", "367", "en månad"])
def test_the_days_are_a_number_that_means_something(monkeypatch, written):
    monkeypatch.setenv("TRAPPAN_SIGN_IN_DAYS", written)
    with pytest.raises(ImproperlyConfigured, match="whole number from 1 to 366"):
        environment.number("TRAPPAN_SIGN_IN_DAYS", otherwise=30, least=1, most=366)
