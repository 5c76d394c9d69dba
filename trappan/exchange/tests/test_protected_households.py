"""Files to authorities and protected identity: no two that can be taken, and no number, tell who or how many."""

import pytest
from django.urls import reverse

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.exchange.jobs import expire
from trappan.exchange.tests.test_delivery import (
    DELIVERIES,
    FAULTS,
    LAST,
    YEAR,
    again,
    file_of,
    found,
    made,
    numbered,
    page_of,
    rows_of,
    sent,
)
from trappan.insight.testing import make_months
from trappan.insight.tests.test_board import cell
from trappan.people import operations as people
from trappan.people.models import Person
from trappan.people.testing import make_person
from trappan.rules.models import RuleSet
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def controller(today):
    return make_colleague("controller", make_unit("management"))


def taken(by, delivery):
    with as_(by):
        return database.value("exchange_take_file", delivery.pk)


def protect(person):
    Person.objects.filter(pk=person.pk).update(protection="marked")


def shared(person):
    """Let a child come into somebody's household last month."""
    child = Person.objects.create(given_name="Lilla", family_name="Påhitt")
    month = SupportMonth.objects.get(person=person, month=LAST)
    SupportMonth.objects.create(
        person=child, household=month.household, month=LAST, role="child", household_type=6, obstacle="none"
    )
    return child


class TestWho:
    def test_a_file_from_before_a_protection_is_emptied_and_must_be_made_anew(self, client, controller):
        numbered("199111052399")
        child = shared(numbered("199204042394"))
        month, year = made(controller), made(controller, "statistics_year", YEAR)
        assert "199204042394" in taken(controller, month)
        protect(child)
        assert (taken(controller, month), file_of(month)) == (None, None)
        assert file_of(year) is not None, "the household has no month in that year"
        sign_in(client, controller)
        assert "Finns inte kvar, gör om den" in text(client.get(DELIVERIES))
        assert "Gör om den för att få den igen" in text(client.get(page_of(month)))
        second = again(controller, month)
        assert "199204042394" not in file_of(second)

    def test_so_is_the_file_of_another_month_of_the_same_household_and_of_its_year(self, controller):
        person = numbered("199204042394", 0b11 << 22)  # December 2024, January 2025
        month, year = made(controller, first=YEAR), made(controller, "statistics_year", YEAR)
        figures = made(controller, "kolada_items", YEAR)
        protect(person)
        assert (file_of(month), file_of(year)) == (None, None)
        assert file_of(figures) is not None, "it names nobody"

    def test_a_protected_person_who_comes_into_a_household_empties_its_months_file(self, controller):
        person = numbered("199204042394")
        hidden = numbered("199111052399", 0b100)
        protect(hidden)
        delivery = made(controller)
        month = SupportMonth.objects.get(person=person)
        joined = SupportMonth.objects.create(
            person=hidden, household=month.household, month=LAST, role="child", household_type=6, obstacle="none"
        )
        assert file_of(delivery) is None
        delivery = again(controller, delivery)
        SupportMonth.objects.filter(pk=joined.pk).update(amount=100)
        assert file_of(delivery) is not None, "nobody has come into a household"
        other = numbered("199301012395")
        delivery = again(controller, delivery)
        SupportMonth.objects.filter(pk=joined.pk).update(household=SupportMonth.objects.get(person=other).household)
        assert file_of(delivery) is None

    def test_of_the_versions_of_a_file_only_the_last_can_be_taken(self, client, controller):
        numbered("199111052399")
        first = made(controller)
        year = made(controller, "statistics_year", YEAR)
        second = again(controller, first)
        assert (taken(controller, first), file_of(first)) == (None, None)
        assert None not in (taken(controller, second), taken(controller, year))
        sign_in(client, controller)
        assert "en annan version har gjorts" in text(client.get(page_of(first)))

    def test_the_file_of_who_delivers_no_longer_is_emptied(self, controller):
        numbered("199111052399")
        mine, other = made(controller), make_colleague("controller", controller.unit)
        theirs = made(other, "statistics_year", YEAR)
        Membership.objects.filter(pk=controller.pk).update(ends_on=TODAY)
        expire()
        assert file_of(mine) is None
        assert file_of(theirs) is not None


