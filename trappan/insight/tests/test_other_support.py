"""The share of a whole year: of years that are told whole, and nobody can be told from its being counted anew."""

from datetime import date

import pytest

from trappan.insight.indicators.other_support import prepare_other_support
from trappan.insight.models import Cell, Population
from trappan.insight.testing import build, make_months, tell_all
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.staff.testing import make_unit

pytestmark = pytest.mark.django_db
YEAR = [months_after(date(2025, 1, 1), at) for at in range(12)]
ALL_YEAR = 0b111111111111 << 11  # January to December 2025, seen from November 2026
JUNE, LAST_TWO = 1 << 17, 0b11 << 11


@pytest.fixture
def inhabitants(today):
    municipality = make_unit("management").organisation
    for gender in "KM":
        Population.objects.create(municipality=municipality, year=2024, gender=gender, adults=500)


def people(number, back):
    for _one in range(number):
        make_months(back)


def counted_anew(*months):
    build(*months)
    tell_all()
    prepare_other_support()
    return [
        (cell.numerator, cell.corrected)
        for cell in Cell.objects.filter(indicator="other_support_in_year", month=date(2025, 12, 1), shown=True)
    ]


def test_a_year_stands_until_it_moves_by_as_many_as_tell_of_nobody(inhabitants):
    people(40, ALL_YEAR)
    assert counted_anew(*YEAR) == [(960, False)]
    people(1, JUNE)
    assert counted_anew(YEAR[5]) == [(960, True)], "one person more would be told by it"
    Population.objects.filter(gender="K").update(adults=600)
    assert counted_anew() == [(1060, True)], "more inhabitants: the adults on support stand"
    people(4, JUNE)
    assert counted_anew(YEAR[5]) == [(1055, False)]


def test_a_year_whose_first_months_nobody_reported_is_no_whole_year(inhabitants):
    people(100, LAST_TWO)
    assert counted_anew(*YEAR) == []
    assert Cell.objects.filter(indicator="other_support", shown=True).count() == 2, "its two months are told"


def test_a_year_is_told_when_its_december_is(inhabitants):
    set_today(date(2025, 12, 20))
    people(40, ALL_YEAR)
    assert counted_anew(*YEAR) == []
