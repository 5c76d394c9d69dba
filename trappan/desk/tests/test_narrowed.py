"""Lists narrowed by what is allowed, sorted however long they are, and printed as they are seen."""

from datetime import date

import pytest

from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.desk.tests.test_lists import PEOPLE, REQUIREMENT, names, people, under
from trappan.history.models import Event
from trappan.people.testing import make_person
from trappan.placements.testing import make_placement
from trappan.plans.testing import make_plan
from trappan.schedules.week import read_week
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import markup, sign_in, text
from trappan.ui.lists.places import PAGE
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"), name="Ulla Provstedt")


@pytest.fixture
def jonna(today):
    return make_colleague("consultant", name="Jonna Mallgren")


@pytest.fixture
def four(ulla, jonna, today):
    """Four under the requirement: without a case, with one, with a plan in force, and in activity."""
    alone = make_person(ulla, family_name="Aa")
    unplanned = make_case(social_worker=ulla, consultant=jonna, family_name="Bb")
    waiting = make_case(social_worker=ulla, consultant=jonna, family_name="Cc")
    placed = make_case(social_worker=ulla, consultant=make_colleague("consultant", jonna.unit), family_name="Dd")
    make_plan(waiting, parts=[{"kind": "activity", "week": read_week("mån 9-12")}])
    make_placement(placed.responsible, person=placed.person, activity=make_activity("Snickeriet"), starts_on=today)
    return [under(one, ulla) for one in (alone, unplanned.person, waiting.person, placed.person)]


@pytest.fixture
def left(client, ulla, four):
    """Ask for the list and return at which places those stand who are left."""

    def go(query):
        sign_in(client, ulla)
        everybody = [one.name for one in four]
        return [everybody.index(name) for name in names(client.get(f"{REQUIREMENT}?{query}"))]

    return go


def test_too_long_to_be_narrowed_it_names_no_choice_on_the_page_or_in_print(client, ulla, four, monkeypatch):
    sign_in(client, ulla)
    asked = f"{REQUIREMENT}?status=planned"
    monkeypatch.setattr("trappan.ui.lists.files.AT_MOST", 2)
    answer = client.get(asked)
    listing = answer.context["listing"]
    assert len(names(answer)) == 4
    assert "listan avgränsas inte" in text(answer)
    assert not listing.chips
    assert ":" not in listing.printed


class TestTheRequirementNarrowed:
    @pytest.mark.parametrize(
        ("query", "those"),
        [
            ("", [0, 1, 2, 3]),
            ("status=unplanned", [0, 1, 3]),
            ("status=planned", [2]),
            ("status=draft", []),
            ("status=unasked", [0, 1, 2, 3]),
            ("status=unreceived", []),
            ("status=waiting", [2]),
            ("status=placed", [3]),
            ("step=0", [1, 2, 3]),
            ("step=1", []),
            ("activity=SNICK", [3]),
            ("status=unplanned&sort=-name", [3, 1, 0]),
            ("status=unasked&sort=place", [2, 0, 1, 3]),
        ],
    )
    def test_by_how_far_it_has_come_step_and_activity(self, left, query, those):
        assert left(query) == those

    def test_by_whose_case_it_is_and_nobody_else_s_consultant_is_found(self, client, left, jonna, ulla):
        stranger = make_case(consultant=make_colleague("consultant", name="Nils Någonannan")).responsible
        assert left("responsible=mallg+jon") == [1, 2]
        assert "Någonannan" not in markup(client.get(REQUIREMENT))
        refused = client.get(f"{REQUIREMENT}?responsible={stranger.colleague.family_name}")
        assert refused.status_code == 400
        assert "Ingen kollega här heter så" in markup(refused)

    def test_the_file_holds_those_who_are_left_and_the_log_says_by_what(self, client, ulla, four):
        sign_in(client, ulla)
        answer = client.get(f"{REQUIREMENT}?status=unplanned&activity=xyz&file=xlsx")
        assert len(sheet(answer.content)) == 1
        answer = client.get(f"{REQUIREMENT}?status=placed&file=xlsx")
        assert [row[0].split(",")[0] for row in sheet(answer.content)[1:]] == [four[3].name]
        first, second = Event.objects.filter(verb="desk.export_requirement").order_by("pk")
        assert first.details["filters"] == {"status": "unplanned", "activity": "…"}
        assert (second.details["filters"], second.details["found"]) == ({"status": "placed"}, 1)

    @pytest.mark.parametrize("odd", ["age=19", "gender=f", "status=old", "step=99", "responsible=x"])
    def test_by_what_somebody_is_it_is_refused(self, client, ulla, four, odd):
        sign_in(client, ulla)
        answer = client.get(f"{REQUIREMENT}?{odd}")
        assert answer.status_code == 400
        assert names(answer) == []

    def test_what_is_chosen_is_taken_away_again_and_an_empty_answer_says_which_choice(self, client, ulla, four):
        sign_in(client, ulla)
        page = markup(client.get(f"{REQUIREMENT}?status=draft"))
        assert "Ingen stämmer med alla val" in page
        assert "Plan, begäran och plats: Utkast till plan" in page
        assert f'href="{REQUIREMENT}"' in page

    def test_as_many_questions_for_five_as_for_sixty(self, client, ulla, jonna, django_assert_max_num_queries):
        sign_in(client, ulla)
        address = f"{REQUIREMENT}?status=unplanned&sort=place"
        for more in (5, 55):
            for _one in range(more):
                under(make_case(social_worker=ulla, consultant=jonna).person, ulla)
            with django_assert_max_num_queries(16):
                client.get(address)


