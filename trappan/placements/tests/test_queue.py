"""Who waits for a place, in numbers: everybody counted, nobody told of, and never so few that one is known."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.activities.forecast import queue
from trappan.cases.testing import make_case
from trappan.people.models import Person
from trappan.placements.models import QueueCount
from trappan.placements.testing import accept, offer
from trappan.plans.models import Mapping
from trappan.plans.testing import make_plan
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


def waiting(languages=(), branches=(), **about):
    """Make a case whose plan is decided, and nothing placed."""
    case = make_case(**about)
    make_plan(case)
    Person.objects.filter(pk=case.person_id).update(languages=list(languages))
    Mapping.objects.filter(case=case).update(branch_wish=list(branches))
    return case


def counted(membership):
    """Count anew, as a colleague."""
    QueueCount.objects.all().delete()
    with as_(membership):
        return queue()


def test_it_counts_by_step_branch_and_language_and_lumps_what_is_few(today):
    for _one in range(6):
        waiting(["arabiska"], ["wood"])
    last = waiting(["tigrinja"], ["textile", "wood"])
    found = counted(last.responsible)
    assert found.people == 7
    assert found.by["step"] == [("", 7)], "nobody has a step yet"
    assert found.by["language"] == [(None, 7)], "one alone would be known from the sum of the others"
    assert found.by["branch"] == [(None, 8)]
    for _one in range(4):
        waiting(["tigrinja"], ["wood"])
    found = counted(last.responsible)
    assert found.by["language"] == [("arabiska", 6), ("tigrinja", 5)]


def test_who_has_a_place_or_an_offer_does_not_wait_and_who_leaves_it_waits_again(today, cafe):
    case = waiting()
    assert counted(case.responsible).people == 1
    placement = offer(case, cafe, starts_on=TODAY + timedelta(days=7))
    assert counted(case.responsible).people == 0
    accept(placement)
    assert counted(case.responsible).people == 0
    type(placement).objects.filter(pk=placement.pk).update(starts_on=TODAY - timedelta(days=9), ends_on=TODAY)
    assert counted(case.responsible).people == 1


def test_a_protected_person_is_counted_and_has_no_row_of_her_own(today):
    case = waiting(["thai"])
    Person.objects.filter(pk=case.person_id).update(protection="marked")
    other = waiting(["arabiska"])
    found = counted(other.responsible)
    assert found.people == 2
    assert found.by["language"] == [(None, 2)]


def test_it_is_counted_once_in_ten_minutes(today):
    case = waiting()
    with as_(case.responsible):
        first = queue()
    waiting()
    with as_(case.responsible):
        assert queue() == first
    QueueCount.objects.update(counted_at=first.counted_at - timedelta(minutes=11))
    with as_(case.responsible):
        assert queue().people == 2


def test_another_organisation_a_site_and_a_sites_role_are_told_nothing(today, tor):
    waiting()
    with as_(make_colleague("supervisor", tor.unit)):
        assert queue() is None
    case = waiting()
    for role in ("supervisor", "site_leader"):
        with as_(make_colleague(role, case.responsible.unit)):
            assert queue() is None, "nor in the very unit whose cases wait"
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    with as_(make_colleague("consultant", make_unit("project", partner))):
        assert queue() is None
    elsewhere = make_organisation("Grannkommunen", kind="municipality")
    with as_(make_colleague("consultant", make_unit("labour_market", elsewhere))):
        assert queue().people == 0


@pytest.mark.parametrize("asked", ["SELECT * FROM placements_queuecount", "SELECT * FROM placements_waiting(1)"])
def test_what_lies_behind_it_is_nobodys_to_read(today, asked):
    with as_(make_colleague("consultant")), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        database.query(asked)


def test_it_stands_beside_the_places_to_come(today, client, cafe):
    for _one in range(5):
        case = waiting(["arabiska"], ["wood"])
    sign_in(client, case.responsible)
    page = client.get("/places/weeks/").content.decode()
    assert "5 väntar på plats" in page
    assert "Snickeri och bygg" in page
    assert case.number not in page, "counts, and nobody"
