"""Numbers as people and spreadsheets write them: read right, or refused with what to do."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.testing import TODAY

DATA = Path(__file__).parents[4] / "shared" / "data" / "testpersonnummer"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="the published list is not beside this checkout")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("199111052388", "199111052388"),
        ("19911105-2388", "199111052388"),
        ("911105-2388", "199111052388"),
        ("9111052388", "199111052388"),
        (" 911105 2388 ", "199111052388"),
        ("19960830R901", "19960830R901"),
        ("19960830-r901", "19960830R901"),
    ],
)
def test_every_way_of_writing_gives_the_same(written, read):
    assert read_number(written, TODAY) == read


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1,99111E+11", "Formatera kolumnen som text"),
        ("1.99111E11", "Formatera kolumnen som text"),
        ("911105238", "inledande nolla"),
        ("19911105238", "inledande nolla"),
        ("19911105-2389", "Sista siffran"),
        ("19960231R901", "Den dagen"),
        ("20261113R901", "född 2026-11-13 än"),
        ("203001012388", "född 2030-01-01 än"),
        ("19111111R901", "över 115 år"),
        ("189001019802", "över 115 år"),
        ("189001619809", "över 115 år"),
        ("hej", "10 eller 12 siffror"),
        ("", "10 eller 12 siffror"),
    ],
)
def test_damaged_numbers_are_refused_with_the_remedy(written, why):
    with translation.override("sv"), pytest.raises(Refused, match=why):
        read_number(written, TODAY)


def test_a_plus_sign_means_a_hundred_years_more():
    short = "120101" + "238"
    number = short + luhn.calc_check_digit(short)
    assert read_number(f"{number[:6]}-{number[6:]}", TODAY) == "20" + number
    assert read_number(f"{number[:6]}+{number[6:]}", TODAY) == "19" + number


@needs_data
@pytest.mark.parametrize("name", ["skatteverket_testpersonnummer.csv", "skatteverket_testsamordningsnummer.csv"])
def test_every_reserved_number_is_valid_also_the_dateless(name):
    with (DATA / name).open() as file:
        for row in csv.reader(file):
            # Those who would be older than anybody are read on a day of their own time.
            if row[0].isdigit():
                assert read_number(row[0], min(TODAY, date(int(row[0][:4]) + 100, 12, 31))) == row[0]


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(0, 999))
def test_ten_digits_and_twelve_mean_the_same_for_anybody_under_a_hundred(birth, serial):
    short = f"{birth:%y%m%d}{serial:03}"
    number = short + luhn.calc_check_digit(short)
    assert read_number(f"{birth:%Y%m%d}{number[6:]}", TODAY) == read_number(number, TODAY)


@given(st.text(max_size=14))
def test_anything_else_is_refused_and_never_breaks(text):
    try:
        found = read_number(text, TODAY)
    except Refused:
        return
    assert len(found) == 12