def test_who_waits_for_a_place_is_said_in_one_word(client, ulla, jonna, four):
    sign_in(client, ulla)
    for page in (REQUIREMENT, PEOPLE, "/caseload/"):
        said = text(client.get(page))
        assert "Väntar på plats" in said
        assert "Ingen plats" not in said


def test_what_has_waited_since_another_year_says_which(client, ulla, jonna):
    case = make_case(social_worker=ulla, consultant=jonna)
    Case.objects.filter(pk=case.pk).update(opened_on=date(2024, 12, 19))
    sign_in(client, jonna)
    for page in ("/caseload/", "/"):
        assert "sedan 19 dec 2024" in text(client.get(page))


class TestMany:
    def test_more_than_five_hundred_are_sorted_by_any_column(self, client, ulla, jonna):
        everybody = people(ulla, 520)
        last = make_case(social_worker=ulla, consultant=jonna, given_name="Xy", family_name="Öst").person
        sign_in(client, ulla)
        answer = client.get(f"{PEOPLE}?sort=case")
        assert names(answer)[:2] == [last.name, everybody[0].name]
        assert answer.context["listing"].counted == "1–50 av 521"
        assert not answer.context["listing"].notices

    def test_all_of_it_is_printed_or_the_print_says_what_is_not_there(self, client, ulla, today):
        everybody = people(ulla, PAGE + 4)
        sign_in(client, ulla)
        page = client.get(PEOPLE)
        assert "Skriv ut alla" in markup(page)
        whole = client.get(PEOPLE + page.context["listing"].print_url)
        assert names(whole) == [one.name for one in everybody]
        assert "Det finns fler rader" not in text(whole)
        assert Event.objects.filter(verb="desk.see_people").latest("pk").details["found"] == len(everybody)

    def test_who_may_take_no_file_prints_a_page_that_says_there_are_more(self, client, jonna, today):
        there = [make_case(consultant=jonna).person for _one in range(PAGE + 1)]
        cafe = make_activity(places=99)
        for person in there:
            make_placement(jonna, person=person, activity=cafe, starts_on=date(2026, 11, 2))
        tor = make_colleague("supervisor", cafe.unit)
        sign_in(client, tor)
        page = client.get(f"{PEOPLE}?print=all")
        assert len(names(page)) == PAGE
        assert "Det finns fler rader än de här, på listans andra sidor" in text(page)
        assert "Skriv ut alla" not in markup(page)
