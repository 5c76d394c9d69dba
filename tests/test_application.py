"""An application: first whose it is, then what it says; what is typed wrong, what comes twice, what was a mistake."""

import pytest
from django.urls import reverse

from tests.testing import APPLICATION, FARID
from trappan.assistance.models import Application
from trappan.assistance.operations import note_result, receive_application, take_back_application
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.history.models import Event
from trappan.people.models import Person
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
WHO, REST = "/applications/new/", "/applications/"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("199404172397", "Sista siffran"),
        ("19940230-2393", "Den dagen"),
        ("1,99404E+11", "Formatera kolumnen som text"),
        ("94041723", "10 eller 12 siffror"),
        ("20270417R001", "född 2027-04-17 än"),
        ("19100101R001", "över 115 år"),
        ("", "Skriv numret, eller födelsedagen"),
    ],
)
def test_a_number_that_is_wrong_is_refused_and_kept_at_both_steps(town, send, number, sentence):
    for url in (WHO, REST):
        answer = send(town.ulla, url, **{**APPLICATION, "number": number})
        assert answer.status_code == 422
        assert sentence in text(answer)
        assert f'value="{number}"' in text(answer) or not number
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("born", "sentence"),
    [("2026-11-13", "är född 2026-11-13 än"), ("1911-11-11", "över 115 år"), ("x", "giltigt datum")],
)
def test_a_birthday_that_is_none_is_refused(town, send, born, sentence):
    answer = send(town.ulla, WHO, born=born)
    assert answer.status_code == 422
    assert sentence in text(answer)


def test_number_and_birthday_are_not_both_written(town, send):
    assert "inte båda" in text(send(town.ulla, WHO, number=FARID, born="1994-04-17"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"received_on": "2026-11-13"}, "inte ha kommit in efter i dag"),
        ({"received_on": "2026-02-30"}, "giltigt datum"),
        ({"given_name": ""}, "Fyll i: Förnamn"),
    ],
)
def test_an_application_with_something_wrong_keeps_what_was_typed(town, send, change, sentence):
    answer = send(town.ulla, REST, **{**APPLICATION, **change})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="Tänktsson"' in text(answer)
    assert not Person.objects.exists()


class TestWhoItIs:
    def test_nothing_is_saved_before_it_is_answered(self, town, send):
        page = text(send(town.ulla, WHO, number=FARID))
        assert "Ingen med numret 199404172398" in page
        assert 'name="family_name"' in page
        assert not Person.objects.exists()
        assert Event.objects.filter(kind="search", actor=town.ulla).count() == 1
        assert send(town.ulla, REST, follow=False).status_code == 422

    def test_the_second_page_is_no_page_of_its_own(self, town, client):
        sign_in(client, town.ulla)
        assert client.get(REST).url == WHO

    def test_somebody_known_is_named_with_the_open_case_and_asked_about(self, town, send):
        person = make_person(town.ulla, "Farid", "Tänktsson", number="199404172398")
        with as_(town.ulla) as actor:
            cases.open_case(person=person, by=actor, unit=town.labour)
        page = text(send(town.ulla, WHO, number=FARID))
        for said in ("Farid Tänktsson", "öppet ärende sedan 12 november", town.labour.name, "förnyad ansökan"):
            assert said in page
        rest = {"number": FARID, "kind": "renewed", "received_on": "2026-11-06"}
        refused = send(town.ulla, REST, **rest)
        assert "Kryssa i att det är Farid Tänktsson" in text(refused)
        assert not Application.objects.exists()
        send(town.ulla, REST, **rest, it_is="on")
        assert Application.objects.get().person == person
        assert Person.objects.count() == 1

    def test_somebody_protected_whom_a_colleague_has_is_not_named(self, town, send):
        make_person(town.ulla, "Farid", "Tänktsson", number="199404172398", protection="marked")
        colleague = make_colleague("social_worker", town.ulla.unit)
        for url in (WHO, REST):
            answer = send(colleague, url, **APPLICATION)
            assert answer.status_code == 422
            assert "Känd" not in text(answer)
            assert Application.objects.count() == 0

    def test_a_person_whom_another_unit_has_is_not_told_but_whom_to_ask(self, town, send):
        other = make_colleague(
            "social_worker", make_unit("social_service", town.municipality, name="Försörjningsstöd Väster")
        )
        send(town.ulla, REST, **APPLICATION)
        for url in (WHO, REST):
            answer = send(other, url, **APPLICATION)
            assert "redan känd på" in text(answer)
            assert town.ulla.unit.name in text(answer)
            assert "Farid" not in text(answer)
        assert Application.objects.count() == 1


