"""What is refused of a hand-over: to whom, twice, by a reader, and more than one had."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.hand_over.testing import offer
from trappan.cases import operations as cases
from trappan.cases.models import Case, HandOver, Note
from trappan.people.models import Grant
from trappan.plans.models import Mapping
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


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
        Grant.objects.create(person=person, membership=other, scope="plan", basis="assignment")
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

    def test_the_unit_is_the_chosen_one_and_never_follows_silently(self, town):
        with as_(town.ulla):
            with pytest.raises(Refused, match="en annan enhet"):
                cases.assign(case=town.case, to=town.elsewhere)
            cases.assign(case=town.case, to=town.elsewhere, unit=town.elsewhere.unit)
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
