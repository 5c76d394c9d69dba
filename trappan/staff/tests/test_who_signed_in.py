"""Sign-in: kept where the database finds it, in the log, and gone with the session."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trappan import database
from trappan.history.models import Event
from trappan.secrecy.acting import NotActing, acting
from trappan.staff.models import SignIn, User
from trappan.staff.session_store import kept_of, sign_in_of
from trappan.staff.testing import PASSWORD, as_, make_colleague, make_unit
from trappan.testing import sign_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SessionStore = import_module(settings.SESSION_ENGINE).SessionStore

ANY_COLUMN = "has_any_column_privilege(%s, 'staff_signin', 'SELECT, INSERT, UPDATE')"


@pytest.fixture
def ulla():
    return make_colleague("social_worker", name="Ulla Provstedt")


def user_of(membership):
    return User.objects.get(colleague=membership.colleague)


def enters(client, membership):
    """Tell whether the database lets the browser's session act as the membership."""
    try:
        with acting(sign_in_of(client.session), membership.pk) as actor:
            return actor.membership_id == membership.pk
    except NotActing:
        return False


def test_a_sign_in_stands_in_the_log_with_name_and_unit(ulla, client):
    answer = client.post("/account/login/", {"login": ulla.colleague.email, "password": PASSWORD})
    assert answer.status_code == 302
    event = Event.objects.get(verb="staff.sign_in")
    assert (event.kind, event.actor, event.actor_unit) == ("sign_in", ulla, ulla.unit)
    client.logout()
    sign_in(client, make_colleague("auditor"))
    page = text(client.get("/log/?span=all"))
    assert "Ulla Provstedt" in page
    assert "Loggade in" in page


def test_the_head_reads_who_of_the_own_unit_signed_in_and_no_others(ulla, client):
    sign_in(client, ulla)
    sign_in(client, make_colleague("consultant"))
    with as_(make_colleague("head_of_unit", ulla.unit)):
        assert [event.actor for event in Event.objects.filter(kind="sign_in")] == [ulla]
    with as_(ulla):
        assert not Event.objects.filter(kind="sign_in").exists(), "nor does she herself"


def test_who_has_no_membership_in_force_is_in_the_log_all_the_same(ulla, client):
    ulla.confirmed_at = None
    ulla.save()
    client.force_login(user_of(ulla))
    event = Event.objects.get(verb="staff.sign_in")
    assert event.actor is None
    assert event.details == {"colleague": ulla.colleague_id}
    sign_in(client, make_colleague("auditor"))
    assert client.get("/log/?span=all").status_code == 200


def test_it_ends_with_the_session(ulla, client):
    sign_in(client, ulla)
    session, mine = client.session, sign_in_of(client.session)
    assert enters(client, ulla)
    client.logout()
    assert not Session.objects.filter(session_key=kept_of(session.session_key)).exists()
    with pytest.raises(NotActing), acting(mine, ulla.pk):
        pass


@pytest.mark.parametrize("changed", ["closed", "epoch", "expired", "membership"])
def test_it_ends_with_what_it_rests_on(ulla, client, changed):
    sign_in(client, ulla)
    assert enters(client, ulla)
    if changed == "closed":
        User.objects.update(is_active=False)
    elif changed == "epoch":
        User.objects.update(epoch=1)
    elif changed == "expired":
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    else:
        ulla.ends_on = ulla.starts_on
        ulla.save()
    with pytest.raises(NotActing), acting(sign_in_of(client.session), ulla.pk):
        pass


def test_nobody_enters_as_another_by_ones_own_sign_in(ulla, client):
    sign_in(client, make_colleague("social_worker", ulla.unit))
    assert not enters(client, ulla)


def test_a_new_key_takes_the_sign_in_with_it_and_the_old_one_opens_nothing(ulla, client):
    sign_in(client, ulla)
    before = sign_in_of(client.session)
    request = HttpRequest()
    request.session = SessionStore(client.session.session_key)
    request.user = user_of(ulla)
    update_session_auth_hash(request, request.user)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    assert enters(client, ulla)
    assert client.get("/").status_code == 200
    with pytest.raises(NotActing), acting(before, ulla.pk):
        pass
    assert Event.objects.filter(verb="staff.sign_in").count() == 1


def test_who_ends_the_other_sessions_keeps_the_own_sign_in_and_no_other(ulla, client):
    here, there = sign_in(client, ulla), sign_in(Client(), ulla)
    assert here.post(reverse("staff:end_other_sessions")).status_code == 302
    assert enters(here, ulla)
    assert not enters(there, ulla)
    assert here.get("/").status_code == 200


def test_what_the_database_keeps_of_a_session_opens_none(ulla, client):
    """Whoever reads every table that web may read has no key of anybody's."""
    sign_in(client, ulla)
    kept = [*Session.objects.values_list("session_key", flat=True), *SignIn.objects.values_list("digest", flat=True)]
    assert client.session.session_key not in kept
    assert len(kept) == 2
    for one in kept:
        for shown in (one, sign_in_of(SessionStore(one))):
            with pytest.raises(NotActing), acting(shown, ulla.pk):
                pass
        client.cookies[settings.SESSION_COOKIE_NAME] = one
        assert client.get("/").url.startswith("/account/login/")


def test_what_stands_in_anothers_session_is_not_read_in_ones_own(ulla, client):
    sign_in(client, ulla)
    stolen = Session.objects.get().session_data
    sign_in(client, make_colleague("consultant", make_unit()))
    own = kept_of(client.session.session_key)
    Session.objects.filter(session_key=own).update(session_data=stolen)
    assert client.get("/").url.startswith("/account/login/")


def test_a_session_that_the_database_knows_no_sign_in_of_begins_again(ulla, client):
    sign_in(client, ulla)
    SignIn.objects.all().delete()
    answer = client.get("/people/")
    assert answer.url == "/account/login/?next=/people/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("role", ["trappan_app", "trappan_web"])
def test_neither_role_reads_or_writes_who_signed_in(ulla, client, role):
    sign_in(client, ulla)
    for ask in ("has_table_privilege(%s, 'staff_signin', 'DELETE, TRUNCATE')", ANY_COLUMN):
        assert not database.query(f"SELECT {ask} AS may", [role])[0].may
