"""A draft takes its steps in order: the decision waits for consultation and MBL, the signature for the decision."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, Amendment, Decision, Recipient
from trappan.partnerships.partners import partners
from trappan.partnerships.standing import notice_by, standings, whole
from trappan.partnerships.testing import DECISION, SIGNATURE, consult, make_draft, make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


def stage(who, agreement, number=0, day=TODAY):
    with as_(who):
        return standings(whole().get(pk=agreement.pk), day)[number].stage


@pytest.mark.requirement("R-200", "R-206", "R-178")
def test_each_step_waits_for_the_one_before_it(house):
    made = make_draft(house.head, house.partner)
    about = {"version": made, "today": TODAY}
    with as_(house.director), pytest.raises(Refused, match="inte beslutat"):
        operations.sign(**about, **SIGNATURE)
    with as_(house.head):
        with pytest.raises(Refused, match="samråd"):
            operations.decide(**about, **DECISION)
        told = {"held_on": date(2017, 10, 24), "outcome": "Inga invändningar"}
        operations.consult(**about, kind="consultation", whom="Avdelningen för försörjningsstöd", **told)
        with pytest.raises(Refused, match="MBL"):
            operations.decide(**about, **DECISION)
        with pytest.raises(Refused, match="paragraf"):
            operations.consult(**about, kind="mbl", whom="Facken", **told)
        later = {**told, "held_on": date(2017, 12, 15)}
        operations.consult(**about, kind="mbl", paragraph="19", whom="Facken", **later)
        with pytest.raises(Refused, match="MBL"):
            operations.decide(**about, **DECISION)  # informed the day after the decision
        assert stage(house.head, made) == "consulted"
        operations.decide(**about, **{**DECISION, "decided_on": date(2017, 12, 15)})
        with pytest.raises(Refused, match="redan"):
            operations.decide(**about, **{**DECISION, "decided_on": date(2017, 12, 16)})
    assert stage(house.head, made) == "decided"
    with as_(house.director):
        with pytest.raises(Refused, match="inte beslutat"):
            operations.sign(**about, **{**SIGNATURE, "signed_on": date(2017, 12, 14)})
        with pytest.raises(Refused, match="mandat"):
            operations.sign(**about, **{**SIGNATURE, "mandate": ""})
        operations.sign(**about, **SIGNATURE)
    assert stage(house.head, made) == "running"
    assert stage(house.head, made, day=date(2017, 12, 20)) == "signed"
    assert stage(house.head, made, day=date(2028, 1, 1)) == "ended"


def test_that_no_information_is_needed_is_said_with_its_reason(house):
    made = make_draft(house.head, house.partner)
    about = {"version": made, "today": TODAY, "held_on": date(2017, 10, 24)}
    with as_(house.head):
        operations.consult(**about, kind="consultation", whom="Partnern", outcome="Vill")
        with pytest.raises(Refused):
            operations.consult(**about, kind="mbl", paragraph="none", whom="HR", outcome="")
        operations.consult(**about, kind="mbl", paragraph="none", whom="HR", outcome="Ingen av våra berörs")
        operations.decide(version=made, today=TODAY, **DECISION)
    assert Decision.objects.count() == 1


@pytest.mark.requirement("R-213")
def test_a_list_that_is_empty_is_not_sent(house):
    made = make_draft(house.head, house.partner)
    about = {"version": made, "today": TODAY}
    with as_(house.head), pytest.raises(Refused, match="Ingen står på listan"):
        operations.send_decision(**about, sent_on=TODAY)
    with as_(house.head):
        operations.list_recipient(version=made, name="Avdelningen")
        with pytest.raises(Refused, match="redan"):
            operations.list_recipient(version=made, name="Avdelningen")
        with pytest.raises(Refused, match="när det är beslutat"):
            operations.send_decision(**about, sent_on=TODAY)
    consult(house.head, made)
    with as_(house.head):
        operations.decide(**about, **DECISION)
        operations.send_decision(**about, sent_on=TODAY)
        with pytest.raises(Refused, match="redan skickat"):
            operations.send_decision(**about, sent_on=TODAY)
    assert Recipient.objects.get().sent_on == TODAY


@pytest.mark.requirement("R-054")
def test_a_director_signs_and_nobody_else_even_in_sql(house):
    made = make_draft(house.head, house.partner)
    consult(house.head, made)
    with as_(house.head):
        operations.decide(version=made, today=TODAY, **DECISION)
        with pytest.raises(Refused, match="direktör"):
            operations.sign(version=made, today=TODAY, **SIGNATURE)
    written = "UPDATE partnerships_agreement SET signed_on = '2017-12-18', signatory = 'x', mandate = 'x', "
    written += "partner_signatory = 'x'"
    for other in (house.director_abroad, house.head_abroad, house.leader, house.controller):
        with as_(other), transaction.atomic():
            assert database.execute(written) == 0
    with as_(house.director):
        operations.sign(version=made, today=TODAY, **SIGNATURE)
    for who in (house.head, house.director):
        with as_(who), transaction.atomic():
            assert database.execute("UPDATE partnerships_agreement SET withdrawn_on = '2026-01-01'") == 0
            assert database.execute("UPDATE partnerships_agreement SET places = 99") == 0
        with as_(who), pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            database.execute("UPDATE partnerships_agreement SET municipality_id = organisation_id")


def test_a_draft_is_the_municipalitys_own_until_it_is_signed(house, client):
    made = make_draft(house.head, house.partner)
    page = reverse("partnerships:agreement", args=[made.pk])
    for who in (house.leader, house.stranger, house.head_abroad, house.own_leader):
        with as_(who):
            assert not Agreement.objects.exists()
        sign_in(client, who)
        assert client.get(page).status_code == 404
    with as_(house.head):
        assert partners(TODAY, house.partner.pk)[0].agreements == []
        operations.withdraw(version=made, today=TODAY)
    assert stage(house.head, made) == "withdrawn"
    again = make_draft(house.head, house.partner, name=made.name)
    assert again.pk != made.pk


@pytest.mark.requirement("R-202", "R-072")
def test_an_amendment_takes_the_same_steps_and_counts_when_it_is_signed(house):
    made = make_signed(house.head, house.director, house.partner)
    with as_(house.head):
        draft = operations.draft_amendment(
            agreement=made,
            starts_on=date(2024, 2, 1),
            scope="Matmissionen öppnar",
            places=8,
            municipality_as="Arbetsmarknadsnämnden",
            organisation_as="Stadsmissionen",
        )
        about = {"version": draft, "today": TODAY}
        with pytest.raises(Refused, match="samråd"):
            operations.decide(**about, **{**DECISION, "decided_on": date(2024, 1, 15)})
    with as_(house.head):
        assert whole().get().places_on(TODAY) == 24
    consult(house.head, draft, date(2023, 11, 14))
    with as_(house.head):
        operations.decide(**about, **{**DECISION, "decided_on": date(2024, 1, 15)})
    with as_(house.director):
        operations.sign(**about, **{**SIGNATURE, "signed_on": date(2024, 1, 22)})
    with as_(house.leader):
        found = whole().get()
        assert found.places_on(TODAY) == 32
        first, second = standings(found, TODAY)
        assert (first.version.municipality_as, second.version.municipality_as) == (
            "Bildningsnämnden",
            "Arbetsmarknadsnämnden",
        )
        assert (second.number, second.stage) == (2, "running")


class TestSuccessors:
    def test_one_that_overlaps_is_refused_in_words_and_by_the_database(self, house):
        made = make_signed(house.head, house.director, house.partner)
        with pytest.raises(Refused, match="samma dagar"):
            make_draft(house.head, house.partner, succeeds=made, starts_on=date(2027, 12, 31), ends_on=None)
        row = "INSERT INTO partnerships_agreement (municipality_id, organisation_id, kind, name, reference, purpose, "
        row += "places, starts_on, succeeds_id, municipality_as, organisation_as, signatory, mandate, "
        row += "partner_signatory, target_groups, routines) VALUES (%(us)s, %(them)s, 'iop', 'Smyg', '', 'Smyg', 1, "
        row += "'2027-06-01', %(before)s, '', '', '', '', '', '', '')"
        about = {"us": house.municipality.pk, "them": house.partner.pk, "before": made.pk}
        with as_(house.head), pytest.raises(DatabaseError, match="successor_begins_after"), transaction.atomic():
            database.execute(row, about)
        after = make_signed(
            house.head, house.director, house.partner, succeeds=made, starts_on=date(2028, 1, 1), ends_on=None
        )
        assert stage(house.head, made, day=date(2028, 1, 1)) == "renewed"
        assert after.line == made.line

    def test_an_amendment_does_not_run_into_it(self, house):
        made = make_signed(house.head, house.director, house.partner)
        make_draft(house.head, house.partner, succeeds=made, starts_on=date(2028, 1, 1), ends_on=None)
        with as_(house.head) as actor, pytest.raises(Refused, match="samma dagar"):
            operations.amend(
                agreement=made,
                today=actor.today,
                signed_on=TODAY,
                starts_on=TODAY,
                scope="Förlängs",
                ends_on=date(2028, 7, 1),
            )
        assert not Amendment.objects.exists()


@pytest.mark.requirement("R-175", "R-209")
def test_under_a_framework_and_one_with_the_employment_service(house):
    frame = make_signed(
        house.head, house.director, house.partner, kind="framework", starts_on=date(2012, 1, 1), ends_on=None
    )
    made = make_draft(house.head, house.partner, framework=frame)
    assert made.framework_id == frame.pk
    with pytest.raises(Refused, match="ram"):
        make_draft(house.head, house.partner, framework=made)
    service = make_organisation("Arbetsförmedlingen", kind="agency")
    with pytest.raises(Refused, match="grupper"):
        make_draft(house.head, service, kind="employment_service")
    with pytest.raises(Refused, match="Välj en partner"):
        make_draft(house.head, service, kind="iop")
    assert make_draft(
        house.head, service, kind="employment_service", target_groups="Unga", routines="Möte varje månad"
    ).routines


def test_the_last_day_to_give_notice_is_so_many_months_before_the_end(house):
    made = make_signed(house.head, house.director, house.partner)
    assert notice_by(made) == date(2027, 6, 30)
    made.notice_months, made.ends_on = 1, date(2027, 3, 31)
    assert notice_by(made) == date(2027, 2, 27)
    made.notice_months = None
    assert notice_by(made) is None


def test_the_page_says_what_is_missing_with_a_way_to_it(house, client):
    made = make_draft(house.head, house.partner)
    sign_in(client, house.head)
    page = reverse("partnerships:agreement", args=[made.pk])
    shown = markup(client.get(page))
    assert 'href="#act-consult-0"' in shown
    assert "act-sign-0" not in shown, "a director signs"
    assert 'id="act-decide-0"' in shown
    form = {"acting_as": house.head.pk, "form": "decide", "decide-decided_on": "2017-12-14", "decide-body": "Nämnden"}
    answer = client.post(page, {**form, "decide-reference": "KS2016-313", "decide-officer": "Utredare"})
    assert answer.status_code == 422
    assert "samråd" in answer.content.decode()
    sign_in(client, house.director)
    shown = markup(client.get(page))
    assert 'id="act-sign-0"' in shown
    assert 'id="act-decide-0"' not in shown


def test_a_controller_reads_and_takes_no_step(house, client):
    made = make_draft(house.head, house.partner)
    sign_in(client, house.controller)
    page = reverse("partnerships:agreement", args=[made.pk])
    assert "act-consult" not in markup(client.get(page))
    sent = client.post(page, {"acting_as": house.controller.pk, "form": "withdraw"})
    assert sent.status_code == 403
    other = make_colleague("consultant", house.head.unit)
    sign_in(client, other)
    assert client.get(page).status_code == 403
