"""What a provider's leader sees before individual delivery: of those who came to the own site, and of nobody else."""

import pytest
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.exchange.tests.test_individual import come
from trappan.people.models import Number, Person
from trappan.staff.models import Organisation
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = reverse("exchange:readiness")


@pytest.fixture
def kitchens(today):
    """Two sites of one provider, and one of another."""
    mine, other = (
        make_organisation(name, kind="partner", basis="provider", kept_by=None) for name in ("Påhitt", "Dikt")
    )
    units = (
        make_unit("site", mine, name="Kök Öst"),
        make_unit("site", mine, name="Kök Väst"),
        make_unit("site", other),
    )
    return [make_activity(f"Köket {unit.name}", unit) for unit in units]


def leader(kitchen):
    return make_colleague("site_leader", kitchen.unit)


def test_a_leader_sees_what_is_missing_of_each_who_came_there_and_of_nobody_else(client, kitchens):
    [mine], [next_door], [elsewhere] = (come(kitchen) for kitchen in kitchens)
    for case, name in ((mine, "Ada"), (next_door, "Bea"), (elsewhere, "Cleo")):
        Person.objects.filter(pk=case.person_id).update(given_name=name)
    Number.objects.filter(person=mine.person).delete()
    sign_in(client, leader(kitchens[0]))
    page = client.get(PAGE)
    said = text(page)
    assert f"{reverse('attendance:day')}?day=2026-10-01" in markup(page), "it leads to the day to mark"
    for words in ("Ada", "5 dagar", "saknas: handläggaren skriver", "Organisationens nummer", "juli 2027"):
        assert words in said
    for name in ("Bea", "Cleo"):
        assert name not in said
    Organisation.objects.filter(name="Påhitt").update(number="802400-0001")
    assert "Organisationens nummer" not in text(client.get(PAGE))


def test_whoever_is_protected_stands_there_for_who_holds_the_file_by_name_alone(kitchens):
    [case] = come(kitchens[0])
    Person.objects.filter(pk=case.person_id).update(protection="marked")
    with as_(leader(kitchens[0])):
        assert list(database.rows("exchange_own_readiness", "2026-10-01")) == []


@pytest.mark.parametrize("role", ["supervisor", "consultant", "controller", "social_worker"])
def test_nobody_but_a_sites_leader_reads_it(client, kitchens, role):
    come(kitchens[0])
    colleague = make_colleague(role, kitchens[0].unit if role == "supervisor" else None)
    sign_in(client, colleague)
    assert client.get(PAGE).status_code == 403
    with as_(colleague):
        assert list(database.rows("exchange_own_readiness", "2026-10-01")) == []


def test_few_questions_however_many(client, kitchens, django_assert_max_num_queries):
    come(kitchens[0], 4)
    sign_in(client, leader(kitchens[0]))
    client.get(PAGE)
    with django_assert_max_num_queries(12):
        assert client.get(PAGE).status_code == 200
