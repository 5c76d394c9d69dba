"""The partners as a list and a file: sorted, the same for both, and a partner's own for itself alone."""

from datetime import date

import pytest

from trappan.history.models import Event
from trappan.partnerships.operations import agree
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
PARTNERS = "/partners/"


@pytest.fixture
def head(today):
    head = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Ekelunda kommun")))
    for name, places in (("Navet", 3), ("Stadsmissionen", 24), ("Bryggan", 0)):
        partner = make_organisation(name, kind="partner", basis="provider")
        if places:
            with as_(head) as actor:
                agree(
                    by=actor,
                    organisation=partner,
                    name="Vägen vidare",
                    purpose="Platser",
                    places=places,
                    signed_on=date(2023, 11, 20),
                    starts_on=date(2024, 1, 1),
                    ends_on=date(2027, 3, 1),
                )
    return head


def names(answer):
    return [row.cells[0].words for row in answer.context["listing"].rows]


def test_sorted_by_name_places_and_the_agreements_end(client, head):
    sign_in(client, head)
    assert names(client.get(PARTNERS)) == ["Bryggan", "Navet", "Stadsmissionen"]
    assert names(client.get(f"{PARTNERS}?sort=-places")) == ["Stadsmissionen", "Navet", "Bryggan"]
    assert names(client.get(f"{PARTNERS}?sort=-agreement"))[-1] == "Bryggan"
    assert "sista dag 28 feb 2027" in client.get(PARTNERS).content.decode(), "another year is told"
    assert names(client.get(f"{PARTNERS}?sort=number")) == ["Bryggan", "Navet", "Stadsmissionen"]


def test_the_file_says_the_same_and_is_in_the_log(client, head):
    sign_in(client, head)
    found = sheet(client.get(f"{PARTNERS}?file=xlsx&sort=-places").content)
    assert [row[2] for row in found[1:]] == ["24", "3", "0"]
    kept = Event.objects.get(verb="partnerships.export_partners")
    assert (kept.actor_id, kept.details["found"], kept.details["order"]) == (head.pk, 3, "-places")


def test_a_partner_sees_itself_and_takes_no_file(client, head):
    leader = make_colleague("site_leader", make_unit("site", make_organisation("Navet")))
    sign_in(client, leader)
    assert names(client.get(PARTNERS)) == ["Navet"]
    assert client.get(f"{PARTNERS}?file=xlsx").status_code == 403
    assert not Event.objects.filter(verb="partnerships.export_partners").exists()


def test_few_questions_however_many(client, head, django_assert_max_num_queries):
    sign_in(client, head)
    with django_assert_max_num_queries(16) as few:
        client.get(PARTNERS)
    for at in range(60):
        make_organisation(f"Partner {at}", kind="partner", basis="provider")
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(names(client.get(PARTNERS))) == 50
