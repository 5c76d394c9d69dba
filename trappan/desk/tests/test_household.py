"""Two adults of a household on one page, each with a week and an end of her own, for whoever sees both."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import record_exit
from trappan.people.models import HouseholdMember
from trappan.people.operations import join_household, protect
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def couple(today):
    """Two cases of the same colleagues: one at a café on Thursdays, the other to work today."""
    here = make_case(given_name="Ada", family_name="Parsson")
    there = make_case(
        social_worker=here.social_worker, consultant=here.responsible, given_name="Bo", family_name="Parsson"
    )
    with as_(here.social_worker):
        join_household(person=here.person, role="applicant", starts_on=TODAY)
    home = HouseholdMember.objects.get().household
    HouseholdMember.objects.create(person=there.person, household=home, role="co_applicant", starts_on=TODAY)
    make_placement(here.responsible, person=here.person, activity=make_activity("Kaféet"), starts_on=TODAY)
    with as_(there.responsible):
        record_exit(case=there, day=TODAY, today=TODAY, reason="work", form="bagare")
    return here, there


def page_of(client, who, case):
    sign_in(client, who)
    return client.get(reverse("desk:household", args=[case.person_id]))


def test_each_adult_has_a_week_and_an_end_apart_from_the_other(client, couple, django_assert_max_num_queries):
    here, there = couple
    for who in (here.responsible, here.social_worker):
        page_of(client, who, here)
        with django_assert_max_num_queries(30):  # some of each adult, whatever the household holds
            page = markup(page_of(client, who, here))
        assert "Ada Parsson" in page
        assert "Bo Parsson" in page
        assert page.count("Kaféet") == 1
        assert page.count("Började arbeta") == 1, "the end is hers alone, and not the household's"
    assert "Bo Parsson" in markup(page_of(client, here.responsible, there))


@pytest.mark.requirement("R-241")
def test_the_households_way_out_is_dated_by_the_last_of_its_adults(client, couple):
    here, there = couple
    Exit.objects.filter(case=there).update(day=TODAY - timedelta(days=9))
    dated = "Alla vuxna som du ser här har kommit till arbete eller studier, den sista den 12 november 2026"
    assert dated not in markup(page_of(client, here.responsible, here)), "one of two is out"
    Placement.objects.filter(person=here.person).update(ends_on=TODAY)
    with as_(here.responsible):
        mine = record_exit(case=here, day=TODAY, today=TODAY, reason="studies", form="komvux", sub_code="b2")
    for case in couple:
        assert dated in markup(page_of(client, here.responsible, case))
    Exit.objects.filter(pk=mine.pk).update(held=False, checked_on=TODAY + timedelta(days=31))
    assert dated not in markup(page_of(client, here.responsible, here)), "what did not last is no way out"


def test_whoever_sees_one_of_them_sees_that_one_alone(client, couple):
    here, there = couple
    other = make_colleague("consultant", here.unit)
    assert page_of(client, other, here).status_code == 404
    with as_(there.responsible):
        protect(person=there.person, protection="marked")
    colleague = make_case(social_worker=here.social_worker, consultant=other, person=None).responsible
    assert page_of(client, colleague, here).status_code == 404


def test_a_protected_adult_is_on_no_page_but_the_named_colleagues(client, couple):
    here, there = couple
    named = there.responsible
    with as_(named):
        protect(person=there.person, protection="marked")
    # The social worker's grant to the unit opens no protected person.
    other = make_colleague("social_worker", here.social_worker.unit)
    page = markup(page_of(client, other, here))
    assert "Ada Parsson" in page
    assert "Bo Parsson" not in page
    assert "Bo Parsson" in markup(page_of(client, named, here))
