"""An agreement waits until all three have signed what stands; an edit withdraws what was signed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.agreements import operations
from trappan.agreements.models import Agreement, Signature, Version
from trappan.agreements.testing import change, latest, make_agreement, make_workplace, order, sign_all, sign_both
from trappan.attendance.operations import record_attendance
from trappan.cases.testing import social_worker_of
from trappan.employers import operations as employers
from trappan.employers.merging import Moves
from trappan.employers.testing import make_employer, make_officer
from trappan.messages.models import Message
from trappan.people.operations import keep_contact
from trappan.placements.models import Session, Suspension
from trappan.refusals import Overtaken, Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
ENDS = TODAY + timedelta(days=90)


def states(placement):
    return list(
        Session.objects.filter(placement=placement, day__gte=TODAY).order_by("day").values_list("state", flat=True)
    )


def test_it_is_written_from_the_placement_s_own_page(client, jonna, placement, at):
    sign_in(client, jonna)
    page = f"/placements/{placement.pk}/"
    assert f'href="{page}agreement/"' in text(client.get(page))
    assert client.get(f"{page}agreement/").status_code == 200
    typed = {
        "acting_as": jonna.pk,
        "workplace": at[0].pk,
        "contact": at[1].pk,
        "form": "work_trial",
        "ends_on": str(ENDS - timedelta(days=1)),
        "tasks": "Disk och sallad",
        "supervisor": "Vera Diktare",
    }
    answer = client.post(f"{page}agreement/", typed, follow=True)
    assert "Avtalet är skrivet" in text(answer)
    assert Version.objects.get().ends_on == ENDS


class TestUntilAllHaveSigned:
    def test_the_placement_waits_and_is_marked_by_nobody(self, jonna, placement, agreement):
        placement.refresh_from_db()
        assert placement.waits_from == TODAY
        assert set(states(placement)) == {"unsigned"}
        tor = Membership.objects.get(unit_id=placement.unit_id, role="supervisor")
        with as_(tor) as actor, pytest.raises(Refused, match="väntar på underskrift"):
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(tor), pytest.raises(DatabaseError, match="not signed"), transaction.atomic():
            mark_in_sql(placement)
        sign_all(jonna, agreement)
        placement.refresh_from_db()
        assert placement.waits_from is None
        assert states(placement)[:3] == ["held", "held", "held"]
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")

    def test_no_page_s_role_writes_that_it_waits_no_more(self, jonna, placement, agreement):
        for value in ("NULL", "current_date"):
            with as_(jonna), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE placements_placement SET waits_from = {value} WHERE id = %s", [placement.pk])

    def test_the_day_s_list_says_so(self, client, placement, agreement):
        tor = Membership.objects.get(unit_id=placement.unit_id, role="supervisor")
        assert "Väntar på underskrifter" in text(sign_in(client, tor).get("/day/"))

    def test_the_days_that_passed_unsigned_are_a_pause_and_nobody_was_away(self, jonna, placement, agreement):
        set_today(TODAY + timedelta(days=15))
        sign_all(jonna, agreement)
        pause = Suspension.objects.get()
        assert (pause.starts_on, pause.ends_on) == (TODAY, TODAY + timedelta(days=15))
        assert states(placement)[:3] == ["suspended", "suspended", "suspended"]
        assert states(placement)[3:6] == ["held", "held", "held"]

    def test_the_municipality_signs_last_also_in_sql(self, jonna, agreement):
        version = latest(agreement)
        with as_(jonna) as actor, pytest.raises(Refused, match="sist"):
            operations.sign_for_municipality(version=version, seen=version.digest, by=actor)
        made = "INSERT INTO agreements_signature (version_id, person_id, party, how, name, title, ground, hint, digest)"
        with as_(jonna), pytest.raises(DatabaseError, match="last"), transaction.atomic():
            values = [version.pk, version.person_id]
            database.execute(f"{made} VALUES (%s, %s, 'municipality', 'own', 'X', '', '', '', '')", values)

    def test_nobody_signs_by_a_link_but_its_holder(self, jonna, agreement):
        version = latest(agreement)
        made = "INSERT INTO agreements_signature (version_id, person_id, party, how, name, title, ground, hint, digest)"
        with as_(jonna), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            values = [version.pk, version.person_id]
            database.execute(f"{made} VALUES (%s, %s, 'employer', 'link', 'X', '', '', '', '')", values)

    def test_somebody_signs_for_another_only_on_a_ground(self, jonna, agreement):
        version = latest(agreement)
        about = {"version": version, "seen": version.digest, "party": "employer", "name": "Vera"}
        with as_(jonna), pytest.raises(Refused) as no:
            operations.sign_on_behalf(**about, ground=" ")
        assert no.value.field == "ground"
        with as_(jonna):
            operations.sign_on_behalf(**about, ground="Sa ja på telefon 12 november")
            with pytest.raises(Refused, match="redan"):
                operations.sign_on_behalf(**about, ground="En gång till")
        assert Signature.objects.count() == 1

    def test_a_colleague_with_the_same_rights_on_somebody_else_reads_and_signs_nothing(self, jonna, agreement):
        version = latest(agreement)
        with as_(make_colleague("consultant")) as actor:
            assert not Agreement.objects.exists()
            assert not Version.objects.exists()
            with pytest.raises(Refused):
                operations.sign_in_room(version=version, seen=version.digest)
            with pytest.raises(Refused):
                change_as(actor, agreement)

    def test_who_holds_the_plan_and_keeps_no_agreements_signs_and_writes_nothing(self, case, jonna, agreement):
        link, version = order(jonna, agreement), latest(agreement)
        with as_(social_worker_of(case)) as actor:
            assert Agreement.objects.exists()
            for write in (
                lambda: operations.sign_in_room(version=version, seen=version.digest),
                lambda: make_version_in_sql(agreement),
                lambda: make_agreement_in_sql(agreement),
                lambda: make_link_in_sql(agreement),
            ):
                with (
                    pytest.raises((Refused, DatabaseError), match=r"row-level security|ändra det|another"),
                    transaction.atomic(),
                ):
                    write()
            for table, column in (("agreement", "paid_until"), ("statement", "seen_at")):
                assert database.execute(f"UPDATE agreements_{table} SET {column} = NULL") == 0
            assert not database.value("agreements_read_code", link.pk, "x")
            with pytest.raises(Refused):
                change_as(actor, agreement)
        assert not Signature.objects.exists()

    def test_over_the_border_nothing_is_written_and_nothing_told(self, jonna, placement, agreement):
        """Another municipality's workplace is refused alike with its own contact, another's and one of ours."""
        street, vera = make_workplace(make_officer("Grannkommunen"))
        _other, olle = make_workplace(make_officer("Tredjekommunen"))
        told = set()
        for contact in (vera, olle, agreement.contact):
            with as_(jonna), pytest.raises(DatabaseError) as no, transaction.atomic():
                changed = "UPDATE agreements_agreement SET workplace_id = %s, contact_id = %s WHERE id = %s"
                database.execute(changed, [street.pk, contact.pk, agreement.pk])
            told.add(str(no.value).splitlines()[0])
            with as_(jonna), pytest.raises(DatabaseError) as no, transaction.atomic():
                make_agreement_in_sql(agreement, workplace_id=street.pk, contact_id=contact.pk)
            told.add(str(no.value).splitlines()[0])
        assert told == {"another"}


def make_agreement_in_sql(agreement, **other):
    about = {"person_id": agreement.person_id, "placement_id": agreement.placement_id, "phone": "", "email": ""}
    about |= {"workplace_id": agreement.workplace_id, "contact_id": agreement.contact_id}
    insert_in_sql("agreements_agreement", {**about, "keeper_id": agreement.keeper_id, **other})


def make_version_in_sql(agreement):
    about = {"agreement_id": agreement.pk, "person_id": agreement.person_id, "number": 2, "why": "", "digest": ""}
    about |= {"employer_id": latest(agreement).employer_id, "form": "work_trial", "support_form": ""}
    about |= {"content": "{}", "terms": "{}", "changes": "[]"}
    insert_in_sql("agreements_version", {**about, "starts_on": TODAY, "ends_on": ENDS})


def make_link_in_sql(agreement):
    about = {"person_id": agreement.person_id, "placement_id": agreement.placement_id, "purpose": "sign"}
    about |= {"version_id": latest(agreement).pk, "to_whom": "V", "organisation": "K", "site": "", "channel": "email"}
    about |= {"address": "v@k.example", "code_by": "aloud", "phone": "", "content": "{}", "digest": ""}
    insert_in_sql("agreements_link", about)


def insert_in_sql(table, about):
    values = ", ".join(["%s"] * len(about))
    database.execute(f"INSERT INTO {table} ({', '.join(about)}) VALUES ({values})", list(about.values()))


def mark_in_sql(placement):
    made = "INSERT INTO attendance_attendance (placement_id, person_id, unit_id, day, mark, minutes, why, keyed_in)"
    values = [placement.pk, placement.person_id, placement.unit_id, TODAY]
    database.execute(f"{made} VALUES (%s, %s, %s, %s, 'present', 60, '', false)", values)


def change_as(actor, agreement):
    return operations.correct_contact(agreement=agreement, contact=agreement.contact, phone="", email="")


class TestAnEdit:
    def test_withdraws_what_was_signed_tells_those_concerned_and_says_what_differs(self, jonna, placement, agreement):
        with as_(jonna):
            keep_contact(person=agreement.person, email="kim@post.example")
        sign_all(jonna, agreement)
        told = change(jonna, agreement, tasks="Disk, sallad och städning av entrén")
        first, second = Version.objects.order_by("number")
        assert first.withdrawn_at is not None
        assert second.changes == [
            {"label": "Uppgifter", "before": "Disk och sallad", "after": "Disk, sallad och städning av entrén"}
        ]
        assert not second.signatures.exists()
        assert len(told) == 2
        addresses = set(Message.objects.values_list("address", flat=True))
        assert addresses == {"kim@post.example", "vera@koket.example"}
        for one in Message.objects.filter(address="vera@koket.example"):
            assert agreement.person.family_name not in one.subject + one.text
        placement.refresh_from_db()
        assert placement.waits_from == TODAY
        sign_all(jonna, agreement)
        placement.refresh_from_db()
        assert placement.waits_from is None

    def test_a_corrected_number_touches_no_signature(self, jonna, placement, agreement):
        sign_all(jonna, agreement)
        from trappan.agreements.forms import ReachForm

        edition = ReachForm.begun(agreement)["edition"]
        with as_(jonna):
            operations.correct_contact(
                agreement=agreement, contact=agreement.contact, phone="070-174 06 22", email="", edition=edition
            )
        placement.refresh_from_db()
        assert placement.waits_from is None
        assert Version.objects.get().withdrawn_at is None

    def test_whoever_read_the_version_before_signs_nothing(self, jonna, agreement):
        before = latest(agreement)
        change(jonna, agreement, tasks="Städning")
        with as_(jonna), pytest.raises(Refused, match="ändrats"):
            operations.sign_in_room(version=latest(agreement), seen=before.digest)
        with as_(jonna), pytest.raises(Refused, match="ändrats"):
            operations.sign_in_room(version=before, seen=before.digest)

    def test_of_two_at_once_the_second_is_told(self, jonna, agreement):
        change(jonna, agreement, tasks="Städning")
        with pytest.raises(Overtaken):
            change(jonna, agreement, tasks="Disk", edition=1)
        with pytest.raises(Refused, match="Inget är ändrat"):
            change(jonna, agreement)

    def test_a_version_is_changed_by_nobody(self, jonna, agreement):
        for column in ("content = '{}'", "ends_on = current_date", "withdrawn_at = now()", "digest = ''"):
            with as_(jonna), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE agreements_version SET {column}")


class TestItsDays:
    def test_longer_than_its_form_allows_is_refused_here_and_in_the_database(self, jonna, placement, at):
        with pytest.raises(Refused, match="längre") as no:
            make_agreement(jonna, placement, at, ends_on=TODAY + timedelta(days=184))
        assert no.value.field == "ends_on"
        found = make_agreement(jonna, placement, at, ends_on=TODAY + timedelta(days=183))
        made = (
            "INSERT INTO agreements_version (agreement_id, person_id, employer_id, number, form, starts_on, ends_on, "
            "content, terms, changes, why, digest) SELECT agreement_id, person_id, employer_id, 9, form, starts_on, "
            "ends_on + 1, content, terms, changes, '', '' FROM agreements_version WHERE agreement_id = %s"
        )
        with as_(jonna), pytest.raises(DatabaseError, match="long"), transaction.atomic():
            database.execute(made, [found.pk])

    def test_extended_it_holds_as_signed_until_the_new_days_are_signed(self, jonna, placement, agreement):
        sign_all(jonna, agreement)
        change(jonna, agreement, ends_on=ENDS + timedelta(days=30))
        placement.refresh_from_db()
        assert (placement.waits_from, placement.ends_on) == (None, ENDS)
        sign_all(jonna, agreement)
        placement.refresh_from_db()
        assert placement.ends_on == ENDS + timedelta(days=30)
        assert Version.objects.filter(withdrawn_at=None).get().number == 2

    def test_shortened_not_before_what_is_paid(self, jonna, placement, agreement):
        sign_all(jonna, agreement)
        with as_(jonna):
            operations.note_paid(agreement=agreement, paid_until=TODAY + timedelta(days=30))
        with pytest.raises(Refused, match="betalt") as no:
            change(jonna, agreement, ends_on=TODAY + timedelta(days=29))
        assert no.value.field == "ends_on"
        change(jonna, agreement, ends_on=TODAY + timedelta(days=30))
        sign_all(jonna, agreement)
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=30)
        with as_(jonna), pytest.raises(Refused, match="Inget betalas"):
            operations.note_paid(
                agreement=agreement, paid_until=TODAY + timedelta(days=31), edition=edition_of_paid(agreement)
            )


def edition_of_paid(agreement):
    from trappan.agreements.forms import PaidForm

    return PaidForm.begun(Agreement.objects.get(pk=agreement.pk))["edition"]


class TestAnEmployerThatGoesUpInAnother:
    def test_while_an_agreement_waits_is_written_anew_with_the_one_that_goes_on(self, jonna, at, agreement):
        linnea = Membership.objects.get(role="employer_officer")
        into = make_employer(linnea, name="Stora Köket")
        sign_both(jonna, agreement)
        merge(linnea, at[0].employer, into)
        version = latest(agreement)
        with as_(jonna) as actor, pytest.raises(Refused, match="gått upp"):
            operations.sign_for_municipality(version=version, seen=version.digest, by=actor)
        change(jonna, agreement)
        assert latest(agreement).changes[0]["after"] == "Stora Köket"
        sign_all(jonna, agreement)

    def test_what_all_have_signed_stands(self, jonna, at, placement, agreement):
        sign_all(jonna, agreement)
        linnea = Membership.objects.get(role="employer_officer")
        merge(linnea, at[0].employer, make_employer(linnea))
        placement.refresh_from_db()
        assert placement.waits_from is None

    def test_a_contact_of_another_employer_signs_for_nobody(self, jonna, placement, at):
        linnea = Membership.objects.get(role="employer_officer")
        _street, other = make_workplace(linnea)
        with pytest.raises(Refused, match="annan arbetsgivares") as no:
            make_agreement(jonna, placement, (at[0], other))
        assert no.value.field == "contact"


def merge(officer, old, into):
    with as_(officer) as actor:
        edition = Moves.of(old).edition
        employers.merge_employer(employer=old, into=into, today=actor.today, edition=edition)


@pytest.mark.django_db(transaction=True)
def test_signed_and_written_anew_at_the_same_moment_what_is_signed_is_what_stands(jonna, agreement):
    version = latest(agreement)
    at_the_same_moment(
        by(jonna, lambda _actor: operations.sign_in_room(version=version, seen=version.digest)),
        by(jonna, lambda actor: anew(actor, agreement)),
    )
    standing = latest(agreement)
    assert standing.number == 2
    assert not standing.signatures.exists()
    assert Version.objects.get(number=1).withdrawn_at is not None


def anew(actor, agreement):
    before = latest(agreement)
    found = Agreement.objects.select_related("workplace", "contact").get(pk=agreement.pk)
    fields = {"form": before.form, "ends_on": before.ends_on, **before.terms, "tasks": "Bara disk"}
    return operations.change_agreement(
        agreement=found, by=actor, edition=1, workplace=found.workplace, contact=found.contact, why="Ja", **fields
    )
