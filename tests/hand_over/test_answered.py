"""A case on its way between colleagues: received, sent back or taken back, one or a whole caseload."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from tests.hand_over.testing import offer, sees, writes
from trappan.cases import operations as cases
from trappan.cases.models import Case, HandOver
from trappan.cases.testing import make_case
from trappan.people.models import Grant
from trappan.people.operations import let_in_by_referral, protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


class TestReceived:
    @pytest.mark.requirement("R-006")
    def test_the_giver_has_it_until_then_and_reads_on_for_the_rules_days(self, town, today):
        found = offer(town, town.elsewhere)
        assert sees(town.elsewhere, town.case)
        assert not writes(town.elsewhere, town.case)
        assert writes(town.jonna, town.case)
        with as_(town.elsewhere):
            cases.receive(hand_over=found)
        case = Case.objects.get()
        assert (case.responsible_id, case.unit_id) == (town.elsewhere.pk, town.elsewhere.unit_id)
        assert writes(town.elsewhere, town.case)
        assert sees(town.jonna, town.case)
        assert not writes(town.jonna, town.case)
        set_today(today + timedelta(days=30))
        assert not sees(town.jonna, town.case)
        assert sees(town.elsewhere, town.case)

    def test_who_only_reads_lets_nobody_in(self, town):
        offer(town, town.mats)
        guidance = make_unit("guidance", town.mats.unit.organisation)
        with as_(town.mats), pytest.raises(Refused, match="släppa in"), transaction.atomic():
            let_in_by_referral(person_id=town.case.person_id, unit_id=guidance.pk)

    def test_answered_once(self, town):
        found = offer(town, town.mats)
        with as_(town.mats):
            cases.receive(hand_over=found)
            with pytest.raises(Refused, match="redan besvarat"):
                cases.send_back(hand_over=found, reason="Ångrade mig")
        with as_(town.jonna), pytest.raises(Refused, match="redan besvarat"):
            cases.take_back(hand_over=found)

    def test_by_the_receiver_alone(self, town):
        found = offer(town, town.mats)
        for other in (town.elsewhere, town.jonna, town.head):
            with as_(other), pytest.raises(Refused, match="redan besvarat"):
                cases.receive(hand_over=found)

    def test_also_when_the_giver_has_left(self, town, today):
        found = offer(town, town.mats)
        type(town.jonna).objects.filter(pk=town.jonna.pk).update(ends_on=today)
        with as_(town.mats):
            cases.receive(hand_over=found)
        assert Case.objects.get().responsible_id == town.mats.pk
        assert not Grant.objects.filter(membership=town.jonna, ends_at=None).exists()


class TestSentBack:
    def test_the_giver_has_it_and_reads_why(self, town, client):
        found = offer(town, town.mats)
        with as_(town.mats), pytest.raises(Refused, match="varför"):
            cases.send_back(hand_over=found, reason=" ")
        with as_(town.mats):
            cases.send_back(hand_over=found, reason="Jag går på ledighet.")
        assert not sees(town.mats, town.case)
        assert Case.objects.get().responsible_id == town.jonna.pk
        assert writes(town.jonna, town.case)
        sign_in(client, town.jonna)
        assert "Jag går på ledighet." in client.get("/").content.decode()
        sent = {"acting_as": town.jonna.pk, "form": "read", "row": found.pk}
        client.post(reverse("cases:hand_overs"), sent)
        assert "Jag går på ledighet." not in client.get("/").content.decode()

    def test_what_a_head_gave_out_goes_back_to_the_head_with_the_reason(self, town, client):
        with as_(town.head):
            cases.reassign(number=town.case.number, to=town.mats)
        assert sees(town.jonna, town.case)
        assert not writes(town.jonna, town.case)
        with as_(town.mats):
            cases.send_back(hand_over=HandOver.objects.get(answer=""), reason="Jäv.")
        assert Case.objects.get().responsible is None
        assert not sees(town.mats, town.case)
        sign_in(client, town.head)
        page = client.get("/").content.decode()
        assert "Skickat tillbaka: Jäv." in page
        assert town.case.person.name not in page

    @pytest.mark.requirement("R-006")
    def test_what_a_social_worker_assigned_goes_back_to_the_social_worker(self, town, client):
        with as_(town.ulla):
            cases.assign(case=town.case, to=town.mats)
        with as_(town.mats):
            cases.send_back(hand_over=HandOver.objects.get(answer=""), reason="Jäv.")
        sign_in(client, town.ulla)
        page = client.get("/").content.decode()
        assert "Ingen ansvarar" in page
        assert "Jäv." in page


class TestTakenBack:
    def test_the_receiver_sees_no_more(self, town):
        found = offer(town, town.mats)
        with as_(town.jonna):
            cases.take_back(hand_over=found)
        assert not sees(town.mats, town.case)

    def test_by_a_head_who_hands_the_case_out_meanwhile(self, town):
        offer(town, town.mats)
        lone = make_colleague("consultant", town.jonna.unit)
        with as_(town.head):
            cases.reassign(number=town.case.number, to=lone)
        assert not sees(town.mats, town.case)
        assert HandOver.objects.get(receiver=town.mats).answer == "taken_back"
        assert Case.objects.get().responsible_id == lone.pk


def test_a_caseload_at_once_and_received_at_once(town, client):
    more = [make_case(social_worker=town.ulla, consultant=town.jonna) for _one in range(3)]
    sign_in(client, town.jonna)
    url = reverse("cases:hand_over")
    # The three are not received by Jonna herself yet, so they are not hers to hand on.
    assert client.get(url).content.decode().count("checked") == 1
    sent = {
        "acting_as": town.jonna.pk,
        "cases": [town.case.pk, *(case.pk for case in more)],
        "to": town.mats.pk,
        "note": "Jag slutar på fredag.",
    }
    assert client.post(url, sent).status_code == 422
    receive = {
        "acting_as": town.jonna.pk,
        "form": "receive_all",
        "hand_over": [one.pk for one in HandOver.objects.filter(answer="", receiver=town.jonna)],
    }
    client.post(reverse("cases:hand_overs"), receive)
    assert client.get(url).content.decode().count("checked") == 4
    assert client.get(f"{url}?case={town.case.pk}").content.decode().count("checked") == 1
    assert client.post(url, sent).status_code == 302
    sign_in(client, town.mats)
    page = client.get(reverse("cases:hand_overs")).content.decode()
    assert "Ta emot alla 4" in page
    assert page.count("Jag slutar på fredag.") == 4
    offered = [one.pk for one in HandOver.objects.filter(answer="", receiver=town.mats)]
    client.post(reverse("cases:hand_overs"), {"acting_as": town.mats.pk, "form": "receive_all", "hand_over": offered})
    assert Case.objects.filter(responsible=town.mats).count() == 4


def test_a_protected_person_is_handed_over_by_name(town):
    person = make_person(town.ulla)
    case = make_case(social_worker=town.ulla, consultant=town.jonna, person=person)
    with as_(town.jonna):
        cases.receive(hand_over=HandOver.objects.get(answer=""))
        protect(person=person, protection="marked")
        cases.hand_over(case=case, to=town.mats, note="Bara du.")
    assert sees(town.mats, case)
    assert not sees(town.elsewhere, case)
    with as_(town.mats):
        cases.receive(hand_over=HandOver.objects.get(answer=""))
    assert sees(town.mats, case)


def test_a_social_worker_hands_over_to_a_colleague_of_the_unit(town):
    vera = make_colleague("social_worker", town.ulla.unit)
    other = make_colleague("social_worker", make_unit("social_service", town.ulla.unit.organisation))
    with as_(town.ulla):
        with pytest.raises(Refused), transaction.atomic():
            cases.hand_over(case=town.case, to=other, note="Hej")
        cases.hand_over(case=town.case, to=vera, note="Du tar över beslutet.")
    with as_(vera):
        cases.receive(hand_over=HandOver.objects.get(answer=""))
    assert Case.objects.get().social_worker_id == vera.pk
    assert Case.objects.get().responsible_id == town.jonna.pk


def test_a_head_hands_out_several_by_number(town, client):
    with as_(town.ulla) as actor:
        for _one in range(3):
            cases.open_case(person=make_person(town.ulla), by=actor, unit=town.jonna.unit)
    numbers = list(Case.objects.filter(responsible=None).values_list("number", flat=True))
    sign_in(client, town.head)
    page = client.get(reverse("cases:hand_out")).content.decode()
    assert all(number in page for number in numbers)
    sent = {"acting_as": town.head.pk, "form": "hand_out"}
    sent |= {"hand_out-numbers": numbers, "hand_out-responsible": town.mats.pk}
    assert client.post(reverse("cases:hand_out"), sent).status_code == 302
    assert Case.objects.filter(responsible=town.mats).count() == 3
    with as_(town.ulla) as actor:
        cases.open_case(person=make_person(town.ulla), by=actor, unit=town.jonna.unit)
    wrong = {**sent, "hand_out-numbers": [town.case.number]}
    assert client.post(reverse("cases:hand_out"), wrong).status_code == 422
