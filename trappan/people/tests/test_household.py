"""Who lives together: added by number, never told about another unit's, protected like the parent."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.people import operations
from trappan.people.models import HouseholdMember, Person
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


def add(person, number="20200412R001", **other):
    return operations.add_member(
        person=person,
        number=number,
        given_name="Lill",
        family_name="Påhitt",
        **{"role": "child", "starts_on": date(2026, 11, 1), **other},
    )


def test_a_child_is_added_and_moves_out(client, ulla):
    samira = make_person(ulla)
    sign_in(client, ulla)
    page = reverse("people:household", args=[samira.pk])
    form = {
        "acting_as": ulla.pk,
        "number": "20200412R001",
        "given_name": "Lill",
        "role": "child",
        "family_name": "Påhitt",
        "starts_on": "2026-11-01",
    }
    wrong = client.post(page, {**form, "number": "2020041"})
    assert wrong.status_code == 422
    assert client.post(page, form).status_code == 302
    assert "Lill Påhitt" in client.get(page).content.decode()
    member = HouseholdMember.objects.get(role="child")
    leave = reverse("people:leave", args=[member.pk])
    early = client.post(leave, {"acting_as": ulla.pk, "ends_on": "2026-10-01"})
    assert "före den första" in early.content.decode()
    client.post(leave, {"acting_as": ulla.pk, "ends_on": "2026-11-09"})
    member.refresh_from_db()
    assert member.ends_on == date(2026, 11, 10)


def test_the_child_of_a_protected_person_is_protected(ulla):
    samira = make_person(ulla, protection="marked")
    with as_(ulla):
        add(samira)
    colleague = make_colleague("social_worker", ulla.unit)
    with as_(colleague):
        assert not Person.objects.exists()
    assert Person.objects.get(given_name="Lill").protection == "marked"


def test_somebody_whom_another_unit_has_is_not_taken(ulla):
    other = make_colleague("social_worker", make_unit("social_service"))
    make_person(other, "Annan", number="20200412R001")
    samira = make_person(ulla)
    with as_(ulla), pytest.raises(Refused, match=other.unit.name):
        add(samira)
    assert not HouseholdMember.objects.exists()


def test_a_number_of_somebody_with_another_name_is_asked_about(client, ulla):
    samira = make_person(ulla)
    known = make_person(ulla, "Lill", "Annan", number="20200412R001")
    sign_in(client, ulla)
    page = reverse("people:household", args=[samira.pk])
    form = {
        "acting_as": ulla.pk,
        "number": "20200412R001",
        "given_name": "Lill",
        "family_name": "Påhitt",
        "role": "child",
        "starts_on": "2026-11-01",
    }
    assert "same_person" not in client.get(page).content.decode()
    asked = client.post(page, form)
    assert asked.status_code == 422
    assert "tillhör Lill Annan" in asked.content.decode()
    assert 'name="same_person"' in asked.content.decode()
    assert not HouseholdMember.objects.exists()
    assert client.post(page, {**form, "same_person": "on"}).status_code == 302
    assert HouseholdMember.objects.filter(person=known).exists()
    other = {**form, "number": "20200413R001"}
    assert client.post(page, {**other, "starts_on": "x"}).content.decode().count("same_person") == 0


def test_nobody_lives_in_two_households_at_once(ulla):
    samira, ada = make_person(ulla), make_person(ulla, "Ada")
    with as_(ulla):
        add(samira)
        with pytest.raises(Refused, match="redan"):
            add(ada)
