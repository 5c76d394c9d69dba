"""Who came late or left early: times are the fact, and the hours follow; what a save marked is taken back."""

from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from trappan.activities.models import Activity
from trappan.activities.testing import make_activity
from trappan.attendance.attended import unmarked_days
from trappan.attendance.models import Attendance, AttendedTime, Correction, Finding
from trappan.attendance.operations import Mark, find, mark_day, record_attendance, undo_marks
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.placements.models import DayChange
from trappan.placements.operations import close_site
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db

WEEK_LATER = TODAY + timedelta(days=7)


def came(placement, tor, came_at=None, left_at=None, day=TODAY):
    with as_(tor) as actor:
        record_attendance(
            placement=placement, day=day, by=actor, mark="partly", came_at=came_at, left_at=left_at, why="Såg fel"
        )


def attended(tor):
    with as_(tor):
        return list(AttendedTime.objects.exclude(mark="").order_by("day").values_list("attended", "undecided"))


class TestHours:
    @pytest.mark.parametrize(
        ("week", "came_at", "left_at", "here", "away"),
        [
            ("tor 9-12", 9 * 60 + 20, None, 160, 20),
            ("tor 9-12", None, 11 * 60 + 5, 125, 55),
            ("tor 9-12", 9 * 60 + 20, 11 * 60 + 5, 105, 75),
            ("tor 9-11, tor 13-15", 12 * 60, None, 120, 120),
            ("tor 9-11, tor 13-15", None, 13 * 60 + 30, 150, 90),
            ("tor 9-11, tor 13-15", 11 * 60 + 10, 12 * 60 + 50, 0, 240),
        ],
    )
    def test_follow_from_the_times_and_a_gap_in_the_day_counts_for_nobody(
        self, case, cafe, tor, week, came_at, left_at, here, away
    ):
        came(put(case, cafe, week), tor, came_at, left_at)
        assert attended(tor) == [(here, away)]
        assert Attendance.objects.get().minutes == 0, "nothing is kept that follows"

    @pytest.mark.parametrize(("came_at", "left_at"), [(16 * 60 + 31, None), (None, 17 * 60), (15 * 60 + 10, 991)])
    def test_to_come_are_refused_at_the_field_and_by_the_database(self, case, cafe, tor, client, came_at, left_at):
        placement = put(case, cafe, "tor 15-18")
        set_today(TODAY, time(16, 30))
        sign_in(client, tor)
        number, typed = placement.pk, {"came": came_at, "left": left_at}
        sent = {f"{name}-{number}": f"{at // 60}.{at % 60:02}" for name, at in typed.items() if at}
        sent |= {"acting_as": tor.pk, f"mark-{number}": "partly", f"seen-{number}": ""}
        page = client.post("/day/", sent)
        assert page.status_code == 422
        said = page.content.decode()
        assert said.count("än. Skriv tiden när den har varit.") == 2, "above, with a link, and at the field"
        assert f'href="#a{number}"' in said
        assert f'aria-describedby="e{number}"' in said
        assert all(f'value="{sent[name]}"' in said for name in sent if name.startswith(("came", "left")))
        about = {"person_id": case.person_id, "unit_id": cafe.unit_id, "day": TODAY, "mark": "partly"}
        with as_(tor), pytest.raises(DatabaseError, match="to come"), transaction.atomic():
            Attendance.objects.create(placement=placement, **about, came_at=came_at, left_at=left_at)
        assert not Attendance.objects.exists()

    def test_that_have_just_been_are_taken(self, case, cafe, tor):
        placement = put(case, cafe, "tor 15-18")
        set_today(TODAY, time(16, 31))
        came(placement, tor, 15 * 60 + 10, 16 * 60 + 30)
        assert Attendance.objects.get().left_at == 16 * 60 + 30

    def test_follow_when_the_days_hours_were_others_than_the_weeks(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        DayChange.objects.create(
            placement=placement, person=case.person, unit=cafe.unit, day=TODAY, starts_at=780, ends_at=960
        )
        came(placement, tor, 14 * 60)
        assert attended(tor) == [(120, 60)]

    def test_minutes_that_a_file_told_count_as_before(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        Attendance.objects.create(
            placement=placement, person=case.person, unit=cafe.unit, day=TODAY, mark="partly", minutes=70
        )
        assert attended(tor) == [(70, 110)]

    @pytest.mark.parametrize(
        ("mark", "came_at", "left_at"),
        [("present", 560, None), ("absent_told", None, 600), ("partly", 600, 600), ("partly", -1, None)],
    )
    def test_the_database_takes_no_times_that_cannot_be(self, case, cafe, tor, mark, came_at, left_at):
        placement = put(case, cafe, "tor 9-12")
        about = {"placement": placement, "person": case.person, "unit": cafe.unit, "day": TODAY}
        with as_(tor), pytest.raises(DatabaseError), transaction.atomic():
            Attendance.objects.create(mark=mark, came_at=came_at, left_at=left_at, **about)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"came": "nio"}, "är inget klockslag"),
            ({"came": "25.00"}, "är inget klockslag"),
            ({"came": "9٣"}, "är inget klockslag"),
            ({}, "kom eller gick, mellan 9 och 12"),
            ({"came": "11", "left": "10"}, "först kom, sedan gick"),
            ({"came": "8.30"}, "dagen är 9 till 12"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(self, case, cafe, tor, client, typed, said):
        number = put(case, cafe, "tor 9-12").pk
        sign_in(client, tor)
        sent = {"acting_as": tor.pk, f"mark-{number}": "partly", **{f"{k}-{number}": v for k, v in typed.items()}}
        answer = client.post("/day/", sent)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert said in page
        assert all(f'value="{text}"' in page for text in typed.values())
        assert not Attendance.objects.exists()

    def test_away_is_saved_when_it_is_said_whether_the_person_has_told(self, case, cafe, tor, client):
        number = put(case, cafe, "tor 9-12").pk
        sign_in(client, tor)
        sent = {"acting_as": tor.pk, f"mark-{number}": "away", f"came-{number}": "9.20"}
        refused = client.post("/day/", sent)
        assert refused.status_code == 422
        assert "ja eller nej" in refused.content.decode()
        assert client.post("/day/", {**sent, f"told-{number}": "no"}).status_code == 302
        assert (Attendance.objects.get().mark, Attendance.objects.get().came_at) == ("absent_not_told", None)

    def test_are_read_as_times_by_the_site_and_by_those_who_judge_also_what_stood_before(self, case, cafe, tor, client):
        placement = put(case, cafe, "tor 9-12")
        came(placement, tor, 9 * 60 + 20)
        came(placement, tor, 9 * 60 + 20, 11 * 60 + 5)
        sign_in(client, tor)
        assert "Kom 9.20, gick 11.05" in client.get("/day/").content.decode()
        sign_in(client, case.responsible)
        page = " ".join(client.get(f"/people/{case.person_id}/attendance/").content.decode().split())
        assert "Kom 9.20, gick 11.05, 1 h 45" in page
        assert "Tidigare: kom 9.20" in page
        with as_(case.responsible):
            assert [one.said for one in Correction.objects.all()] == ["Kom 9.20"]

    def test_a_colleagues_other_time_is_not_overwritten_by_a_page_that_said_nothing(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        came(placement, tor, 9 * 60 + 40)
        with as_(tor) as actor:
            unchanged = Mark(placement.pk, "partly", 9 * 60 + 20, seen="partly:560:")
            assert mark_day(by=actor, day=TODAY, marks=[unchanged]) == [], "nothing was said"
            other = Mark(placement.pk, "partly", 10 * 60, seen="partly:560:")
            assert len(mark_day(by=actor, day=TODAY, marks=[other])) == 1
        assert Attendance.objects.get().came_at == 9 * 60 + 40


class TestUndo:
    def saved(self, client, tor, **sent):
        answer = client.post("/day/", {"acting_as": tor.pk, **sent}, follow=True)
        return answer.redirect_chain[-1][0].partition("saved=")[2].partition("&")[0], answer.content.decode()

    def test_a_receipt_in_numbers_and_all_of_it_is_taken_back(self, case, cafe, tor, client):
        numbers = [put(one, cafe, "tor 9-12").pk for one in (case, make_case(), make_case(), make_case())]
        sign_in(client, tor)
        sent = {f"seen-{number}": "" for number in numbers} | {"rest": "yes"}
        sent |= {f"mark-{numbers[0]}": "away", f"told-{numbers[0]}": "yes"}
        sent |= {f"mark-{numbers[1]}": "partly", f"came-{numbers[1]}": "9.20"}
        saved, page = self.saved(client, tor, **sent)
        assert "2 här, 1 kom sent eller gick tidigare, 1 borta." in page
        assert "4 av 4 markerade" in page
        undone = client.post("/day/undo/", {"acting_as": tor.pk, "day": str(TODAY), "saved": saved}, follow=True)
        assert "4 markeringar är ångrade" in undone.content.decode()
        assert not Attendance.objects.exists()
        assert Version.objects.filter(of_table="attendance_attendance").count() == 4, "kept all the same"
        assert Event.objects.filter(verb="attendance.undo_marks").count() == 4
        again = client.post("/day/undo/", {"acting_as": tor.pk, "day": str(TODAY), "saved": saved}, follow=True)
        assert "inget kvar att ångra" in again.content.decode()

    def test_nobody_elses_and_no_other_sites_and_no_other_day(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        came(placement, tor, 9 * 60 + 20)
        at = Attendance.objects.get().at
        colleague = make_colleague("supervisor", cafe.unit)
        elsewhere = make_colleague("supervisor", make_unit("site"))
        for other in (colleague, elsewhere, case.responsible):
            with as_(other) as actor, pytest.raises(Refused, match="inget kvar"):
                undo_marks(by=actor, day=TODAY, at=at)
        set_today(TODAY + timedelta(days=1))
        with as_(tor) as actor, pytest.raises(Refused, match="inget kvar"):
            undo_marks(by=actor, day=TODAY, at=at)
        assert Attendance.objects.exists()

    def test_the_app_role_deletes_no_mark_by_itself(self, case, cafe, tor):
        came(put(case, cafe, "tor 9-12"), tor, 9 * 60 + 20)
        with as_(tor), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Attendance.objects.all().delete()

    def test_what_has_been_judged_stands(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        with as_(case.responsible):
            find(placement=placement, day=TODAY, kind="excused", reason="sick")
        with as_(tor) as actor, pytest.raises(Refused, match="redan bedömd"):
            undo_marks(by=actor, day=TODAY, at=Attendance.objects.get().at)
        assert Finding.objects.exists()

    @pytest.mark.parametrize("saved", ["", "x", "1" * 40, "-1", "99999999999999999"])
    def test_a_moment_that_is_none(self, cafe, tor, client, saved):
        sign_in(client, tor)
        assert client.get(f"/day/?saved={saved}").status_code == 200
        sent = {"acting_as": tor.pk, "day": "2026-99-99", "saved": saved}
        assert client.post("/day/undo/", sent).status_code == 302
        assert client.get("/day/undo/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_correction_that_is_taken_back_leaves_what_stood_before_and_whose_it_was(today):
    cafe = make_activity("Café")
    tor, leader = make_colleague("supervisor", cafe.unit), make_colleague("site_leader", cafe.unit)
    placement = put(make_case(), cafe, "tor 9-12")
    came(placement, tor, 9 * 60 + 20)
    before = Attendance.objects.values().get()
    with as_(leader) as actor:
        record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        at = now()
    with as_(leader) as actor:
        assert undo_marks(by=actor, day=TODAY, at=at) == 1
    assert Attendance.objects.values().get() == before


class TestUnmarked:
    def test_days_before_today_stand_on_top_until_they_are_marked(self, case, cafe, tor, client):
        placement = put(case, cafe, "tor 9-12, mån 9-12")
        put(make_case(), cafe, "tor 9-12")
        set_today(WEEK_LATER)
        sign_in(client, tor)
        page = " ".join(client.get("/day/").content.decode().split())
        assert "Inte klart:" in page
        with as_(tor):
            assert unmarked_days(cafe.unit_id, WEEK_LATER) == [(date(2026, 11, 16), 1), (TODAY, 2)]
        assert f'href="?day={TODAY}"' in page
        for day in (TODAY, date(2026, 11, 16)):
            came(placement, tor, 10 * 60, day=day)
        with as_(tor):
            assert unmarked_days(cafe.unit_id, WEEK_LATER) == [(TODAY, 1)]
            assert unmarked_days(cafe.unit_id, WEEK_LATER + timedelta(days=7)) == [(WEEK_LATER, 2)]

    def test_another_sites_days_are_not_mine(self, case, cafe):
        put(case, cafe, "tor 9-12")
        set_today(WEEK_LATER)
        with as_(make_colleague("supervisor", make_unit("site"))):
            assert unmarked_days(cafe.unit_id, WEEK_LATER) == []


def test_the_list_asks_as_often_for_thirty_as_for_three(case, cafe, tor, client):
    Activity.objects.update(places=40)
    sign_in(client, tor)
    client.get("/day/")

    def questions():
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/day/")
        assert page.status_code == 200
        return len(asked)

    put(case, cafe, "tor 9-12")
    for _one in range(2):
        put(make_case(), cafe, "tor 9-12")
    three = questions()
    for _one in range(27):
        put(make_case(), cafe, "tor 9-12")
    assert "0 av 30 markerade" in " ".join(client.get("/day/").content.decode().split())
    assert questions() == three <= 18


def test_marks_kept_of_a_day_that_was_closed_meanwhile_are_refused_in_words(case, cafe, tor, client):
    number = put(case, cafe, "tor 9-12").pk
    with as_(make_colleague("site_leader", cafe.unit)) as actor:
        close_site(by=actor, starts_on=TODAY, ends_on=TODAY + timedelta(days=1), reason="Vattenläcka")
    sign_in(client, tor)
    kept = {"acting_as": tor.pk, "once": "press-1", f"seen-{number}": ""}
    refused = client.post(f"/day/?day={TODAY}", {**kept, f"mark-{number}": "present"})
    assert refused.status_code == 422
    assert "inställd, stängd eller pausad" in refused.content.decode()
    assert client.post(f"/day/?day={TODAY}", {**kept, "rest": "yes"}).status_code == 302, "all others are nobody"
    assert not Attendance.objects.exists()
