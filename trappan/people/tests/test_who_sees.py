"""Who sees whom: the database itself refuses, whatever Python forgets."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.history.models import Event, Version
from trappan.people import operations
from trappan.people.models import Contact, Grant, Number, Person
from trappan.people.testing import make_person, test_number
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.secrecy.acting import NotActing, acting_as
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def unit():
    return make_unit("social_service")


@pytest.fixture
def ulla(unit):
    return make_colleague("social_worker", unit)


@pytest.fixture
def stranger():
    """The same role and rights, in another unit, with a person of her own."""
    other = make_colleague("social_worker", make_unit("social_service"))
    make_person(other, "Någon", "Annan")
    return other


@pytest.mark.requirement("R-238")
def test_a_colleague_in_another_unit_finds_nothing(ulla, stranger):
    samira = make_person(ulla)
    with as_(stranger):
        assert not Person.objects.filter(pk=samira.pk).exists()
        assert not Number.objects.filter(person_id=samira.pk).exists()
        assert not Grant.objects.filter(person_id=samira.pk).exists()
        assert not Event.objects.filter(person_id=samira.pk).exists()
    with as_(ulla):
        assert Person.objects.get(pk=samira.pk).name == "Samira Påhitt"
        assert Event.objects.filter(person_id=samira.pk, verb="people.register").exists()


def test_outside_acting_web_may_not_read(ulla):
    make_person(ulla)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE trappan_web")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT * FROM people_person")
        cursor.execute("RESET ROLE")


def test_a_colleague_in_the_same_unit_sees_what_the_unit_was_given(ulla, unit):
    samira = make_person(ulla)
    with as_(make_colleague("social_worker", unit)):
        assert Person.objects.filter(pk=samira.pk).exists()


@pytest.mark.parametrize("role", ["head_of_unit", "administrator", "auditor"])
def test_a_units_grant_does_not_open_to_its_manager(ulla, unit, role):
    samira = make_person(ulla)
    with as_(make_colleague(role, unit)):
        assert Person.objects.count() == 0
        assert Grant.objects.count() == 0
        assert not Event.objects.filter(person_id=samira.pk, kind="write").exists()


def test_a_supervisor_in_the_same_unit_sees_the_name_but_not_the_file(ulla, unit):
    make_person(ulla)
    with as_(make_colleague("supervisor", unit)):
        assert Person.objects.count() == 1
        assert Number.objects.count() == 0


def test_a_forged_actor_enters_nowhere(ulla, stranger):
    with pytest.raises(NotActing), acting_as(stranger.colleague_id, ulla.pk):
        pass


def test_a_forged_unit_opens_nothing(ulla, stranger, unit):
    make_person(ulla)
    with as_(stranger), connection.cursor() as cursor:
        before = Person.objects.count()
        cursor.execute("SELECT set_config('trappan.unit', %s, true)", [str(unit.pk)])
        assert Person.objects.filter(grants__unit=unit).count() == 0
        assert Person.objects.count() < before, "even the own unit's closes"
        cursor.execute("SELECT set_config('trappan.actor', %s, true)", [str(ulla.pk)])
        assert Person.objects.count() == 0


@pytest.mark.parametrize("change", [{"confirmed_at": None}, {"ends_on": "2026-11-12"}, {"starts_on": "2026-11-13"}])
def test_a_membership_that_does_not_hold_today_opens_nothing(ulla, change):
    make_person(ulla)
    Membership.objects.filter(pk=ulla.pk).update(**change)
    with pytest.raises(NotActing), as_(ulla):
        pass


class TestLettingIn:
    """The database's function asks what the operation asks: role, who works with the person, and to whom."""

    @pytest.fixture
    def consultant(self, unit):
        return make_colleague("consultant", make_unit("labour_market", unit.organisation))

    @pytest.fixture
    def samira(self, ulla, consultant):
        made = make_person(ulla)
        Grant.objects.create(person=made, membership=consultant, scope="plan", basis="assignment")
        return made

    @pytest.fixture
    def guidance(self, unit):
        return make_unit("guidance", unit.organisation)

    def test_a_consultant_lets_guidance_in(self, samira, consultant, guidance):
        with as_(consultant):
            operations.let_in_by_referral(person_id=samira.pk, unit_id=guidance.pk)
        with as_(make_colleague("counsellor", guidance)):
            assert Person.objects.get() == samira

    def test_who_does_not_work_with_the_person_or_is_no_consultant_lets_nobody_in(
        self, samira, ulla, guidance, consultant
    ):
        for other in (ulla, make_colleague("consultant", consultant.unit)):
            with as_(other), pytest.raises(Refused, match="släppa in"):
                operations.let_in_by_referral(person_id=samira.pk, unit_id=guidance.pk)

    def test_neither_a_workplace_nor_a_partner_nor_another_role_is_let_in(self, samira, consultant, guidance):
        partner = make_organisation("Stadsmissionen", kind="partner", basis="cooperation")
        supervisor = make_colleague("supervisor", make_unit("site", partner))
        for unit in (supervisor.unit, make_unit("guidance", partner), make_unit("site", consultant.unit.organisation)):
            with as_(consultant), pytest.raises(Refused, match="kan inte ha ärendet"):
                operations.let_in_by_referral(person_id=samira.pk, unit_id=unit.pk)
        for member in (supervisor, make_colleague("supervisor", guidance)):
            with as_(consultant), pytest.raises(Refused, match="kan inte ha ärendet"):
                operations.let_in_by_referral(person_id=samira.pk, membership_id=member.pk)

    def test_nobody_lets_in_an_own_membership(self, samira, consultant, guidance):
        also = Membership.objects.create(
            colleague=consultant.colleague,
            unit=guidance,
            role="counsellor",
            starts_on="2020-01-01",
            confirmed_at="2020-01-01T00:00Z",
        )
        with as_(consultant), pytest.raises(Refused, match="dig själv"):
            operations.let_in_by_referral(person_id=samira.pk, membership_id=also.pk)

    def test_a_protected_person_opens_to_no_unit(self, samira, consultant, guidance):
        Person.objects.filter(pk=samira.pk).update(protection="registration")
        with as_(consultant), pytest.raises(Refused, match="namngiven"):
            operations.let_in_by_referral(person_id=samira.pk, unit_id=guidance.pk)