class TestWithoutANumber:
    def test_a_reservnummer_of_the_day_of_birth_is_given_and_told(self, town, send):
        make_person(town.ulla, number="19940417R001")
        assert "Utan nummer, född 17 april 1994" in text(send(town.ulla, WHO, born="1994-04-17"))
        answer = send(town.ulla, REST, **{**APPLICATION, "number": "", "born": "1994-04-17"})
        assert "19940417-R002" in text(answer)
        assert Person.objects.get(family_name="Tänktsson").numbers.get().number == "19940417R002"

    @pytest.mark.parametrize(
        ("given", "family", "alike"),
        [
            ("Farid", "Tänktsson", True),
            ("farid ", "TÄNKTSSON", True),
            ("Tänktsson", "Farid", True),
            ("Farid", "Annan", True),
            ("Frida", "Annan", False),
        ],
    )
    def test_who_looks_like_somebody_known_is_shown_and_asked_about(self, town, send, given, family, alike):
        known = make_person(town.ulla, "Farid", "Tänktsson", number="199404172398")
        sent = {**APPLICATION, "number": "", "born": "1994-04-17", "given_name": given, "family_name": family}
        page = text(send(town.ulla, REST, **sent))
        assert (reverse("desk:person", args=[known.pk]) in page) is alike
        assert ("Är det någon av dem" in page) is alike
        assert Person.objects.count() == (1 if alike else 2)
        if alike:
            send(town.ulla, REST, **sent, somebody_else="on")
            assert Person.objects.count() == 2

    def test_a_new_number_of_somebody_of_that_name_and_day_is_asked_about_too(self, town, send):
        make_person(town.ulla, "Farid", "Tänktsson", number="19940417R001")
        assert "Är det någon av dem" in text(send(town.ulla, REST, **APPLICATION))
        assert Person.objects.count() == 1

    def test_nobody_of_another_unit_is_shown(self, town, send):
        other = make_colleague("social_worker", make_unit("social_service", town.municipality))
        make_person(other, "Farid", "Tänktsson", number="19940417R001")
        assert "Ansökan är mottagen" in text(
            send(town.ulla, REST, **{**APPLICATION, "number": "", "born": "1994-04-17"})
        )
        assert Person.objects.count() == 2


class TestTakenBack:
    @pytest.fixture
    def application(self, town):
        person = make_person(town.ulla)
        with as_(town.ulla) as actor:
            return receive_application(person=person, by=actor, received_on=actor.today, kind="new")

    def test_it_waits_no_more_stays_with_its_reason_and_may_come_anew(self, town, send, client, application):
        sign_in(client, town.ulla)
        support = reverse("assistance:support", args=[application.person_id])
        url = reverse("assistance:take_back", args=[application.pk])
        assert url in text(client.get(support))
        assert "Fyll i" in text(send(town.ulla, url, reason=" "))
        answer = text(send(town.ulla, url, reason="Fel person"))
        assert "Fel person" in answer
        assert url not in answer
        application.refresh_from_db()
        assert not application.waits
        with as_(town.ulla) as actor:
            receive_application(person=application.person, by=actor, received_on=actor.today, kind="new")
        assert "tagits tillbaka" in text(send(town.ulla, url, reason="En gång till"))

    def test_not_where_a_decision_is_noted_nor_a_decision_afterwards(self, town, application):
        with as_(town.ulla) as actor:
            decided = {"by": actor, "result": "granted", "decided_on": actor.today, "result_reference": ""}
            note_result(application=application, **decided)
            with pytest.raises(Refused, match="saknar beslut"):
                take_back_application(application=application, reason="Fel person")
            Application.objects.update(result="", decided_on=None)
            take_back_application(application=application, reason="Fel person")
            with pytest.raises(Refused, match="tagits tillbaka"):
                note_result(application=application, **decided)

    def test_only_by_who_has_the_person(self, town, application):
        twin = make_colleague("social_worker", make_unit("social_service", town.municipality))
        with as_(twin), pytest.raises(Refused):
            take_back_application(application=application, reason="Fel person")
        application.refresh_from_db()
        assert application.taken_back_at is None


class TestWhoWalksWithThePerson:
    def test_chosen_under_the_units_with_the_number_of_cases(self, town, send, client):
        person = make_person(town.ulla)
        elsewhere = make_colleague("consultant", make_unit("labour_market", town.municipality), name="Elsa Annars")
        sign_in(client, town.ulla)
        page = text(client.get(reverse("cases:open_case", args=[person.pk])))
        assert f'<optgroup label="{town.labour.name}">' in page
        assert "Jonna Mallgren, 0 ärenden" in page
        contradiction = {"unit": town.labour.pk, "responsible": elsewhere.pk}
        answer = send(town.ulla, reverse("cases:open_case", args=[person.pk]), **contradiction)
        assert answer.status_code == 422
        assert "en annan enhet" in text(answer)
        assert not Case.objects.exists()
        send(town.ulla, reverse("cases:open_case", args=[person.pk]), unit=town.labour.pk, responsible=town.jonna.pk)
        assign = reverse("cases:assign", args=[Case.objects.get().pk])
        assert "Jonna Mallgren, 1 ärende" in text(client.get(assign))
        assert "en annan enhet" in text(send(town.ulla, assign, **contradiction))
        send(town.ulla, assign, unit=elsewhere.unit_id, responsible=elsewhere.pk)
        assert Case.objects.get().unit_id == elsewhere.unit_id


def test_an_application_twice_is_refused_and_half_of_nothing_is_kept(town, send):
    send(town.ulla, REST, **APPLICATION)
    answer = send(town.ulla, REST, **{**APPLICATION, "it_is": "on"})
    assert "finns redan" in text(answer)
    assert Application.objects.count() == Person.objects.count() == 1
