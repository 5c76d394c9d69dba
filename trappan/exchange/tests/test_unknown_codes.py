"""A code that a file has no word for goes out as an empty cell: in every delivery that is a fault."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from psycopg.types.json import Jsonb

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.exchange import layouts
from trappan.exchange.models import Delivery
from trappan.exchange.tests.test_delivery import FAULTS, LAST, QUARTER, YEAR, found, made, page_of, rows_of
from trappan.insight.testing import make_months
from trappan.insight.tests.test_board import cell
from trappan.people.testing import make_person
from trappan.rules.models import Code
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in, text

pytestmark = pytest.mark.django_db
Kind = Delivery.Kind


@pytest.fixture
def childcare(db):
    """An obstacle that an administrator has added, and no layout knows."""
    about = {"label_sv": "Saknar barnomsorg", "label_en": "", "position": 90, "valid_from": date(2020, 1, 1)}
    return Code.objects.create(table="obstacle", code="childcare", **about).code


def coded(kind, fact):
    """Return the layouts, one column of a kind with a list of codes that has none of what stands there."""
    return tuple(
        replace(one, columns=tuple(replace(c, codes={"x": "1"}) if c.fact == fact else c for c in one.columns))
        if kind in one.kinds
        else one
        for one in layouts.LAYOUTS
    )


@pytest.mark.parametrize(("kind", "back", "first"), [(Kind.MONTH, 0b10, LAST), (Kind.YEAR, 0b1 << 11, YEAR)])
def test_an_obstacle_without_a_word_is_a_fault_of_its_month_and_year(controller, childcare, kind, back, first):
    SupportMonth.objects.filter(person=make_months(back)).update(obstacle=childcare)
    make_months(back)
    delivery = made(controller, kind, first)
    said = sorted(one["forsorjningshinder_registerledare"] for one in rows_of(delivery))
    assert said == ["", "1"]
    assert found(delivery, "no_code") == {"check": "no_code", "found": 1, "is_fault": True}


def test_so_is_a_household_type_that_the_register_does_not_have(controller):
    about = {"label_sv": "Storfamilj", "label_en": "", "position": 90, "valid_from": date(2020, 1, 1)}
    Code.objects.create(table="household_type", code="10", **about)
    SupportMonth.objects.filter(person=make_months(0b10)).update(household_type=10)
    delivery = made(controller)
    assert rows_of(delivery)[0]["hushallstyp"] == ""
    assert found(delivery, "no_code")["found"] == 1


def test_it_leads_whoever_holds_the_support_to_the_one_whose_code_it_is(client, controller, childcare):
    worker = make_colleague("social_worker", make_unit("social_service", controller.unit.organisation))
    leader = make_months(0b10)
    partner = make_person(worker)
    household = SupportMonth.objects.get(person=leader).household
    SupportMonth.objects.create(
        person=partner, household=household, month=LAST, role="co_applicant", household_type=7, obstacle=childcare
    )
    SupportMonth.objects.filter(person=leader).update(household_type=7)
    delivery = made(controller)
    assert [one["check"] for one in delivery.report if one["is_fault"]] == ["no_code"]
    sign_in(client, worker)
    page = client.get(FAULTS)
    assert "En kod som filen inte har något ord för" in text(page)
    assert reverse("assistance:support", args=[partner.pk]) in markup(page)
    sign_in(client, controller)
    assert partner.name not in text(client.get(page_of(delivery)))


def test_files_of_nobody_name_the_column_and_the_code(client, controller, monkeypatch):
    cell("long_term", YEAR, 300, 1000)
    for kind, first, fact, said in (
        (Kind.QUARTER, QUARTER, "obstacle", "forsorjningshinder: Arbetslös"),
        (Kind.ITEMS, YEAR, "figure", "figure: long_term"),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(layouts, "LAYOUTS", coded(kind, fact))
            delivery = made(controller, kind, first)
        line = found(delivery, "unsaid")
        assert line["is_fault"]
        assert said in line["of"], kind
        sign_in(client, controller)
        assert said in text(client.get(page_of(delivery)))


def test_where_every_code_has_its_word_nothing_is_found(controller):
    make_months(0b10)
    assert not found(made(controller), "no_code")["is_fault"]
    for kind, first in ((Kind.QUARTER, QUARTER), (Kind.ITEMS, YEAR)):
        assert found(made(controller, kind, first), "unsaid") == {
            "check": "unsaid",
            "found": 0,
            "is_fault": False,
            "of": [],
        }


def test_the_database_knows_the_columns_by_their_digest_and_tells_of_no_others(controller, childcare):
    """Who asks what is missing in columns of her own would be told, code by code, what stands of whom."""
    ours = Jsonb(layouts.layouts_data())
    digest = database.query("SELECT encode(sha256(convert_to(%s::jsonb::text, 'UTF8')), 'hex') AS it", [ours])[0].it
    assert database.value("exchange_knows", ours), f"layouts have changed: write {digest} in sql/statistics.sql"
    worker = make_colleague("social_worker", make_unit("social_service", controller.unit.organisation))
    leader = make_months(0b10)
    household = SupportMonth.objects.get(person=leader).household
    SupportMonth.objects.filter(person=leader).update(household_type=7)
    SupportMonth.objects.create(
        person=make_person(worker),
        household=household,
        month=LAST,
        role="co_applicant",
        household_type=7,
        obstacle=childcare,
    )
    column = {"heading": "x", "fact": "partner_obstacle", "codes": {"sick": "1"}}
    asked = {"statistics_month": [{"valid_from": "2000-01-01", "columns": [column]}]}
    with as_(worker):
        assert "no_code" in {one.check for one in database.rows("exchange_mine", True, ours)}
        assert database.rows("exchange_mine", True, Jsonb(asked)) == []
