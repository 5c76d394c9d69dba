"""Cases on their way between colleagues: received or sent back, never nobody's, and read only meanwhile."""

from datetime import date, timedelta
from itertools import count

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.cases import operations as cases
from trappan.cases.models import Case, HandOver, Note
from trappan.cases.testing import make_case
from trappan.people.models import Grant, Person
from trappan.people.operations import give_grant, protect
from trappan.people.testing import make_person
from trappan.plans.models import Mapping
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in

serial = count(1)
pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R-006")]


@pytest.fixture
def town(today):
    """A municipality with a unit of consultants and a head, and one case of Jonna's."""
    municipality = make_organisation("Ekelunda kommun")
    labour = make_unit("labour_market", municipality)
    social = make_unit("social_service", municipality)

    class Town:
        ulla = make_colleague("social_worker", social, name="Ulla Provstedt")
        jonna = make_colleague("consultant", labour, name="Jonna Mallgren")
        mats = make_colleague("consultant", labour, name="Mats Mallberg")
        elsewhere = make_colleague("consultant", make_unit("labour_market", municipality), name="Elsa Annars")
        abroad = make_colleague("consultant", make_unit("labour_market", make_organisation("Grannby kommun")))
        head = make_colleague("head_of_unit", labour)

    Town.case = make_case(social_worker=Town.ulla, consultant=Town.jonna)
    with as_(Town.jonna):
        cases.receive(hand_over=HandOver.objects.get(receiver=Town.jonna))
    make_mapping(Town.case)
    return Town


def offer(town, to):
    with as_(town.jonna):
        cases.hand_over(case=town.case, to=to, note="Börjar sfi på måndag.")
    return HandOver.objects.get(answer="", receiver=to)


def sees(membership, case):
    with as_(membership):
        return Person.objects.filter(pk=case.person_id).exists()


def writes(membership, case):
    """Try as a page would, and then past the pages."""
    with as_(membership) as actor:
        try:
            with transaction.atomic():
                cases.write_note(
                    case=case,
                    by=actor,
                    happened_at=connection_now(),
                    kind="contact",
                    source="staff",
                    fact=f"Skrev {next(serial)}",
                )
        except (Refused, DatabaseError):
            with connection.cursor() as cursor:
                cursor.execute("UPDATE plans_mapping SET background = 'x' WHERE case_id = %s", [case.pk])
                return cursor.rowcount > 0
    return True


def connection_now():
    from trappan.schedules.clock import now

    return now()


class TestReceived:
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
        with as_(town.mats), pytest.raises(Refused, match="släppa in"), transaction.atomic():
            give_grant(person_id=town.case.person_id, scope="plan", basis="assignment", membership_id=town.elsewhere.pk)

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

    def test_what_a_social_worker_assigned_goes_back_to_the_social_worker(self, town, client):
        with as_(town.ulla):
            cases.assign(case=town.case, to=town.mats)
        with as_(town.mats):
            cases.send_back(hand_over=HandOver.objects.get(answer=""), reason="Jäv.")
        sign_in(client, town.ulla)
        page = client.get("/").content.decode()
        assert "Ärenden utan konsulent" in page
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


class TestRefused:
    def test_a_colleagues_case(self, town):
        with as_(town.ulla):
            cases.assign(case=town.case, to=town.mats)
        with as_(town.jonna), pytest.raises(Refused, match="du själv har"), transaction.atomic():
            cases.hand_over(case=town.case, to=town.elsewhere, note="Hej")

    def test_twice(self, town):
        offer(town, town.mats)
        with as_(town.jonna), pytest.raises(Refused, match="redan på väg"):
            cases.hand_over(case=town.case, to=town.elsewhere, note="Hej")

    def test_to_another_municipality_to_oneself_and_to_another_role(self, town):
        for to in (town.abroad, town.jonna, town.ulla, town.head):
            with as_(town.jonna), pytest.raises(Refused, match="kan inte ha ärendet"):
                cases.hand_over(case=town.case, to=to, note="Hej")

    def test_to_nobody_and_without_a_word(self, town, client):
        sign_in(client, town.jonna)
        sent = {"acting_as": town.jonna.pk, "cases": town.case.pk, "to": "", "note": ""}
        answer = client.post(reverse("cases:hand_over"), sent)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Fyll i: Till vem." in page
        assert "Fyll i: Vad behöver kollegan veta." in page
        assert not HandOver.objects.filter(answer="").exists()

    def test_a_row_written_past_the_operations(self, town):
        with as_(town.jonna), pytest.raises(DatabaseError), transaction.atomic():
            HandOver.objects.create(
                person_id=town.case.person_id, case=town.case, seat="social_worker", receiver=town.elsewhere
            )


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
    sent = {"acting_as": town.head.pk, "numbers": numbers, "responsible": town.mats.pk}
    assert client.post(reverse("cases:hand_out"), sent).status_code == 302
    assert Case.objects.filter(responsible=town.mats).count() == 3
    wrong = {**sent, "numbers": [town.case.number]}
    assert client.post(reverse("cases:hand_out"), wrong).status_code == 422


