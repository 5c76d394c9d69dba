"""The last place is given once: by the database, whoever asks, at the same moment."""

from datetime import timedelta

import pytest

from trappan.activities.models import Activity, SeatUse
from trappan.cases import operations as cases
from trappan.people.testing import make_person
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement, propose
from trappan.placements.testing import accept
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by

ROUNDS = 100


def consultants_with_people(count):
    """Two consultants of different units, each with as many people."""
    ulla = make_colleague("social_worker", make_unit("social_service"))
    found = []
    for _one in range(2):
        consultant = make_colleague("consultant")
        people = []
        for _each in range(count):
            person = make_person(ulla)
            with as_(ulla) as actor:
                cases.assign(case=cases.open_case(person=person, by=actor, unit=consultant.unit), to=consultant)
            people.append(person)
        found.append((consultant, people))
    return found


def proposing(person, activity, first):
    """Return the verb that proposes somebody for three days."""
    return lambda _actor: propose(
        person=person, activity=activity, week=read_week("mån 9-15"), starts_on=first, ends_on=first + timedelta(days=3)
    )


@pytest.mark.django_db(transaction=True)
def test_a_hundred_rounds_of_two_connections_and_one_last_place():
    set_today(TODAY)
    pairs = consultants_with_people(1)
    site = make_unit("site")
    rounds = [
        Activity.objects.create(code=f"r{number}", name="Kök", unit=site, kind="workplace", places=1, starts_on=TODAY)
        for number in range(ROUNDS)
    ]

    for number, activity in enumerate(rounds):
        first = TODAY + timedelta(days=3 * number)  # three days each: nobody is in two places
        gave = at_the_same_moment(*(by(who, proposing(person, activity, first)) for who, (person,) in pairs))
        (refusal,) = (one for one in gave if isinstance(one, Refused))
        assert "ledig plats" in str(refusal)
    assert Placement.objects.count() == ROUNDS


@pytest.mark.django_db(transaction=True)
def test_one_person_is_not_proposed_to_two_places_at_the_same_moment():
    set_today(TODAY)
    ((consultant, (person,)), _other) = consultants_with_people(1)
    site = make_unit("site")
    sites = {
        which: [
            Activity.objects.create(
                code=f"{which}{number}", name="Kök", unit=site, kind="workplace", places=9, starts_on=TODAY
            )
            for number in range(15)
        ]
        for which in "ab"
    }

    for number in range(15):
        first = TODAY + timedelta(days=3 * number)
        gave = at_the_same_moment(*(by(consultant, proposing(person, sites[which][number], first)) for which in "ab"))
        (refusal,) = (one for one in gave if isinstance(one, Refused))
        assert "Personen är på" in str(refusal)
    assert Placement.objects.count() == 15


@pytest.mark.django_db
class TestCountingIsNotSeeing:
    @pytest.fixture
    def cafe(self, today):
        return Activity.objects.create(
            code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=2, starts_on=TODAY
        )

    def put(self, consultant, person, cafe, first, last, week="mån 9-15"):
        with as_(consultant):
            return propose(person=person, activity=cafe, week=read_week(week), starts_on=first, ends_on=last)

    def test_places_of_people_whom_the_asker_cannot_see_are_taken_all_the_same(self, cafe):
        (one, ones), (other, others) = consultants_with_people(2)
        for person in ones:
            self.put(one, person, cafe, TODAY, None)
        with as_(other):
            assert Placement.objects.count() == 0, "she sees none of them"
            assert SeatUse.objects.count() == 2, "but that the places are taken"
        with pytest.raises(Refused):
            self.put(other, others[0], cafe, TODAY, None)

    def test_the_peak_counts_not_the_sum_over_the_period(self, cafe):
        (one, ones), (other, others) = consultants_with_people(2)
        month = timedelta(days=30)
        self.put(one, ones[0], cafe, TODAY, TODAY + month)
        self.put(one, ones[1], cafe, TODAY + month, TODAY + 3 * month)
        self.put(other, others[0], cafe, TODAY + 2 * month, TODAY + 4 * month)
        with pytest.raises(Refused):
            self.put(other, others[1], cafe, TODAY, TODAY + 4 * month)
        self.put(other, others[1], cafe, TODAY, TODAY + month)

    def test_an_end_frees_the_place_from_its_day(self, cafe):
        (one, ones), (other, others) = consultants_with_people(2)
        first = self.put(one, ones[0], cafe, TODAY, None)
        self.put(one, ones[1], cafe, TODAY, None)
        accept(first)
        with as_(one):
            end_placement(placement=first, ends_on=TODAY + timedelta(days=7), reason="Flyttar")
        with pytest.raises(Refused):
            self.put(other, others[0], cafe, TODAY + timedelta(days=6), None)
        self.put(other, others[0], cafe, TODAY + timedelta(days=7), None)

    def test_a_partner_counts_its_own_places_only(self, cafe):
        ((one, ones), _other) = consultants_with_people(1)
        self.put(one, ones[0], cafe, TODAY, None)
        from trappan.staff.testing import make_organisation

        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        with as_(make_colleague("supervisor", make_unit("site", partner))):
            assert SeatUse.objects.count() == 0
