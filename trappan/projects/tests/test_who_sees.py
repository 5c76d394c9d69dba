"""Two municipalities of one project in SQL: what a coordinator sees, writes and can learn of the other's people."""

import hmac
from datetime import date
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.people.models import Grant
from trappan.people.testing import make_person
from trappan.projects import operations
from trappan.projects.models import Key, Mark, Participation, Project
from trappan.projects.secrecy import TABLES
from trappan.projects.testing import end, join, known_to, make_leader, make_project, own_of, say_what_goes_on, take_part
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def town(today):
    """A project of two municipalities, with somebody in each."""

    class Town:
        leader = make_leader()
        project = make_project(leader)
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")
        here = take_part(north, project, starts_on=OCTOBER, target_groups=["disability"])
        there = take_part(south, project, starts_on=OCTOBER)

    return Town


def seen(table="projects_participation"):
    return {row.id for row in database.query(f"SELECT id FROM {table}")}


class TestTwoCoordinators:
    @pytest.mark.requirement("R-079")
    def test_each_sees_and_changes_the_own_people_alone(self, town):
        for own, mine, other in ((town.north, town.here, town.there), (town.south, town.there, town.here)):
            with as_(own):
                assert seen() == {mine.pk}
                assert seen("people_person") == {mine.person_id}
                assert (
                    database.execute("UPDATE projects_participation SET result = 'work', ends_on = '2026-11-12'") == 1
                )
                assert database.query("SELECT id FROM history_version WHERE of_table = 'projects_participation'")
                assert not database.query("SELECT id FROM history_event WHERE person_id = %s", [other.person_id])
                assert not database.query("SELECT id FROM history_version WHERE person_id = %s", [other.person_id])

    def test_nobody_else_sees_anybody(self, town):
        another = make_leader("Ett annat förbund")
        stranger = join(another, make_project(another), "Väster")
        for who in (town.leader, another, stranger, make_colleague("head_of_unit", town.north.unit)):
            with as_(who):
                assert seen() == set()
                assert database.execute("UPDATE projects_participation SET result = 'work', ends_on = starts_on") == 0
        for who in (another, stranger):
            with as_(who):
                assert town.project.pk not in seen("projects_project")
                for table in ("projects_municipality", "projects_subinitiative", "projects_funding"):
                    found = database.query(f"SELECT FROM {table} WHERE project_id = %s", [town.project.pk])
                    assert not found, table
                assert not database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
                assert database.value("projects_as_of", town.project.pk) is None

    def test_a_coordinator_writes_of_the_own_unit_and_of_those_let_in_alone(self, town):
        person = known_to(town.south)
        row = (
            "INSERT INTO projects_participation (person_id, unit_id, municipality_id, target_groups, starts_on) "
            "VALUES (%s, %s, %s, '{}', '2026-11-12')"
        )
        own, other = own_of(town.north, town.project), own_of(town.south, town.project)
        tries = [
            (town.north, person, own),
            (town.north, person, other),
            (town.south, person, own),
            (town.leader, person, other),
        ]
        for who, about, municipality in tries:
            with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                database.execute(row, [about.pk, municipality.unit_id, municipality.pk])
        with as_(town.south), pytest.raises(DatabaseError, match="participation_at_the_coordinating_unit"):
            with transaction.atomic():
                database.execute(row, [person.pk, other.unit_id, own.pk])
                database.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_whoever_holds_the_plan_reads_it_in_the_own_municipality_alone(self, town):
        other = make_colleague("consultant", town.north.unit.organisation.units.get(kind="labour_market"))
        far = make_colleague("consultant", town.south.unit.organisation.units.get(kind="labour_market"))
        for who in (other, far):
            town.here.person.grants.create(unit=who.unit, scope="plan", basis="assignment")
        end(town.north, town.here)
        with as_(other):
            assert seen() == {town.here.pk}
            verbs = database.query("SELECT verb FROM history_event WHERE person_id = %s", [town.here.person_id])
            assert {"projects.let_in", "projects.add_participant"} <= {row.verb for row in verbs}
            assert database.execute("UPDATE projects_participation SET result = 'work', ends_on = starts_on") == 0
        with as_(far):
            assert town.here.pk not in seen(), "the file is open to them too, and what another municipality does is not"
            for told in (
                "history_event WHERE verb LIKE 'projects.%%'",
                "history_version WHERE of_table LIKE 'projects_%%'",
            ):
                rows = database.query(f"SELECT FROM {told} AND person_id = %s", [town.here.person_id])
                assert not rows, told


