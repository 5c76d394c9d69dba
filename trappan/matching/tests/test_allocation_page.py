"""Proposals for the week: in words to whoever works with the person, answered one at a time, and to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.activities.models import Activity, SeatUse
from trappan.activities.testing import make_activity
from trappan.history.models import Event
from trappan.matching.models import AllocationLine, AllocationRun
from trappan.matching.operations import accept_allocation, decline_allocation
from trappan.matching.testing import MONDAY, run_allocation, wait_for_place
from trappan.placements.models import Placement
from trappan.placements.operations import propose
from trappan.plans.models import Mapping
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "matching:allocations"


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


@pytest.fixture
def garden(town):
    return make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)


@pytest.fixture
def jonna(town):
    return make_colleague("consultant", make_unit("labour_market", town))


@pytest.fixture
def two(town, garden, jonna):
    """Two of Jonna's: who has waited longer gets the garden that both wish for, the other the kitchen."""
    make_activity("Köket", make_unit("site", town), branch="restaurant", places=1)
    early, late = (wait_for_place(consultant=jonna, days=days) for days in (100, 3))
    made = run_allocation(town)
    return [made.lines.get(case=case) for case in (early, late)]


def look(client, who, line=None):
    sign_in(client, who)
    return client.get(reverse("matching:allocation", args=[line.pk]) if line else reverse(PAGE))


@pytest.mark.requirement("R-141", "R-143")
def test_a_line_says_why_this_place_and_why_not_the_one_that_fits_better(
    client, two, jonna, django_assert_max_num_queries
):
    sign_in(client, jonna)
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse(PAGE)))
    for said in (
        "Som önskat.",
        "Har väntat sedan 4 augusti 2026 (100 dagar).",
        "Köket, mån, tors 9–12",
        "Möjlig, men inte önskad.",
        "Odlingen (som önskat) är full mån 9–12: 1 har väntat längre.",
        "2 väntar i kommunen, 2 föreslås en plats.",
    ):
        assert said in page
    assert Event.objects.filter(verb="matching.see_allocations", details__found=2).exists()


def test_nothing_says_how_many_places_each_hard_condition_ruled_out(client, town, garden, jonna):
    make_activity("Helgen", make_unit("site", town), weekdays="sat")
    Activity.objects.filter(pk=garden.pk).update(access=["bus"])
    case = wait_for_place(consultant=jonna)
    Mapping.objects.filter(case=case).update(needs=["step_free"])
    wait_for_place("", consultant=jonna)
    run_allocation(town)
    page = text(look(client, jonna))
    assert "1 plats: stängd någon av de planerade tiderna" in page
    assert "1 plats: saknar det som personen behöver där" in page
    assert "Planen säger inga tider" in page


def test_taken_up_it_is_an_ordinary_proposal_with_the_week_of_the_line(client, two, jonna, garden):
    line = two[0]
    sign_in(client, jonna)
    address = reverse("matching:allocation", args=[line.pk])
    assert client.post(address, {"acting_as": jonna.pk, "form": "accept", "accept-aim": ""}).status_code == 422
    assert (
        client.post(address, {"acting_as": jonna.pk, "form": "accept", "accept-aim": "Prova odling"}).status_code == 302
    )
    placement = Placement.objects.get(person_id=line.person_id)
    assert (placement.activity, placement.starts_on, placement.aim, placement.state) == (
        garden,
        MONDAY,
        "Prova odling",
        "waits",
    )
    assert {str(one.part) for one in SeatUse.objects.filter(seat=placement.seat)} == {
        "mon 09:00-12:00",
        "thu 09:00-12:00",
    }
    line.refresh_from_db()
    assert (line.answer, line.author) == ("accepted", jonna)
    assert "Besvarade" in text(client.get(reverse(PAGE)))
    with as_(jonna), pytest.raises(Refused):
        decline_allocation(line=line, reason="Ångrar mig")


@pytest.mark.requirement("R-145")
def test_the_guard_of_the_last_place_refuses_and_nothing_is_half_done(client, two, jonna, garden):
    """Somebody else takes the place between the page and the answer: it is said at the line, and the line stands."""
    line, other = two
    with as_(jonna):
        propose(person=other.person, activity=garden, week=read_week("mån 10-11"), starts_on=MONDAY, aim="Prova")
    assert "Den har blivit full sedan det räknades fram: mån 9–12." in text(look(client, jonna, line))
    with as_(jonna), pytest.raises(Refused):
        accept_allocation(line=AllocationLine.objects.get(pk=line.pk), aim="Prova odling")
    line.refresh_from_db()
    assert line.answer == ""
    assert not Placement.objects.filter(person_id=line.person_id).exists()


