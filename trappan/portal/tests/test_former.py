"""A former number that somebody has signed in with: who is told, who says that it is looked at, and what comes back."""

import time

import pytest
from django.db import transaction

from tests.provider import LOA3
from trappan import database
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.people.models import Grant, Number
from trappan.people.operations import add_number
from trappan.portal.models import OwnSession
from trappan.portal.operations import look_at_number
from trappan.refusals import Refused
from trappan.staff.testing import as_, as_web, make_colleague, make_unit
from trappan.testing import at_the_same_moment, sign_in, text

FORMER, NEWEST = "199101052381", "199101052387"
ROW = "med ett nummer som personen hade förut"


def tried(number=FORMER):
    return database.value("portal_sign_in_by_eid", number, LOA3, "x", f"session {time.monotonic_ns()}", False)


@pytest.fixture
def former(case):
    """Somebody has tried a number that the person had before."""
    Number.objects.filter(person=case.person).update(number=FORMER)
    Number.objects.create(person=case.person, number=NEWEST)
    assert not tried()
    return case


def look(client, jonna, case, **sent):
    about = {"form": "look_at_number", "acting_as": jonna.pk, **sent}
    return client.post(f"/people/{case.person_id}/own-pages/", about)


@pytest.mark.django_db
class TestItIsLookedAt:
    def test_whoever_works_with_the_person_says_what_was_found_and_the_row_goes(self, former, jonna, client):
        assert ROW in text(sign_in(client, jonna).get("/"))
        page = text(client.get(f"/people/{former.person_id}/own-pages/"))
        assert "Ett nummer från förut" in page
        assert FORMER not in page
        assert look(client, jonna, former).status_code == 422, "what was found is said"
        assert look(client, jonna, former, **{"look_at_number-found": "before"}).status_code == 302
        assert ROW not in text(client.get("/"))
        assert "Ett nummer från förut" not in text(client.get(f"/people/{former.person_id}/own-pages/"))
        event = Event.objects.get(verb="portal.look_at_number")
        assert (event.person_id, event.details) == (former.person_id, {"found": "before"})

    def test_a_second_press_is_told_and_writes_nothing(self, former, jonna, client):
        sign_in(client, jonna)
        look(client, jonna, former, **{"look_at_number-found": "own"})
        again = look(client, jonna, former, **{"look_at_number-found": "others"})
        assert again.status_code == 422
        assert "Det är redan gjort" in text(again)
        assert Event.objects.filter(verb="portal.look_at_number").count() == 1

    def test_a_later_try_brings_it_back_once(self, former, jonna, client):
        with as_(jonna):
            look_at_number(person=former.person, found="unclear")
        for _one in range(2):
            tried()
        assert text(sign_in(client, jonna).get("/")).count(ROW) == 1
        look(client, jonna, former, **{"look_at_number-found": "unclear"})
        assert ROW not in text(client.get("/"))

    def test_another_colleague_says_nothing_of_it(self, former, today):
        stranger = make_colleague("consultant", make_unit("labour_market"))
        with as_(stranger), pytest.raises(Refused):
            look_at_number(person=former.person, found="own")
        with as_(stranger):
            assert database.value("portal_former_since", former.person_id) is None

    def test_whoever_is_responsible_without_a_grant_is_not_told(self, former, jonna):
        with as_(jonna):
            assert [row.person_id for row in database.rows("portal_former_tried")] == [former.person_id]
        Grant.objects.filter(person=former.person).delete()
        with as_(jonna):
            assert database.rows("portal_former_tried") == []


@pytest.mark.django_db(transaction=True)
def test_whoever_comes_in_while_the_number_is_changed_is_let_out(today):
    """Whoever carries the former is in, for nobody to see yet, as it is changed: the change waits for it."""
    ulla = make_colleague("social_worker", make_unit("social_service"))
    case = make_case(social_worker=ulla)
    Number.objects.filter(person=case.person).update(number=FORMER)

    def come(ready):
        with transaction.atomic():
            assert tried()
            ready()
            ends = time.monotonic() + 1
            while time.monotonic() < ends and not database.query("SELECT FROM pg_locks WHERE NOT granted"):
                time.sleep(0.02)

    def change(ready):
        with as_web(ulla):
            ready()
            add_number(person=case.person, number=NEWEST)

    at_the_same_moment(come, change)
    assert not OwnSession.objects.exists()
