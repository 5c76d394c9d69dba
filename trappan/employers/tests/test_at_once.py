"""Two who write of the same employer at the same moment: one does, the other gets a sentence, and nothing is lost."""

import pytest

from trappan.employers import operations
from trappan.employers.merging import Moves
from trappan.employers.models import Conversation, Employer, PlaceQuestion
from trappan.employers.testing import NUMBER, ask, make_coordinator, make_department, make_employer, make_officer, say
from trappan.refusals import Refused
from trappan.schedules.halves import half_after, half_of
from trappan.staff.testing import as_, make_colleague
from trappan.testing import at_the_same_moment, by

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def both(today):
    linnea = make_officer()
    return linnea, make_colleague("employer_officer", linnea.unit)


def test_the_same_number_makes_one(both):
    def make(actor):
        name = f"Kök {actor.membership_id}"
        return operations.make_employer(by=actor, name=name, kind="company", organisation_number=NUMBER)

    told = at_the_same_moment(*(by(who, make) for who in both))
    assert [isinstance(one, Refused) for one in told].count(True) == 1
    assert Employer.objects.count() == 1


def test_each_merged_into_the_other_leaves_one(both):
    linnea, other = both
    old, new = make_employer(linnea), make_employer(linnea)

    def merge(one, into):
        def do(actor):
            edition = Moves.of(one).edition
            operations.merge_employer(employer=one, into=into, today=actor.today, edition=edition)

        return do

    told = at_the_same_moment(by(linnea, merge(old, new)), by(other, merge(new, old)))
    assert [isinstance(one, Refused) for one in told].count(True) == 1
    assert Employer.objects.living().count() == 1


def test_the_last_question_is_asked_once(both):
    linnea, _other = both
    employer = make_employer(linnea)
    with as_(linnea) as actor:
        for _ask in range(3):
            say(actor, employer, asks=True)
    told = at_the_same_moment(*(by(who, lambda actor: say(actor, employer, asks=True)) for who in both))
    assert [isinstance(one, Refused) for one in told].count(True) == 1
    assert Conversation.objects.filter(asks=True).count() == 4


def test_written_while_it_is_merged_it_stands_with_the_other_or_is_refused(both):
    linnea, other = both
    old, new = make_employer(linnea), make_employer(linnea)
    edition = Moves.of(old).edition

    def merge(actor):
        operations.merge_employer(employer=old, into=new, today=actor.today, edition=edition)

    told = at_the_same_moment(by(linnea, merge), by(other, lambda actor: say(actor, old)))
    assert [isinstance(one, Refused) for one in told].count(True) == 1
    assert not Conversation.objects.filter(employer__merged_into__isnull=False).exists()


def test_two_coordinators_who_ask_ask_each_workplace_once(both, today):
    linnea, _other = both
    pelle = make_coordinator()
    make_department(linnea)
    make_department(linnea)

    def ask(_actor):
        return operations.ask_places(half=half_after(half_of(today)), today=today)

    told = at_the_same_moment(*(by(who, ask) for who in (pelle, make_colleague("place_coordinator", pelle.unit))))
    assert [isinstance(one, Refused) for one in told].count(True) == 1
    assert PlaceQuestion.objects.count() == 2


def test_whoever_offers_and_whoever_says_none_at_once_do_not_both(both, today):
    linnea, _other = both
    pelle = make_coordinator()
    asked = ask(pelle, half_after(half_of(today)), make_department(linnea))
    about = {"kind": "internship", "title": "Tvätt", "places": 1, "weekly_minutes": 600, "today": today}
    at_the_same_moment(
        by(pelle, lambda _actor: operations.offer_places(question=asked, **about)),
        by(pelle, lambda _actor: operations.offer_none(question=asked, none_reason="Ont om tid")),
    )
    asked.refresh_from_db()
    assert bool(asked.none_reason) != asked.openings.filter(closed_on=None).exists()
