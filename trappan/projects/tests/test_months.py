"""What is handed in of a project's months: made by each municipality's coordinator, corrected, late, or nothing."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F
from django.urls import reverse

from trappan import database
from trappan.people.models import Grant, Number
from trappan.projects import operations
from trappan.projects.layouts import layout_of, written
from trappan.projects.models import EmptyMonth, MonthFile, MonthRow, MonthTaking, Participation
from trappan.projects.months import CHANGED, HANDED, LATE, NOTHING, WAITS, months_of
from trappan.projects.testing import end, join, known_to, make_leader, make_project, own_of, take_part
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER, DAY = date(2026, 10, 1), date(2026, 10, 5)


@pytest.fixture
def town(today):
    """A project of two municipalities since September, with somebody in each since October."""

    class Town:
        leader = make_leader()
        project = make_project(leader, starts_on=date(2026, 9, 1))
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")
        here = take_part(north, project, known_to(north, family_name="Här"), starts_on=DAY, target_groups=["new"])
        there = take_part(south, project, known_to(south, family_name="Där"), starts_on=DAY)

    return Town


def make(who, project, month=OCTOBER, version=0):
    """Make a month's file as its coordinator; return it."""
    own = own_of(who, project)
    with as_(who):
        operations.make_month_file(municipality=own, month=month, version=version)
        return MonthFile.objects.get(municipality=own, month=month, version=version + 1)


def hand_in(who, project, month=OCTOBER, version=0):
    """Make a month's file and hand it in."""
    file = make(who, project, month, version)
    with as_(who):
        operations.hand_in_month(file=file, version=file.version)
    return file


def states(who, project, month=OCTOBER):
    """Return how each municipality stands with a month, as somebody is told."""
    with as_(who):
        return {one.municipality_id: one.state(TODAY) for one in months_of([project.pk]) if one.month == month}


def taken(client, who, file):
    """Take a file over HTTP; return its lines, or the status."""
    sign_in(client, who)
    answer = client.get(reverse("projects:take_month", args=[file.pk]))
    if answer.status_code != 200:
        return answer.status_code
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def let_out(row):
    """Let no unit see a participant any more."""
    begun = F("starts_at") - timedelta(hours=1)
    Grant.objects.filter(person=row.person, ends_at=None).update(starts_at=begun, ends_at=F("starts_at"))


def month_page(project, month="2026-10"):
    return f"{reverse('projects:month', args=[project.pk])}?month={month}"


def post(client, who, project, month="2026-10", **fields):
    sign_in(client, who)
    return client.post(month_page(project, month), {"acting_as": who.pk, **fields})


class TestMaking:
    @pytest.mark.requirement("R-080", "R-057")
    def test_a_coordinator_makes_takes_and_hands_in_the_month_of_the_own_people(self, client, town):
        Number.objects.filter(person=town.here.person).update(number="19900101R900")
        sign_in(client, town.north)
        shown = markup(client.get(month_page(town.project)))
        assert "Här" in shown
        assert "Där" not in shown
        assert post(client, town.north, town.project, **{"form": "make", "make-version": "0"}).status_code == 302
        file = MonthFile.objects.get()
        lines = taken(client, town.north, file)
        assert [
            (one["personnummer"], one["forsta_dag"], one["sista_dag"], one["manad"], one["kommun"]) for one in lines
        ] == [("19900101R900", "2026-10-05", "", "2026-10", "Norr")]
        assert MonthTaking.objects.get().author == town.north
        post(client, town.north, town.project, **{"form": "hand_in", "hand_in-version": "2"})
        file.refresh_from_db()
        assert file.handed_on is None, "a page that shows another version hands in nothing"
        assert post(client, town.north, town.project, **{"form": "hand_in", "hand_in-version": "1"}).status_code == 302
        file.refresh_from_db()
        assert (file.handed_on, file.handed_by) == (TODAY, town.north)
        own, other = own_of(town.north, town.project).pk, own_of(town.south, town.project).pk
        assert states(town.north, town.project) == {own: HANDED}
        assert states(town.leader, town.project) == {own: HANDED, other: WAITS}
        assert "Inlämnad" in markup(client.get(month_page(town.project)))

    def test_what_cannot_be_a_month_of_the_project_is_refused(self, client, town):
        for month in (date(2026, 11, 1), date(2026, 8, 1), date(2027, 1, 1), date(2026, 10, 2)):
            with pytest.raises(Refused, match="som är slut"):
                make(town.north, town.project, month)
        sign_in(client, town.north)
        for asked in ("2026-11", "2026-08", "x", "", "2026-13"):
            assert client.get(month_page(town.project, asked)).status_code == 404
        with pytest.raises(Refused, match="Ingen som du ser"):
            make(town.north, town.project, date(2026, 9, 1))
        assert not MonthFile.objects.exists()

    def test_who_was_not_there_in_the_month_stands_not_in_it_and_a_later_end_not_either(self, client, town):
        take_part(town.north, town.project, starts_on=date(2026, 11, 2))
        end(town.north, town.here, "work", date(2026, 11, 3))
        early = take_part(town.north, town.project, starts_on=DAY)
        end(town.north, early, "studies", date(2026, 10, 21))
        lines = taken(client, town.north, make(town.north, town.project))
        assert [(one["sista_dag"], one["resultat"]) for one in lines] == [("", ""), ("2026-10-20", "studier")]

    def test_of_two_who_make_it_from_the_same_page_the_second_is_refused(self, town):
        make(town.north, town.project)
        with pytest.raises(Refused, match="har någon gjort en annan version"):
            make(town.north, town.project)
        assert MonthFile.objects.count() == 1

    def test_a_cell_that_a_spreadsheet_would_carry_out_is_defused(self):
        columns = [one.as_data for one in layout_of(OCTOBER).columns]
        text = written(columns, [{"sub_initiative": '=HYPERLINK("x")', "result": "unknown", "number": None}], {})
        assert '"\'=HYPERLINK(""x"")"' in text
        assert "unknown" not in text


