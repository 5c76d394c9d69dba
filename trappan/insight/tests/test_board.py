"""The board's page and a figure's own: of prepared cells, nothing but what may be told, the same in every place."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from trappan.initiatives.models import Landmark
from trappan.insight.charts.drawing import SIZES, Line, chart, drawn
from trappan.insight.charts.keeping import draw_charts
from trappan.insight.indicators.other_support import prepare_other_support
from trappan.insight.models import Build, BuildOrder, Cell, Chart, PersonMonth, Population, TellOrder
from trappan.insight.testing import make_goal
from trappan.insight.told import told
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
BOARD = reverse("insight:board")
FIRST, THEN, LAST = date(2021, 1, 1), date(2024, 1, 1), date(2026, 10, 1)


@pytest.fixture
def reader(today):
    return make_colleague("board_reader", make_unit("management"))


def built(month):
    taken = datetime(2026, 11, 11, 1, 10, tzinfo=UTC)
    found = Build.objects.filter(month=month).order_by("-id").first()
    about = {"rows": 1, "added": 0, "removed": 0, "source": {}, "digest": "", "seconds": 0.1}
    return found or Build.objects.create(month=month, cutoff=taken, **about)


def cell(indicator, month, numerator, denominator=None, *, shown=True, **part):
    value = numerator if denominator is None else round(100 * numerator / denominator, 1)
    return Cell.objects.create(
        indicator=indicator,
        period="month",
        month=month,
        by=list(part),
        part=list(part.values()),
        value=value,
        numerator=numerator,
        denominator=denominator,
        shown=shown,
        build=built(month),
    )


def adult_in(month, pseudonym):
    """Put an adult with support in a month of the spine, of whom nothing else is known."""
    empty = {"BooleanField": False, "CharField": "", "SmallIntegerField": 0, "IntegerField": 0}
    fields = PersonMonth._meta.get_fields()
    about = {one.name: empty[kind] for one in fields if not one.null and (kind := one.get_internal_type()) in empty}
    PersonMonth.objects.create(**{**about, "month": month, "pseudonym": pseudonym, "age": 30, "on_support": True})


@pytest.fixture
def households():
    for month, count in ((FIRST, 2703), (THEN, 2087), (LAST, 1896)):
        cell("households", month, count)


def shown_to(who, *asked):
    with as_(who):
        return told(*asked)


class TestTold:
    def test_what_is_not_shown_stands_without_numbers_and_other_periods_are_not_mixed_in(self, reader):
        cell("people", LAST, 6, gender="K")
        cell("people", LAST, 3, shown=False, gender="M")
        cell("new", LAST, 4, shown=False)
        Cell.objects.filter(indicator="new").update(period="quarter")
        women, men = shown_to(reader, ["people"], ["gender"])
        assert (women.part, women.value, women.shown) == (("K",), 6, True)
        assert (men.part, men.value, men.numerator, men.denominator, men.shown) == (("M",), None, None, None, False)
        assert shown_to(reader, ["new"]) == []

    def test_nobody_else_is_told_nor_where_several_municipalities_share_the_house(self, reader, households):
        for role in ("counsellor", "administrator", "supervisor", "auditor"):
            assert shown_to(make_colleague(role, reader.unit), ["households"]) == []
        other = make_organisation("Grannkommunen")
        for who in (reader, make_colleague("director", make_unit("management", other))):
            assert shown_to(who, ["households"]) == []


class TestBoard:
    @pytest.mark.requirement("R-048", "R-162", "R-163")
    def test_616_households_fewer_with_the_table_and_the_sheet_beside(self, client, reader, households):
        sign_in(client, reader)
        page = markup(client.get(BOARD, {"before": "2021-01", "after": "2024-01"})).replace("\xa0", " ")
        assert "616 färre hushåll med bistånd" in page
        assert "Från 2 703 hushåll i januari 2021 till 2 087 i januari 2024" in page
        assert "−616 (−22,8 %)" in page
        assert "11 november 2026 kl. 2.10" in page.replace("02.10", "2.10"), "up to when the data were taken"
        rows = sheet(client.get(BOARD, {"file": "xlsx"}).content)
        assert [row[2] for row in rows[1:]] == ["2703", "2087", "1896"]

    def test_a_month_that_there_is_not_is_refused_in_words(self, client, reader, households):
        sign_in(client, reader)
        answer = client.get(BOARD, {"before": "1066-10"})
        assert answer.status_code == 422
        assert "1066-10" in markup(answer)

    @pytest.mark.requirement("R-230")
    def test_a_goal_that_nobody_has_defined_stands_beside_both_ways_and_is_not_reached(self, client, reader):
        director = make_colleague("director", reader.unit)
        untold = {"name": "96 % har annan försörjning", "definition": "", "level": Decimal(96), "year": 2025}
        make_goal(director, indicator="other_support_in_year", **untold)
        for year in (2020, 2021):
            for gender, adults in (("K", 60_000), ("M", 60_000)):
                Population.objects.create(
                    municipality=reader.unit.organisation, year=year, gender=gender, adults=adults
                )
        for number in range(1, 13):
            cell("adults", date(2021, number, 1), 3000)
            cell("people", date(2021, number, 1), 3000)
        cell("adults", date(2024, 1, 1), 2500)
        for pseudonym in (1, 1, 2, 3, 4, 5, 6):
            number = PersonMonth.objects.filter(pseudonym=pseudonym).count() + 1
            adult_in(date(2021, number, 1), pseudonym)
        assert prepare_other_support() == 13, "twelve months and their year; 2023 has no inhabitants"
        sign_in(client, reader)
        page = markup(client.get(BOARD)).replace("\xa0", " ")
        assert "Därför sägs inget om att målet är nått" in page
        assert "97,5 %" in page
        assert "låg över nivån redan när de först gick att räkna" in page
        whole = Cell.objects.get(indicator="other_support_in_year")
        assert (whole.month, whole.denominator - whole.numerator) == (date(2021, 12, 1), 6), "each person once"

    @pytest.mark.parametrize(
        "goal", [{"indicator": "coverage"}, {"indicator": ""}, {"indicator": "other_support", "direction": "at_most"}]
    )
    def test_a_goal_of_something_else_says_nothing_of_other_support(self, client, reader, goal):
        for name in ("other_support", "other_support_in_year"):
            cell(name, date(2025, 12, 1), 980, 1000)
        director = make_colleague("director", reader.unit)
        make_goal(director, **{"name": "Alla i aktivitet", "definition": "", "level": Decimal(90), **goal})
        sign_in(client, reader)
        page = markup(client.get(BOARD)).replace("\xa0", " ")
        assert "Alla i aktivitet: går inte att stämma av" in page
        yearly = reverse("insight:indicator", args=["other_support_in_year"])
        for words in (yearly, "redan när de först gick att räkna", "kan räknas på två sätt"):
            assert words not in page

    def test_few_questions_whatever_there_is(self, client, reader, households, django_assert_max_num_queries):
        director = make_colleague("director", reader.unit)
        above = make_goal(director)
        for _one in range(5):
            make_goal(director, under=above)
        sign_in(client, reader)
        for page in (BOARD, reverse("insight:goals"), reverse("insight:indicator", args=["households"])):
            # Twelve at most, and the two savepoints that are the test's own.
            with django_assert_max_num_queries(14):
                assert client.get(page).status_code == 200

    def test_a_house_without_figures_says_so(self, client, reader):
        sign_in(client, reader)
        for address, words in (
            (BOARD, "Inget mått kan visas"),
            (reverse("insight:indicator", args=["coverage"]), "Inget visas än"),
        ):
            page = client.get(address)
            assert page.status_code == 200
            assert words in markup(page)
        assert client.get(reverse("insight:indicator", args=["nothing"])).status_code == 404


class TestIndicator:
    @pytest.mark.requirement("R-232")
    def test_definition_fraction_source_and_how_to_read_it(self, client, reader):
        cell("coverage", LAST, 1191, 1612)
        cell("coverage", LAST, 594, 806, gender="K")
        cell("coverage", LAST, 2, 4, shown=False, gender="M")
        sign_in(client, reader)
        page = markup(client.get(reverse("insight:indicator", args=["coverage"]))).replace("\xa0", " ")
        for words in ("73,9 % i oktober 2026", "1 191", "Täljare", "Nämnare", "Läs så här", "594 av 806"):
            assert words in page
        assert "Eget register: " in page
        cell("other_support", LAST, 980, 1000)
        of_inhabitants = markup(client.get(reverse("insight:indicator", args=["other_support"])))
        assert "Eget register, och folkmängden som har lästs in" in of_inhabitants
        assert page.count('<span class="hidden-cell">döljs</span>') == 3, "share, fraction and the key: one mark"
        assert "2 av 4" not in page

    def test_every_figure_opens_by_a_breakdown_that_it_has(self, client, reader):
        """Of places there are kinds and no gender, and a kind of place is nobody's main activity."""
        sign_in(client, reader)
        for name in ("places_used", "exits_work_in_shortage", "other_support"):
            cell(name, LAST, 40, 80)
            assert client.get(reverse("insight:indicator", args=[name])).status_code == 200, name
        cell("places_used", LAST, 20, 40, kind="language")
        page = markup(client.get(reverse("insight:indicator", args=["places_used"])))
        assert "Slags aktivitet" in page
        assert "Den huvudsakliga aktivitetens slag" not in page


