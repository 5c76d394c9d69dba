"""Plan and placement say the same: days from the plan when placing, and what differs afterwards."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from trappan.cases.testing import make_case
from trappan.placements.planned import Held, Times, times_of, times_of_one, uncovered
from trappan.placements.testing import make_placement, offer
from trappan.plans.testing import make_plan
from trappan.schedules.week import A, B, Part, read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

# Weeks of half hours in one day, so that they meet often.
parts = st.builds(
    lambda start, long, weeks: Part(start * 30, (start + long) * 30, weeks),
    st.integers(0, 10),
    st.integers(1, 6),
    st.sampled_from(["every", A, B]),
)


@pytest.fixture
def planned(today):
    """A case whose plan in force has activity on Mondays and Thursdays."""
    case = make_case()
    make_plan(case, parts=[{"kind": "activity", "week": read_week("mån 9-12, tor 9-12")}])
    return case


def minutes(part):
    letters = (A, B) if part.weeks == "every" else (part.weeks,)
    return {(letter, minute) for letter in letters for minute in range(part.start, part.end)}


@given(st.lists(parts, max_size=5), st.lists(parts, max_size=5))
def test_a_part_is_uncovered_where_some_minute_of_it_is_in_no_other(some, others):
    there = {one for part in others for one in minutes(part)}
    assert uncovered(some, others) == [part for part in some if minutes(part) - there]


@pytest.mark.django_db
class TestPlacing:
    def test_begins_with_the_planned_times_that_nobody_holds(self, planned, cafe, client):
        page = reverse("placements:place", args=[planned.person_id])
        sign_in(client, planned.responsible)
        assert "Dagar och tider är hämtade ur planen" in markup(client.get(page))
        assert times_of_one(planned.person_id, TODAY).to_place() == read_week("mån 9-12, tor 9-12")
        placed = make_placement(planned.responsible, person=planned.person, activity=cafe, starts_on=TODAY)
        assert times_of_one(planned.person_id, TODAY).to_place() == read_week("mån 9-12")
        assert times_of_one(planned.person_id, TODAY).to_place(placed.pk) == read_week("mån 9-12, tor 9-12")

    def test_what_is_proposed_is_held_too(self, planned, cafe):
        offer(planned, cafe, week="mån 9-12, tor 9-12")
        assert times_of_one(planned.person_id, TODAY).to_place() is None


@pytest.mark.django_db
class TestAfterwards:
    def test_a_plan_with_loose_hours_has_room_for_times_of_the_site(self):
        assert not Times(held=[Held(1, 1, Part(0, 180))], loose=180, decided=True).is_differing
        assert Times(held=[Held(1, 1, Part(0, 240))], loose=180, decided=True).is_differing
        assert not Times(planned=[Part(0, 60)], decided=True).is_differing, "nothing is placed yet"

    def test_a_site_is_told_nothing_of_the_plan(self, planned, cafe, tor):
        make_placement(planned.responsible, person=planned.person, activity=cafe, starts_on=TODAY)
        other = make_colleague("consultant")
        make_plan(make_case(consultant=other), parts=[{"kind": "activity", "week": read_week("mån 9-12")}])
        with as_(tor):
            found = times_of([planned.person_id], TODAY)
        assert [one.planned for one in found.values()] == [[]]
        with as_(other):
            assert times_of([planned.person_id], TODAY) == {}
