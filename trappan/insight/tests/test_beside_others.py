"""Coverage by unit beside places, and this municipality's published series beside others': what is told, as it is."""

from decimal import Decimal

import pytest
from django.urls import reverse

from trappan.insight.charts.lines import APART, GOAL, GRID, OWN, drawings, line
from trappan.insight.compared import called, compared
from trappan.insight.models import Cell, SeriesValue
from trappan.insight.testing import make_goal
from trappan.insight.tests.test_board import LAST, cell
from trappan.schedules.months import months_after
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
COVERAGE, COMPARISON = reverse("insight:coverage"), reverse("insight:comparison")
BEFORE = months_after(LAST, -12)


@pytest.fixture
def director(today):
    return make_colleague("director", make_unit("management"))


@pytest.fixture
def offices(director):
    """What is told of two units, one of them hidden, and of places."""
    north, south = (make_unit("office", director.unit.organisation, name=name) for name in ("Norr", "=Söder"))
    cell("coverage", LAST, 1191, 1612)
    cell("coverage", BEFORE, 800, 1600)
    cell("coverage", LAST, 700, 1000, unit=str(north.pk))
    cell("coverage", BEFORE, 500, 1000, unit=str(north.pk))
    cell("coverage", LAST, 3, 4, shown=False, unit=str(south.pk))
    cell("coverage", LAST, 9, 10, kind="workplace")
    cell("places_used", LAST, 450, 600)
    return north, south


def values(indicator, area, numbers, **about):
    SeriesValue.objects.bulk_create(
        SeriesValue(period=str(2021 + at), indicator=indicator, area=area, value=number, source="Kolada", **about)
        for at, number in enumerate(numbers)
        if number is not None
    )


class TestCoverage:
    @pytest.mark.requirement("R-030")
    def test_each_unit_beside_a_year_before_and_the_places_used(
        self, client, director, offices, django_assert_max_num_queries
    ):
        sign_in(client, director)
        # Twelve at most, and the two savepoints that are the test's own.
        with django_assert_max_num_queries(14):
            page = markup(client.get(COVERAGE)).replace("\xa0", " ")
        for words in ("700 av 1 000", "70,0 %", "50,0 %", "73,9 %", "(+23,9 procentenheter)", "75,0 %", "450 av 600"):
            assert words in page
        assert "I aktivitet av dem som ska vara det, efter ärendets enhet</h2>" in " ".join(page.split())
        assert "3 av 4" not in page
        assert "Visa rader" not in page, "the director opens no file"

    def test_by_kind_and_the_sheet_without_what_is_hidden(self, client, director, offices):
        sign_in(client, director)
        assert "9 av 10" in markup(client.get(COVERAGE, {"by": "kind"})).replace("\xa0", " ")
        rows = sheet(client.get(COVERAGE, {"file": "xlsx"}).content)
        by_name = {row[1]: row[2:6] for row in rows[1:] if row[0].startswith("I aktivitet")}
        assert by_name["Norr"] == ["700", "1000", "70", "50"]
        assert by_name["'=Söder"][:3] == ["döljs"] * 3

    def test_a_head_finds_the_rows_and_a_breakdown_that_is_not_told_is_refused(self, client, director, offices):
        sign_in(client, make_colleague("head_of_unit", offices[0]))
        assert "Visa rader" in markup(client.get(COVERAGE))
        for asked in ({"by": "gender"}, {"month": "1066-10"}):
            assert client.get(COVERAGE, asked).status_code == 422

    def test_a_house_without_figures_says_so(self, client, director):
        sign_in(client, director)
        assert "Ingen månad visas än" in markup(client.get(COVERAGE))
        cell("coverage", LAST, 3, 4, shown=False)
        assert "Det visas inte för den här månaden" in markup(client.get(COVERAGE))
        assert Cell.objects.count() == 1


