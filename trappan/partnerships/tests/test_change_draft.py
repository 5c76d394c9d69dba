"""A draft is changed by those who keep it until it is decided, and says so where it was consulted on before."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.forms import ChangeAmendmentForm
from trappan.partnerships.models import Agreement, Amendment
from trappan.partnerships.testing import DECISION, SIGNATURE, consult, make_draft, make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


def sent(house, **about):
    return {
        "acting_as": house.head.pk,
        "kind": "iop",
        "organisation": house.other.pk,
        "name": "Hoppfull framtid, ändrat",
        "municipality_as": "Nämnden",
        "organisation_as": "Navet",
        "purpose": "Mer",
        "places": "30",
        "starts_on": "2018-01-01",
        "ends_on": "2028-12-31",
        **about,
    }


@pytest.mark.requirement("R-200")
def test_every_field_of_a_draft_and_two_who_save_at_once(house, client):
    made = make_draft(house.head, house.partner)
    address = reverse("partnerships:change_draft", args=[made.pk])
    sign_in(client, house.head)
    edition = client.get(address).context["form"]["edition"].value()
    assert client.post(address, sent(house, edition=edition)).status_code == 302
    made.refresh_from_db()
    assert (made.name, made.organisation, made.places, str(made.until)) == (
        "Hoppfull framtid, ändrat",
        house.other,
        30,
        "2029-01-01",
    )
    assert made.changed_on == TODAY
    late = client.post(address, sent(house, edition=edition, name="Den andra"))
    assert late.status_code == 422
    assert "Hoppfull framtid, ändrat" in late.content.decode()
    assert Agreement.objects.get().name == "Hoppfull framtid, ändrat"


def test_the_page_says_that_it_was_changed_after_it_was_consulted_on(house, client):
    made = make_draft(house.head, house.partner)
    page = reverse("partnerships:agreement", args=[made.pk])
    consult(house.head, made)
    sign_in(client, house.head)
    assert "Utkastet ändrades" not in markup(client.get(page))
    with as_(house.head):
        database.execute("UPDATE partnerships_agreement SET places = 9")
    assert "Utkastet ändrades" in markup(client.get(page))
    consult(house.head, made, held_on=TODAY)
    assert "Utkastet ändrades" in markup(client.get(page)), "of the same day nobody knows which was first"


def test_decided_it_stands_and_nobody_else_changes_it(house, client):
    made = make_draft(house.head, house.partner)
    consult(house.head, made)
    written = "UPDATE partnerships_agreement SET purpose = 'Annat'"
    for other in (house.leader, house.controller, house.head_abroad, house.own_leader):
        with as_(other), transaction.atomic():
            assert database.execute(written) == 0
    with as_(house.director), pytest.raises(DatabaseError, match="not hers"), transaction.atomic():
        database.execute(written)
    with as_(house.head):
        operations.decide(version=made, today=TODAY, **DECISION)
        with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            database.execute(written)
    with as_(house.director), pytest.raises(DatabaseError, match="decided"), transaction.atomic():
        database.execute("UPDATE partnerships_agreement SET signed_on = '2026-01-01', places = 99")
    sign_in(client, house.head)
    address = reverse("partnerships:change_draft", args=[made.pk])
    edition = client.get(address).context["form"]["edition"].value()
    shown = client.post(address, sent(house, edition=edition))
    assert shown.status_code == 422
    assert "beslutat redan" in shown.content.decode()
    with as_(house.director):
        operations.sign(version=made, today=TODAY, **SIGNATURE)
    for who, status in ((house.head, 404), (house.head_abroad, 404), (house.leader, 403)):
        sign_in(client, who)
        assert client.get(address).status_code == status


def test_the_draft_of_an_amendment_is_changed_too(house, client):
    agreed = make_signed(house.head, house.director, house.partner)
    with as_(house.head):
        made = operations.draft_amendment(agreement=agreed, starts_on=TODAY, scope="Butiken")
        edition = ChangeAmendmentForm.begun(made)["edition"]
        about = {"municipality_as": "Vi", "organisation_as": "De", "reference": "", "notice_months": None}
        change = {"amendment": made, "scope": "Butiken och lagret", "places": 8, "ends_on": None, **about}
        with pytest.raises(Refused, match="inte börjat"):
            operations.change_draft_amendment(edition=edition, starts_on=TODAY.replace(year=2016), **change)
        operations.change_draft_amendment(edition=edition, starts_on=TODAY, **change)
    made.refresh_from_db()
    assert (made.scope, made.places, made.changed_on) == ("Butiken och lagret", 8, TODAY)
    assert Amendment.objects.count() == 1
    sign_in(client, house.head)
    address = reverse("partnerships:change_amendment", args=[made.pk])
    assert "Butiken och lagret" in client.get(address).content.decode()
    sign_in(client, house.head_abroad)
    assert client.get(address).status_code == 404


def test_what_is_written_down_with_one_partner_does_not_go_to_another(house):
    made, empty = make_draft(house.head, house.partner), make_draft(house.head, house.partner)
    consult(house.head, made)
    with as_(house.head):
        with pytest.raises(DatabaseError, match="with another"), transaction.atomic():
            Agreement.objects.filter(pk=made.pk).update(organisation=house.other)
        assert Agreement.objects.filter(pk=empty.pk).update(organisation=house.other) == 1
