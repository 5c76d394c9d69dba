"""A week at two places, from the night's run to two ordinary proposals: each answered on its own."""

import pytest
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.matching.models import AllocationLine
from trappan.matching.operations import accept_allocation, decline_allocation
from trappan.matching.testing import MONDAY, run_allocation, wait_for_place
from trappan.placements.models import Placement
from trappan.placements.operations import propose, withdraw
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
MON, THU = "mon 09:00-12:00", "thu 09:00-12:00"


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


@pytest.fixture
def jonna(town):
    return make_colleague("consultant", make_unit("labour_market", town))


@pytest.fixture
def places(town):
    """The garden is open on Mondays and the kitchen on Thursdays, one place in each."""
    return [
        make_activity(name, make_unit("site", town), branch=branch, places=1, weekdays=day)
        for name, branch, day in (("Odlingen", "garden", "mon"), ("Köket", "restaurant", "thu"))
    ]


@pytest.fixture
def case(places, jonna):
    return wait_for_place(consultant=jonna, days=30)


def lines_of(town, case) -> dict[str, AllocationLine]:
    """Return the lines of a new run by what they propose."""
    found = run_allocation(town).lines.filter(case=case).select_related("activity", "run", "person")
    return {f"{one.activity.name} {one.week}" if one.activity else "": one for one in found}


@pytest.mark.requirement("R-141", "R-143")
def test_a_line_for_each_place_and_each_is_taken_up_on_its_own(
    client, town, case, jonna, django_assert_max_num_queries
):
    lines = lines_of(town, case)
    assert set(lines) == {f"Odlingen {MON}", f"Köket {THU}"}
    garden, kitchen = lines[f"Odlingen {MON}"], lines[f"Köket {THU}"]
    assert [(one.wish, one.run.counts["proposed"], one.run.counts["at_two"]) for one in (garden, kitchen)] == [
        (0, 1, 1),
        (3, 1, 1),
    ]
    sign_in(client, jonna)
    page = text(client.get(reverse("matching:allocations")))
    assert "Fyller den planerade veckan tillsammans med Köket, tors 9–12. Svara på en i taget." in page
    assert "1 väntar i kommunen, 1 föreslås en plats." in page
    with as_(jonna):
        accept_allocation(line=garden, aim="Prova odling")
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse("matching:allocations")))
    assert "Att besvara (1)" in page, "a place on Monday is not in the way of one on Thursday"
    with as_(jonna):
        accept_allocation(line=kitchen, aim="Prova kök")
    assert {str(one.activity) for one in Placement.objects.filter(person=case.person)} == {"Odlingen", "Köket"}
    run_allocation(town)
    assert not AllocationLine.objects.filter(case=case, run__gt=garden.run_id).exists(), "the week is full"


def test_what_is_left_of_a_week_that_is_begun_stays_the_next_day_before_who_waits_since_less_long(town, case, jonna):
    garden = lines_of(town, case)[f"Odlingen {MON}"]
    with as_(jonna):
        accept_allocation(line=garden, aim="Prova odling")
    late = wait_for_place("tor 9-12", days=1)
    after = lines_of(town, case)
    assert set(after) == {f"Köket {THU}"}
    (kitchen,) = after.values()
    assert (kitchen.facts["kept"], kitchen.facts["is_part"], kitchen.waits_since) == (True, True, garden.waits_since)
    assert kitchen.run.counts["waiting"] == 2
    assert not kitchen.run.lines.get(case=late).activity
    with as_(jonna):
        withdraw(placement=Placement.objects.get(person=case.person))
    assert set(lines_of(town, case)) == {f"Odlingen {MON}", f"Köket {THU}"}, "not begun any more: the whole week again"


def test_where_one_is_declined_the_other_stays_and_the_rest_is_looked_for_by_itself(town, case, jonna, client):
    kitchen = lines_of(town, case)[f"Köket {THU}"]
    with as_(jonna):
        decline_allocation(line=kitchen, reason="Vill inte vara i kök")
    after = lines_of(town, case)
    assert set(after) == {f"Odlingen {MON}", ""}
    assert after[f"Odlingen {MON}"].facts["kept"]
    assert after[""].facts["ruled_out"] == {"declined": 1, "hours": 1}
    sign_in(client, jonna)
    said = "För en del av de planerade tiderna: de andra är redan klara, eller söks för sig."
    assert said in text(client.get(reverse("matching:allocations")))
    make_activity("Parken", make_unit("site", town), branch="garden", places=1)
    third = lines_of(town, case)
    assert set(third) == {f"Odlingen {MON}", f"Parken {THU}"}


def test_a_place_at_the_same_time_since_then_is_said_and_the_database_refuses_the_second(client, town, case, jonna):
    kitchen = lines_of(town, case)[f"Köket {THU}"]
    shop = make_activity("Butiken", make_unit("site", town))
    with as_(jonna):
        propose(person=case.person, activity=shop, week=read_week("tor 10-13"), starts_on=MONDAY, aim="Prova")
    sign_in(client, jonna)
    page = text(client.get(reverse("matching:allocation", args=[kitchen.pk])))
    assert "Personen har fått en plats, eller föreslagits till en, sedan det räknades fram." in page
    with as_(jonna), pytest.raises(Refused, match="Butiken"):
        accept_allocation(line=kitchen, aim="Prova kök")


def test_case_10000_of_a_year_comes_after_9999(town):
    make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)
    later, before = wait_for_place(), wait_for_place()
    Case.objects.filter(pk=later.pk).update(number="2026-10000")
    Case.objects.filter(pk=before.pk).update(number="2026-9999")
    assert run_allocation(town).lines.get(case=before).activity.name == "Odlingen"