def test_grants_cannot_be_written_past_the_door(ulla, stranger):
    samira = make_person(ulla)
    for sql in (
        "INSERT INTO people_grant (person_id, unit_id, scope, basis, reason, sort) "
        f"VALUES ({samira.pk}, {stranger.unit_id}, 'plan', 'assignment', '', '')",
        "UPDATE people_grant SET ends_at = NULL",
        "DELETE FROM people_grant",
        "DELETE FROM history_event",
        "UPDATE history_event SET verb = 'x'",
        "INSERT INTO history_version (of_table, row_id, scope, was) VALUES ('x', 1, 'plan', '{}')",
        "INSERT INTO history_event (kind, verb, scope, details, at) VALUES ('write', 'x', '', '{}', '2001-01-01')",
        "INSERT INTO history_event (kind, verb, scope, details, actor_id) "
        f"VALUES ('write', 'x', '', '{{}}', {ulla.pk})",
        "UPDATE schedules_clock SET day = '2001-01-01'",
        f"SELECT people_open({samira.pk}, {stranger.pk}, 'emergency', 'because I like to')",
    ):
        with as_(stranger), connection.cursor() as cursor:
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute(sql)


def test_the_first_insert_with_returning_is_refused_before_a_grant(ulla):
    with as_(ulla), pytest.raises(DatabaseError), transaction.atomic():
        Person.objects.create(given_name="Utan", family_name="Grant")


def test_a_unique_error_does_not_tell_of_a_hidden_person(ulla, stranger):
    number = test_number()
    make_person(ulla, number=number)
    with as_(stranger):
        with pytest.raises(Refused, match="redan"):
            operations.register(number=number, given_name="Samira", family_name="Igen")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            own = Person.objects.get()
            Number.objects.create(person=own, number=number)


def test_a_number_answers_whom_to_ask(ulla, stranger, unit):
    opener = make_colleague("consultant")
    number = test_number()
    samira = make_person(ulla, number=number)
    with as_(ulla):
        assert operations.find_number(number=number).person_id == samira.pk
    with as_(stranger):
        answer = operations.find_number(number=number)
        assert (answer.answer, answer.person_id, answer.unit_name) == ("ask_unit", None, unit.name)
        assert operations.find_number(number=test_number()).answer == "new"
    with as_(ulla):
        operations.protect(person=samira, protection="marked")
    with as_(stranger):
        assert operations.find_number(number=number) == answer, "protected: in the same words"
    make_colleague("head_of_unit", opener.unit)
    with as_(opener):
        operations.open_in_emergency(number=number, reason="Står i receptionen utan mat")
    with as_(stranger):
        assert operations.find_number(number=number) == answer, "who only looked in is not whom to ask"


def test_searching_for_many_numbers_is_slowed_down(stranger):
    with as_(stranger):
        for _turn in range(30):
            operations.find_number(number=test_number())
        with pytest.raises(Refused, match="tio minuter"):
            operations.find_number(number=test_number())


