"""Lists: orders, places that nobody makes up, pages there and back, and files that carry nothing out."""

import tracemalloc
from datetime import date

import pytest
from django.http import QueryDict

from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value, read_order
from trappan.ui.lists.drawn import drawn_cell
from trappan.ui.lists.files import workbook
from trappan.ui.lists.listing import Listing
from trappan.ui.lists.places import PAGE, Place, cut, read_place, write_place
from trappan.ui.testing import formulas, sheet

COLUMNS = (Column("name", "Namn", sortable=True), Column("count", "Antal", sortable=True, number=True))
BY_NAME = Order("name")


def rows(*values):
    return [ListRow(at, [Cell(value) for value in row]) for at, row in enumerate(values)]


def listing(**asked):
    query = QueryDict(mutable=True)
    query.update(asked)
    return Listing("prov", "Prov", COLUMNS, BY_NAME, query, {"status": "waiting"})


class TestOrder:
    @pytest.mark.parametrize("text", ["given", "--name", "name;", "-", "\0", "name desc", "x" * 5000])
    def test_an_order_that_the_list_does_not_know_is_the_usual_one_and_is_told(self, text):
        assert read_order(text, COLUMNS, BY_NAME) == (BY_NAME, False)
        assert "kan inte sorteras så" in listing(sort=text).notices[0]

    def test_either_way(self):
        assert read_order("-count", COLUMNS, BY_NAME) == (Order("count", descending=True), True)
        assert read_order("", COLUMNS, BY_NAME) == (BY_NAME, True)

    @pytest.mark.parametrize("descending", [False, True])
    def test_what_has_no_value_stands_last_either_way(self, descending):
        found = by_value([3, None, 1, "", 2], lambda one: one, Order("count", descending))
        assert found == ([3, 2, 1] if descending else [1, 2, 3]) + [None, ""]

    def test_the_head_of_a_sorted_column_turns_it_and_the_filters_stay(self):
        name, count = listing(sort="name").heads
        assert (name.aria, name.url) == ("ascending", "?status=waiting&sort=-name")
        assert (count.aria, count.url) == ("", "?status=waiting&sort=count")


class TestPlace:
    def test_it_is_read_again_in_its_own_list_and_order_alone(self):
        written = write_place("prov", BY_NAME, Place(7))
        assert read_place(written, "prov", BY_NAME) == (Place(7), True)
        assert read_place(written, "annan", BY_NAME) == (None, False)
        assert read_place(written, "prov", Order("count")) == (None, False)

    @pytest.mark.parametrize("text", ["7", "WzFd:made-up", "\0", "x" * 5000, ":::", "None"])
    def test_a_made_up_one_is_the_beginning_and_is_told(self, text):
        assert read_place(text, "prov", BY_NAME) == (None, False)
        assert "finns inte längre" in listing(after=text).notices[0]

    def test_there_and_back(self):
        keys = list(range(2 * PAGE + 7))
        first = cut(keys, None)
        second = cut(keys, Place(first.keys[-1]))
        third = cut(keys, Place(second.keys[-1]))
        assert [*first.keys, *second.keys, *third.keys] == keys
        assert (first.before, third.behind, third.first) == (False, False, 2 * PAGE + 1)
        assert cut(keys, Place(third.keys[0], back=True)) == second
        assert cut(keys, Place(second.keys[0], back=True)) == first

    def test_a_row_that_has_left_the_list_leads_to_the_beginning(self):
        assert cut([1, 2, 3], Place(99)).keys == [1, 2, 3]


class TestFile:
    @pytest.mark.parametrize(
        "text", ["=1+1", "+46 70", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")', "＝1", "－1"]
    )
    def test_what_a_spreadsheet_would_carry_out_is_text(self, text):
        made = workbook("Prov", COLUMNS, rows((text, text)))
        assert formulas(made) == []
        assert all(cell.startswith("'") for cell in sheet(made)[1])

    def test_days_and_numbers_are_what_they_are_and_text_stays_text(self):
        row = ListRow(1, [Cell("12 nov", in_file=date(2026, 11, 12)), Cell("7", in_file=7)])
        other = ListRow(2, [Cell("http://trappan.example", below="två"), Cell("007")])
        made = sheet(workbook("Prov", COLUMNS, [row, other]))
        assert made[1] == ["46338", "7"]
        assert made[2] == ["http://trappan.example, två", "007"]

    def test_many_rows_take_no_more_memory_than_few(self):
        def peak(count):
            tracemalloc.start()
            workbook("Prov", COLUMNS, (ListRow(at, [Cell(f"Namn {at}"), Cell("1")]) for at in range(count)))
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return most

        peak(10)
        few, many = peak(500), peak(10_000)
        assert many < few + 1_500_000, "the file itself, compressed, and nothing for each row"


def test_a_second_line_does_not_run_into_the_first_where_a_card_puts_them_side_by_side():
    assert "3 dec <br>" in drawn_cell(Cell("3 dec", below="Kommande"))
