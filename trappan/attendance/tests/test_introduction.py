"""Introduced before here, and what a mark holds fast of the placement."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.testing import make_activity
from trappan.attendance.models import Attendance
from trappan.attendance.operations import mark_day
from trappan.attendance.operations.attendance import Mark
from trappan.cases.testing import make_case
from trappan.placements.models import Introduction, Placement, Session
from trappan.placements.operations import answer, change_week, introduce, propose_change
from trappan.placements.testing import accept, make_placement, offer
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


class TestIntroductionFirst:
    @pytest.mark.requirement("R-094")
    def test_nobody_is_here_before_it_and_the_others_are_marked_all_the_same(self, case, cafe, tor, client):
        placement = offer(case, cafe)
        old = make_case()
        first = make_placement(old.responsible, person=old.person, activity=cafe, starts_on=TODAY)
        with as_(tor) as actor:
            answer(placement_id=placement.pk, accepts=True)
            with pytest.raises(Refused, match="inte introducerad"):
                mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")])
            with pytest.raises(DatabaseError, match="introduced"), transaction.atomic():
                Attendance.objects.create(
                    person=case.person, unit=cafe.unit, placement=placement, day=TODAY, mark="present", minutes=9
                )
        sign_in(client, tor)
        assert "Introduktion först" in client.get("/day/").content.decode()
        shown = {f"seen-{one.pk}": "" for one in (placement, first)}
        client.post("/day/", {"acting_as": tor.pk, "rest": "yes", **shown})
        assert set(Attendance.objects.values_list("placement_id", flat=True)) == {first.pk}
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "absent_told")])
            with pytest.raises(Refused, match="Gå igenom allt"):
                introduce(placement=placement, day=TODAY, points=cafe.introduction_points[1:])
            with pytest.raises(Refused, match="i dag"):
                introduce(placement=placement, day=TODAY + timedelta(days=1), points=cafe.introduction_points)
            introduce(placement=placement, day=TODAY, points=cafe.introduction_points)
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present", seen="absent_told")])

    def test_another_site_with_the_same_person_reads_and_writes_none(self, case, cafe, tor):
        placement = offer(case, cafe)
        accept(placement)
        second = make_placement(
            case.responsible, person=case.person, activity=make_activity(), week="fre 9-12", starts_on=TODAY
        )
        with as_(make_colleague("supervisor", second.unit)) as actor:
            assert {one.placement_id for one in Introduction.objects.all()} == {second.pk}
            assert Placement.objects.get() == second
            for refused in (
                lambda: introduce(placement=placement, day=TODAY, points=cafe.introduction_points),
                lambda: propose_change(placement=placement, kind="end", from_day=TODAY, today=actor.today, reason="x"),
            ):
                with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                    refused()


def test_pressed_twice_the_introduction_is_one(case, cafe, tor, client):
    placement = offer(case, cafe)
    with as_(tor):
        answer(placement_id=placement.pk, accepts=True)
    sign_in(client, tor)
    form = {
        "acting_as": tor.pk,
        "form": "introduce",
        "introduce-day": "2026-11-12",
        "introduce-points": cafe.introduction_points,
    }
    for _twice in range(2):
        assert client.post(f"/here/{placement.pk}/", form).status_code == 302
    assert Introduction.objects.count() == 1
    many = ", ".join(f"{day} 9-10" for day in ("mån", "tis", "ons", "tor", "fre", "lör", "sön") for _hour in range(1))
    many += ", " + ", ".join(
        f"{day} {hour}-{hour + 1}" for hour in range(11, 15) for day in ("mån", "tis", "ons", "tor")
    )
    change = {
        "acting_as": tor.pk,
        "form": "change",
        "change-kind": "week",
        "change-from_day": "2026-11-19",
        "change-reason": "x",
        **pressed(many, "change-week"),
    }
    assert client.post(f"/here/{placement.pk}/", change).status_code in (302, 422)


def test_a_site_with_the_person_already_sees_no_more_of_the_next_one(case, cafe, tor):
    placed = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY)
    offer(case, make_activity(unit=cafe.unit), "fre 9-12")
    with as_(tor) as actor:
        assert {one.day.weekday() for one in Session.objects.filter(day__lt=TODAY + timedelta(days=20))} == {3}
        mark_day(by=actor, day=TODAY, marks=[], rest=[placed.pk])


def test_a_marked_day_keeps_its_times(case, cafe, tor):
    placement = offer(case, cafe)
    accept(placement)
    with as_(tor) as actor:
        mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")])
    with as_(case.responsible):
        with pytest.raises(Refused, match="redan markerad"):
            change_week(placement=placement, week=read_week("fre 9-12"), from_day=TODAY, today=TODAY)
        change_week(placement=placement, week=read_week("fre 9-12"), from_day=TODAY + timedelta(days=1), today=TODAY)
        assert Session.objects.filter(day=TODAY).exists()


def test_moved_though_the_old_site_has_marked_a_day(case, cafe, tor):
    old = offer(case, cafe)
    accept(old)
    new = offer(case, make_activity(), "tor 9-12", follows=old)
    with as_(tor) as actor:
        mark_day(by=actor, day=TODAY, marks=[Mark(old.pk, "present")])
    accept(new)
    old.refresh_from_db()
    assert old.ends_on == TODAY + timedelta(days=1)
