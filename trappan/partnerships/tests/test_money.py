"""The money of an agreement: whole öre, parts that add up, another's approval, and never more than the budget."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, Budget, Cost, Payment
from trappan.partnerships.money import indexed, kronor, percent, read_basis_points, read_ore, shares
from trappan.partnerships.testing import make_budget, make_draft, make_signed
from trappan.refusals import Refused
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
KR = 100


@pytest.fixture
def agreed(house):
    return make_signed(house.head, house.director, house.partner)


@pytest.fixture
def budget(house, agreed):
    made = make_budget(house.head, agreed)
    with as_(house.controller):
        operations.approve(money=made)
    return made


@pytest.mark.requirement("R-170", "R-171", "R-172")
def test_the_commissioning_documents_budget_from_rows(house, agreed, client, budget):
    assert shares([budget.municipality_ore, budget.partner_ore]) == [5287, 4713]
    sign_in(client, house.head)
    shown = text(client.get(reverse("partnerships:money", args=[agreed.pk]))).replace("\xa0", " ")
    for said in ("2 080 500 kr", "1 100 000 kr", "980 500 kr", "52,87 %", "47,13 %", "100,00 %"):
        assert said in shown


@pytest.mark.parametrize("parts", [[1, 2], [1, 1, 1], [0, 7], [33_333, 33_333, 33_334], [1, 10**14]])
def test_shares_always_make_up_a_hundred_percent(parts):
    assert sum(shares(parts)) == 10_000


def test_amounts_are_read_and_said_in_whole_ore():
    assert [read_ore(one) for one in ("1 100 000", "825,5", "0.07", "12 kr")] == [110_000_000, 82_550, 7, 1_200]
    assert [read_ore(one) for one in ("", "-5", "1,234", "1e5", "tusen")] == [None] * 5
    assert [kronor(one).replace("\xa0", " ") for one in (208_050_000, 5, -150)] == [
        "2 080 500 kr",
        "0,05 kr",
        "-1,50 kr",
    ]
    assert [read_basis_points(one) for one in ("2,5", "-1", "1,234", "")] == [250, -100, None, None]
    assert percent(-5) == "-0,05\xa0%"
    assert indexed(98_050_000, 250) == 1_005_013 * KR, "1 005 012,50 is rounded half up to whole kronor"


def test_parts_that_do_not_make_up_the_total_are_refused_in_words_and_by_the_database(house, agreed):
    with pytest.raises(Refused, match="2\xa0080\xa0499"):
        make_budget(house.head, agreed, partner_ore=98_049_900)
    row = (
        "INSERT INTO partnerships_budget (agreement_id, starts_on, ends_on, total_ore, municipality_ore, partner_ore, "
    )
    row += "board, line) VALUES (%(a)s, '2026-01-01', %(to)s, %(all)s, 1, 1, 'N', 'R')"
    with as_(house.head), pytest.raises(DatabaseError, match="budget_adds_up"), transaction.atomic():
        database.execute(row, {"a": agreed.pk, "all": 3, "to": date(2027, 1, 1)})
    with as_(house.head), pytest.raises(DatabaseError, match="budget_within_a_year"), transaction.atomic():
        database.execute(row, {"a": agreed.pk, "all": 2, "to": date(2027, 1, 2)})


def test_a_budget_is_of_one_year_alone_and_while_the_agreement_holds(house, agreed):
    with pytest.raises(Refused, match="två år"):
        make_budget(house.head, agreed, starts_on=date(2026, 7, 1), ends_on=date(2027, 7, 1))
    with pytest.raises(Refused, match="gäller inte"):
        make_budget(house.head, agreed, year=2028)
    make_budget(house.head, agreed, starts_on=date(2026, 7, 1))
    with pytest.raises(Refused, match="redan"):
        make_budget(house.head, agreed)
    make_budget(house.head, agreed, ends_on=date(2026, 7, 1))


class TestApproval:
    def test_by_another_and_not_by_another_membership_of_the_same(self, house, agreed):
        made = make_budget(house.head, agreed)
        also = Membership.objects.create(
            colleague=house.head.colleague,
            unit=house.controller.unit,
            role="controller",
            confirmed_at=house.head.confirmed_at,
            starts_on=date(2020, 1, 1),
        )
        for same in (house.head, also):
            with as_(same), pytest.raises(Refused, match="själv"):
                operations.approve(money=made)
        with as_(house.controller):
            operations.approve(money=made)
        made.refresh_from_db()
        assert made.approved_by_id == house.controller.pk
        with as_(house.director), pytest.raises(Refused, match="redan"):
            operations.approve(money=made)
        with as_(house.head), pytest.raises(Refused, match="redan"):
            operations.take_out(money=made, today=TODAY)

    def test_nobody_enters_it_as_approved_or_approves_it_in_another_name(self, house, agreed):
        with as_(house.head):
            made = Budget.objects.create(
                agreement=agreed,
                starts_on=date(2026, 1, 1),
                ends_on=date(2027, 1, 1),
                total_ore=2,
                municipality_ore=1,
                partner_ore=1,
                board="N",
                line="R",
                approved_by=house.controller,
                approved_at="2026-01-01T00:00Z",
            )
        made.refresh_from_db()
        assert (made.approved_by_id, made.approved_at) == (None, None)
        with pytest.raises(DatabaseError, match="budget_approved_by_another"), transaction.atomic():
            Budget.objects.update(approved_by=made.author, approved_at="2026-01-01T00:00Z")

    @pytest.mark.parametrize("who", ["head_abroad", "director_abroad", "leader", "stranger", "own_leader"])
    def test_whoever_has_the_right_elsewhere_is_refused_by_the_database(self, house, agreed, budget, who):
        made = make_budget(house.head, agreed, year=2025)
        with as_(getattr(house, who)):
            assert database.execute("UPDATE partnerships_budget SET approved_at = clock()") == 0
            assert database.execute("UPDATE partnerships_budget SET taken_out_on = '2026-01-01'") == 0
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                Payment.objects.create(budget=budget, paid_on=TODAY, amount_ore=1)
        made.refresh_from_db()
        assert (made.approved_at, made.taken_out_on) == (None, None)

    def test_who_signs_enters_nothing_and_who_keeps_takes_out(self, house, agreed):
        made = make_budget(house.head, agreed)
        with as_(house.director), pytest.raises(Refused):
            operations.take_out(money=made, today=TODAY)
        with as_(house.director), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            Payment.objects.create(budget=made, paid_on=TODAY, amount_ore=1)
        with as_(house.head):
            operations.take_out(money=made, today=TODAY)
        make_budget(house.head, agreed)


class TestPayments:
    def test_never_more_than_the_municipalitys_part(self, house, budget):
        about = {"budget": budget, "today": TODAY, "paid_on": date(2026, 10, 1)}
        with as_(house.head):
            first = operations.enter_payment(**about, amount_ore=825_000 * KR)
            with pytest.raises(Refused, match="kvar"):
                operations.enter_payment(**about, amount_ore=275_000 * KR + 1)
            operations.enter_payment(**about, amount_ore=275_000 * KR)
            operations.take_out(money=first, today=TODAY)
            operations.enter_payment(**about, amount_ore=1)
        assert Payment.objects.filter(taken_out_on=None).count() == 2

    def test_only_of_a_budget_that_is_approved(self, house, agreed):
        made = make_budget(house.head, agreed)
        with as_(house.head), pytest.raises(Refused, match="inte godkänd"):
            operations.enter_payment(budget=made, today=TODAY, paid_on=TODAY, amount_ore=1)

    def test_nothing_is_paid_of_a_draft_nor_of_a_year_that_an_amendment_has_taken_away(self, house, agreed, budget):
        draft = make_draft(house.head, house.partner)
        planned = make_budget(house.head, draft)
        with as_(house.controller):
            operations.approve(money=planned)
        Agreement.objects.filter(pk=agreed.pk).update(until=budget.starts_on)
        for of in (planned, budget):
            with as_(house.head), pytest.raises(Refused, match="betalas inget"):
                operations.enter_payment(budget=of, today=TODAY, paid_on=TODAY, amount_ore=1)

    def test_nobody_approves_and_takes_out_at_once(self, house, budget):
        with as_(house.head):
            operations.enter_payment(budget=budget, today=TODAY, paid_on=TODAY, amount_ore=1)
        both = "SET approved_at = clock(), taken_out_on = '2026-11-12'"
        with as_(house.controller), pytest.raises(DatabaseError, match="approved_or_taken_out"), transaction.atomic():
            database.execute(f"UPDATE partnerships_payment {both}")

    def test_paid_waits_for_another_and_then_stands_with_what_is_left(self, house, agreed, budget, client):
        page = reverse("partnerships:money", args=[agreed.pk])
        sign_in(client, house.head)
        sent = {
            "acting_as": house.head.pk,
            "form": "pay",
            "row": budget.pk,
            f"pay-{budget.pk}-paid_on": "2026-10-01",
            f"pay-{budget.pk}-amount_ore": "825 000",
        }
        assert client.post(page, sent).status_code == 302
        paid = Payment.objects.get()
        act = {"form": "approve_payment", "row": paid.pk}
        assert "approve_payment" not in text(client.get(page)), "her own"
        client.post(page, {"acting_as": house.head.pk, **act})
        paid.refresh_from_db()
        assert paid.approved_at is None
        sign_in(client, house.director)
        assert "approve_payment" in text(client.get(page))
        client.post(page, {"acting_as": house.director.pk, **act})
        shown = text(client.get(page)).replace("\xa0", " ")
        assert "275 000 kr" in shown


class TestCost:
    def test_the_partner_reports_its_own_and_nobody_elses(self, house, agreed, budget, client):
        page = reverse("partnerships:money", args=[agreed.pk])
        sign_in(client, house.leader)
        shown = client.get(page).content.decode()
        assert "För in ett års budget" not in shown
        sent = {
            "acting_as": house.leader.pk,
            "form": "cost",
            "row": budget.pk,
            f"cost-{budget.pk}-as_of": "2026-10-31",
            f"cost-{budget.pk}-amount_ore": "2 061 200",
        }
        assert client.post(page, sent).status_code == 302
        assert "19 300 kr" in text(client.get(page)).replace("\xa0", " ")
        for who in (house.stranger, house.head_abroad, house.own_leader):
            with as_(who):
                assert not Cost.objects.exists()
                with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                    Cost.objects.create(budget=budget, as_of=TODAY, amount_ore=1)
            sign_in(client, who)
            assert client.get(page).status_code == 404

    def test_until_a_day_of_the_budget_that_has_come(self, house, budget):
        with as_(house.leader):
            for day in (date(2025, 12, 31), date(2026, 12, 31)):
                with pytest.raises(Refused):
                    operations.report_cost(budget=budget, today=TODAY, as_of=day, amount_ore=1)


def test_raised_into_the_next_year_by_the_rule_of_its_first_day(house, agreed, budget):
    with as_(house.head):
        with pytest.raises(Refused, match="Ingen regel"):
            operations.index_budget(budget=budget)
        rule = {"agreement": agreed, "source": "Omsorgsprisindex"}
        operations.set_indexation(starts_on=date(2026, 1, 1), basis_points=100, **rule)
        operations.set_indexation(starts_on=date(2027, 1, 1), basis_points=250, **rule)
        with pytest.raises(Refused, match="redan"):
            operations.set_indexation(starts_on=date(2027, 1, 1), basis_points=250, **rule)
        raised = operations.index_budget(budget=budget)
    assert (raised.municipality_ore, raised.partner_ore) == (1_127_500 * KR, 1_005_013 * KR)
    assert raised.total_ore == 2_132_513 * KR
    assert (raised.starts_on, raised.approved_at) == (date(2027, 1, 1), None)