@pytest.mark.parametrize("happened", ["placed", "closed", "lowered"])
def test_what_has_happened_since_is_said_and_there_is_nothing_to_answer(client, two, jonna, garden, town, happened):
    line = two[0]
    if happened == "placed":
        shop = make_activity("Butiken", make_unit("site", town))
        with as_(jonna):
            propose(person=line.person, activity=shop, week=read_week("fre 9-12"), starts_on=MONDAY, aim="Prova")
    elif happened == "closed":
        Activity.objects.filter(pk=garden.pk).update(ends_on=MONDAY)
    else:
        Activity.objects.filter(pk=garden.pk).update(places=0)
    said = {
        "placed": "Personen har fått en plats, eller föreslagits till en, sedan det räknades fram.",
        "closed": "Platsen har stängt sedan det räknades fram.",
        "lowered": "Den har blivit full sedan det räknades fram: mån, tors 9–12.",
    }
    page = look(client, jonna, line)
    assert said[happened] in text(page)
    assert "accept-aim" not in markup(page)


def test_another_place_is_looked_for_with_a_reason_and_from_that_monday(client, two, jonna):
    line = two[1]
    sign_in(client, jonna)
    address = reverse("matching:allocation", args=[line.pk])
    assert client.post(address, {"acting_as": jonna.pk, "form": "change", "change-reason": " "}).status_code == 422
    answer = client.post(address, {"acting_as": jonna.pk, "form": "change", "change-reason": "Vill hellre vara ute"})
    assert answer.url == f"{reverse('matching:find_place', args=[line.person_id])}?first={MONDAY}"
    line.refresh_from_db()
    assert (line.answer, line.reason) == ("changed", "Vill hellre vara ute")


def test_a_line_of_an_earlier_run_is_not_answered(two, jonna, town):
    run_allocation(town)
    with as_(jonna), pytest.raises(Refused):
        accept_allocation(line=two[0], aim="Prova odling")


def test_a_colleague_of_another_unit_and_the_site_see_no_line(client, two, garden, town):
    """The same right on somebody else: neither the pages nor the database tell of whom one does not work with."""
    other = make_colleague("consultant", make_unit("labour_market", town))
    elsewhere = make_colleague("consultant", make_unit("labour_market", make_organisation("Grannkommunen")))
    supervisor = make_colleague("supervisor", garden.unit)
    partner = make_colleague(
        "supervisor", make_unit("site", make_organisation("Föreningen", kind="partner", basis="provider"))
    )
    for who in (other, elsewhere, supervisor, partner):
        with as_(who):
            assert not AllocationLine.objects.exists()
    assert look(client, other, two[0]).status_code == 404
    assert two[0].person.name not in text(look(client, other))
    for who in (supervisor, partner):
        assert look(client, who, two[0]).status_code == 403
        assert look(client, who).status_code == 403
    for who in (elsewhere, supervisor, partner):
        with as_(who):
            assert not AllocationRun.objects.exists(), "how it went is told to those who place people there"


def test_it_is_reckoned_anew_by_an_order_and_nothing_is_proposed_for_a_week_that_has_begun(client, town, jonna, garden):
    wait_for_place(consultant=jonna)
    sign_in(client, jonna)
    assert "Inget är framräknat för den veckan än" in text(client.get(reverse(PAGE)))
    client.post(reverse(PAGE), {"acting_as": jonna.pk, "form": "order"})
    assert "Det räknas fram på nytt" in text(client.get(reverse(PAGE)))
    (made,) = AllocationRun.objects.all()
    assert (made.monday, made.ordered_by, made.made_at) == (MONDAY, jonna, None)
    run_allocation(town)
    assert made.lines.count() == 1
    assert AllocationRun.objects.count() == 1
    AllocationRun.objects.update(monday=MONDAY - timedelta(days=7))
    with as_(jonna), pytest.raises(Refused):
        accept_allocation(line=AllocationLine.objects.get(), aim="Prova odling")
