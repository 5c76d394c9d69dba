"""A site's days: cancelled, closed, marked late, and whose they are to say."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import Activity, SeatUse
from trappan.attendance.models import Attendance, AttendedTime, Finding
from trappan.attendance.operations import record_attendance
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.placements.models import Cancellation, Closure, DayChange, Placement, Session, ToldReason
from trappan.placements.operations import (
    cancel_day,
    change_day,
    close_site,
    end_placement,
    open_site,
    restore_day,
    suspend,
)
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


class TestTheSitesDay:
    def test_a_day_that_is_cancelled_is_nobodys_absence_and_restored_as_a_whole(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor:
            made = cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Vattenläcka")
            with pytest.raises(Refused, match="inställd, stängd eller pausad"):
                record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            with pytest.raises(Refused, match="redan inställd"):
                cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Igen")
            restore_day(cancellation=made)
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            with pytest.raises(Refused, match="redan markerad"):
                cancel_day(activity=cafe, day=TODAY, today=TODAY, reason="Nej")

    def test_a_closing_and_its_end(self, case, cafe, tor):
        put(case, cafe, "mån 9-12, tis 9-12")
        leader = make_colleague("site_leader", cafe.unit)
        monday = TODAY + timedelta(days=4)
        with as_(leader) as actor:
            closure = close_site(by=actor, starts_on=monday, ends_on=monday + timedelta(days=1), reason="Städdag")
            states = dict(
                Session.objects.filter(day__in=[monday, monday + timedelta(days=1)]).values_list("day", "state")
            )
            assert states == {monday: "closed", monday + timedelta(days=1): "held"}
            open_site(closure=closure)
            assert Session.objects.get(day=monday).state == "held"
            with pytest.raises(Refused, match="före den första"):
                close_site(by=actor, starts_on=monday, ends_on=monday, reason="x")
        with as_(tor) as actor, pytest.raises(Refused):
            close_site(by=actor, starts_on=monday, ends_on=monday + timedelta(days=1), reason="x")

    def test_a_supervisor_marks_for_a_week_and_the_leader_corrects_after(self, case, cafe, tor, today):
        placement = put(case, cafe, "tor 9-12")
        set_today(TODAY + timedelta(days=14))
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY + timedelta(days=7), by=actor, mark="present")
            with pytest.raises(Refused, match="för länge sedan"):
                record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(make_colleague("site_leader", cafe.unit)) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        from trappan.history.models import Version

        assert Version.objects.get(of_table="attendance_attendance").was["mark"] == "present"

    @pytest.mark.parametrize("came_at", [None, 8 * 60, 9 * 60, 12 * 60, 24 * 60])
    def test_times_outside_the_session_are_refused(self, case, cafe, tor, came_at):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor, pytest.raises(Refused, match=r"9 (och|till) 12"):
            record_attendance(placement=placement, day=TODAY, by=actor, mark="partly", came_at=came_at)

    def test_the_calendar_page(self, case, cafe, tor, client):
        put(case, cafe, "tor 9-12")
        sign_in(client, tor)
        sent = {
            "acting_as": tor.pk,
            "form": "cancel",
            "cancel-sure": "on",
            "cancel-activity": cafe.pk,
            "cancel-day": "2026-11-19",
            "cancel-reason": "Utflykt",
        }
        assert client.post("/calendar/", sent).status_code == 302
        page = client.get("/calendar/").content.decode()
        assert "Utflykt" in page
        assert "Stäng platsen" not in page
        client.post("/calendar/", {"acting_as": tor.pk, "form": "restore", "row": Cancellation.objects.get().pk})
        assert Session.objects.get(day=date(2026, 11, 19)).state == "held"


class TestNobodyReachesPastTheRules:
    def test_a_seat_is_its_own_placements_and_its_consultants(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        thief = make_case()
        with as_(thief.responsible):
            assert SeatUse.objects.filter(seat=placement.seat).update(ends_on=TODAY) == 0
            for forged in (
                lambda: SeatUse.objects.create(
                    activity=cafe, seat=placement.seat, starts_at=0, ends_at=60, starts_on=TODAY
                ),
                lambda: Placement.objects.create(
                    person=thief.person, unit=cafe.unit, activity=cafe, seat=placement.seat, starts_on=TODAY
                ),
            ):
                with pytest.raises(DatabaseError), transaction.atomic():
                    forged()
        assert Session.objects.filter(placement=placement, day=TODAY).exists()

    def test_other_times_take_a_place_that_is_there(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            DayChange.objects.create(
                placement=placement, person=case.person, unit=cafe.unit, day=TODAY, starts_at=780, ends_at=900
            )

    def test_a_day_that_was_held_stays_held(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        leader = make_colleague("site_leader", cafe.unit)
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(leader) as actor, pytest.raises(Refused, match="redan markerad"):
            close_site(by=actor, starts_on=TODAY, ends_on=TODAY + timedelta(days=1), reason="x")
        with as_(case.responsible):
            with pytest.raises(Refused, match="redan markerad"):
                suspend(placement=placement, starts_on=TODAY, ends_on=TODAY + timedelta(days=3))
            with pytest.raises(Refused, match="redan markerad"):
                end_placement(placement=placement, ends_on=TODAY, reason="x")
        assert AttendedTime.objects.get().attended == 180

    def test_a_mark_is_signed_by_whoever_makes_it(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        colleague = make_colleague("supervisor", cafe.unit)
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
        with as_(colleague) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        assert Attendance.objects.get().author_id == colleague.pk

    def test_another_sites_days_are_not_ones_own_to_say(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        about = {"placement": placement, "person": case.person, "day": TODAY}
        for role in ("supervisor", "site_leader", "consultant"):
            for forged in (
                lambda: Cancellation.objects.create(activity=cafe, day=TODAY, reason="x"),
                lambda: Closure.objects.create(
                    unit=cafe.unit, starts_on=TODAY, ends_on=TODAY + timedelta(days=1), reason="x"
                ),
                lambda: ToldReason.objects.create(unit=cafe.unit, reason="sick", **about),
                lambda: Attendance.objects.create(unit=cafe.unit, mark="present", **about),
                lambda: Finding.objects.create(kind="excused", reason="sick", **about),
            ):
                with as_(make_colleague(role)) as _actor, pytest.raises(DatabaseError), transaction.atomic():
                    forged()

    def test_a_finding_rests_on_a_mark(self, case, cafe):
        placement = put(case, cafe, "tor 9-12")
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            Finding.objects.create(placement=placement, person=case.person, day=TODAY, kind="excused", reason="sick")

    def test_the_other_week_is_another_place(self, case, cafe):
        Activity.objects.update(places=1)
        placement = put(case, cafe, "fre 9-12 A")
        put(make_case(), cafe, "fre 13-16 B")
        friday_a = date(2026, 11, 20)
        with as_(case.responsible):
            change_day(placement=placement, day=friday_a, today=TODAY, part=read_week("fre 13-16").parts[0])

    @pytest.mark.parametrize(
        ("month", "shown"), [("0001-01", "februari 2020"), ("2027-01", "november 2026"), ("x", "november 2026")]
    )
    def test_a_month_that_is_none(self, case, client, month, shown):
        sign_in(client, case.responsible)
        page = client.get(reverse("attendance:attendance", args=[case.person_id]) + f"?month={month}")
        assert page.status_code == 200
        assert shown in page.content.decode()
