"""What somebody who has opened a file may do with it, who must agree first, and who is told."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.history.models import Event
from trappan.people import operations
from trappan.people.models import Consent, Grant, Opening, Person
from trappan.people.openings import heads_told
from trappan.people.testing import make_person, rectify, test_number
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
WHY = "Står i receptionen utan mat"


@pytest.fixture
def department():
    return make_unit("department")


@pytest.fixture
def ulla(department):
    return make_colleague("social_worker", make_unit("social_service", department.organisation, parent=department))


@pytest.fixture
def labour(department):
    return make_unit("labour_market", department.organisation, parent=department)


@pytest.fixture
def head(labour):
    return make_colleague("head_of_unit", labour, name="Karin Chefsson")


@pytest.fixture
def stranger(labour):
    return make_colleague("consultant", labour)


def also(membership, role, unit):
    """Make one more membership of the same colleague."""
    return Membership.objects.create(
        colleague=membership.colleague, unit=unit, role=role, starts_on="2020-01-01", confirmed_at="2020-01-01T00:00Z"
    )


def latest():
    """Return the number of what was last asked, which its own table lets a head read."""
    return Opening.objects.values_list("pk", flat=True).order_by("-pk").first()


class TestReadingIsNotWriting:
    @pytest.fixture
    def opened(self, ulla, stranger):
        number = test_number()
        person = make_person(ulla, number=number)
        with as_(stranger):
            operations.open_in_emergency(number=number, reason=WHY)
        return person

    def test_a_consent_is_not_written(self, opened, ulla, stranger):
        partner = make_organisation("Stadsmissionen", kind="partner", basis="cooperation")
        given = {"person": opened, "organisation": partner, "parts": ["goals"], "given_how": "paper"}
        with as_(stranger), pytest.raises(Refused, match="inte ändra det"):
            operations.give_consent(**given, starts_on="2026-11-01")
        with as_(ulla):
            operations.give_consent(**given, starts_on="2026-11-01")
        with as_(stranger):
            assert Consent.objects.exists(), "and read it is"
            assert Consent.objects.update(withdrawn_on="2026-11-12") == 0
        with pytest.raises(Refused, match="arbetar inte med"):
            rectify(opened, stranger, given_name="Annan")

    def test_what_is_done_past_the_tables_is_undone_by_the_event(self, opened, stranger):
        from trappan.history.record import record

        with as_(stranger), pytest.raises(Refused), transaction.atomic():
            record("people.give_consent", opened.pk, scope="plan")


class TestTwoPersons:
    @pytest.mark.parametrize("role", ["social_worker", "consultant", "head_of_unit"])
    def test_a_protected_person_is_opened_by_nobody_alone(self, ulla, head, department, role):
        number = test_number()
        samira = make_person(ulla, number=number, protection="marked")
        asker = make_colleague(role, make_unit("labour_market", department.organisation))
        with as_(asker):
            assert operations.open_in_emergency(number=number, reason=WHY) is None
            assert not Person.objects.exists()
            assert Opening.objects.values_list("asked_by_id", "wants").get() == (asker.pk, "emergency")
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Opening.objects.values("person_id").get()
        asked = Opening.objects.get().pk
        for other in (asker, also(asker, "head_of_unit", head.unit), make_colleague("consultant", head.unit)):
            with as_(other), pytest.raises(Refused, match="En annan enhetschef än den som frågade"):
                operations.agree_opening(opening_id=asked)
        with as_(head):
            assert operations.agree_opening(opening_id=asked) == "emergency"
            assert not Person.objects.exists(), "who agrees sees nothing"
        with as_(asker):
            assert Person.objects.get() == samira
            assert set(Grant.objects.values_list("basis", flat=True)) == {"emergency"}
        verbs = Event.objects.filter(kind="opening").order_by("pk").values_list("verb", flat=True)
        assert list(verbs) == ["people.ask_emergency", "people.open_by_emergency"]

    def test_it_waits_a_day_and_is_answered_once(self, ulla, stranger, head, today):
        number = test_number()
        make_person(ulla, number=number, protection="marked")
        with as_(stranger):
            operations.open_in_emergency(number=number, reason=WHY)
            with pytest.raises(Refused, match="redan frågat"):
                operations.open_in_emergency(number=number, reason=WHY)
        set_today(today + timedelta(days=2))
        with as_(head), pytest.raises(Refused, match="på nytt"):
            operations.agree_opening(opening_id=latest())
        with as_(stranger):
            operations.open_in_emergency(number=number, reason=WHY)
        with as_(head):
            operations.agree_opening(opening_id=latest())
            with pytest.raises(Refused, match="redan godkänt"):
                operations.agree_opening(opening_id=latest())

    def test_who_has_left_meanwhile_is_let_in_to_nothing(self, ulla, stranger, head, today):
        number = test_number()
        make_person(ulla, number=number, protection="marked")
        with as_(stranger):
            operations.open_in_emergency(number=number, reason=WHY)
        Membership.objects.filter(pk=stranger.pk).update(ends_on=today)
        with as_(head), pytest.raises(Refused, match="arbetar inte kvar"):
            operations.agree_opening(opening_id=latest())

    def test_where_nobody_could_agree_it_is_in_the_log_before_that_is_said(self, ulla, client):
        number = test_number()
        samira = make_person(ulla, number=number, protection="marked")
        lone = make_colleague("head_of_unit", ulla.unit)
        make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby kommun")))
        sign_in(client, lone)
        sent = {"acting_as": lone.pk, "number": number, "reason": WHY}
        answer = client.post("/emergency/", sent, follow=True)
        assert "finns ingen annan chef" in text(answer)
        assert Opening.objects.filter(asked_by=lone, person=samira, wants="emergency").count() == 1
        assert Event.objects.filter(verb="people.ask_emergency", kind="opening", actor=lone, person=samira).exists()
        assert "redan frågat" in text(client.post("/emergency/", sent))
        with as_(lone):
            assert not Person.objects.exists()

    def test_to_lift_where_nobody_could_agree_is_refused(self, ulla):
        samira = make_person(ulla, protection="marked")
        with as_(ulla), pytest.raises(Refused, match="finns ingen annan chef"), transaction.atomic():
            operations.protect(person=samira, protection="none", reason="Skatteverket har hävt den")

    @pytest.mark.parametrize(
        ("before", "after"), [("marked", "none"), ("registration", "none"), ("registration", "marked")]
    )
    def test_protection_is_not_lifted_by_one(self, ulla, head, before, after):
        samira = make_person(ulla, protection=before)
        with as_(ulla):
            with pytest.raises(Refused, match="minst tio tecken"):
                operations.protect(person=samira, protection=after)
            assert operations.protect(person=samira, protection=after, reason="Skatteverket har hävt den")
            assert Person.objects.get().protection == before
        asked = Opening.objects.get().pk
        mine = also(ulla, "head_of_unit", head.unit)
        with as_(mine), pytest.raises(Refused, match="En annan enhetschef än den som frågade"):
            operations.agree_opening(opening_id=asked)
        with as_(head):
            assert operations.agree_opening(opening_id=asked) == "lift"
        assert Person.objects.get().protection == after
        assert Event.objects.filter(verb="people.lift_protection", actor=head, person=samira).count() == 1
        with as_(ulla):
            assert operations.protect(person=samira, protection="registration") is False, "to set it takes nobody else"

    def test_a_lift_that_waits_falls_when_the_protection_is_raised(self, ulla, head):
        samira = make_person(ulla)
        with as_(ulla):
            operations.protect(person=samira, protection="marked")
            assert operations.protect(person=samira, protection="none", reason="Skatteverket har hävt det")
        asked = Opening.objects.get(wants="lift").pk
        with as_(ulla):
            operations.protect(person=samira, protection="registration")
        with as_(head), pytest.raises(Refused):
            operations.agree_opening(opening_id=asked)
        assert Person.objects.get(pk=samira.pk).protection == "registration"

    def test_who_does_not_work_with_the_person_does_not_ask(self, ulla, head):
        samira = make_person(ulla, protection="marked")
        with as_(make_colleague("social_worker", ulla.unit)), pytest.raises(Refused):
            operations.protect(person=samira, protection="none", reason="Skatteverket har hävt den")
        assert not Opening.objects.exists()


class TestWhoIsTold:
    def test_the_head_of_the_unit_else_the_next_above_else_nobody(self, ulla, stranger, head, department):
        with as_(stranger) as actor:
            assert heads_told(actor) == ["Karin Chefsson"]
        with as_(ulla) as actor:
            assert heads_told(actor) == []
        make_colleague("head_of_unit", department, name="Doris Överst")
        with as_(ulla) as actor:
            assert heads_told(actor) == ["Doris Överst"]
        with as_(head) as actor:
            assert heads_told(actor) == ["Doris Överst"], "never the one who opens"
        Membership.objects.filter(pk=head.pk).update(ends_on="2026-11-12")
        with as_(stranger) as actor:
            assert heads_told(actor) == ["Doris Överst"]

    def test_the_page_says_who_and_says_when_nobody_is(self, ulla, stranger, head, client):
        number = test_number()
        make_person(ulla, number=number)
        lone = make_colleague("consultant", make_unit("labour_market", ulla.unit.organisation))
        for who, said in ((stranger, "Karin Chefsson"), (lone, "finns ingen enhetschef")):
            sign_in(client, who)
            assert said in text(client.get("/emergency/"))
            sent = {"acting_as": who.pk, "number": number, "reason": WHY}
            assert said in text(client.post("/emergency/", sent, follow=True))
        opened = Event.objects.filter(verb="people.open_by_emergency").order_by("pk")
        assert [one.details["told_unit"] for one in opened] == [head.unit_id, None]

    def test_the_next_one_up_reads_of_it_also_two_steps_above(self, ulla, department):
        below = make_unit("labour_market", department.organisation, parent=ulla.unit)
        doris = make_colleague("head_of_unit", department)
        number = test_number()
        make_person(ulla, number=number)
        with as_(make_colleague("consultant", below)):
            operations.open_in_emergency(number=number, reason=WHY)
        with as_(doris), connection.cursor() as cursor:
            cursor.execute("SELECT reason FROM cases_openings()")
            assert cursor.fetchall() == [(WHY,)]


def test_who_asked_sees_that_it_waits_and_then_the_file(ulla, stranger, head, client):
    number = test_number()
    samira = make_person(ulla, number=number, protection="marked")
    sign_in(client, stranger)
    sent = {"acting_as": stranger.pk, "number": number, "reason": WHY}
    client.post("/emergency/", sent)
    page = text(client.get("/emergency/"))
    assert "väntar på en enhetschef" in page
    assert samira.name not in page
    with as_(head):
        operations.agree_opening(opening_id=latest())
    page = text(client.get("/emergency/"))
    assert f'href="/people/{samira.pk}/"' in page
    assert "väntar på en enhetschef" not in page
    sign_in(client, make_colleague("consultant", stranger.unit))
    assert samira.name not in text(client.get("/emergency/"))


class TestCeiling:
    def test_so_many_a_day_through_whatever_membership(self, ulla, stranger, head, today):
        for rules in RuleSet.objects.all():
            RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "openings_a_day": 2})
        numbers = [test_number() for _one in range(4)]
        for number in numbers[:3]:
            make_person(ulla, number=number)
        make_person(ulla, number=numbers[3], protection="marked")
        with as_(stranger):
            operations.open_in_emergency(number=numbers[0], reason=WHY)
            operations.open_in_emergency(number=numbers[3], reason=WHY)
        for membership in (stranger, also(stranger, "consultant", make_unit("labour_market", ulla.unit.organisation))):
            with as_(membership), pytest.raises(Refused, match="så många akter"):
                operations.open_in_emergency(number=numbers[1], reason=WHY)
        with as_(make_colleague("consultant", stranger.unit)):
            operations.open_in_emergency(number=numbers[1], reason=WHY)
        set_today(today + timedelta(days=1))
        with as_(stranger):
            operations.open_in_emergency(number=numbers[1], reason=WHY)
