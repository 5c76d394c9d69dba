"""A colleague keeps the own profile; the address and everybody else's are not the colleague's to write."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from trappan import database
from trappan.history.models import Event, Version
from trappan.staff.models import Colleague
from trappan.staff.testing import as_, make_colleague
from trappan.testing import at_the_same_moment, markup, search, sign_in

PAGE = "/profile/"


def send(client, who, **fields):
    """Send the profile as it stood on the page, with these fields otherwise."""
    sign_in(client, who)
    form = client.get(PAGE).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return client.post(PAGE, {"acting_as": who.pk, **shown, **fields})


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker")


@pytest.mark.django_db
class TestProfile:
    def test_name_title_phone_and_languages_are_ones_own_and_stand_at_once(self, client, ulla):
        answer = send(client, ulla, given_name="Ulla", family_name="Ö’Åhl", title="Socionom", phone="013-20 60 00")
        assert answer.status_code == 302
        assert send(client, ulla, languages="arabiska, svenska").status_code == 302
        me = Colleague.objects.get(pk=ulla.colleague_id)
        assert (me.name, me.title, me.languages) == ("Ulla Ö’Åhl", "Socionom", ["arabiska", "svenska"])
        shown = markup(client.get("/"))
        assert f'<a href="{reverse("staff:profile")}">Ulla Ö’Åhl</a>' in shown, "from the menu"
        assert "Ulla Ö’Åhl" in search(client, "ulla åhl").content.decode()
        kept = Event.objects.filter(verb="staff.keep_profile").order_by("pk")
        assert [(one.kind, one.actor_id, one.details) for one in kept] == [
            ("access", ulla.pk, {"was": ulla.colleague.name}),
            ("access", ulla.pk, {"was": ""}),
        ], "the log's reader finds her by what she was called; what is no name is not told of"
        assert Version.objects.filter(of_table="staff_colleague").count() == 2, "what stood before is kept"

    @pytest.mark.parametrize("role", ["supervisor", "head_of_unit", "administrator", "auditor"])
    def test_every_role_has_one(self, client, today, role):
        assert send(client, make_colleague(role), title="Egen").status_code == 302
        assert Colleague.objects.filter(title="Egen").count() == 1

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("given_name", " ", "Fyll i"),
            ("family_name", "x" * 101, "som mest 100"),
            ("title", "x" * 81, "som mest 80"),
            ("title", "Har hand om 19911105-2388", "personnumret"),
            ("phone", "0" * 41, "som mest 40"),
            ("languages", "x" * 41, "kommatecken"),
        ],
    )
    def test_bad_input_is_told_at_its_field(self, client, ulla, field, value, words):
        answer = send(client, ulla, **{field: value})
        assert answer.status_code == 422
        assert words in str(answer.context["form"].errors[field])
        assert not Version.objects.filter(of_table="staff_colleague").exists()

    def test_the_address_and_other_colleagues_stay(self, client, ulla):
        other, before = make_colleague("social_worker", ulla.unit), ulla.colleague.email
        assert send(client, ulla, email="annan@example.org", title="Ny").status_code == 302
        ulla.colleague.refresh_from_db()
        assert (ulla.colleague.email, ulla.colleague.title) == (before, "Ny")
        with as_(ulla):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Colleague.objects.filter(pk=other.colleague_id).update(title="Chef")
        with pytest.raises(DatabaseError), transaction.atomic():
            database.query("SELECT staff_keep_profile('A', 'B', '', '', '{}')")
        assert Colleague.objects.get(pk=other.colleague_id).title == ""


@pytest.mark.django_db(transaction=True)
def test_of_two_browsers_one_sees_what_the_other_saved(today):
    ulla = make_colleague("social_worker")
    sent = []
    for title in ("Socionom", "Handläggare"):
        browser = sign_in(Client(), ulla)
        form = browser.get(PAGE).context["form"]
        sent.append((browser, {**{name: form[name].value() for name in form.fields}, "title": title}))

    def go(browser, values):
        def doing(ready):
            ready()
            return browser.post(PAGE, {"acting_as": ulla.pk, **values}).status_code

        return doing

    assert sorted(at_the_same_moment(*(go(*one) for one in sent))) == [302, 422]