def test_a_reader_has_no_doors_and_a_stale_page_is_refused_in_words(town, client):
    offer(town, town.mats)
    sign_in(client, town.mats)
    page = client.get(reverse("desk:person", args=[town.case.person_id])).content.decode()
    assert "väntar på ditt svar" in page
    assert "Gör en plan" not in page
    form = {
        "acting_as": town.mats.pk,
        "kind": "contact",
        "day": "2026-11-11",
        "at": "08:00",
        "fact": "Ringde",
        "source": "staff",
    }
    answer = client.post(reverse("cases:journal", args=[town.case.pk]), form)
    assert answer.status_code == 422
    assert "läsa det här men inte ändra" in answer.content.decode()
    mapping = Mapping.objects.get()
    answer = client.post(
        reverse("plans:mapping", args=[town.case.pk]),
        {
            "acting_as": town.mats.pk,
            "held_on": "2026-11-12",
            "own_words": "",
            "edition": mapping.edition,
            "assessment": "Nej",
            "fastest_way": "Nej",
            "way_reason": "Nej",
            "finish": "no",
        },
    )
    assert answer.status_code == 422
    assert not Note.objects.exists()
    mapping.refresh_from_db()
    assert mapping.assessment != "Nej"


class TestNothingMoreThanOneHad:
    def test_nobody_hands_over_a_scope_that_they_lack(self, town):
        """Let in to the plan alone, a colleague in the seat cannot pass assistance on."""
        other = make_colleague("social_worker", make_unit("social_service", town.ulla.unit.organisation))
        friend = make_colleague("social_worker", other.unit)
        person = town.case.person
        with as_(town.jonna):
            give_grant(person_id=person.pk, scope="plan", basis="assignment", membership_id=other.pk)
        Case.objects.update(closed_on="2026-11-12")
        with as_(other) as actor:
            case = cases.open_case(person=person, by=actor, unit=town.jonna.unit)
            with pytest.raises(Refused, match="du själv har"), transaction.atomic():
                cases.hand_over(case=case, to=friend, note="Hej")
        assert not Grant.objects.filter(membership=friend).exists()

    def test_nobody_seats_themselves(self, town):
        with as_(town.mats), pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("UPDATE cases_case SET responsible_id = %s", [town.mats.pk])
        with as_(town.jonna), pytest.raises(Refused), transaction.atomic():
            cases.assign(case=town.case, to=town.mats)

    def test_nobody_of_another_municipality_is_assigned(self, town):
        with as_(town.ulla), pytest.raises(Refused, match="kan inte ha ärendet"), transaction.atomic():
            cases.assign(case=town.case, to=town.abroad)

    def test_the_unit_follows_whoever_is_assigned(self, town):
        with as_(town.ulla):
            cases.assign(case=town.case, to=town.elsewhere)
        assert Case.objects.get().unit_id == town.elsewhere.unit_id

    def test_an_answer_is_one_of_three(self, town):
        found = offer(town, town.mats)
        with as_(town.mats), pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT cases_answer(%s, 'forgotten', '')", [found.pk])

    def test_a_case_given_out_is_not_taken_back_to_nobody(self, town):
        with as_(town.ulla):
            cases.assign(case=town.case, to=town.mats)
            with pytest.raises(Refused, match="redan besvarat"), transaction.atomic():
                cases.take_back(hand_over=HandOver.objects.get(answer=""))
        assert Case.objects.get().responsible_id == town.mats.pk


