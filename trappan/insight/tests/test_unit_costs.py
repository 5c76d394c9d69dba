"""What an agreement comes to a place, an hour and a person: of told cells alone, and of every month."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.insight.tests.test_board import cell
from trappan.partnerships import operations
from trappan.partnerships.testing import make_budget, make_signed
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
MONTHS = [date(2026, month, 1) for month in range(1, 10)]


@pytest.fixture
def house(today):
    class House:
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        head = make_colleague("head_of_unit", make_unit("labour_market"))
        director = make_colleague("director", make_unit("management", head.unit.organisation))
        controller = make_colleague("controller", director.unit)
        board = make_colleague("board_reader", director.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        agreed = make_signed(head, director, partner)
        budget = make_budget(head, agreed)
        page = reverse("insight:cost", args=[agreed.pk])

    with as_(House.controller):
        operations.approve(money=House.budget)
    return House


def report(house, as_of=date(2026, 9, 30)):
    with as_(house.head):
        operations.report_cost(budget=house.budget, today=TODAY, as_of=as_of, amount_ore=151_200_000)


def read(client, house, who=None):
    sign_in(client, who or house.controller)
    return text(client.get(house.page)).replace("\xa0", " ")


def count(house, months=MONTHS):
    for month in months:
        cell("hours_attended", month, 700, 900, organiser=str(house.partner.pk))
        cell("hours_attended", month, 9_000, 9_900, organiser=str(house.head.unit.organisation_id))
        cell("coverage", month, 50, 60, organiser=str(house.partner.pk))


def test_a_place_an_hour_and_a_person_with_base_period_and_how_sure(client, house):
    report(house)
    count(house)
    shown = read(client, house)
    assert "Underlag: 1 512 000 kr" in shown
    assert "1 januari 2026 – 30 september 2026" in shown
    assert "7 000 kr" in shown, "24 places in nine months: 216"
    assert "240 kr" in shown, "6 300 hours"
    assert "Mellan 238 kr och 242 kr" in shown, "45 hours more or fewer"
    assert "3 360 kr" in shown, "450 people and months"
    assert "Per utfall" in shown
    assert "Visas inte: hos en partner" in shown
    assert "inte vad de ledde till" in shown


def test_one_month_that_is_hidden_or_missing_and_nothing_is_told(client, house):
    report(house)
    count(house, MONTHS[:-1])
    cell("hours_attended", MONTHS[-1], 700, 900, shown=False, organiser=str(house.partner.pk))
    shown = read(client, house)
    assert "inte räknade: 1 av 9" in shown
    assert "240 kr" not in shown
    assert "6 300" not in shown
    assert "7 000 kr" in shown, "places are of nobody"


def test_a_cost_until_the_middle_of_a_month_is_not_divided(client, house):
    report(house, as_of=date(2026, 9, 15))
    count(house)
    shown = read(client, house)
    assert "inget delas" in shown
    assert "7 000 kr" not in shown


def test_who_reads_it_and_who_does_not(client, house):
    report(house)
    for who in (house.head, house.director):
        assert "Underlag" in read(client, house, who)
    far = make_organisation("Grannkommunen")
    for who, status in (
        (house.board, 404),
        (house.leader, 403),
        (make_colleague("head_of_unit", make_unit("labour_market", far)), 404),
    ):
        sign_in(client, who)
        assert client.get(house.page).status_code == status
    sign_in(client, house.leader)
    agreement = client.get(reverse("partnerships:agreement", args=[house.agreed.pk])).content.decode()
    assert house.page not in agreement


def test_each_year_more_is_one_question_of_its_cells(client, house, django_assert_max_num_queries):
    report(house)
    count(house)

    def asked():
        sign_in(client, house.controller)
        with django_assert_max_num_queries(20) as captured:
            assert client.get(house.page).status_code == 200
        return len(captured.captured_queries)

    one = asked()
    for year in (2025, 2024):
        budget = make_budget(house.head, house.agreed, year)
        with as_(house.controller):
            operations.approve(money=budget)
        with as_(house.head):
            operations.report_cost(budget=budget, today=TODAY, as_of=date(year, 12, 31), amount_ore=1_000_000)
    assert asked() == one + 2