class TestCorrecting:
    @pytest.mark.requirement("R-080")
    def test_what_is_changed_after_handing_in_is_told_and_handed_in_again(self, client, town):
        file = hand_in(town.north, town.project)
        own = own_of(town.north, town.project).pk
        end(town.north, town.here, "work", date(2026, 10, 20))
        for who in (town.north, town.leader):
            assert states(who, town.project)[own] == CHANGED
        sign_in(client, town.north)
        assert "Sista dagen är en annan" in markup(client.get(month_page(town.project)))
        again = make(town.north, town.project, version=1)
        assert again.changes == {"ended": 1}
        assert taken(client, town.north, file) == 404, "the version before is no longer handed out"
        assert states(town.north, town.project)[own] == CHANGED
        with as_(town.north):
            operations.hand_in_month(file=again, version=again.version)
        assert states(town.leader, town.project)[own] == HANDED
        assert [one["sista_dag"] for one in taken(client, town.north, again)] == ["2026-10-19"]

    def test_a_file_that_says_something_else_than_today_is_not_handed_in(self, town):
        file = make(town.north, town.project)
        take_part(town.north, town.project, starts_on=DAY)
        with as_(town.north), pytest.raises(Refused, match="sedan filen gjordes"):
            operations.hand_in_month(file=file, version=file.version)
        newer = make(town.north, town.project, version=1)
        with as_(town.north):
            for late in (file, newer):
                if late == file:
                    with pytest.raises(Refused):
                        operations.hand_in_month(file=late, version=late.version)
            operations.hand_in_month(file=newer, version=newer.version)
            with pytest.raises(Refused, match="redan"):
                operations.hand_in_month(file=newer, version=newer.version)

    def test_when_an_earlier_month_is_corrected_the_later_ones_are_owed_again(self, town):
        Participation.objects.filter(pk=town.here.pk).update(starts_on=date(2026, 9, 10))
        own = own_of(town.north, town.project).pk
        september = date(2026, 9, 1)
        hand_in(town.north, town.project, september)
        hand_in(town.north, town.project)
        take_part(town.north, town.project, starts_on=date(2026, 9, 20))
        hand_in(town.north, town.project, september, 1)
        hand_in(town.north, town.project, version=1)
        assert states(town.leader, town.project)[own] == HANDED
        Participation.objects.filter(pk=town.here.pk).update(starts_on=date(2026, 9, 11))
        hand_in(town.north, town.project, OCTOBER, 2)
        assert states(town.leader, town.project)[own] == HANDED
        hand_in(town.north, town.project, september, 2)
        assert states(town.leader, town.project, september)[own] == HANDED
        assert states(town.leader, town.project)[own] == CHANGED
        hand_in(town.north, town.project, OCTOBER, 3)
        assert states(town.leader, town.project)[own] == HANDED

    def test_nobody_falls_out_of_a_month_that_was_handed_in_since_the_unit_sees_the_person_no_longer(self, town):
        hand_in(town.north, town.project)
        let_out(town.here)
        take_part(town.north, town.project, starts_on=DAY)
        with pytest.raises(Refused, match="släppa in dig igen"):
            make(town.north, town.project, version=1)
        assert MonthFile.objects.count() == 1


class TestNothing:
    @pytest.mark.requirement("R-080")
    def test_nothing_to_hand_in_is_said_and_taken_back_and_silence_becomes_late(self, client, town):
        own, september = own_of(town.north, town.project).pk, date(2026, 9, 1)
        assert states(town.leader, town.project, september)[own] == LATE
        sent = {"month": "2026-09"}
        assert post(client, town.north, town.project, **sent, form="nothing").status_code == 302
        assert states(town.leader, town.project, september)[own] == NOTHING
        assert post(client, town.north, town.project, **sent, form="nothing").status_code == 302
        assert EmptyMonth.objects.count() == 1
        assert post(client, town.north, town.project, **sent, form="undo").status_code == 302
        assert states(town.leader, town.project, september)[own] == LATE
        empty = EmptyMonth.objects.get()
        assert (empty.undone_on, empty.undone_by) == (TODAY, town.north)
        sign_in(client, town.leader)
        assert "Försenad sedan 28 oktober 2026" in markup(client.get(reverse("projects:projects")))

    def test_where_somebody_took_part_nobody_says_that_there_is_nothing(self, town):
        with as_(town.north):
            own = own_of(town.north, town.project)
            with pytest.raises(Refused, match="Gör filen i stället"):
                operations.say_nothing(municipality=own, month=OCTOBER)
            operations.say_nothing(municipality=own, month=date(2026, 9, 1))
        with pytest.raises(Refused, match="Ta tillbaka"):
            make(town.north, town.project, date(2026, 9, 1))
        take_part(town.north, town.project, starts_on=date(2026, 9, 20))
        assert states(town.north, town.project, date(2026, 9, 1)) == {own.pk: CHANGED}


