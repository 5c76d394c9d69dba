"""What ends with a partner, the agreement or the consent, ends what rests on it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.testing import make_activity
from trappan.partnerships.operations import agree, amend
from trappan.people import operations as people
from trappan.people.models import Grant, Person
from trappan.placements.models import Placement
from trappan.placements.operations import extend
from trappan.placements.testing import accept, offer
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LONG = TODAY + 100 * DAY


@pytest.fixture
def partner(today):
    return make_organisation("Stadsmissionen", kind="partner", basis="provider")


@pytest.fixture
def sewing(partner):
    return make_activity(unit=make_unit("site", partner))


@pytest.fixture
def head(case):
    return make_colleague("head_of_unit", case.unit)


def agreed(head, partner, ends_on):
    with as_(head) as actor:
        return agree(
            by=actor,
            organisation=partner,
            name="Vägen vidare",
            purpose="Platser",
            places=9,
            signed_on=TODAY - 400 * DAY,
            starts_on=TODAY - 365 * DAY,
            ends_on=ends_on,
        )


class TestTheAgreement:
    def test_nobody_is_placed_beyond_it_and_the_refusal_says_the_last_day(self, case, sewing, partner, head):
        agreed(head, partner, TODAY + 40 * DAY)
        for beyond in (None, TODAY + 41 * DAY):
            with pytest.raises(Refused, match="gäller till och med 21 dec"):
                offer(case, sewing, ends_on=beyond)
        within = offer(case, sewing, ends_on=TODAY + 40 * DAY)
        accept(within)
        with as_(case.responsible), pytest.raises(Refused, match="gäller till och med 21 dec"):
            extend(placement=within, ends_on=TODAY + 50 * DAY, today=TODAY)

    def test_the_database_takes_none_beyond_it(self, case, sewing, partner, head):
        agreed(head, partner, TODAY + 40 * DAY)
        with as_(case.responsible), pytest.raises(DatabaseError, match="agreement"), transaction.atomic():
            Placement.objects.create(
                person=case.person,
                unit=sewing.unit,
                activity=sewing,
                seat="00000000-0000-4000-8000-000000000001",
                starts_on=TODAY,
                ends_on=LONG,
            )

    def test_without_one_written_down_and_until_further_notice_nothing_stops(self, case, sewing, partner, head):
        accept(offer(case, sewing, "mån 9-12", ends_on=LONG))
        agreed(head, partner, None)
        offer(case, sewing, "tis 9-12", starts_on=TODAY + DAY)

    def test_the_partners_access_closes_after_the_hand_over_days_and_opens_with_a_longer_one(
        self, case, sewing, partner, head
    ):
        there = make_colleague("supervisor", sewing.unit)
        first = agreed(head, partner, None)
        accept(offer(case, sewing))
        assert Grant.objects.get(basis="placement").ends_at is None
        with as_(head) as actor:
            amend(
                agreement=first,
                today=actor.today,
                scope="Upphör",
                places=0,
                signed_on=TODAY,
                starts_on=TODAY,
                ends_on=TODAY + 10 * DAY,
            )
        for days, seen in ((39, 1), (40, 0)):
            set_today(TODAY + days * DAY)
            with as_(there):
                assert Person.objects.count() == seen, days
        with as_(head) as actor:
            amend(
                agreement=first,
                today=actor.today,
                scope="Förlängs",
                places=0,
                signed_on=actor.today,
                starts_on=actor.today,
                ends_on=TODAY + 300 * DAY,
            )
        with as_(there):
            assert Person.objects.count() == 1


class TestTheList:
    @pytest.mark.parametrize(("days", "told"), [(60, True), (61, False)])
    def test_what_would_go_on_is_told_sixty_days_before(self, case, sewing, partner, head, client, days, told):
        accept(offer(case, sewing))
        agreed(head, partner, TODAY + days * DAY)
        sign_in(client, case.responsible)
        assert ("Avtalet med" in client.get("/").content.decode()) is told

    def test_what_ends_in_time_asks_nothing_and_others_are_told_nothing(self, case, sewing, partner, head, client):
        accept(offer(case, sewing, ends_on=TODAY + 20 * DAY))
        agreed(head, partner, TODAY + 20 * DAY)
        for who in (case.responsible, make_colleague("consultant", case.unit)):
            sign_in(client, who)
            assert "Avtalet med" not in client.get("/").content.decode()

    def test_a_consent_that_is_withdrawn_lists_what_still_goes_on(self, case, client):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_activity(unit=make_unit("site", navet))
        with as_(case.responsible):
            consent = people.give_consent(
                person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=TODAY
            )
        accept(offer(case, systuga))
        sign_in(client, case.responsible)
        assert "Samtycket för" not in client.get("/").content.decode()
        with as_(case.responsible) as actor:
            people.withdraw_consent(consent=consent, on=actor.today)
        page = client.get("/").content.decode()
        assert "Samtycket för" in page
