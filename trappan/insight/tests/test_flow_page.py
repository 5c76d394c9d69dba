"""The flow's page: who came, how long it took and who stands where, counted by hand; of no few, and of nobody."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.history.models import Event
from trappan.insight.chain import INDICATORS, chain_of
from trappan.insight.charts.chain import LONGEST, drawings
from trappan.insight.disclosure.figures import Row
from trappan.insight.disclosure.plan import COUNTED
from trappan.insight.disclosure.publishing import publish
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.counting import counted
from trappan.insight.models import Cell, PersonMonth
from trappan.insight.tests.outsider import given_out
from trappan.insight.tests.test_board import LAST, cell
from trappan.insight.tests.test_measures import MONTH, make_rows
from trappan.insight.told import Told, told
from trappan.schedules.months import months_after
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
FLOW = reverse("insight:flow")
BEFORE = months_after(LAST, -12)
DAYS = {"case": 7, "mapping": 15, "plan": 14, "start": 33, "exit": 150}


@pytest.fixture
def reader(today):
    return make_colleague("board_reader", make_unit("management"))


@pytest.fixture
def flowing(today):
    """A month that is told whole but for one number, and of a year before one wait."""
    for at, (stage, days) in enumerate(DAYS.items()):
        if stage in COUNTED:
            cell(f"come_to_{stage}", LAST, 40 + at)
        cell(f"days_to_{stage}", LAST, days)
    cell("days_to_start_nine", LAST, 182)
    cell("days_to_exit_nine", LAST, 3, shown=False)
    cell("days_to_start", BEFORE, 21)
    for name, number in (("without_plan", 27), ("with_plan", 221), ("with_place", 749)):
        cell(f"stand_{name}", LAST, number)
    cell("coverage", LAST, 1191, 1612)


def chain_now(reader):
    with as_(reader):
        return chain_of(told(INDICATORS, (), BEFORE, LAST), LAST, BEFORE)


@pytest.mark.requirement("R-018")
def test_who_came_and_who_stands_where_is_counted_once_each(today):
    make_rows(2, days_to_case=0, has_case=True)
    make_rows(3, days_to_mapping=4, has_case=True)
    make_rows(4, days_to_plan=9, has_case=True, target=600)
    make_rows(5, days_to_start=9, has_case=True, target=600, is_placed=True)
    make_rows(6, days_to_exit=90, has_case=True, exit_reason="work", is_placed=True)
    make_rows(7, is_placed=True, has_case=True)
    make_rows(8, is_placed=True)
    make_rows(9)
    found = dict.fromkeys(INDICATORS, 0)
    for one in counted(MONTH):
        if one.indicator in found:
            found[one.indicator] += one.hit
    assert [found[f"come_to_{stage}"] for stage in COUNTED] == [2, 3, 4, 5]
    standing = {name: number for name, number in found.items() if name.startswith("stand_")}
    assert standing == {"stand_without_plan": 5, "stand_with_plan": 4, "stand_with_place": 12}


def told_of(started):
    """Return all that is told of 64 who ended in a month, where so many had started."""
    PersonMonth.objects.all().delete()
    make_rows(started, days_to_exit=90, has_case=True, exit_reason="work")
    make_rows(64 - started, has_case=True, exit_reason="work")
    rows = [
        Row(one.indicator, MONTH, dict(zip(DIMENSIONS, one.part, strict=True)), one.hit, one.of)
        for one in counted(MONTH)
        if one.hit or one.of
    ]
    return given_out(publish(rows).figures)


@pytest.mark.requirement("R-129")
def test_how_few_ended_without_having_started_is_told_by_no_figure(today):
    assert told_of(63) == told_of(59)


class TestChain:
    def test_the_longest_wait_and_the_fullest_place_are_named_and_time_in_activity_is_no_wait(self, reader, flowing):
        chain = chain_now(reader)
        assert [one.key for one in chain.longest] == ["start"], "150 days to the exit are spent in activities"
        assert [one.number.indicator for one in chain.fullest] == ["stand_with_plan"]
        assert chain.stages[3].middle.before_words == "21"

    def test_two_waits_as_long_are_both_named(self, reader, flowing):
        Cell.objects.filter(indicator="days_to_case").update(value=33)
        assert [one.key for one in chain_now(reader).longest] == ["case", "start"]

    def test_of_what_is_hidden_nothing_is_said(self, reader, flowing):
        Cell.objects.filter(indicator__in=("days_to_start", "stand_without_plan")).update(shown=False)
        chain = chain_now(reader)
        assert [one.key for one in chain.longest] == ["mapping"]
        assert chain.fullest == [], "where the other wait is not told, nobody knows where most are"
        Cell.objects.all().update(shown=False)
        chain = chain_now(reader)
        assert (chain.longest, chain.fullest, chain.hides) == ([], [], True)
        words = [words for drawing in drawings(chain) for *_at, words in drawing.texts]
        assert not any(sign.isdigit() for one in words for sign in one.replace("9 av 10", ""))

    def test_both_pictures_have_every_box_number_and_arrow_and_mark_one_arrow(self, reader, flowing):
        for drawing in drawings(chain_now(reader)):
            words = {text for *_at, text in drawing.texts}
            assert {"Ansökan", "Kartläggning", "Avslut", "43", "221"} <= words
            unit = " dagar" if drawing.name == "narrow" else ""
            assert {f"median 33{unit}", f"9 av 10: 182{unit}"} <= words
            assert unit or "Dagar" in words, "the unit stands once, where there is no room for it"
            looks = [look for look, _way in drawing.paths]
            assert (looks.count(LONGEST), len(looks)) == (1, 6 + 5 + 3)

    def test_a_month_without_a_number_has_a_dash(self):
        chain = chain_of([], LAST, BEFORE)
        assert [one.middle.words for one in chain.stages] == ["–"] * 5
        assert (chain.longest, chain.fullest, chain.hides) == ([], [], False)

    def test_where_nobody_waits_nobody_waits_longest(self):
        nought = [
            Told(name, LAST, (), 0, 0, None, True, None)
            for name in ("days_to_case", "stand_without_plan", "stand_with_plan")
        ]
        chain = chain_of(nought, LAST, BEFORE)
        assert (chain.longest, chain.fullest) == ([], [])


class TestPage:
    @pytest.mark.requirement("R-018")
    def test_says_where_people_wait_and_who_is_in_no_activity(self, client, reader, flowing):
        sign_in(client, reader)
        page = markup(client.get(FLOW)).replace("\xa0", " ")
        for words in (
            "Längst är väntan från plan till start: hälften väntade högst 33 dagar",
            "Av dem som väntar är flest här: ingen plats än, 221 personer.",
            "421 av 1 612 personer som omfattas av aktivitetskravet deltog inte",
            "Oktober 2026. Ansökan till ärende",
        ):
            assert words in page
        assert page.count("<svg viewBox=") >= 2
        assert reverse("insight:indicator", args=["days_to_start"]) in page
        assert Event.objects.filter(verb="insight.see_flow").exists()

    def test_the_sheet_is_what_is_seen_and_what_is_hidden_has_no_number(self, client, reader, flowing):
        sign_in(client, reader)
        rows = sheet(client.get(FLOW, {"month": "2026-10", "file": "xlsx"}).content)
        by_title = {row[0]: row[1:3] for row in rows[1:]}
        assert by_title["Dagar från plan till start"] == ["33", "21"]
        assert by_title["Dagar från start till avslut, nio av tio"][0] == "döljs"
        assert Event.objects.get(verb="insight.export_figures").details["page"] == "flodet"

    def test_another_month_is_asked_for_and_one_that_there_is_not_refused_in_words(self, client, reader, flowing):
        sign_in(client, reader)
        assert "hälften väntade högst 21 dagar" in markup(client.get(FLOW, {"month": "2025-10"}))
        answer = client.get(FLOW, {"month": "1066-10"})
        assert answer.status_code == 422
        assert "1066-10" in markup(answer)

    def test_few_questions_and_a_house_without_figures_says_so(
        self, client, reader, flowing, django_assert_max_num_queries
    ):
        sign_in(client, reader)
        # Twelve at most, and the two savepoints that are the test's own.
        with django_assert_max_num_queries(14):
            assert client.get(FLOW).status_code == 200
        Cell.objects.all().delete()
        assert "Ingen månad visas än" in markup(client.get(FLOW))

    def test_who_reads_no_figures_is_refused(self, client, reader, flowing):
        for role in ("social_worker", "consultant", "supervisor", "auditor"):
            sign_in(client, make_colleague(role, reader.unit))
            for name in ("flow", "coverage", "equality", "comparison"):
                assert client.get(reverse(f"insight:{name}")).status_code == 403

    def test_the_board_and_the_menu_lead_to_every_page(self, client, reader):
        for role in ("board_reader", "director", "controller", "head_of_unit"):
            sign_in(client, make_colleague(role, reader.unit))
            page = markup(client.get(reverse("insight:board")))
            for name in ("flow", "coverage", "equality", "comparison"):
                menu, content = page.split("<main", 1)
                link = f'href="{reverse(f"insight:{name}")}"'
                assert link in menu
                assert link in content


def test_a_month_of_long_ago_is_not_offered(client, reader):
    cell("come_to_case", date(2020, 1, 1), 40)
    cell("come_to_case", LAST, 41)
    sign_in(client, reader)
    assert client.get(FLOW, {"month": "2020-01"}).status_code == 422
