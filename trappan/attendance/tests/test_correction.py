"""A mark and what is said beside it agree; what is changed shows what stood before, by whom, when and why."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.models import Activity
from trappan.attendance.models import Attendance, Correction
from trappan.attendance.operations import Mark, mark_day, record_attendance
from trappan.cases.testing import make_case
from trappan.placements.operations import tell_beforehand
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cafe(today):
    return Activity.objects.create(
        code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


def placed(cafe):
    case = make_case()
    return make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY)


@pytest.fixture
def placement(cafe):
    return placed(cafe)


def marked(placement, by, mark, **about):
    with as_(by) as actor:
        record_attendance(placement=placement, day=TODAY, by=actor, mark=mark, **about)


class TestCorrections:
    def test_those_who_judge_see_what_stood_before_who_changed_it_when_and_why(self, placement, tor, client):
        marked(placement, tor, "absent_not_told")
        set_today(TODAY + timedelta(days=3))
        leader = make_colleague("site_leader", tor.unit)
        with pytest.raises(Refused, match="Skriv varför"):
            marked(placement, leader, "present")
        marked(placement, leader, "present", why="Fel person i listan")
        judge = placement.placed_by
        sign_in(client, judge)
        for page in (f"/people/{placement.person_id}/attendance/", f"/placements/{placement.pk}/{TODAY}/"):
            said = " ".join(client.get(page).content.decode().split())
            assert "Tidigare: borta, har inte hört av sig" in said, page
            assert tor.colleague.name in said
            assert leader.colleague.name in said
            assert "Fel person i listan" in said

    def test_each_change_has_its_own_reason(self, placement, tor):
        marked(placement, tor, "present")
        for days, mark, why in ((1, "absent_told", "Ringde"), (2, "present", "Kom ändå")):
            set_today(TODAY + timedelta(days=days))
            marked(placement, tor, mark, why=why)
        with as_(placement.placed_by):
            assert [(one.mark, one.why) for one in Correction.objects.all()] == [
                ("present", "Ringde"),
                ("absent_told", "Kom ändå"),
            ]

    def test_a_slip_of_the_same_day_needs_no_reason(self, placement, tor):
        marked(placement, tor, "absent_told")
        marked(placement, tor, "present")
        assert Attendance.objects.get().mark == "present"

    def test_the_database_takes_no_change_without_a_reason(self, placement, tor):
        marked(placement, tor, "present")
        set_today(TODAY + timedelta(days=1))
        with as_(tor), pytest.raises(DatabaseError, match="why"), transaction.atomic():
            Attendance.objects.update(mark="absent_told", minutes=0, why=" ")

    def test_another_site_and_another_consultant_see_none_of_it(self, placement, tor):
        marked(placement, tor, "present")
        marked(placement, tor, "absent_told")
        for other in (make_colleague("supervisor", make_unit("site")), make_colleague("consultant")):
            with as_(other):
                assert not Correction.objects.exists()

    def test_the_reason_typed_stays_and_is_asked_for_on_the_page_of_that_day(self, placement, tor, client):
        marked(placement, tor, "present")
        set_today(TODAY + timedelta(days=1))
        sign_in(client, tor)
        page = f"/day/?day={TODAY}"
        assert 'name="why"' in client.get(page).content.decode()
        sent = {"acting_as": tor.pk, f"mark-{placement.pk}": "absent_told", f"seen-{placement.pk}": "present"}
        refused = client.post(page, sent)
        assert refused.status_code == 422
        assert "Skriv varför" in refused.content.decode()
        assert client.post(page, {**sent, "why": "Var sjuk"}).status_code == 302
        assert Attendance.objects.get().why == "Var sjuk"


class TestAllOthers:
    def test_are_those_whom_the_sender_saw_and_nobody_who_came_meanwhile(self, cafe, placement, tor, client):
        sign_in(client, tor)
        page = client.get("/day/").content.decode()
        assert f'name="seen-{placement.pk}"' in page
        meanwhile = placed(cafe)
        client.post("/day/", {"acting_as": tor.pk, "rest": "yes", f"seen-{placement.pk}": ""})
        assert set(Attendance.objects.values_list("placement_id", flat=True)) == {placement.pk}
        client.post("/day/", {"acting_as": tor.pk, "rest": "yes"})
        assert not Attendance.objects.filter(placement=meanwhile).exists()

    def test_are_not_those_who_have_said_that_they_do_not_come(self, placement, tor):
        with as_(tor) as actor:
            tell_beforehand(placement=placement, day=TODAY, today=TODAY)
            mark_day(by=actor, day=TODAY, marks=[], rest=[placement.pk])
        assert not Attendance.objects.exists()


class TestNoticeAndMark:
    def test_who_has_told_is_not_marked_as_one_who_has_not(self, placement, tor):
        with as_(tor):
            tell_beforehand(placement=placement, day=TODAY, today=TODAY)
        with pytest.raises(Refused, match="har sagt att hen inte kommer"):
            marked(placement, tor, "absent_not_told")
        with as_(tor), pytest.raises(DatabaseError, match="told"), transaction.atomic():
            Attendance.objects.create(
                person=placement.person, unit=tor.unit, placement=placement, day=TODAY, mark="absent_not_told"
            )
        marked(placement, tor, "absent_told")

    @pytest.mark.parametrize("mark", ["present", "absent_not_told"])
    def test_nobody_tells_beforehand_of_a_day_that_is_marked_otherwise(self, placement, tor, mark):
        marked(placement, tor, mark)
        with as_(tor), pytest.raises(Refused, match="redan markerad"):
            tell_beforehand(placement=placement, day=TODAY, today=TODAY)

    def test_who_comes_all_the_same_is_here_and_the_list_says_so(self, placement, tor, client):
        with as_(tor):
            tell_beforehand(placement=placement, day=TODAY, today=TODAY)
        marked(placement, tor, "present")
        sign_in(client, tor)
        assert "Hade sagt: inte i dag" in client.get("/day/").content.decode()


class TestKeyedIn:
    def test_from_paper_overwrites_nothing_and_says_that_it_was(self, cafe, placement, tor, client):
        other = placed(cafe)
        marked(placement, tor, "absent_told")
        sign_in(client, tor)
        sent = {
            "acting_as": tor.pk,
            "paper": "1",
            f"mark-{placement.pk}": "present",
            f"seen-{placement.pk}": "absent_told",
            f"mark-{other.pk}": "present",
            f"seen-{other.pk}": "",
        }
        page = client.post("/day/", sent, follow=True).content.decode()
        assert "hade redan markerat en av dem" in " ".join(page.split())
        assert dict(Attendance.objects.values_list("placement_id", "mark")) == {
            placement.pk: "absent_told",
            other.pk: "present",
        }
        assert page.count("inskrivet från papper") == 1
        sign_in(client, other.placed_by)
        assert "inskrivet från papper" in client.get(f"/people/{other.person_id}/attendance/").content.decode()

    def test_the_database_lets_none_of_it_change_a_mark(self, placement, tor):
        marked(placement, tor, "absent_told")
        with as_(tor), pytest.raises(DatabaseError, match="marked"), transaction.atomic():
            Attendance.objects.update(mark="present", minutes=180, keyed_in=True, why="x")

    def test_a_mark_again_by_hand_is_no_longer_from_paper(self, placement, tor):
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")], from_paper=True)
        marked(placement, tor, "absent_told")
        assert not Attendance.objects.get().keyed_in
