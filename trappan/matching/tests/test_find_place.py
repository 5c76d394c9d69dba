"""The page on which a place is found: what suits first, reasons in words, two side by side, and for whom."""

import re
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.operations import add_picture, show_first
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.documents.tests.files import png
from trappan.history.models import Event
from trappan.matching.models import Journey
from trappan.matching.operations import write_journey
from trappan.matching.testing import make_profile
from trappan.placements.operations import propose
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Mapping
from trappan.plans.testing import make_mapping, make_plan
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db

GARDEN = {"branch": "garden", "steps_from": 1, "steps_to": 3, "languages": ["svenska"], "access": ["sitting", "bus"]}


@pytest.fixture
def case(today):
    """A case whose person wants to grow things, sits, speaks Swedish and can come on Mondays and Thursdays."""
    case = make_case(languages=["svenska"])
    plan = make_plan(case, parts=[{"kind": "activity", "week": read_week("mån 9-12, tor 9-12")}])
    Mapping.objects.filter(case=plan.case).update(branch_wish=["garden"], needs=["sitting"], path_wish="municipal")
    return case


@pytest.fixture
def look(client, case):
    """Open the page as a colleague, the case's consultant unless another is given."""

    def go(who: Membership | None = None, **asked):
        sign_in(client, who or case.responsible)
        return client.get(reverse("matching:find_place", args=[case.person_id]), asked)

    return go


def order(page, names):
    """Return the names in the order in which the page has them as places that suit."""
    suits = page.split("Passar inte nu")[0]
    return sorted((name for name in names if name in suits), key=suits.index)


def test_what_suits_stands_first_with_reasons_what_lacks_and_what_is_not_known(look):
    make_activity("Odlingen", **GARDEN, phone="070-1740612")
    make_activity("Parken", **{**GARDEN, "access": []}, phone="070-1740611")
    make_activity("Växthuset", **{**GARDEN, "access": ["quiet"]})
    make_activity("Okända boden", kind="ability")
    page = markup(look())
    assert order(page, ["Växthuset", "Parken", "Odlingen", "Okända boden"]) == ["Odlingen", "Parken", "Växthuset"]
    for said in (
        "Ledigt alla tider: mån, tors 9–12",
        "Odling och trädgård, som önskat",
        "Svenska talas där",
        "Ring arbetsplatsen: 070-1740611",
        "Om det finns: Går att göra sittande",
        "Finns inte bland det platsen har: Går att göra sittande",
    ):
        assert said in page
    assert "070-1740612" not in page, "there is nothing to ask that site"
    assert "Vi vet för lite" in page.split("Passar inte nu")[1]


def test_a_full_a_closed_and_an_out_of_season_place_is_folded_with_its_reason(look, case):
    make_activity("Fulla", **GARDEN, places=0)
    make_activity("Helgen", **GARDEN, weekdays="sat")
    make_activity("Sommaren", **GARDEN, season_from=3, season_to=10)
    page = markup(look())
    assert order(page, ["Fulla", "Helgen", "Sommaren"]) == []
    for said in ("Fullt mån, tors 9–12", "Stängt mån, tors 9–12", "Säsongen är slut: öppnar igen i mars"):
        assert said in page


def test_what_a_place_asks_for_is_judged_by_the_profile_and_not_by_the_register(look, case):
    asks = {"languages_asked": ["engelska"], "licence": "B"}
    make_activity("Odlingen", **GARDEN, **asks)
    page = markup(look())
    for said in ("Om personen talar engelska", "Om det finns körkort: B, personbil"):
        assert said in page.split("Passar inte nu")[0]
    make_profile(case.responsible, case.person, languages=["svenska"], licence=["none"])
    page = markup(look())
    for said in ("Det krävs engelska", "Det krävs körkort: B, personbil"):
        assert said in page.split("Passar inte nu")[1]


def test_two_are_read_side_by_side_and_any_other_number_is_told_of(look):
    one, other = make_activity("Odlingen", **GARDEN), make_activity("Parken", **{**GARDEN, "branch": ""})
    page = markup(look(compare=[one.pk, other.pk]))
    assert "Jämför två</h2>" in page
    assert re.search(r'<th scope="col">Odlingen</th><th scope="col">Parken</th>', page)
    assert "Kryssa i två" in markup(look(compare=[one.pk]))
    assert "Jämför två</h2>" not in markup(look(compare=["x", "0"]))


