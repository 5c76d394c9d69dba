"""Colleagues on an administrator's pages: made, put right, kept out, and let in by a link that nothing else holds."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.testing import faults, said
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.staff import operations
from trappan.staff.forms import ChangeColleagueForm
from trappan.staff.models import Colleague, Membership, User
from trappan.staff.testing import PASSWORD, as_, make_colleague, make_organisation, make_unit
from trappan.testing import WebClient, at_the_same_moment, by, markup, sign_in, text

pytestmark = pytest.mark.django_db
WHO = {"given_name": "Lina", "family_name": "Mallin", "email": "Lina.Mallin@ekelunda.example"}
NEW = "en annan lång mening"


@pytest.fixture
def unit(today):
    return make_unit("labour_market", make_organisation("Ekelunda kommun"))


@pytest.fixture
def sture(unit):
    return make_colleague("administrator", make_unit("management", unit.organisation))


@pytest.fixture
def stranger(today):
    """The administrator of another municipality, with the same rights there."""
    return make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))


@pytest.fixture
def lina(sture):
    with as_(sture):
        return Colleague.objects.get(pk=operations.make_colleague(**WHO))


def page_of(colleague):
    return reverse("staff:colleague", args=[colleague.pk])


def at(path, sture, **fields):
    return path, {"acting_as": sture.pk, **fields}


def test_a_new_colleague_works_when_the_head_has_confirmed_and_not_before(client, unit, sture, today):
    sign_in(client, sture)
    client.post(
        *at(reverse("staff:make_colleague"), sture, **WHO, unit=unit.pk, role="consultant", starts_on=today.isoformat())
    )
    given = Membership.objects.get(colleague__family_name="Mallin")
    assert (given.confirmed_at, given.colleague.email) == (None, "lina.mallin@ekelunda.example")
    assert "väntar på att chefen bekräftar" in text(client.get(page_of(given.colleague)))
    assert given.colleague.name in text(client.get("/"))
    head = make_colleague("head_of_unit", unit)
    sign_in(client, head)
    client.post(*at(reverse("staff:confirm", args=[given.pk]), head))
    given.refresh_from_db()
    assert given.confirmed_by_id == head.pk


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"email": "lina"}, "e-postadress"),
        ({"given_name": ""}, "Fyll i: Förnamn"),
        ({"role": "consultant"}, "Välj både enhet och roll"),
        ({"family_name": "å" * 200}, "100 tecken"),
        ({"email": "STURE@ekelunda.example"}, "Någon har redan den adressen"),
    ],
)
def test_bad_input_is_told_at_its_field(client, sture, today, typed, said):
    Colleague.objects.filter(pk=sture.colleague_id).update(email="sture@ekelunda.example")
    sign_in(client, sture)
    fields = {**WHO, "starts_on": today.isoformat(), **typed}
    answer = client.post(*at(reverse("staff:make_colleague"), sture, **fields))
    assert answer.status_code == 422
    assert said in text(answer)
    assert not Colleague.objects.filter(given_name="Lina").exists()


def test_another_address_ends_sessions_and_whoever_saves_second_is_told(client, sture, lina):
    begun = ChangeColleagueForm.begun(lina)
    user = User.objects.get(colleague=lina)
    with as_(sture):
        operations.change_colleague(colleague=lina, **{**begun, "email": "lina@ekelunda.example"})
    assert User.objects.get(pk=user.pk).email == "lina@ekelunda.example"
    assert User.objects.get(pk=user.pk).epoch == user.epoch + 1
    moved = Event.objects.get(verb="staff.change_address")
    told = {"colleague": lina.pk, "was": "lina.mallin@ekelunda.example", "now": "lina@ekelunda.example"}
    assert (moved.kind, moved.actor_id, moved.details) == ("access", sture.pk, told)
    with as_(sture):
        lina.refresh_from_db()
        named = {**ChangeColleagueForm.begun(lina), "given_name": "Linn"}
        operations.change_colleague(colleague=lina, **named)
        operations.change_colleague(colleague=lina, **ChangeColleagueForm.begun(Colleague.objects.get(pk=lina.pk)))
    assert Event.objects.filter(verb="staff.change_address").count() == 1, "a name moves no address"
    sign_in(client, sture)
    fields = {f"change-{name}": value for name, value in {**begun, "family_name": "Mall"}.items()}
    answer = client.post(*at(page_of(lina), sture, form="change", **fields))
    assert answer.status_code == 422
    assert "lina@ekelunda.example<" in markup(answer)
    lina.refresh_from_db()
    assert lina.family_name == "Mallin"


def test_whose_account_is_closed_signs_in_no_more_until_it_is_opened(client, sture, unit):
    jonna = make_colleague("consultant", unit, name="Jonna Mallgren")
    sign_in(client, sture)
    client.post(*at(page_of(jonna.colleague), sture, form="close"))
    web = WebClient()
    known = {"login": jonna.colleague.email, "password": PASSWORD}
    assert "_auth_user_id" not in (web.post("/account/login/", known), web.session)[1]
    client.post(*at(page_of(jonna.colleague), sture, form="open"))
    assert web.post("/account/login/", known).status_code == 302
    assert set(Event.objects.values_list("verb", flat=True)) >= {"staff.close_account", "staff.open_account"}
    sign_in(client, sture)
    assert client.post(*at(page_of(sture.colleague), sture, form="close")).status_code == 302
    assert User.objects.get(colleague=sture.colleague).is_active, "nobody closes their own"


def link_of(answer):
    assert answer["Content-Type"] == "application/pdf"
    assert faults(answer.content) == []
    return re.search(r"/account/password/reset/key/[\w-]+/", said(answer.content).replace(" ", ""))[0]


class TestThePasswordLetter:
    def test_lets_in_once_and_stands_in_no_log(self, client, sture, lina, caplog):
        sign_in(client, sture)
        answer = client.post(*at(reverse("staff:letter", args=[lina.pk]), sture))
        link = link_of(answer)
        assert answer["Cache-Control"] == "no-store"
        event = Event.objects.get(verb="staff.make_password_link")
        assert (event.kind, event.details) == ("access", {"colleague": lina.pk, "sent_by": "paper"})
        key = link.rstrip("/").rpartition("-")[2]
        assert key not in caplog.text
        web = WebClient()
        form = web.get(link, follow=True).redirect_chain[-1][0]
        assert web.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
        assert User.objects.get(colleague=lina).check_password(NEW)
        assert "fungerar inte" in text(WebClient().get(link, follow=True)), "once"

    def test_is_dead_with_another_address(self, client, sture, lina):
        sign_in(client, sture)
        link = link_of(client.post(*at(reverse("staff:letter", args=[lina.pk]), sture)))
        with as_(sture):
            begun = ChangeColleagueForm.begun(lina)
            operations.change_colleague(colleague=lina, **{**begun, "email": "lina@ekelunda.example"})
        assert "fungerar inte" in text(WebClient().get(link, follow=True))

    def test_goes_by_mail_to_the_colleagues_own_address(self, client, sture, lina):
        sign_in(client, sture)
        client.post(*at(page_of(lina), sture, form="mail"))
        (sent,) = mail.outbox
        assert (sent.to, "Hej Lina!" in sent.body) == ([lina.email], True)
        assert re.search(r"/account/password/reset/key/\S+/", sent.body)
        assert Event.objects.get(verb="staff.make_password_link").details["sent_by"] == "mail"

    def test_is_offered_by_mail_only_where_a_server_is_named(self, client, sture, lina, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
        sign_in(client, sture)
        assert "Skicka med e-post" not in text(client.get(page_of(lina)))
        client.post(*at(page_of(lina), sture, form="mail"))
        assert not Event.objects.filter(verb="staff.make_password_link").exists()

    def test_is_refused_for_oneself_and_a_closed_account(self, client, sture, lina):
        sign_in(client, sture)
        own = client.post(*at(reverse("staff:letter", args=[sture.colleague_id]), sture), follow=True)
        assert "ditt eget konto" in text(own)
        with as_(sture):
            operations.close_account(colleague=lina)
        closed = client.post(*at(reverse("staff:letter", args=[lina.pk]), sture), follow=True)
        assert "Kontot är stängt" in text(closed)
        assert not Event.objects.filter(verb="staff.make_password_link").exists()

    def test_a_letter_is_never_made_by_following_a_link(self, client, sture, lina):
        sign_in(client, sture)
        assert client.get(reverse("staff:letter", args=[lina.pk])).status_code == 405


def test_the_administrator_of_another_municipality_touches_no_account_here(client, sture, stranger, lina, unit):
    jonna = make_colleague("consultant", unit).colleague
    accounts = dict(User.objects.values_list("colleague_id", "pk"))
    with as_(stranger):
        for somebody in (lina, jonna):
            begun = ChangeColleagueForm.begun(somebody)
            for no in (
                lambda one=somebody: operations.make_password_link(colleague=one, sent_by="paper"),
                lambda one=somebody: operations.close_account(colleague=one),
                lambda one=somebody, was=begun: operations.change_colleague(
                    colleague=one, **{**was, "email": "x@y.se"}
                ),
            ):
                with pytest.raises(Refused, match="annan kommun"):
                    no()
            assert database.row("staff_account", somebody.pk) is None
            assert database.value("staff_link_hangs_on", accounts[somebody.pk]) is None
    sign_in(client, stranger)
    assert "Skriv ut ett lösenordsbrev" not in text(client.get(page_of(lina)))


def test_whoever_works_in_another_municipality_too_is_touched_by_neither_administrator(sture, stranger, lina, today):
    """Written down here, and at work there, or soon: whoever took her account here would have those files."""
    theirs = make_unit("labour_market", stranger.unit.organisation)
    there = Membership.objects.create(
        colleague=lina, unit=theirs, role="consultant", starts_on=today + timedelta(days=3)
    )
    user = User.objects.get(colleague=lina)
    for keeper in (sture, stranger):
        with as_(keeper):
            begun = ChangeColleagueForm.begun(Colleague.objects.get(pk=lina.pk))
            for no in (
                lambda: operations.make_password_link(colleague=lina, sent_by="paper"),
                lambda: operations.close_account(colleague=lina),
                lambda was=begun: operations.change_colleague(colleague=lina, **{**was, "email": "x@y.se"}),
            ):
                with pytest.raises(Refused, match="annan kommun"):
                    no()
            assert database.row("staff_account", lina.pk) is None
            assert database.value("staff_link_hangs_on", user.pk) is None
    Membership.objects.filter(pk=there.pk).update(starts_on=today - timedelta(days=9), ends_on=today)
    with as_(sture):
        operations.close_account(colleague=lina)
    assert not User.objects.get(pk=user.pk).is_active, "there she works no more"


@pytest.mark.parametrize("role", ["head_of_unit", "consultant", "auditor", "site_leader"])
def test_no_other_role_makes_a_link_or_reads_an_account(client, sture, lina, unit, role):
    other = make_colleague(role, unit)
    with as_(other):
        with pytest.raises(Refused):
            operations.make_password_link(colleague=lina, sent_by="paper")
        assert database.row("staff_account", lina.pk) is None
        for statement in (
            "SELECT password FROM staff_user",
            "UPDATE staff_colleague SET email = 'x@y.se'",
            "INSERT INTO staff_colleague (given_name, family_name, email) VALUES ('A', 'B', 'a@b.se')",
        ):
            with pytest.raises(DatabaseError) as no, transaction.atomic():
                database.execute(statement)
            assert no.value.__cause__.sqlstate == "42501"
    sign_in(client, other)
    assert client.post(*at(reverse("staff:letter", args=[lina.pk]), other)).status_code == 403


def test_colleagues_are_found_by_name_in_few_questions(client, sture, unit, today, django_assert_max_num_queries):
    make_colleague("consultant", unit, name="Jonna Mallgren")
    make_colleague("consultant", unit, name="Pelle Utkast", ends_on=today - timedelta(days=1))
    sign_in(client, sture)
    found = client.post(*at("/colleagues/", sture, called="mallg")).context["listing"].rows
    assert [row.cells[0].words for row in found] == ["Mallgren, Jonna"]
    nowhere = client.post(*at("/colleagues/", sture, called="utkast")).context["listing"].rows
    assert nowhere[0].cells[1].words == "Ingenstans"
    with django_assert_max_num_queries(14) as few:
        client.get("/colleagues/")
    for number in range(30):
        make_colleague("consultant", unit, name=f"Kollega Nummer{number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(client.get("/colleagues/").context["listing"].rows) > 30


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_down_the_same_address_one_does(today):
    town = make_organisation("Ekelunda kommun")
    office = make_unit("management", town)

    def make(_actor):
        return operations.make_colleague(**WHO)

    outcomes = at_the_same_moment(*(by(make_colleague("administrator", office), make) for _each in range(3)))
    assert sum(isinstance(one, int) for one in outcomes) == 1, outcomes
    assert {str(one) for one in outcomes if isinstance(one, Refused)} == {
        "Någon har redan den adressen. Leta bland kollegorna, eller skriv en annan adress."
    }