class TestProtectedIdentity:
    def test_a_unit_never_opens_a_protected_person(self, ulla, unit):
        samira = make_person(ulla)
        colleague = make_colleague("social_worker", unit)
        with as_(ulla):
            operations.keep_contact(person=samira, phone="070-1740605")
            operations.protect(person=samira, protection="marked")
            assert Person.objects.filter(pk=samira.pk).exists(), "she who protects keeps her way in"
            assert Contact.objects.filter(person=samira).exists()
        with as_(colleague):
            assert not Person.objects.filter(pk=samira.pk).exists()
            assert not Contact.objects.filter(person=samira.pk).exists()

    def test_even_a_unit_grant_that_slipped_in_opens_neither_person_nor_child_rows(self, ulla, unit):
        samira = make_person(ulla)
        with as_(ulla):
            operations.keep_contact(person=samira, phone="070-1740605")
        with connection.cursor() as cursor:
            # The owner switches the first lock off: the second must hold by itself.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE people_person DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE people_grant DISABLE TRIGGER USER")
            Person.objects.filter(pk=samira.pk).update(protection="marked")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE people_person ENABLE TRIGGER USER")
            cursor.execute("ALTER TABLE people_grant ENABLE TRIGGER USER")
        assert Grant.objects.filter(person=samira, unit=unit, ends_at=None).exists()
        with as_(ulla):
            assert not Person.objects.filter(pk=samira.pk).exists()
            assert not Contact.objects.filter(person_id=samira.pk).exists()
            assert not Event.objects.filter(person_id=samira.pk).exists()

    def test_address_and_phone_leave_with_their_history(self, ulla):
        samira = make_person(ulla)
        with as_(ulla):
            operations.keep_contact(person=samira, phone="070-1740605", address="Gatan 1")
            operations.keep_contact(person=samira, phone="070-1740606", edition=edition_of({"phone": "070-1740605"}))
            assert Version.objects.filter(of_table="people_contact").exists()
            operations.protect(person=samira, protection="registration")
            with pytest.raises(Refused, match="aldrig"):
                operations.keep_contact(person=samira, phone="070-1740605")
        assert not Contact.objects.filter(person=samira).exists()
        assert not Version.objects.filter(of_table="people_contact").exists()


class TestHistory:
    def test_versions_are_read_by_those_who_read_the_row(self, ulla, stranger, unit):
        samira = make_person(ulla)
        with as_(ulla):
            operations.keep_contact(person=samira, phone="1")
            operations.keep_contact(person=samira, phone="2", edition=edition_of({"phone": "1"}))
            assert Version.objects.get().was["phone"] == "1"
            assert Version.objects.get().actor_id == ulla.pk
        with as_(stranger):
            assert Version.objects.count() == 0
        with as_(make_colleague("supervisor", unit)):
            assert Version.objects.count() == 0, "plan scope is not a supervisor's"

    def test_an_event_about_somebody_unseen_cannot_be_made(self, ulla, stranger):
        samira = make_person(ulla)
        from trappan.history.record import record

        with as_(stranger), pytest.raises(Refused), transaction.atomic():
            record("people.open_file", samira.pk)

    def test_the_auditor_sees_reading_and_no_names(self, ulla):
        samira = make_person(ulla)
        from trappan.history.record import record

        with as_(ulla):
            record("desk.person", samira.pk, scope="identity", kind="read")
        with as_(make_colleague("auditor")):
            assert [event.verb for event in Event.objects.filter(person_id=samira.pk)] == ["desk.person"]
            assert Person.objects.count() == 0


class TestOpenings:
    def test_an_emergency_opens_for_a_day_and_leaves_a_trace(self, ulla, stranger):
        number = test_number()
        samira = make_person(ulla, number=number)
        with as_(stranger):
            with pytest.raises(Refused, match="tio tecken"):
                operations.open_in_emergency(number=number, reason="nyfiken")
            operations.open_in_emergency(number=number, reason="Står i receptionen utan mat")
            assert Person.objects.filter(pk=samira.pk).exists()
            grant = Grant.objects.filter(basis="emergency").first()
            assert grant.ends_at - grant.starts_at == timedelta(hours=24)
        with as_(make_colleague("head_of_unit", stranger.unit)):
            assert Event.objects.filter(kind="opening").count() == 1

    def test_a_supervisor_cannot_open_in_an_emergency(self, ulla):
        number = test_number()
        make_person(ulla, number=number)
        with as_(make_colleague("supervisor", make_unit("site"))), pytest.raises(Refused):
            operations.open_in_emergency(number=number, reason="Står i receptionen utan mat")


def test_streaming_past_the_transaction_is_refused(ulla):
    make_person(ulla)
    with as_(ulla):
        rows = Person.objects.all().iterator()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE trappan_web")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(rows)
        cursor.execute("RESET ROLE")


def test_rows_that_the_owner_made_obey_the_same(stranger):
    ghost = Person.objects.create(given_name="Ägarens", family_name="Rad")
    with as_(stranger):
        assert not Person.objects.filter(pk=ghost.pk).exists()