class TestNobodyIsLeftBehind:
    def test_a_case_that_closes_is_offered_to_nobody(self, town):
        offer(town, town.mats)
        with as_(town.jonna) as actor:
            Case.objects.filter(pk=town.case.pk).update(closed_on=actor.today)
        assert not sees(town.mats, town.case)
        assert HandOver.objects.get(receiver=town.mats).answer == "taken_back"

    def test_meetings_go_with_the_case(self, town, today):
        from trappan.cases.models import Meeting

        with as_(town.jonna) as actor:
            meeting = cases.book_meeting(
                case=town.case,
                by=actor,
                starts_at=connection_now() + timedelta(days=2),
                minutes=30,
                how="visit",
                purpose="Hur går det?",
            )
        found = offer(town, town.mats)
        with as_(town.mats):
            cases.receive(hand_over=found)
        assert Meeting.objects.get(pk=meeting.pk).colleague_id == town.mats.pk

    def test_a_social_workers_seat_is_taken_over_when_the_colleague_has_left(self, town, today, client):
        vera = make_colleague("social_worker", town.ulla.unit)
        sign_in(client, vera)
        assert "Ta över" not in client.get("/").content.decode()
        with as_(vera), pytest.raises(Refused, match="arbetar här"), transaction.atomic():
            cases.take_over(case=town.case)
        type(vera).objects.filter(pk=town.ulla.pk).update(ends_on=today)
        assert "Ta över" in client.get("/").content.decode()
        url = reverse("cases:take_over", args=[town.case.pk])
        assert client.post(url, {"acting_as": vera.pk}).status_code == 302
        assert Case.objects.get().social_worker_id == vera.pk

    def test_what_came_back_and_then_went_on_waits_no_longer(self, town, client):
        found = offer(town, town.mats)
        with as_(town.mats):
            cases.send_back(hand_over=found, reason="Jäv.")
        lone = make_colleague("consultant", town.jonna.unit)
        with as_(town.head):
            cases.reassign(number=town.case.number, to=lone)
        sign_in(client, town.jonna)
        assert "Jäv." not in client.get("/").content.decode()

    def test_an_answer_too_late_says_so(self, town, client):
        found = offer(town, town.mats)
        with as_(town.jonna):
            cases.take_back(hand_over=found)
        sign_in(client, town.mats)
        sent = {"acting_as": town.mats.pk, "form": "send_back", "row": found.pk}
        page = client.post(reverse("cases:hand_overs"), sent, follow=True).content.decode()
        assert "redan besvarat" in page


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_an_answer_and_the_head_at_the_same_moment_never_wait_for_each_other():
    import threading

    from trappan.schedules.testing import set_today as stop

    stop(date(2026, 11, 12))
    municipality = make_organisation("Ekelunda kommun")
    labour = make_unit("labour_market", municipality)
    jonna, mats, lone = (make_colleague("consultant", labour) for _one in range(3))
    head = make_colleague("head_of_unit", labour)
    ulla = make_colleague("social_worker", make_unit("social_service", municipality))
    errors: list[BaseException] = []
    for _round in range(15):
        case = make_case(social_worker=ulla, consultant=jonna)
        with as_(jonna):
            cases.receive(hand_over=HandOver.objects.get(answer="", receiver=jonna))
            cases.hand_over(case=case, to=mats, note="Hej")
        offered = HandOver.objects.get(answer="", receiver=mats)
        start = threading.Barrier(2)

        def run(who, do, begin=start):
            try:
                begin.wait(timeout=20)
                with as_(who):
                    do()
            except Refused:
                pass
            except BaseException as error:  # shown by the assertion below
                errors.append(error)
            finally:
                connection.close()

        threads = [
            threading.Thread(target=run, args=(mats, lambda one=offered: cases.receive(hand_over=one))),
            threading.Thread(target=run, args=(head, lambda one=case: cases.reassign(number=one.number, to=lone))),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert errors == []