def test_the_first_picture_of_a_place_stands_where_it_is_found_and_where_two_are_compared(look):
    one, other = make_activity("Odlingen", **GARDEN), make_activity("Parken", **GARDEN)
    with as_(make_colleague("site_leader", one.unit)):
        for side, shows in ((2, "En damm"), (3, "Ett växthus")):
            last = add_picture(activity=one, content=png(side, side), shows=shows, vouched=True)
        show_first(picture=last)
    drawn = f'src="{reverse("activities:picture", args=[last.pk])}" alt="Ett växthus"'
    assert markup(look()).count(drawn) == 1
    page = markup(look(compare=[one.pk, other.pk]))
    assert page.count(drawn) == 2
    assert "En damm" not in page


def test_what_nobody_has_asked_is_said_once_and_judges_no_place(look, case):
    Mapping.objects.filter(case=case).update(branch_wish=[], needs=[], path_wish="")
    make_activity("Odlingen", **GARDEN)
    page = markup(look())
    assert page.count("Inte frågat ännu") == 2, "branch and journey"
    assert "som önskat" not in page


def test_where_the_person_is_already_is_not_found_again(look, case):
    here = make_activity("Odlingen", **GARDEN)
    make_activity("Parken", **GARDEN)
    make_placement(case.responsible, person=case.person, activity=here, starts_on=TODAY, week="fre 9-12")
    page = markup(look())
    assert order(page, ["Odlingen", "Parken"]) == ["Parken"]


def test_whom_a_place_is_for_is_read_and_neither_counts_nor_leaves_out(look):
    make_activity("Odlingen", **GARDEN)
    make_activity("Parken", **GARDEN, meant_for="Kvinnor som vill odla")
    page = markup(look())
    assert "För: Kvinnor som vill odla" in page
    assert order(page, ["Parken", "Odlingen"]) == ["Odlingen", "Parken"], "by name: they are alike"


def test_no_number_and_no_star_stands_for_a_place(look):
    make_activity("Odlingen", **GARDEN)
    page = markup(look()).split('id="main"')[1]
    assert not re.search(r"\d\s*%|poäng|★|☆", page)


def test_only_a_consultant_who_has_the_plan_finds_a_place(look, case):
    other = make_colleague("consultant", make_unit("labour_market"))
    assert make_case(consultant=other).person_id != case.person_id, "has people of their own"
    make_activity("Odlingen", **GARDEN)
    assert look(other).status_code == 404
    assert look(make_colleague("supervisor", make_unit("site"))).status_code == 403
    assert look().status_code == 200
    assert Event.objects.get(verb="matching.see_find_place").person_id == case.person_id


def test_a_site_where_the_person_is_reads_neither_wishes_nor_needs(case):
    """A supervisor who reads the placement asks the table itself, as the app role."""
    here = make_activity("Odlingen", **GARDEN)
    supervisor = make_colleague("supervisor", here.unit)
    make_placement(case.responsible, person=case.person, activity=here, starts_on=TODAY)
    with as_(supervisor):
        assert case.person.placements.exists()
        assert not Mapping.objects.exists()
    with as_(case.responsible):
        assert Mapping.objects.get().branch_wish == ["garden"]


def test_few_questions_however_many_places_there_are(look, case, client, django_assert_max_num_queries):
    partner = make_organisation("Föreningen", kind="association", basis="procured")
    for number in range(3):
        make_activity(f"Odling {number}", **GARDEN)
    look()
    address = reverse("matching:find_place", args=[case.person_id])
    with django_assert_max_num_queries(16):  # four of them open and close the transaction
        client.get(address)
    for number in range(12):
        make_activity(f"Annan {number}", unit=make_unit("site", partner), **GARDEN)
    with django_assert_max_num_queries(16):
        assert "Visa alla 15" in markup(client.get(address))


def test_a_journey_is_written_down_for_a_site_changed_and_read_as_a_reason(look, case, client):
    Mapping.objects.filter(case=case).update(most_travel=40)
    garden = make_activity("Odlingen", **GARDEN)
    address = reverse("matching:find_place", args=[case.person_id])
    assert "Hur lång resan är" in markup(look())
    sent = {"acting_as": case.responsible_id, "form": "journey", "journey-site": garden.unit_id}
    assert client.post(address, {**sent, "journey-minutes": "500"}).status_code == 422
    for minutes, said in (("55", "55 min dit, önskar högst 40"), ("25", "25 min dit")):
        assert said in markup(client.post(address, {**sent, "journey-minutes": minutes}, follow=True))
    assert Journey.objects.get().minutes == 25