class TestComparison:
    @pytest.mark.requirement("R-161", "R-164", "R-212")
    def test_ours_beside_others_by_year_with_their_source(self, client, director, django_assert_max_num_queries):
        own = director.unit.organisation.name.removesuffix(" kommun")
        values("N31849", own, [52_000, 53_900, 55_800, 57_700])
        values("N31849", "Björkmåla", [58_000, 60_000, 62_000, 64_000])
        values("N31849", own, [1, 1], gender="K")
        sign_in(client, director)
        # Twelve at most, and the two savepoints that are the test's own.
        with django_assert_max_num_queries(14):
            page = markup(client.get(COMPARISON)).replace("\xa0", " ")
        for words in ("kronor per hushåll (N31849)", f"<strong>{own}</strong>", "57 700", "62 000", "Källa: Kolada"):
            assert words in page
        assert page.index(f"<strong>{own}") < page.rindex("Björkmåla"), "ours first"

    @pytest.mark.requirement("R-077")
    def test_the_sheet_has_each_municipality_with_its_source(self, client, director):
        values("N31849", "Norrköping", [58_000, None, 62_000])
        sign_in(client, director)
        rows = sheet(client.get(COMPARISON, {"series": "N31849", "file": "xlsx"}).content)
        assert rows[0][2:4] == ["2021", "2023"]
        assert rows[1][1:] == ["Norrköping", "58000", "62000", "Kolada"]

    def test_a_goal_of_other_support_is_marked_and_not_said_to_be_reached(self, client, director):
        make_goal(director, name="96 %", definition="", indicator="other_support_in_year", level=Decimal(96))
        make_goal(director, name="Annat", indicator="coverage", level=Decimal(90))
        values("N31825", "Björkmåla", [4.1, 4.0])
        sign_in(client, director)
        page = markup(client.get(COMPARISON)).replace("\xa0", " ")
        assert "om 96 % har annan försörjning är 4 % kvar med bistånd" in page
        assert "därför visas inte om målet är nått" in page
        assert "Inget område i serien heter som kommunen" in page
        assert page.count("Annat:") == 0
        drawn = drawings(compared("N31825", "Ingen"), [Decimal(4)])
        assert [[look for look, _way in one.paths].count(GOAL) for one in drawn] == [1, 1]

    def test_each_line_is_named_outside_at_its_end_and_of_many_ours_alone(self, today):
        values("X1", "Linköping", [10, 11])
        values("X1", "Björkmåla", [10, 11])
        for drawing in drawings(compared("X1", "Linköpings kommun")):
            ends = [(look, float(x), float(y)) for look, x, y, side, _words in drawing.texts if side == "start"]
            assert [look for look, *_at in ends] == ["key", "soft"]
            assert abs(ends[0][2] - ends[1][2]) == pytest.approx(APART), (
                "two that end together do not lie on each other"
            )
            lines_end = max(float(way.rsplit("H", 1)[1]) for look, way in drawing.paths if look == GRID)
            assert all(x > lines_end for _look, x, _y in ends)
        for one in range(30):
            values("X1", f"Ort {one}", [1, 2])
        for drawing in drawings(compared("X1", "Linköpings kommun")):
            assert [words for *_at, side, words in drawing.texts if side == "start"] == ["Linköping"]

    def test_which_series_is_asked_for_and_one_that_there_is_not_refused(self, client, director):
        values("N31814", "Björkmåla", [50, 51])
        values("X1", "Björkmåla", [1, 2])
        sign_in(client, director)
        assert "(N31814)" in markup(client.get(COMPARISON))
        assert 'id="h-series">X1<' in markup(client.get(COMPARISON, {"series": "X1"}))
        assert client.get(COMPARISON, {"series": "N0"}).status_code == 422

    def test_without_a_series_it_says_so(self, client, director):
        sign_in(client, director)
        assert "Ingen serie har lästs in än" in markup(client.get(COMPARISON))

    def test_a_missing_year_is_a_gap_and_a_single_year_no_picture(self, today):
        assert line([(0, 1), None, (2, 3), (3, 4)]) == "M0.0 1.0h.1M2.0 3.0L3.0 4.0"
        values("X1", "Linköping", [1])
        assert drawings(compared("X1", "Linköpings kommun")) == []
        values("X2", "Linköping", [0, 0])
        wide, _narrow = drawings(compared("X2", "Linköpings kommun"))
        assert [look for look, _way in wide.paths].count(OWN) == 1


def test_a_municipality_is_known_by_what_series_call_it():
    assert "Linköping" in called("Linköpings kommun")
    assert "Ekelunda" in called("Ekelunda kommun")
    assert "Motala" not in called("Linköpings kommun")
    assert {"Stockholm", "Malmö", "Göteborg", "Gotland"} <= set().union(
        *map(called, ["Stockholms stad", "Malmö stad", "Göteborgs Stad", "Region Gotland"])
    )
