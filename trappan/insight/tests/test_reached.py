"""Reached, came, stayed: who is told, what is hidden, and when it is told whether somebody stayed."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.insight.reached import reached
from trappan.partnerships import operations
from trappan.partnerships.models import PartnerReferral
from trappan.partnerships.testing import make_signed
from trappan.people.testing import make_person
from trappan.placements.models import Placement
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
LAST = TODAY.year - 1


@pytest.fixture
def house(today):
    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        leader = make_colleague("site_leader", make_unit("site", partner))
        worker = make_colleague("social_worker", make_unit("social_service", municipality))
        stranger = make_colleague("site_leader", make_unit("site", make_organisation("Navet", kind="association")))
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby")))

    make_signed(House.head, House.director, House.partner)
    return House


def answered(house, state, day, person=None):
    """Write as the owner what was referred long ago: that a site and a unit can is test_partner_referral.py's."""
    return PartnerReferral.objects.create(
        unit=house.leader.unit,
        to_unit=house.worker.unit,
        consented_on=day,
        consented_how="meeting",
        consented_to="Namn",
        state=state,
        answered_on=day,
        person=person,
        author=house.leader,
        at=f"{day} 12:00+01",
    )


def came(house, many, *, stay=0, day=date(LAST, 3, 2)):
    activity = make_activity("Café")
    for at in range(many):
        person = make_person(house.worker)
        answered(house, "came", day, person)
        if at < stay:
            begins = day + timedelta(days=14)
            Placement.objects.create(
                person=person, unit=activity.unit, activity=activity, seat=uuid4(), starts_on=begins, ends_on=TODAY
            )


def told(who, house, year=LAST):
    with as_(who):
        found = reached(house.partner.pk, year)
    return found and (found.contacts, found.referred, found.came, found.stayed)


def test_contacts_are_added_up_without_those_taken_out(house):
    with as_(house.leader) as actor:
        about = {"by": actor, "day": TODAY, "setting": "Café"}
        operations.note_outreach(people=3, **about)
        operations.note_outreach(people=4, **about)
        operations.take_out_outreach(outreach=operations.note_outreach(people=90, **about), today=TODAY)
    assert told(house.leader, house, TODAY.year) == (7, 0, None, None)
    assert told(house.head, house, TODAY.year) == (7, 0, None, None)


@pytest.mark.requirement("R-242")
def test_the_site_and_who_keeps_the_agreement_are_told_and_nobody_else(house, client):
    came(house, 10, stay=5)
    for _ in range(5):
        answered(house, "not", date(LAST, 4, 1))
    page = reverse("insight:reached", args=[house.partner.pk])
    for who in (house.leader, house.head, house.director):
        assert told(who, house) == (0, 15, 10, 5)
        sign_in(client, who)
        assert "Deltog tre månader senare" in markup(client.get(page))
    for who in (house.stranger, house.head_abroad):
        assert told(who, house) is None
        sign_in(client, who)
        assert client.get(page).status_code == 404


@pytest.mark.parametrize(
    ("many", "stay", "nots", "expected"),
    [
        (2, 0, 2, (0, None, None, None)),  # four referred are few
        (10, 5, 4, (0, 14, None, None)),  # the four who did not come would be told by the rest
        (4, 0, 5, (0, 9, None, None)),
        (9, 5, 0, (0, 9, 9, None)),  # the four who did not stay
        (5, 5, 0, (0, 5, 5, None)),  # all stayed: that tells of each
    ],
)
def test_nothing_is_told_of_fewer_than_five_nor_of_the_others(house, many, stay, nots, expected):
    came(house, many, stay=stay)
    for _ in range(nots):
        answered(house, "not", date(LAST, 4, 1))
    assert told(house.leader, house) == expected
    assert told(house.head, house) == expected


def test_who_stayed_is_told_when_three_months_have_passed_for_all(house):
    came(house, 10, stay=5)
    assert told(house.leader, house)[2:] == (10, 5)
    row = PartnerReferral.objects.first()
    database.execute("UPDATE partnerships_partnerreferral SET answered_on = %s WHERE id = %s", [TODAY, row.pk])
    assert told(house.leader, house)[2:] == (None, None), "nor who came, which grows by one"


def test_whoever_came_twice_is_one_and_what_was_taken_back_is_none(house):
    came(house, 5)
    person = PartnerReferral.objects.first().person
    for _ in range(5):
        answered(house, "came", date(LAST, 4, 1), person)
        answered(house, "taken_back", date(LAST, 4, 1))
    assert told(house.leader, house) == (0, 5, 5, None)


def test_another_municipality_s_units_are_not_counted_for_ours(house):
    came(house, 10, stay=5)
    far = make_colleague("director", make_unit("management", make_organisation("Fjärrby")))
    make_signed(make_colleague("head_of_unit", make_unit("labour_market", far.unit.organisation)), far, house.partner)
    assert told(far, house) == (0, 0, 0, None)
