"""Contacts noted without anybody's name: who notes them, who reads them, and what is refused."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Outreach
from trappan.partnerships.testing import make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OWN = "/partners/outreach/"


def note(who, **about):
    with as_(who) as actor:
        values = {"day": TODAY, "people": 12, "setting": "Öppet café", **about}
        return operations.note_outreach(by=actor, **values)


@pytest.fixture
def agreed(house):
    return make_signed(house.head, house.director, house.partner)


def sent(who, name, **fields):
    return {"acting_as": who.pk, "form": name, **{f"{name}-{key}": value for key, value in fields.items()}}


@pytest.mark.requirement("R-242")
def test_noted_on_the_page_taken_out_and_counted_no_more(house, client):
    sign_in(client, house.leader)
    about = {"day": str(TODAY), "people": 14, "setting": "Matkön på torget"}
    assert client.post(OWN, sent(house.leader, "note", **about)).status_code == 302
    assert client.post(OWN, sent(house.leader, "note", **{**about, "people": 3})).status_code == 302
    assert "17 kontakter" in markup(client.get(OWN))
    wrong = Outreach.objects.get(people=3)
    assert client.post(OWN, {**sent(house.leader, "take_out"), "row": wrong.pk}).status_code == 302
    page = markup(client.get(OWN))
    assert "14 kontakter" in page
    assert "borttagen" in page
    with as_(house.leader), pytest.raises(Refused):
        operations.take_out_outreach(outreach=wrong, today=TODAY)
    versions = database.query("SELECT count(*) AS n FROM history_version WHERE of_table = 'partnerships_outreach'")
    assert versions[0].n == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 10_000}, "people"),
        ({"day": str(TODAY + timedelta(days=1))}, "day"),
        ({"day": str(date(TODAY.year - 2, 12, 31))}, "day"),
        ({"setting": "Caféet med 850101-2384"}, "setting"),
        ({"setting": ""}, "setting"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(house, client, wrong, field):
    sign_in(client, house.leader)
    about = {"day": str(TODAY), "people": 14, "setting": "Matkön", **wrong}
    answer = client.post(OWN, sent(house.leader, "note", **about))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert not Outreach.objects.exists()


def test_a_month_to_come_is_refused_and_this_one_is_its_first_day(house):
    assert note(house.leader, whole_month=True).day == TODAY.replace(day=1)
    with pytest.raises(Refused, match="inte varit"):
        note(house.leader, day=TODAY + timedelta(days=31), whole_month=True)


def test_the_database_refuses_the_same(house, agreed):
    row = "INSERT INTO partnerships_outreach (unit_id, organisation_id, day, whole_month, people, setting) VALUES "
    mine = {"unit": house.leader.unit_id, "org": house.partner.pk, "other": house.other.pk}
    for values, no in (
        ("(%(unit)s, %(org)s, '2026-11-12', false, 0, 'x')", "outreach_of_somebody"),
        ("(%(unit)s, %(org)s, '2026-11-12', false, 1, '850101-2384')", "outreach_names_nobody"),
        ("(%(unit)s, %(org)s, '2026-11-12', true, 1, 'x')", "outreach_month_is_its_first"),
        ("(%(unit)s, %(org)s, '2030-01-01', false, 1, 'x')", "row-level"),
        ("(%(unit)s, %(other)s, '2026-11-12', false, 1, 'x')", "row-level"),
    ):
        with as_(house.leader), pytest.raises(DatabaseError, match=no), transaction.atomic():
            database.execute(row + values, mine)
    for who in (house.head, house.director, house.stranger, house.own_leader):
        with as_(who), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            database.execute(row + "(%(unit)s, %(org)s, '2026-11-12', false, 1, 'x')", mine)


@pytest.mark.requirement("R-242")
def test_the_own_organisation_and_who_keeps_the_agreement_read_it_and_nobody_else(house, agreed, client):
    made = note(house.leader)
    colleague = make_colleague("supervisor", make_unit("site", house.partner))
    page = reverse("partnerships:outreach", args=[house.partner.pk])
    for who in (house.leader, colleague, house.head, house.director, house.controller):
        with as_(who):
            assert Outreach.objects.filter(pk=made.pk).exists(), who.role
        sign_in(client, who)
        assert made.setting in markup(client.get(page))
    elsewhere = make_colleague("controller", house.director_abroad.unit)
    for who in (house.stranger, house.own_leader, house.head_abroad, house.director_abroad, elsewhere):
        with as_(who):
            assert not Outreach.objects.exists(), who
            assert database.execute("UPDATE partnerships_outreach SET taken_out_on = '2026-11-12'") == 0
        sign_in(client, who)
        assert client.get(page).status_code == 404
    for who in (colleague, house.head):  # another site of the own organisation, and the municipality, change nothing
        with as_(who):
            assert database.execute("UPDATE partnerships_outreach SET taken_out_on = '2026-11-12'") == 0


def test_what_was_taken_out_is_not_put_back(house):
    made = note(house.leader)
    with as_(house.leader):
        operations.take_out_outreach(outreach=made, today=TODAY)
        assert database.execute("UPDATE partnerships_outreach SET taken_out_on = NULL") == 0


def test_few_questions_however_many(house, client, django_assert_max_num_queries):
    sign_in(client, house.leader)
    note(house.leader)
    with django_assert_max_num_queries(16) as few:
        client.get(OWN)
    for _ in range(12):
        note(house.leader)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(client.get(OWN).context["notes"]) == 13
    assert client.get(f"{OWN}?month=2026-13").status_code == 200
    assert client.get(f"{OWN}?month=hej").status_code == 200


def test_what_is_noted_outside_the_days_of_an_agreement_is_none_of_the_municipalitys(house):
    """Another one's agreement, or one's own that has ended, opens nothing that is noted today."""
    days = {"starts_on": date(2020, 1, 1), "ends_on": TODAY - timedelta(days=3)}
    make_signed(house.head, house.director, house.partner, **days)
    note(house.leader, day=TODAY - timedelta(days=5), people=7)
    note(house.leader, day=TODAY, people=90)
    for who in (house.head, house.director):
        with as_(who):
            assert [one.people for one in Outreach.objects.all()] == [7]