class TestNothingIsToldOfAnother:
    @pytest.mark.requirement("R-079", "R-179")
    def test_somebody_whom_another_has_is_taken_in_as_anybody_and_counts_once(self, town):
        new = known_to(town.south)
        known_to(town.south, town.here.person)
        with as_(town.south):
            own = own_of(town.south, town.project)
            for person in (new, town.here.person):
                operations.add_participant(municipality=own, person=person, starts_on=OCTOBER, today=TODAY)
            assert len(seen()) == 3
            with pytest.raises(Refused, match="redan"):
                operations.add_participant(municipality=own, person=new, starts_on=OCTOBER, today=TODAY)
            assert not database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
        with as_(town.leader):
            told = database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
        people = {(row.breakdown, row.part): row.people for row in told if row.breakdown in ("municipality", "double")}
        north, south = own_of(town.north, town.project).pk, own_of(town.south, town.project).pk
        assert people == {("municipality", north): 1, ("municipality", south): 2, ("double", None): 1}

    def test_no_unique_column_holds_the_mark(self, town):
        assert not database.query(
            "SELECT FROM pg_index WHERE indrelid = 'projects_mark'::regclass AND indisunique AND NOT indisprimary"
        )
        marks = [bytes(one) for one in Mark.objects.values_list("mark", flat=True)]
        again = take_part(town.south, town.project, town.here.person, starts_on=OCTOBER)
        assert bytes(Mark.objects.get(participation=again).mark) in marks

    def test_the_mark_is_an_hmac_by_the_projects_own_key(self, town):
        key = Key.objects.get(project=town.project)
        secret = bytes(byte ^ 0x36 for byte in bytes(key.inner_key))
        assert secret == bytes(byte ^ 0x5C for byte in bytes(key.outer_key))
        assert secret[32:] == bytes(32)
        number = town.here.person.numbers.get().number
        expected = hmac.digest(secret[:32], number.encode(), sha256)
        assert bytes(Mark.objects.get(participation=town.here).mark) == expected
        assert bytes(Key.objects.get(project=make_project(town.leader)).inner_key) != bytes(key.inner_key)

    def test_whoever_carries_another_number_by_now_is_known_again(self, town):
        before = bytes(Mark.objects.get(participation=town.here).mark)
        town.here.person.numbers.update(number="19910105R998")
        again = take_part(town.south, town.project, town.here.person)
        assert bytes(Mark.objects.get(participation=again).mark) == before

    def test_nobody_reads_key_or_mark_or_calls_what_does(self, town):
        for who in (town.leader, town.north):
            for statement in (
                "SELECT inner_key FROM projects_key",
                "SELECT mark FROM projects_mark",
                f"SELECT projects_mark_of({town.project.pk}, '19900101-2384')",
                f"SELECT * FROM projects_people({town.project.pk}, '2026-10-31')",
                "DELETE FROM projects_key",
                "UPDATE projects_project SET finished_on = '2026-11-12', report = 'x'",
            ):
                with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)


class TestOnceAMonth:
    def test_whoever_looks_again_learns_nothing_of_the_one_that_was_written_since(self, town):
        def told():
            with as_(town.leader):
                rows = database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
            return sorted(str(row) for row in rows)

        first = told()
        take_part(town.north, town.project, known_to(town.north), starts_on=OCTOBER)
        assert told() == first
        end(town.north, town.here)
        assert told() == first
        set_today(date(2026, 12, 1))
        assert told() == first, "two have changed: beside last month's, they would be seen"
        with as_(town.leader):
            assert database.value("projects_told_as_of", town.project.pk) == date(2026, 10, 31)
        for _one in range(4):
            take_part(town.south, town.project, starts_on=OCTOBER)
        later = told()
        assert later != first
        with as_(town.leader):
            assert database.value("projects_told_as_of", town.project.pk) == date(2026, 11, 30)
        end(town.south, town.there)
        set_today(date(2027, 1, 4))
        assert told() == later, "one has changed"
        say_what_goes_on(town.leader, town.project)
        with as_(town.leader):
            operations.finish_project(project=town.project, report="Gick bra")
            assert database.value("projects_told_as_of", town.project.pk) == date(2026, 12, 31)
        whole = told()
        assert whole != later, "what is finished is told whole, to its last day"
        set_today(date(2027, 6, 1))
        assert told() == whole

    def test_what_was_counted_is_read_by_nobody(self, town):
        for who in (town.leader, town.north):
            with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.query("SELECT counted FROM projects_count")