class TestWhoSees:
    @pytest.mark.requirement("R-079")
    def test_no_other_municipality_nor_the_leader_reaches_a_file(self, client, town):
        file = hand_in(town.north, town.project)
        own = own_of(town.north, town.project)
        far = make_colleague("project_coordinator", make_unit("project", town.north.unit.organisation))
        for who in (town.south, town.leader, far, make_colleague("consultant", town.south.unit)):
            with as_(who):
                for table in ("monthfile", "monthtaking"):
                    assert not database.query(f"SELECT FROM projects_{table}"), table
                assert not database.rows("projects_take_month", file.pk)
                assert not database.rows("projects_month_report", own.pk, OCTOBER)
                with pytest.raises(DatabaseError, match="not yours"), transaction.atomic():
                    database.value("projects_make_month", own.pk, OCTOBER, 1, "[]")
                with pytest.raises(DatabaseError, match="not yours"), transaction.atomic():
                    database.value("projects_hand_in", file.pk)
                with pytest.raises(DatabaseError, match=r"row-level security|not yours"), transaction.atomic():
                    EmptyMonth.objects.create(municipality=own, month=date(2026, 9, 1))
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.query("SELECT FROM projects_monthrow")
        assert taken(client, town.south, file) == 404
        assert taken(client, far, file) == 404
        assert taken(client, town.leader, file) == 403
        assert client.get(month_page(town.project)).status_code == 403
        sign_in(client, far)
        assert client.get(month_page(town.project)).status_code == 404
        sign_in(client, town.leader)
        told = markup(client.get(reverse("projects:months", args=[town.project.pk])))
        assert "Norr" in told
        assert "Här" not in told

    def test_who_is_let_in_no_longer_takes_no_file_with_the_person_in_it(self, client, town):
        file = make(town.north, town.project)
        assert len(taken(client, town.north, file)) == 1
        let_out(town.here)
        assert taken(client, town.north, file) == 404
        with pytest.raises(Refused, match="Ingen som du ser"):
            make(town.north, town.project, version=1)

    def test_a_file_is_kept_for_so_long_as_the_rules_say(self, client, town):
        file = make(town.north, town.project)
        set_today(file.expires_on)
        assert taken(client, town.north, file) == 404
        set_today(TODAY)
        assert len(taken(client, town.north, file)) == 1

    @pytest.mark.requirement("R-079")
    def test_whoever_is_or_becomes_protected_stands_in_no_file_and_is_not_told_apart(self, client, town):
        someone = take_part(town.north, town.project, starts_on=DAY)
        file = hand_in(town.north, town.project)
        assert MonthRow.objects.filter(file=file).count() == 2
        let_out(someone)
        someone.person.protection = "marked"
        someone.person.save(update_fields=["protection"])
        assert [one.person for one in MonthRow.objects.filter(file=file)] == [town.here.person]
        assert taken(client, town.north, file) == 404
        own = own_of(town.north, town.project).pk
        assert states(town.leader, town.project)[own] == HANDED, "no difference tells of it"
        again = make(town.north, town.project, version=1)
        assert (again.changes, again.are_some_apart) == ({}, False)
        assert len(taken(client, town.north, again)) == 1
        sign_in(client, town.north)
        assert "färre än fem" in markup(client.get(month_page(town.project)))

    def test_five_who_stand_apart_are_told_as_some(self, town):
        for _one in range(5):
            let_out(take_part(town.north, town.project, starts_on=DAY))
        assert make(town.north, town.project).are_some_apart


def test_the_lists_ask_as_much_for_many_months_as_for_one(client, town, django_assert_max_num_queries):
    def asked(who, address):
        sign_in(client, who)
        with django_assert_max_num_queries(14) as captured:
            assert client.get(address).status_code == 200
        return len(captured.captured_queries)

    start, listed = reverse("projects:projects"), reverse("projects:months", args=[town.project.pk])
    pages = [(town.leader, start), (town.leader, listed), (town.north, start), (town.north, listed)]
    few = [asked(*one) for one in pages]
    make_project(town.leader)
    join(town.leader, town.project, "Öster")
    hand_in(town.north, town.project)
    take_part(town.north, town.project, starts_on=date(2026, 9, 3))
    assert [asked(*one) for one in pages] == few
