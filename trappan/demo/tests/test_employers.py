"""The town's employers: some sixty with two years of talk, as the employer team would have written them."""

from datetime import timedelta

import pytest
from stdnum.se import orgnr

from trappan.demo.clock import TODAY
from trappan.employers.load import loads
from trappan.employers.models import Contact, Conversation, Employer, Lead, Opening, Workplace
from trappan.employers.numbers import has_a_persons_number
from trappan.rules.models import Concept, ConceptLink
from trappan.rules.rulesets import rules_on

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def town(founded):
    with founded(0.01):
        yield


def test_some_sixty_of_every_kind_with_where_whom_and_what_was_said(town):
    employers = Employer.objects.living().filter(cooperates=False)
    assert employers.count() == 60
    assert set(employers.values_list("kind", flat=True)) == set(Employer.Kind.values)
    assert not employers.filter(workplaces=None).exists()
    assert not employers.filter(contacts=None).exists()
    assert not employers.filter(conversations=None).exists()
    assert Employer.objects.filter(cooperates=True).count() == 4
    assert {one.state(TODAY) for one in Employer.objects.all()} == {"", "rests", "ended", "merged"}
    assert Conversation.objects.filter(held_on__lt=TODAY - timedelta(days=400)).count() > 50
    assert Conversation.objects.filter(held_on__gte=TODAY).count() == 0
    assert 0 < Contact.objects.filter(told_on=None).count() < 12


def test_no_number_is_a_real_organisations_and_none_a_persons(town):
    numbers = Employer.objects.exclude(organisation_number="").values_list("organisation_number", flat=True)
    assert len(set(numbers)) == len(numbers) > 40
    assert all(number.startswith("4") and orgnr.is_valid(number) for number in numbers)
    assert not any(has_a_persons_number(one.text + one.next_step) for one in Conversation.objects.all())
    assert not any(has_a_persons_number(one.adaptable + one.name) for one in Workplace.objects.all())


def test_some_hundred_and_twenty_openings_of_every_kind_and_occupations_that_hang_together(town):
    openings = Opening.objects.filter(question=None)
    assert 110 < openings.count() < 130
    assert set(openings.values_list("kind", flat=True)) == set(Opening.Kind.values)
    assert openings.to_offer(TODAY).count() > 40
    assert not openings.filter(employer__ended_on__lte=TODAY, closed_on=None).exists()
    assert not openings.filter(occupation=None).exists()
    assert 55 < Concept.objects.occupations().count() < 70
    assert not Concept.objects.occupations().exclude(links__kind="broader").exists()
    assert ConceptLink.objects.filter(kind="stands_in").count() > 25
    assert 0 < Lead.objects.lasting(TODAY).count() < Lead.objects.count()


def test_what_the_card_says_is_there(town):
    late = Conversation.objects.filter(done_on=None, next_on__lt=TODAY)
    assert sorted(one.employer.name for one in late) == ["Luftslottets Städ AB", "Påhittade Köket AB"]
    kitchen = Employer.objects.get(name="Påhittade Köket AB")
    assert [one.name for one in kitchen.absorbed.all()] == ["Köksfabeln AB"]
    cleaners = Employer.objects.get(name="Luftslottets Städ AB")
    assert loads(TODAY, rules_on(TODAY), [cleaners.pk])[cleaners.pk].of().is_full