class TestFinished:
    def test_nobody_is_let_in_afterwards_past_the_form_either(self, town):
        organisation = town.north.unit.organisation
        consultant = make_colleague("consultant", make_unit("labour_market", organisation))
        person = make_person(make_colleague("social_worker", make_unit("social_service", organisation)))
        person.grants.create(unit=consultant.unit, scope="plan", basis="assignment", given_by=consultant)
        say_what_goes_on(town.leader, town.project)
        set_today(date(2027, 1, 4))
        with as_(town.leader):
            operations.finish_project(project=town.project, report="Gick bra")
        with as_(consultant):
            with pytest.raises(Refused, match="pågående projekt"):
                operations.let_in(person=person, coordinator=town.north)
            with pytest.raises(DatabaseError, match="none"), transaction.atomic():
                database.execute("SELECT people_refer(%s, %s, NULL)", [person.pk, town.north.unit_id])

    def test_with_the_report_the_key_goes_and_coordinators_are_let_out(self, town):
        for who in (town.leader, town.north):
            with as_(who), pytest.raises(Refused):
                operations.finish_project(project=town.project, report="Gick bra")
        end(town.north, town.here)
        set_today(date(2027, 1, 4))
        with as_(town.north), pytest.raises(Refused):
            operations.finish_project(project=town.project, report="Gick bra")
        say_what_goes_on(town.leader, town.project)
        with as_(town.leader):
            operations.finish_project(project=town.project, report="Gick bra")
            before = database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
            with pytest.raises(Refused, match="en gång"):
                operations.finish_project(project=town.project, report="Igen")
            with pytest.raises(Refused, match="avslutat"):
                operations.add_funding(project=town.project, kind="fund", budget_ore=100)
        assert not Key.objects.filter(project=town.project).exists()
        assert {row.breakdown for row in before} >= {"municipality", "gender"}
        assert not Grant.objects.filter(unit=town.north.unit, ends_at=None).exists()
        with as_(town.north):
            assert seen() == set()

    def test_a_unit_with_another_project_keeps_those_it_was_let_in_about(self, town):
        with as_(town.leader):
            other = Project.objects.create(
                owner_id=town.project.owner_id,
                name="Nästa",
                aim="Arbete",
                starts_on=date(2026, 6, 1),
                ends_on=date(2028, 1, 1),
                goal_basis_points=5000,
            )
            operations.add_municipality(project=other, unit=town.north.unit, planned_women=1, planned_men=0)
        say_what_goes_on(town.leader, town.project)
        set_today(date(2027, 1, 4))
        with as_(town.leader):
            operations.finish_project(project=town.project, report="Gick bra")
        with as_(town.north):
            assert seen() == {town.here.pk}
            with pytest.raises(Refused, match="avslutat"):
                operations.add_participant(
                    municipality=own_of(town.north, town.project),
                    person=town.here.person,
                    starts_on=date(2026, 12, 1),
                    today=date(2027, 1, 4),
                )
        with as_(town.south):
            assert seen() == set()


def test_a_protected_person_is_seen_by_the_named_coordinator_and_counts(town):
    secret = known_to(town.north, family_name="Hemlig", protection="marked")
    with as_(town.north):
        row = operations.add_participant(
            municipality=own_of(town.north, town.project), person=secret, starts_on=OCTOBER, today=TODAY
        )
        assert row.pk in seen()
    with as_(make_colleague("project_coordinator", town.north.unit)):
        assert row.pk not in seen()
    with as_(town.leader):
        told = database.query("SELECT * FROM projects_counted(%s)", [town.project.pk])
    assert sum(one.people for one in told if one.breakdown == "municipality") == 3


def test_every_table_of_the_room_is_tried_here():
    assert {table.name for table in TABLES} == {
        f"projects_{name}"
        for name in (
            *("project", "municipality", "subinitiative", "funding", "spending"),
            *("participation", "key", "mark", "count"),
            *("cooperationgoal", "evidence", "gathering", "continuation"),
            *("monthfile", "monthrow", "monthtaking", "emptymonth", "projectpaper", "finalreport"),
        )
    }


def test_a_mistake_is_no_participation(town):
    end(town.north, town.here, "mistake")
    again = take_part(town.north, town.project, town.here.person, starts_on=OCTOBER)
    assert Participation.objects.meant().filter(person=town.here.person).get() == again