class TestCharts:
    @pytest.mark.requirement("R-131")
    def test_the_worker_draws_both_sizes_of_what_is_told_with_the_days_numbered(self, client, reader, households):
        Landmark.objects.create(
            municipality=reader.unit.organisation, day=date(2022, 4, 1), kind="pandemic", name="<b>Slut</b>"
        )
        cell("new", LAST, 3, shown=False)
        assert draw_charts() == 2, "of the households alone: of three new ones nothing is told"
        assert draw_charts() == 0, "and what stands is not written again"
        wide = Chart.objects.get(size="wide")
        for words in ("2\xa0703", "2\xa0087", "1\xa0896", "var(--ds-color-accent-base-default)", 'role="img"', "<desc"):
            assert words in wide.svg
        assert "aria-label=" not in wide.svg
        assert "style=" not in wide.svg
        sign_in(client, reader)
        page = markup(client.get(BOARD))
        assert page.count('<div class="chart">') == 1
        assert "&lt;b&gt;Slut&lt;/b&gt;" in page

    def test_what_stands_in_a_picture_is_escaped_and_a_hidden_month_is_a_gap(self):
        months = [(FIRST, 10.0), (THEN, None), (LAST, 8.0)]
        svg = drawn(Line("x", months, [(THEN, "1")], 'A <b> & "c"', "</desc><script>", False), SIZES[0])
        assert "<script>" not in svg
        assert "A &lt;b&gt; &amp;" in svg

    def test_a_share_over_all_stays_within_its_axis_and_under_two_years_months_stand_under_it(self):
        months = [(date(2026, 1 + at, 1), value) for at, value in enumerate((90.0, 132.0, 120.0, 118.0))]
        line = Line("x", months, [], "", "", True)
        for size in SIZES:
            layers = chart(line, size).to_dict()["layer"]
            assert layers[0]["encoding"]["y"]["scale"]["domain"] == [0, pytest.approx(145.2)]
            assert ">feb 2026<" in drawn(line, size)
        low = Line("x", [(one, value / 2) for one, value in months], [], "", "", True)
        assert chart(low, SIZES[0]).to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, 100]


def test_while_figures_are_counted_the_page_says_how_far_that_has_come(client, reader, households):
    sign_in(client, reader)
    assert "räknas fram" not in markup(client.get(BOARD)), "nothing waits"
    month = BuildOrder.objects.create(month=date(2026, 11, 1))
    TellOrder.objects.bulk_create([TellOrder(year=2025), TellOrder(year=2026)])
    page = markup(client.get(BOARD))
    assert "Siffrorna räknas fram" in page
    assert "Byggda månader: 3 av 4." in page
    assert "Kvar att pröva: 2026, 2025." in page
    assert "2 703" in page.replace("\u00a0", " "), "and what is told already is shown"
    month.delete()
    TellOrder.objects.update(done_at=datetime(2026, 11, 12, tzinfo=UTC))
    assert "Det som räknas på flera år, och bilderna, återstår." in markup(client.get(BOARD))
    TellOrder.objects.update(drawn_at=datetime(2026, 11, 12, tzinfo=UTC))
    assert "räknas fram" not in markup(client.get(BOARD))
