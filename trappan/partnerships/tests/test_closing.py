"""No unit closes, and no partner begins, before the unions are told or a head has written why it is not needed."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, ClosingInformation
from trappan.partnerships.testing import DECISION, consult, make_draft, make_signed
from trappan.refusals import Refused
from trappan.staff.models import Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
TOLD = {"paragraph": "19", "whom": "De fackliga organisationerna", "held_on": TODAY, "outcome": "Inga invändningar"}
SENT = {**TOLD, "held_on": "2026-11-12"}


@pytest.fixture
def site(house):
    return make_unit("site", house.municipality, name="Syateljén")


def tell(who, unit, **about):
    with as_(who) as actor:
        operations.inform_of_closing(unit=unit, by=actor, **{**TOLD, **about})


def address(unit):
    return reverse("partnerships:closing", args=[unit.pk])


@pytest.mark.requirement("R-178")
def test_closing_a_unit_waits_for_the_unions_with_a_way_there(house, site, client):
    sign_in(client, house.administrator)
    close = reverse("placements:close_unit", args=[site.pk])
    sent = {"acting_as": house.administrator.pk, "closes_on": "2026-12-31"}
    refused = client.post(close, sent)
    assert refused.status_code == 422
    assert "Ingen information enligt MBL" in refused.context["form"].errors["closes_on"][0]
    assert address(site) in refused.content.decode()
    with as_(house.administrator), pytest.raises(DatabaseError, match="unions"), transaction.atomic():
        database.value("placements_close_unit", site.pk, date(2027, 1, 1), None)
    told = client.post(address(site), {"acting_as": house.administrator.pk, **SENT})
    assert told.status_code == 302
    assert address(site) not in client.get(close).content.decode()
    assert client.post(close, sent).status_code == 302
    assert Unit.objects.get(pk=site.pk).ends_on == date(2027, 1, 1)


def test_that_it_is_not_needed_is_a_heads_to_say(house, site, client):
    sign_in(client, house.administrator)
    answer = client.post(address(site), {"acting_as": house.administrator.pk, **SENT, "paragraph": "none"})
    assert answer.status_code == 422
    assert "enhetschef" in answer.context["form"].errors["paragraph"][0]
    sign_in(client, house.head)
    empty = client.post(address(site), {"acting_as": house.head.pk, **SENT, "paragraph": "none", "outcome": " "})
    assert empty.status_code == 422
    why = {**SENT, "paragraph": "none", "outcome": "Ingen av våra arbetar där"}
    assert client.post(address(site), {"acting_as": house.head.pk, **why}).status_code == 302
    assert "Ingen av våra arbetar där" in client.get(address(site)).content.decode()


def test_the_same_of_a_draft(house):
    signed = make_signed(house.head, house.director, house.partner)
    with as_(house.head):
        draft = operations.draft_amendment(agreement=signed, starts_on=TODAY, scope="Mer")
    about = {"version": draft, "today": TODAY, "kind": "mbl", "whom": "HR", "held_on": TODAY, "outcome": "Ingen berörs"}
    with as_(house.administrator), pytest.raises(Refused, match="enhetschef"):
        operations.consult(**about, paragraph="none")
    with as_(house.head):
        operations.consult(**about, paragraph="none")


@pytest.mark.parametrize("held", ["2026-11-13", "1850-01-01", "snart", ""])
def test_a_day_to_come_or_of_no_calendar_is_refused_at_its_field(house, site, client, held):
    sign_in(client, house.head)
    answer = client.post(address(site), {"acting_as": house.head.pk, **SENT, "held_on": held})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["held_on"]


def test_told_after_it_had_closed_is_refused_and_an_import_of_the_past_stays_possible(house, site):
    Unit.objects.filter(pk=site.pk).update(ends_on=TODAY)
    with pytest.raises(Refused, match="stängt"):
        tell(house.head, site)
    tell(house.head, site, held_on=TODAY - timedelta(days=1))


@pytest.mark.requirement("R-178")
def test_what_was_told_of_another_closing_long_ago_does_not_count(house, site, client):
    last = TODAY + timedelta(days=50)
    asked = ("partnerships_is_informed", site.pk, last)
    tell(house.head, site, held_on=last - timedelta(days=366))
    with as_(house.administrator):
        assert not database.value(*asked)
        with pytest.raises(DatabaseError, match="unions"), transaction.atomic():
            database.value("placements_close_unit", site.pk, last, None)
    sign_in(client, house.administrator)
    close = reverse("placements:close_unit", args=[site.pk])
    sent = {"acting_as": house.administrator.pk, "closes_on": str(last - timedelta(days=1))}
    assert "äldre än reglerna" in client.post(close, sent).context["form"].errors["closes_on"][0]
    assert "inom 365 dagar" in client.get(address(site)).content.decode()
    tell(house.head, site, held_on=last - timedelta(days=365))
    with as_(house.administrator):
        assert database.value(*asked)


def test_nor_does_what_was_told_long_before_a_decision(house, client):
    draft = make_draft(house.head, house.partner)
    decided = DECISION["decided_on"]
    consult(house.head, draft, decided - timedelta(days=366))
    with as_(house.head), pytest.raises(Refused, match="äldre än reglerna"):
        operations.decide(version=draft, today=TODAY, **DECISION)
    sign_in(client, house.head)
    page = client.get(reverse("partnerships:agreement", args=[draft.pk])).content.decode()
    assert "inom 365 dagar" in page
    consult(house.head, draft, decided - timedelta(days=365))
    with as_(house.head):
        operations.decide(version=draft, today=TODAY, **DECISION)


def test_another_municipality_neither_reads_nor_writes_it(house, site, client):
    tell(house.head, site)
    for who in (house.head_abroad, house.director_abroad, house.leader, house.own_leader, house.stranger):
        with as_(who) as actor:
            assert not ClosingInformation.objects.exists(), who.role
            with pytest.raises(Refused):
                operations.inform_of_closing(unit=site, by=actor, **TOLD)
        sign_in(client, who)
        assert client.get(address(site)).status_code in (403, 404)
    with as_(house.head), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        database.execute("UPDATE partnerships_closinginformation SET held_on = '2020-01-01'")


def test_of_a_partners_site_the_municipality_that_it_answers_to_informs_and_nobody_elses_word_closes_it(house):
    own = make_unit("site", house.partner, parent=house.head.unit)
    leader = make_colleague("site_leader", own)
    for head, director in ((house.head, house.director), (house.head_abroad, house.director_abroad)):
        make_signed(head, director, house.partner)
    with pytest.raises(Refused):
        tell(house.head_abroad, own)
    ClosingInformation.objects.create(
        municipality=house.head_abroad.unit.organisation, unit=own, author=house.head_abroad, **TOLD
    )
    asked = ("partnerships_is_informed", own.pk, TODAY + timedelta(days=90))
    with as_(leader):
        assert not database.value(*asked)
    tell(house.head, own)
    with as_(leader):
        assert database.value(*asked)


class TestAPartnerBegins:
    about = {"name": "Nya", "purpose": "Platser", "places": 4, "signed_on": TODAY}

    def agree(self, house, organisation, **about):
        with as_(house.head) as actor:
            return operations.agree(organisation=organisation, by=actor, **{**self.about, **about})

    def test_one_that_is_still_to_begin_takes_its_steps(self, house):
        with pytest.raises(Refused, match="steg"):
            self.agree(house, house.partner, starts_on=TODAY + timedelta(days=1))
        assert not Agreement.objects.exists()

    def test_what_has_begun_elsewhere_is_written_down_and_goes_on(self, house):
        self.agree(house, house.partner, starts_on=date(2020, 1, 1), ends_on=date(2027, 1, 1))
        self.agree(house, house.partner, starts_on=date(2027, 1, 1), name="Fortsättningen")
        other = make_organisation("Kupan", kind="partner", basis="provider")
        with pytest.raises(Refused, match="steg"):
            self.agree(house, other, starts_on=date(2027, 1, 1))

    def test_places_that_are_to_come_take_their_steps_too(self, house):
        made = self.agree(house, house.partner, starts_on=date(2020, 1, 1))
        about = {"agreement": made, "today": TODAY, "signed_on": TODAY, "scope": "Matbutiken"}
        with as_(house.head):
            with pytest.raises(Refused, match="steg"):
                operations.amend(**about, starts_on=TODAY + timedelta(days=30), places=8)
            operations.amend(**about, starts_on=TODAY + timedelta(days=30), places=-2)
