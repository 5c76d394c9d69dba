"""What waits about partners stands where the day begins: to sign, to approve, and what one has said that one does."""

from datetime import timedelta

import pytest

from trappan.partnerships import operations
from trappan.partnerships.testing import (
    DECISION,
    SIGNATURE,
    consult,
    make_budget,
    make_draft,
    make_meeting,
    make_signed,
)
from trappan.partnerships.waiting import waiting_for
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


def waits(who):
    with as_(who) as actor:
        return [(one.name, one.late) for one in waiting_for(actor)]


def test_a_director_signs_what_is_decided_until_it_is_signed(house, client):
    made = make_draft(house.head, house.partner, name="Hoppfull framtid")
    consult(house.head, made)
    assert waits(house.director) == []
    with as_(house.head):
        operations.decide(version=made, today=TODAY, **DECISION)
    assert waits(house.director) == [("Hoppfull framtid", True)]
    assert waits(house.controller) == waits(house.director_abroad) == waits(house.leader) == []
    sign_in(client, house.director)
    assert "undertecknas" in client.get("/board/").content.decode()
    with as_(house.director):
        operations.sign(version=made, today=TODAY, **SIGNATURE)
    with as_(house.head):
        wider = operations.draft_amendment(agreement=made, starts_on=TODAY, scope="Mer")
    consult(house.head, wider)
    with as_(house.head):
        operations.decide(version=wider, today=TODAY, **DECISION)
    assert waits(house.director) == [("Hoppfull framtid", False)]


def test_money_that_another_has_entered_is_approved_on_the_desk(house, client):
    made = make_signed(house.head, house.director, house.partner, name="Hoppfull framtid")
    budget = make_budget(house.head, made)
    assert waits(house.head) == [], "her own"
    assert waits(house.controller) == [("Hoppfull framtid", False)]
    assert waits(house.director_abroad) == waits(house.leader) == []
    sign_in(client, house.controller)
    assert "Godkänn budgeten för 2026" in client.get("/board/").content.decode()
    with as_(house.controller):
        operations.approve(money=budget)
    assert waits(house.controller) == []
    with as_(house.head):
        operations.enter_payment(budget=budget, today=TODAY, paid_on=TODAY, amount_ore=100)
    assert waits(house.controller) == waits(house.director) == [("Hoppfull framtid", False)]


@pytest.mark.parametrize("who", ["head", "director", "leader"])
def test_what_was_agreed_stands_with_its_owner_until_it_is_done(house, client, who):
    agreed = make_signed(house.head, house.director, house.partner)
    owner = getattr(house, who)
    met = make_meeting(house.head, agreement=agreed, held_on=TODAY - timedelta(days=9))
    with as_(house.head):
        action = operations.agree_action(meeting=met, text="Ring torget", due_on=TODAY - timedelta(days=1), owner=owner)
    assert waits(owner) == [("Ring torget", True)]
    assert waits(house.controller) == []
    sign_in(client, owner)
    assert "Ring torget" in client.get("/", follow=True).content.decode()
    with as_(owner):
        operations.finish_action(action=action, today=TODAY, done_on=TODAY, result="Ringt")
    assert waits(owner) == []
