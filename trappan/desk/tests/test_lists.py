"""Participants and those under the requirement: sorted, paged there and back, as a file; and nobody else's."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.assistance.operations import keep_month
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.placements.testing import make_placement
from trappan.staff.list_files import make_list_file, waiting
from trappan.staff.models import ListFile
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in, text
from trappan.ui.lists import files, listing
from trappan.ui.lists.places import PAGE
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
PEOPLE, REQUIREMENT, CASELOAD = "/people/", "/requirement/", "/caseload/"
MONTHS = [date(2026, month, 1) for month in (8, 9, 10, 11)]


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"), name="Ulla Provstedt")


@pytest.fixture
def jonna(today):
    return make_colleague("consultant", name="Jonna Mallgren")


def people(by, count):
    return [make_person(by, given_name=f"Ett{at:03}", family_name=f"Efter{at:03}") for at in range(count)]


def under(person, by):
    """Let somebody have support so many months in a row that the requirement comes."""
    with as_(by) as actor:
        for month in MONTHS:
            keep_month(person=person, by=actor, month=month, role="applicant", household_type=5, obstacle="unemployed")
    return person


def names(answer):
    return [row.cells[0].words for row in answer.context["listing"].rows]


class TestPages:
    def test_there_and_back_either_way_and_nobody_twice(self, client, ulla):
        everybody = [one.name for one in people(ulla, 2 * PAGE + 9)]
        sign_in(client, ulla)
        for query, order in (("", everybody), ("?sort=-name", everybody[::-1])):
            first = client.get(PEOPLE + query)
            second = client.get(PEOPLE + first.context["listing"].following)
            third = client.get(PEOPLE + second.context["listing"].following)
            assert [*names(first), *names(second), *names(third)] == order
            assert third.context["listing"].following == first.context["listing"].previous == ""
            assert names(client.get(PEOPLE + third.context["listing"].previous)) == names(second)
            assert names(client.get(PEOPLE + second.context["listing"].previous)) == names(first)

    def test_the_address_of_a_page_says_no_name(self, client, ulla):
        people(ulla, PAGE + 1)
        sign_in(client, ulla)
        first = client.get(PEOPLE).context["listing"]
        assert "fter" not in first.following.lower().replace("after", "")

    @pytest.mark.parametrize("page", [PEOPLE, REQUIREMENT, CASELOAD])
    @pytest.mark.parametrize("odd", ["sort=given", "sort=%00", "after=x", "after=WzFd:made-up", "file=csv"])
    def test_what_nobody_should_send_is_the_first_page(self, client, ulla, page, odd):
        under(make_person(ulla), ulla)
        make_case(social_worker=ulla)
        sign_in(client, ulla)
        answer = client.get(f"{page}?{odd}")
        assert answer.status_code == 200
        assert names(answer)
        assert bool(answer.context["listing"].notices) == (not odd.startswith("file"))

    def test_sorted_by_column_while_a_file_holds_them(self, client, ulla, jonna, monkeypatch):
        cases = [make_case(social_worker=ulla, consultant=jonna, family_name=name) for name in ("Aa", "Bb", "Cc")]
        sign_in(client, jonna)
        answer = client.get(f"{PEOPLE}?sort=-case")
        assert names(answer) == [case.person.name for case in cases[::-1]]
        assert 'aria-sort="descending"' in markup(answer)
        monkeypatch.setattr("trappan.ui.lists.files.AT_MOST", 2)
        answer = client.get(f"{PEOPLE}?sort=-case")
        assert names(answer) == [case.person.name for case in cases]
        assert "visas bara efter namn" in text(answer)

    def test_a_supervisor_sees_a_supervisors_facts(self, client, jonna, today):
        case = make_case(consultant=jonna)
        cafe = make_activity()
        other = make_activity()
        make_placement(jonna, person=case.person, activity=cafe, starts_on=today, week="tor 9-12")
        make_placement(jonna, person=case.person, activity=other, starts_on=today, week="fre 9-12")
        sign_in(client, make_colleague("supervisor", cafe.unit))
        (row,) = client.get(PEOPLE).context["listing"].rows
        assert [cell.words for cell in row.cells[:4]] == [case.person.name, cafe.name, "tors 9–12", "12 nov"]
        assert case.number not in text(client.get(PEOPLE))

    def test_days_of_another_year_carry_it(self, client, jonna, today):
        case = make_case(consultant=jonna)
        cafe = make_activity()
        ends = date(2027, 1, 9)
        make_placement(jonna, person=case.person, activity=cafe, starts_on=today, ends_on=ends + timedelta(days=1))
        sign_in(client, make_colleague("supervisor", cafe.unit))
        (row,) = client.get(PEOPLE).context["listing"].rows
        assert row.cells[4].words == "9 jan 2027"

    @pytest.mark.parametrize("page", [PEOPLE, REQUIREMENT, CASELOAD])
    def test_as_many_questions_for_five_as_for_sixty(self, client, ulla, jonna, page, django_assert_max_num_queries):
        def more(count):
            for _one in range(count):
                under(make_case(social_worker=ulla, consultant=jonna).person, ulla)

        sign_in(client, ulla)
        more(5)
        # Twelve of the page's own; the test adds its savepoints and a look at the settings.
        with django_assert_max_num_queries(16) as few:
            assert len(client.get(page).context["listing"].rows) == 5
        more(55)
        with django_assert_max_num_queries(16) as many:
            assert len(client.get(page).context["listing"].rows) == PAGE
        assert len(many.captured_queries) == len(few.captured_queries)


class TestRequirement:
    def test_everybody_under_it_with_and_without_a_case(self, client, ulla, jonna):
        case = make_case(social_worker=ulla, consultant=jonna, family_name="Aa")
        with_case, alone = under(case.person, ulla), under(make_person(ulla, family_name="Bb"), ulla)
        make_person(ulla, family_name="Cc")
        sign_in(client, ulla)
        answer = client.get(REQUIREMENT)
        assert names(answer) == [with_case.name, alone.name]
        said = [[str(cell.words) for cell in row.cells[1:]] for row in answer.context["listing"].rows]
        assert said == [["", "Ingen plan", "Inte begärd", ""]] * 2
        assert answer.context["listing"].rows[1].cells[0].below == "Inget ärende"

    def test_sorted_by_what_is_missing(self, client, ulla, jonna, today):
        first = make_case(social_worker=ulla, consultant=jonna, family_name="Aa").person
        second = make_person(ulla, family_name="Bb")
        third = make_case(social_worker=ulla, consultant=jonna, family_name="Cc").person
        make_placement(jonna, person=first, activity=make_activity(), starts_on=today)
        everybody = [under(one, ulla).name for one in (first, second, third)]
        sign_in(client, ulla)
        assert names(client.get(f"{REQUIREMENT}?sort=place")) == [*everybody[1:], everybody[0]]
        assert names(client.get(f"{REQUIREMENT}?sort=-place")) == everybody
        for key in ("hours", "plan", "request"):
            assert names(client.get(f"{REQUIREMENT}?sort={key}")) == everybody

    def test_a_month_that_is_not_reported_yet_ends_nothing(self, client, ulla):
        person = make_person(ulla)
        with as_(ulla) as actor:
            for month in MONTHS[:-1]:
                keep_month(
                    person=person, by=actor, month=month, role="applicant", household_type=5, obstacle="unemployed"
                )
        sign_in(client, ulla)
        assert names(client.get(REQUIREMENT)) == [person.name]

    def test_many_are_walked_through_those_who_are_not(self, client, ulla):
        """More in reach than are looked at in one go, a few of them under it."""
        everybody = people(ulla, 140)
        few = [under(everybody[at], ulla).name for at in (0, 70, 131, 139)]
        sign_in(client, ulla)
        assert names(client.get(REQUIREMENT)) == few
        assert names(client.get(f"{REQUIREMENT}?sort=-name")) == few[::-1]

    def test_others_with_the_same_right_see_nobody_on_the_page_in_the_file_or_in_sql(self, client, ulla, jonna):
        under(make_case(social_worker=ulla, consultant=jonna).person, ulla)
        hidden = under(make_person(ulla, protection="marked"), ulla)
        elsewhere = make_colleague("social_worker", make_unit("social_service"))
        head = make_colleague("head_of_unit", ulla.unit)
        for who in (elsewhere, head):
            sign_in(client, who)
            assert names(client.get(REQUIREMENT)) == []
            assert len(sheet(client.get(f"{REQUIREMENT}?file=xlsx").content)) == 1
            with as_(who), connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM requirement_in_reach('', 0, false, 1000)")
                assert cursor.fetchone() == (0,)
        beside = make_colleague("social_worker", ulla.unit)
        with as_(beside), connection.cursor() as cursor:
            cursor.execute("SELECT person_id FROM requirement_in_reach('', 0, false, 1000)")
            assert hidden.pk not in {row[0] for row in cursor.fetchall()}

    def test_a_consultant_and_a_supervisor_are_refused(self, client, jonna):
        for who in (jonna, make_colleague("supervisor")):
            sign_in(client, who)
            assert client.get(REQUIREMENT).status_code == 403


class TestFile:
    def take(self, client, page, query=""):
        return client.get(f"{page}?file=xlsx{query}")

    def test_it_holds_what_is_seen_in_the_same_order_all_pages_of_it(self, client, ulla):
        everybody = [one.name for one in people(ulla, PAGE + 5)]
        sign_in(client, ulla)
        answer = self.take(client, PEOPLE, "&sort=-name")
        assert answer["Content-Type"] == files.KIND
        assert "no-store" in answer["Cache-Control"]
        found = sheet(answer.content)
        assert found[0][:2] == ["Deltagare", "Ärende"]
        assert [row[0] for row in found[1:]] == everybody[::-1]

    def test_that_it_was_taken_is_in_the_log_with_rows_and_filters_and_no_name(self, client, ulla, jonna):
        make_case(social_worker=ulla, consultant=jonna)
        sign_in(client, jonna)
        self.take(client, CASELOAD, "&status=unmapped&activity=Samira")
        kept = Event.objects.get(verb="desk.export_caseload")
        assert (kept.actor_id, kept.kind, kept.person_id) == (jonna.pk, "read", None)
        assert kept.details == {"found": 0, "order": "-waits", "filters": {"status": "unmapped", "activity": "…"}}
        asked = client.post(PEOPLE, {"acting_as": jonna.pk, "name": "Påh"})
        client.get(f"{asked.url}&file=xlsx")
        kept = Event.objects.get(verb="desk.export_people")
        assert kept.details == {"found": 1, "order": "name", "filters": {"name": "…"}}

    def test_others_with_the_same_right_get_an_empty_one(self, client, ulla, jonna):
        make_case(social_worker=ulla, consultant=jonna)
        sign_in(client, make_colleague("consultant", jonna.unit))
        for page in (PEOPLE, CASELOAD):
            assert len(sheet(self.take(client, page).content)) == 1

    def test_a_role_that_sees_the_list_and_may_not_take_it_is_refused(self, client, jonna, today):
        case = make_case(consultant=jonna)
        cafe = make_activity()
        make_placement(jonna, person=case.person, activity=cafe, starts_on=today)
        sign_in(client, make_colleague("supervisor", cafe.unit))
        assert "Hämta som Excel" not in text(client.get(PEOPLE))
        assert self.take(client, PEOPLE).status_code == 403
        assert not Event.objects.filter(verb="desk.export_people").exists()

    def test_a_protected_persons_name_and_place_stand_in_no_file(self, client, ulla, jonna, today):
        case = make_case(social_worker=ulla, consultant=jonna)
        with as_(jonna):
            protect(person=case.person, protection="marked")
        own = under(make_person(ulla, family_name="Hemlig", protection="marked"), ulla)
        cafe = make_activity()
        decided = {"supervisor": make_colleague("supervisor", cafe.unit), "decision": "Hen vill"}
        make_placement(jonna, person=case.person, activity=cafe, starts_on=today, **decided)
        for who, person, pages in ((jonna, case.person, (PEOPLE, CASELOAD)), (ulla, own, (PEOPLE, REQUIREMENT))):
            sign_in(client, who)
            for page in pages:
                assert person.name in names(client.get(page))
                found = sheet(self.take(client, page).content)
                assert any(row[0].startswith("Skyddad identitet") for row in found)
                assert person.family_name not in str(found)
                assert cafe.name not in str(found)

    @pytest.mark.parametrize("page", [REQUIREMENT, "/caseload/"])
    def test_nor_is_a_protected_person_in_a_file_of_those_at_one_place(self, client, ulla, jonna, today, page):
        for name, protection in (("Aa", "marked"), ("Bb", "none")):
            case = make_case(social_worker=ulla, consultant=jonna, family_name=name)
            make_placement(jonna, person=case.person, activity=make_activity("Snickeriet"), starts_on=today)
            under(case.person, ulla)
            with as_(ulla):
                protect(person=case.person, protection=protection)
        sign_in(client, ulla)
        rows = [" ".join(str(one) for one in row) for row in sheet(client.get(f"{page}?file=xlsx").content)]
        assert ["Skyddad identitet" in " ".join(rows), len(rows)] == [True, 3]
        rows = [
            " ".join(str(one) for one in row) for row in sheet(client.get(f"{page}?activity=snick&file=xlsx").content)
        ]
        assert ["Skyddad identitet" in " ".join(rows), len(rows)] == [False, 2]

    @pytest.mark.parametrize(
        ("page", "order"), [(PEOPLE, "name"), (PEOPLE, "stage"), (CASELOAD, "name"), (CASELOAD, "step")]
    )
    def test_nor_does_the_place_of_a_protected_persons_row(self, client, ulla, jonna, page, order):
        cases = [make_case(social_worker=ulla, consultant=jonna, family_name=name) for name in ("Aaa", "Bbb", "Ccc")]
        with as_(jonna):
            protect(person=cases[1].person, protection="marked")
        sign_in(client, jonna)
        for way in ("", "-"):
            found = [row[0] for row in sheet(self.take(client, page, f"&sort={way}{order}").content)[1:]]
            assert [name.startswith("Skyddad identitet") for name in found] == [False, False, True]

    def test_one_too_long_to_wait_for_is_ordered_and_says_the_same_when_it_is_written(
        self, client, ulla, jonna, monkeypatch
    ):
        for _one in range(3):
            under(make_case(social_worker=ulla, consultant=jonna).person, ulla)
        sign_in(client, ulla)
        at_once = [sheet(self.take(client, page).content) for page in (PEOPLE, REQUIREMENT, CASELOAD)]
        monkeypatch.setattr("trappan.ui.lists.files.AT_MOST", 2)
        for page in (PEOPLE, REQUIREMENT, CASELOAD):
            answer = self.take(client, page)
            assert "Filen görs" in text(answer)
            assert len(names(answer)) == 3
        for row in waiting():
            make_list_file(row)
        made = ListFile.objects.order_by("pk")
        assert [sheet(client.get(f"/my-files/{one.pk}/").content) for one in made] == at_once

    @pytest.mark.parametrize("page", [PEOPLE, REQUIREMENT])
    def test_five_questions_of_its_own_however_many(self, client, ulla, jonna, page, django_assert_max_num_queries):
        """Session, user and actor come before; the test adds its savepoints and a look at the settings."""
        for _one in range(60):
            under(make_case(social_worker=ulla, consultant=jonna).person, ulla)
        sign_in(client, ulla)
        with django_assert_max_num_queries(30) as asked:
            assert len(sheet(self.take(client, page).content)) == 61
        door = ("SAVEPOINT", "RELEASE", "secrecy_enter", "django_session", "staff_user", "set_config", "SHOW", "SET ")
        own = [one["sql"] for one in asked.captured_queries if not any(word in one["sql"] for word in door)]
        assert len(own) <= 5 + 1, own  # and how many steps the frame has, or the day's rules


def test_the_menu_leads_there_for_social_workers_and_heads_alone(client, ulla, jonna):
    url = reverse("desk:requirement")
    for who, led in ((ulla, True), (make_colleague("head_of_unit", ulla.unit), True), (jonna, False)):
        sign_in(client, who)
        assert (f'href="{url}"' in text(client.get("/"))) == led
    assert listing.PRINTED_AT_MOST < files.AT_MOST