class TestHowMany:
    def test_a_household_with_a_protected_identity_is_counted_and_no_number_tells_it(self, client, controller):
        numbered("199111052399")
        protect(numbered("199204042394"))
        cell("households", LAST, 2)
        delivery = made(controller)
        assert "199204042394" not in file_of(delivery)
        assert found(delivery, "households") == {
            "check": "households",
            "month": "2026-10",
            "is_open": False,
            "is_fault": False,
        }
        sign_in(client, controller)
        page = text(client.get(page_of(delivery)))
        assert "stämmer" in page
        for told in ("stämmer inte", "1 rad", "2 mot", "mot 2"):
            assert told not in page

    def test_what_was_sent_is_held_against_the_protected_too(self, controller):
        person = make_months(0b1 << 22)  # January 2025
        make_months(0b1 << 22)
        sent(controller, made(controller, first=YEAR))
        protect(person)
        whole = made(controller, "statistics_year", YEAR)
        assert whole.rows == 1
        assert not found(whole, "sent")["is_fault"]


class TestFaults:
    """What is to be put right is of the file's own lines; of the protected it is a number of its own, or none."""

    @pytest.mark.parametrize("protected", [1, 4])
    def test_a_protected_persons_fault_stands_in_no_count_beside_a_file_that_lacks_them(
        self, client, controller, protected
    ):
        numbered("")
        before = made(controller)
        for _each in range(protected):
            protect(numbered(""))
        delivery = again(controller, before)
        assert found(delivery, "no_number") == {"check": "no_number", "found": 1, "is_fault": True}
        assert [row["registerledare"] for row in rows_of(delivery)] == [""], "the count is of the file"
        assert delivery.report == before.report, "nor whether there is any"
        sign_in(client, controller)
        assert "för få för att visas" in text(client.get(page_of(delivery)))

    def test_of_five_households_or_more_it_is_said_to_the_nearest_five(self, client, controller):
        numbered("199111052399")
        for _each in range(7):
            protect(numbered(""))
        child = shared(numbered("199204042394"))
        SupportMonth.objects.filter(household=SupportMonth.objects.get(person=child).household).update(household_type=7)
        protect(child)
        delivery = made(controller)
        assert found(delivery, "no_number")["found"] == found(delivery, "other_type")["found"] == 0
        assert found(delivery, "apart") == {"check": "apart", "found": 10, "is_fault": True}
        sign_in(client, controller)
        assert "cirka 10 med något att rätta" in text(client.get(page_of(delivery)))

    def test_so_it_is_of_individual_data_where_there_is_a_file_of_them(self, controller):
        for rules in RuleSet.objects.all():
            about = {**rules.parameters, "individual_from": "2026-10-01"}
            RuleSet.objects.filter(pk=rules.pk).update(parameters=about)
        numbered("")
        protect(numbered(""))
        delivery = made(controller, "individual_month")
        assert found(delivery, "no_number")["found"] == len(rows_of(delivery)) == 1

    def test_whoever_holds_the_protected_persons_support_reads_the_fault_all_the_same(self, client, controller):
        worker = make_colleague("social_worker", make_unit("social_service", controller.unit.organisation))
        person = make_person(worker)
        household = SupportMonth.objects.get(person=make_months(0b10)).household
        SupportMonth.objects.filter(household=household).update(person=person, household_type=7)
        with as_(worker):
            people.protect(person=person, protection="marked")
        made(controller)
        sign_in(client, worker)
        assert reverse("assistance:support", args=[person.pk]) in markup(client.get(FAULTS))