def test_a_journey_is_written_and_read_by_nobody_without_the_plan(case):
    garden = make_activity("Odlingen", **GARDEN)
    other, supervisor = make_colleague("consultant"), make_colleague("supervisor", garden.unit)
    own = make_case(consultant=other)
    make_placement(case.responsible, person=case.person, activity=garden, starts_on=TODAY)
    with as_(case.responsible):
        write_journey(person=case.person, site=str(garden.unit_id), minutes=25)
    for reader in (other, supervisor):
        with as_(reader):
            assert not Journey.objects.exists()
            with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                write_journey(person=case.person, site=str(garden.unit_id), minutes=5)
    with as_(other):
        write_journey(person=own.person, site=str(garden.unit_id), minutes=10)
    assert sorted(Journey.objects.values_list("minutes", flat=True)) == [10, 25]


def test_wishes_are_written_in_the_kartlaggning_and_read_back(client, today):
    case = make_case()
    sign_in(client, case.responsible)
    page = reverse("plans:mapping", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "held_on": TODAY, "finish": "no", "edition": "0"}
    wrong = client.post(page, {**sent, "most_travel": "400", "branch_wish": ["nonsens"]})
    assert wrong.status_code == 422
    wishes = {"branch_wish": ["garden", "wood"], "needs": ["quiet"], "most_travel": "40"}
    assert client.post(page, {**sent, **wishes}).status_code == 302
    found = Mapping.objects.get(case=case)
    assert (found.branch_wish, found.needs, found.most_travel) == (["garden", "wood"], ["quiet"], 40)
    with as_(case.responsible) as actor:
        finished = {"own_words": "Jag vill", "assessment": "Kan", "fastest_way": "Odling", "way_reason": "Vill"}
        kept = {"branch_wish": ["garden"], "needs": ["quiet"], "most_travel": 40}
        plans.map_person(case=case, held_on=actor.today, today=actor.today, finish=True, edition=1, **finished, **kept)
    shown = markup(client.get(page))
    assert "Odling och trädgård" in shown
    assert "Lugn miljö" in shown


def test_a_kartlaggning_that_says_nothing_of_wishes_leaves_them_unasked(today):
    assert make_mapping(make_case()).branch_wish == []


def test_season_and_room_are_those_of_the_day_that_it_would_begin(look, case, client):
    make_activity("Sommaren", **GARDEN, season_from=3, season_to=10)
    make_activity("Vintern", **GARDEN, season_from=11, season_to=2)
    make_activity("Slutar", **GARDEN, ends_on=TODAY + timedelta(days=60))
    make_activity("Öppnar", **{**GARDEN, "starts_on": date(2027, 1, 1)})
    names = ["Sommaren", "Vintern", "Slutar", "Öppnar"]
    assert set(order(markup(look()), names)) == {"Vintern", "Slutar"}, "from the Monday to come"
    page = markup(look(first="2027-03-01"))
    assert set(order(page, names)) == {"Sommaren", "Öppnar"}
    assert "first=2027-03-01" in page
    proposing = client.get(reverse("placements:place", args=[case.person_id]), {"first": "2027-03-01"})
    assert 'name="starts_on" value="2027-03-01"' in markup(proposing)


def test_the_reasons_say_what_the_proposal_says(look, case):
    """In every month of a year ahead: a place is out of season on the page where the proposal is refused for it."""
    summer = make_activity("Sommaren", **GARDEN, season_from=4, season_to=9)
    for month in range(1, 12):
        first = date(2027, month, 1)
        said = "Säsongen är slut" in markup(look(first=str(first)))
        with as_(case.responsible), transaction.atomic():
            about = {"person": case.person, "activity": summer, "week": read_week("mån 9-12"), "aim": "Öva"}
            try:
                propose(**about, starts_on=first)
                refused = False
            except Refused as refusal:
                refused = "Säsongen" in str(refusal)
            transaction.set_rollback(True)
        assert said == refused == (month not in range(4, 10)), first


@pytest.mark.parametrize(
    ("first", "said"),
    [("2026-11-11", "Välj i dag eller en senare dag"), ("i morgon", "giltigt datum"), ("9999-01-01", "mellan 1900")],
)
def test_a_first_day_that_cannot_be_is_refused_in_words(look, first, said):
    make_activity("Odlingen", **GARDEN)
    answer = look(first=first)
    assert answer.status_code == 422
    assert said in markup(answer)
    assert "Odlingen" in markup(answer), "the list is from the Monday to come"
