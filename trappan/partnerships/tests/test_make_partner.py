"""An administrator writes down a partner with its workplace and coordinator; it is the own municipality's to keep."""

import pytest
from django.urls import reverse

from trappan.partnerships.models import Agreement
from trappan.refusals import Refused
from trappan.staff import operations as staff
from trappan.staff.models import Membership, Organisation, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
FIELDS = {
    "name": "Föreningen Navet",
    "kind": "association",
    "number": "802400-0000",
    "basis": "cooperation",
    "starts_on": "2026-11-01",
    "site": "Systugan",
    "given_name": "Nora",
    "family_name": "Påhitt",
    "email": "nora@navet.example",
}


@pytest.fixture
def unit(today):
    return make_unit("labour_market", make_organisation("Ekelunda kommun"))


@pytest.fixture
def sture(unit):
    return make_colleague("administrator", make_unit("management", unit.organisation))


def sent(client, sture, unit, **fields):
    sign_in(client, sture)
    fields = {**FIELDS, "parent": unit.pk, **fields}
    return client.post(reverse("partnerships:make_partner"), {"acting_as": sture.pk, **fields})


@pytest.mark.requirement("R-072")
def test_one_form_makes_partner_workplace_and_coordinator_and_the_agreement_comes_next(client, sture, unit):
    answer = sent(client, sture, unit)
    navet = Organisation.objects.get(name="Föreningen Navet")
    assert answer.url == reverse("partnerships:partner", args=[navet.pk])
    assert (navet.basis, navet.kept_by_id) == ("cooperation", unit.organisation_id)
    leads = Membership.objects.get(unit__name="Systugan")
    assert (leads.role, leads.colleague.name, leads.confirmed_at) == ("site_leader", "Nora Påhitt", None)
    karin = make_colleague("head_of_unit", unit)
    sign_in(client, karin)
    client.post(reverse("staff:confirm", args=[leads.pk]), {"acting_as": karin.pk})
    leads.refresh_from_db()
    assert leads.confirmed_by_id == karin.pk
    sign_in(client, sture)
    agreed = {
        "agree-name": "Språk",
        "agree-purpose": "Öva",
        "agree-places": "12",
        "agree-signed_on": "2026-11-02",
        "agree-starts_on": "2026-11-03",
    }
    client.post(answer.url, {"acting_as": sture.pk, "form": "agree", **agreed})
    assert Agreement.objects.get().organisation_id == navet.pk


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"number": "19910101-1234"}, "number"),
        ({"basis": ""}, "basis"),
        ({"family_name": ""}, "family_name"),
        ({"site": ""}, "site"),
        ({"parent": ""}, "parent"),
        ({"email": "nora"}, "email"),
        ({"starts_on": "0001-01-01"}, "starts_on"),
        ({"kind": "municipality"}, "kind"),
        ({"name": "Ekelunda kommun"}, "name"),
    ],
)
def test_bad_input_is_told_at_its_field_and_makes_nothing(client, sture, unit, typed, field):
    answer = sent(client, sture, unit, **typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert Organisation.objects.count() == 1
    assert not Unit.objects.filter(name="Systugan").exists()


def test_a_partner_under_a_new_name_comes_after_the_old_one(client, sture, unit):
    sent(client, sture, unit)
    old = Organisation.objects.get(name="Föreningen Navet")
    sent(
        client, sture, unit, name="Navet i Ekelunda", succeeds=old.pk, site="", email="", given_name="", family_name=""
    )
    old.refresh_from_db()
    assert str(old.ends_on) == "2026-11-01"
    assert Organisation.objects.get(name="Navet i Ekelunda").succeeds_id == old.pk


def test_another_municipality_keeps_its_own_partners(client, sture, unit):
    sent(client, sture, unit)
    navet = Organisation.objects.get(name="Föreningen Navet")
    stranger = make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))
    about = {"kind": "association", "basis": "cooperation", "starts_on": "2026-11-01"}
    with as_(stranger):
        with pytest.raises(Refused, match="annan kommun"):
            staff.make_organisation(name="Vårt Navet", succeeds=navet, **about)
        with pytest.raises(Refused, match="annan kommun"):
            staff.make_unit(name="Vår systuga", kind="site", regime="28", organisation=navet, starts_on="2026-11-01")
        with pytest.raises(Refused, match="annan kommun"):
            staff.make_organisation(name="Nya kommunen", **{**about, "kind": "municipality"})
    sign_in(client, stranger)
    assert "Föreningen Navet" not in text(client.get(reverse("partnerships:make_partner")))


@pytest.mark.parametrize("role", ["head_of_unit", "site_leader", "consultant"])
def test_no_other_role_makes_a_partner(client, unit, role):
    other = make_colleague(role, unit)
    with as_(other), pytest.raises(Refused):
        staff.make_organisation(name="Navet", kind="association", basis="cooperation", starts_on="2026-11-01")
    assert sent(client, other, unit).status_code == 403
