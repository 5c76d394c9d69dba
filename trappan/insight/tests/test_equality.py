"""Women beside men: a gap is claimed only where chance could not make it, and read of what is told alone."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.insight.equality import NAMES, lines
from trappan.insight.models import Cell
from trappan.insight.tests.test_board import LAST, cell
from trappan.insight.told import told
from trappan.insight.uncertainty import FEWEST_EACH, difference, wilson
from trappan.schedules.months import months_after
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
EQUALITY = reverse("insight:equality")


@pytest.fixture
def reader(today):
    return make_colleague("director", make_unit("management"))


def both(indicator, month, women, men, **about):
    """Tell a figure of women and men; a share as (hits, of)."""
    for gender, number in (("K", women), ("M", men)):
        numbers = number if isinstance(number, tuple) else (number,)
        cell(indicator, month, *numbers, gender=gender, **about)


def lines_of(reader):
    with as_(reader):
        found = lines(told(NAMES, ("gender",), date(2020, 1, 1), LAST), months_after(LAST, -12))
    return {line.indicator.name: line for groups in found.values() for _title, of in groups for line in of}


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    # Newcombe 1998, table II, method 10: examples a, b, c, e and g.
    [
        ((56, 70, 48, 80), 5.24, 33.39),
        ((9, 10, 3, 10), 17.05, 80.90),
        ((6, 7, 2, 7), 5.82, 80.62),
        ((0, 10, 0, 20), -16.11, 27.75),
        ((10, 10, 0, 10), 60.75, 100.00),
    ],
)
def test_the_interval_is_the_published_one(numbers, low, high):
    found = difference(*numbers)
    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


def test_wilson_holds_the_share_and_stays_within_nothing_and_all():
    assert [round(one, 4) for one in wilson(81, 263)] == [0.2553, 0.3662], "Newcombe 1998, table I, method 3"
    assert wilson(0, 20)[0] == pytest.approx(0)
    assert wilson(20, 20)[1] == pytest.approx(1)


class TestWhatIsSaid:
    @pytest.mark.requirement("R-129")
    def test_a_large_gap_is_certain_and_the_same_gap_of_fewer_is_not(self, reader):
        both("long_term", LAST, (450, 900), (360, 900))
        both("very_long_term", LAST, (15, 30), (12, 30))
        found = lines_of(reader)
        certain, chance = found["long_term"], found["very_long_term"]
        assert (certain.now.gap_words.replace("\xa0", " "), certain.verdict) == ("+10,0", "Högre bland kvinnor")
        assert (chance.now.gap, chance.verdict) == (10, "Ingen säker skillnad")
        assert chance.interval.holds_none
        assert certain.interval_words.replace("\xa0", " ") == "+5,4 till +14,5"

    def test_of_fewer_than_thirty_of_either_nothing_is_claimed(self, reader):
        both("coverage", LAST, (FEWEST_EACH - 1, FEWEST_EACH - 1), (5, 900))
        few = lines_of(reader)["coverage"]
        assert (few.verdict, few.interval_words) == ("För få för att säga något", "–")

    def test_hours_days_and_counts_have_no_uncertainty(self, reader):
        both("hours_attended", LAST, (8000, 10_000), (4000, 10_000))
        both("days_to_start", LAST, 32, 60)
        both("people", LAST, 300, 100)
        found = lines_of(reader)
        assert {name: line.interval for name, line in found.items()} == dict.fromkeys(found)
        assert found["days_to_start"].now.gap_words == "−28"
        assert found["people"].now.share_words.replace("\xa0", " ") == "75,0 %"

    def test_what_is_hidden_of_one_is_compared_with_nobody(self, reader):
        both("long_term", LAST, (450, 900), (360, 900))
        earlier = months_after(LAST, -1)
        both("long_term", earlier, (460, 900), (360, 900))
        Cell.objects.filter(month=LAST, part=["M"]).update(shown=False)
        assert lines_of(reader)["long_term"].now.women.month == earlier
        Cell.objects.filter(part=["M"]).update(shown=False)
        assert lines_of(reader) == {}

    def test_the_years_before_stand_beside(self, reader):
        both("long_term", LAST, (450, 900), (360, 900))
        both("long_term", months_after(LAST, -24), (430, 900), (400, 900))
        line = lines_of(reader)["long_term"]
        assert [pair and round(pair.gap, 1) for pair in line.earlier] == [None, 3.4, None]

    def test_an_old_figure_is_not_shown_as_todays(self, reader):
        both("long_term", months_after(LAST, -13), (450, 900), (360, 900))
        assert lines_of(reader) == {}


class TestPage:
    def test_words_numbers_and_the_sheet(self, client, reader, django_assert_max_num_queries):
        both("long_term", LAST, (450, 900), (360, 900))
        both("coverage", LAST, (50, 100), (52, 100))
        both("people", LAST, 300, 100)
        sign_in(client, reader)
        # Twelve at most, and the two savepoints that are the test's own.
        with django_assert_max_num_queries(14):
            page = markup(client.get(EQUALITY)).replace("\xa0", " ")
        heads = ("Kvinnor", "Män", "Skillnad, procentenheter", "Osäkerhet", "Vad går att säga")
        assert [page.index(f">{one}</th>") for one in heads] == sorted(page.index(f">{one}</th>") for one in heads)
        assert "Om intervallet innehåller noll säger vi inte" in page
        for words in ("En säker skillnad i 1 av 2 andelar", "Ingen säker skillnad", "Högre bland kvinnor", "75,0 %"):
            assert words in page
        rows = sheet(client.get(EQUALITY, {"file": "xlsx"}).content)
        told_of = next(row for row in rows if row[0] == "I aktivitet av dem som ska vara det")
        assert told_of[2:4] == ["50", "52"]
        assert "Ingen säker skillnad" in told_of

    def test_a_house_without_figures_says_so(self, client, reader):
        sign_in(client, reader)
        assert "Inget visas om kvinnor och män än" in markup(client.get(EQUALITY))
